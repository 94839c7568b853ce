"""The Story as lines: a rule a week, a heading a day with its light, then what happened."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from textual.content import Content

from shifter.core.board import LEVELS
from shifter.core.days import long_day, other_year, plain_day
from shifter.core.heat import heat_level
from shifter.core.number_words import counted
from shifter.core.story import StoryEntry, StoryPage
from shifter.core.weeks import WEEK, week_start
from shifter.tui.dates import short_day
from shifter.tui.screens.story.entry import entry_lines, key_of
from shifter.tui.widgets.lines import Line
from shifter.tui.widgets.tower_parts import glyphs_for

_LIGHT = 4
_ROOMY = 70


class Looked(NamedTuple):
    """How the Story is looked at: today, how weeks begin, the width in cells, words to point at."""

    today: date
    week_start: int
    width: int
    words: tuple[str, ...] = ()


def story_lines(page: StoryPage, looked: Looked) -> list[Line]:
    """The entries of a page."""
    lines: list[Line] = []
    for start, week in groupby(
        page.entries, key=lambda entry: week_start(entry.day, looked.week_start)
    ):
        lines += [Line(Content(""))] if lines else []
        lines.append(Line(_week(start, page, looked)))
        for rests, days in groupby(_by_day(week), key=_only_rests):
            if rests:
                lines += _rest(list(days), looked)
            else:
                for entries in days:
                    lines += _day(entries, page, looked)
    return lines


def rests_told_with(rest: StoryEntry, page: StoryPage, starts_on: int) -> list[StoryEntry]:
    """The rest days that are told in one line with this one, itself among them, newest first."""
    start = week_start(rest.day, starts_on)
    week = [entry for entry in page.entries if week_start(entry.day, starts_on) == start]
    rests = [entries[0] for entries in _by_day(week) if _only_rests(entries)]
    return next((run for run in _runs(rests) if rest in run), [rest])


def _by_day(entries: Iterable[StoryEntry]) -> Iterator[Sequence[StoryEntry]]:
    for _, same in groupby(entries, key=lambda entry: entry.day):
        yield tuple(same)


def _only_rests(entries: Sequence[StoryEntry]) -> bool:
    return all(entry.kind == "rest" for entry in entries)


def _week(start: date, page: StoryPage, looked: Looked) -> Content:
    """`This week ────────── 12 shifts  ✦ 3`."""
    days = [page.days[day] for n in range(7) if (day := start + timedelta(days=n)) in page.days]
    shifts, lit = sum(day.shifts for day in days), sum(day.little_yeses for day in days)
    name = Content.styled(f"{_week_name(start, looked)} ", "$accent")
    told = Content.styled(f" {counted(shifts, 'shift')}", "$quiet") if shifts else Content("")
    if lit:
        told = Content.assemble(told, ("  ✦ ", "$lit"), (f"{lit:,}", "$quiet"))
    room = looked.width - name.cell_length - told.cell_length
    return Content.assemble(name, ("─" * max(0, room), "$line"), told)


def _week_name(start: date, looked: Looked) -> str:
    this = week_start(looked.today, looked.week_start)
    if start == this:
        return "This week"
    if start == this - WEEK:
        return "Last week"
    return f"Week of {plain_day(start, looked.today)}"


def _day(entries: Sequence[StoryEntry], page: StoryPage, looked: Looked) -> Iterator[Line]:
    """The heading, with what the day was beside its shifts, then what happened."""
    day = entries[0].day
    yield Line(Content(""))
    kinds = {entry.kind for entry in entries}
    beside = "  ".join(
        words for kind, words in (("return", "back again"), ("rest", "a rest day")) if kind in kinds
    )
    name = "Today" if day == looked.today else _name(day, looked)
    yield Line(
        Content.assemble(_light(day, page), (name, "bold $ink"), (f"  {beside}", "$done")),
        None if kinds - {"return", "rest"} else key_of(entries[0]),
    )
    for entry in entries:
        if entry.kind not in ("return", "rest"):
            yield from entry_lines(entry, looked.width, looked.words)


def _light(day: date, page: StoryPage) -> Content:
    """The day's window on the board, so that full days and quiet ones are told at a glance."""
    total = page.days.get(day)
    if total is None:
        return Content(" " * _LIGHT)
    place = heat_level(total.shifts) - 1
    glyph, level = glyphs_for().levels[place], LEVELS[place]
    return Content.styled(glyph * 2, f"${level} on $under-{level}").pad_right(_LIGHT - 2)


def _rest(days: Sequence[Sequence[StoryEntry]], looked: Looked) -> Iterator[Line]:
    """Rest days that follow each other, in one line."""
    for run in _runs([entries[0] for entries in days]):
        last, first = run[0].day, run[-1].day
        span = _name(last, looked)
        if first != last:
            span = f"{short_day(first)} to {short_day(last)}{other_year(last, looked.today)}"
        yield Line(Content(""))
        glyph = glyphs_for().rest * 2
        yield Line(
            Content.assemble((f"{glyph}  ", "$line"), (span, "$quiet"), ("  rest", "$quiet")),
            key_of(run[0]),
        )


def _runs(rests: Sequence[StoryEntry]) -> list[list[StoryEntry]]:
    runs: list[list[StoryEntry]] = []
    for rest in rests:
        if runs and runs[-1][-1].day - rest.day == timedelta(days=1):
            runs[-1].append(rest)
        else:
            runs.append([rest])
    return runs


def _name(day: date, looked: Looked) -> str:
    name = long_day(day) if looked.width >= _ROOMY else short_day(day)
    return f"{name}{other_year(day, looked.today)}"
