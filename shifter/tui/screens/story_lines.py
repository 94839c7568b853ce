"""The log as lines: a heading a day, then its shifts, each with its note below."""

from collections.abc import Iterator
from itertools import groupby

from textual.content import Content

from shifter.core.records import Shift
from shifter.core.views import StoryRow, StoryView
from shifter.tui.dates import long_day
from shifter.tui.widgets.lines import Line

_TIME_WIDTH = 10
_NOTE_LINES = 4


def story_lines(view: StoryView, width: int) -> list[Line]:
    """The rows in a width in cells; a shift's id is the key of its first line."""
    lines: list[Line] = []
    for day, rows in groupby(view.rows, key=lambda row: row.shift.day):
        year = "" if day.year == view.day.year else f" {day.year}"
        lines.append(Line(Content("")))
        lines.append(Line(Content.styled(f"{long_day(day)}{year}", "bold $ink")))
        for row in rows:
            lines += _shift(row, width)
    return lines[1:]


def _shift(row: StoryRow, width: int) -> Iterator[Line]:
    shift = row.shift
    about = _about(shift, width)
    room = max(10, width - _TIME_WIDTH - (about.cell_length + 2 if about else 0))
    first, *others = Content(shift.text).wrap(room)
    yield Line(
        Content.assemble(
            (f"{row.at:%H:%M}  ", "$quiet"),
            ("✦  ", "$lit") if shift.little_yes else "   ",
            first.truncate(room, pad=True),
            "  ",
            about,
        ),
        shift.id,
    )
    for line in others:
        yield Line(Content(" " * _TIME_WIDTH) + line)
    yield from _note(shift, width)


def _about(shift: Shift, width: int) -> Content:
    """Idea and minutes, at the right edge, where there is room for them."""
    idea = Content.styled(shift.idea or "", "$idea").truncate(width // 4, ellipsis=True)
    if shift.minutes is None:
        return idea
    return Content.assemble(idea, (f" {shift.minutes:>3} min", "$quiet"))


def _note(shift: Shift, width: int) -> Iterator[Line]:
    if not shift.note:
        return
    lines = Content(shift.note).wrap(max(10, width - _TIME_WIDTH - 2))
    for line in lines[:_NOTE_LINES]:
        yield Line(Content.assemble(" " * _TIME_WIDTH, ("▎ ", "$accent"), line))
    if len(lines) > _NOTE_LINES:
        yield Line(Content.assemble(" " * _TIME_WIDTH, ("▎ …", "$accent")))
