"""A week as lines of a width: its sum, its light, its dead ends, what was done, and the text."""

from collections.abc import Iterator
from itertools import groupby

from textual.content import Content

from shifter.core.days import long_day
from shifter.core.stage_words import WENT_TO
from shifter.core.telling.week import NOTHING, Week, in_one_line, span, to_send, what_it_taught
from shifter.core.text import stopless
from shifter.tui.widgets.bars import Bar, lying
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.styled_line import closely, one_line

_BAR = 24
_INDENT = 3
_NARROWEST = 20


def week_lines(week: Week, width: int) -> list[Content]:
    """All of the week; an empty one says so."""
    width = max(_NARROWEST, width)
    lines = _heading(week).wrap(width)
    if week.is_empty:
        return [*lines, Content(""), Content(NOTHING)]
    for heading, part in (
        ("What lit up", _lit(week, width)),
        ("Ruled out, with thanks", _ruled_out(week, width)),
        ("Moved along", _moved(week, width)),
        ("It went to", lying([Bar(*share) for share in week.went_to], min(_BAR, width // 2))),
        ("To send to somebody who keeps you company", _to_send(week, width)),
        ("Done", _done(week, width)),
    ):
        told = list(part)
        if told:
            lines += [Content(""), Content.styled(heading, "$quiet"), *told]
    return lines


def _heading(week: Week) -> Content:
    name = Content.styled(f"{span(week.first, week.last)}  ", "bold $ink")
    return name + Content.styled(in_one_line(week), "$foreground")


def _lit(week: Week, width: int) -> Iterator[Content]:
    for shift in week.lit:
        yield from _signed("✦", "$lit", shift.whole_text, width)


def _ruled_out(week: Week, width: int) -> Iterator[Content]:
    for entry in week.ruled_out:
        yield from _signed("┫", "$ended", what_it_taught(entry), width)


def _moved(week: Week, width: int) -> Iterator[Content]:
    for entry in week.moved:
        told = f"{stopless(entry.idea or '')}: {WENT_TO[entry.stage or 'yes']}"
        yield from _signed("◇", "$idea", told, width)


def _done(week: Week, width: int) -> Iterator[Content]:
    for day, shifts in groupby(week.done, key=lambda shift: shift.day):
        yield Content.styled(long_day(day), "$ink")
        for shift in shifts:
            text = to_content(one_line(shift.whole_text, width - _INDENT))
            yield Content.assemble(("✦  ", "$lit") if shift.little_yes else " " * _INDENT, text)


def _to_send(week: Week, width: int) -> Iterator[Content]:
    for line in to_send(week).splitlines() if week.done else ():
        for part in map(to_content, closely(line, width - 2)):
            yield Content.assemble(("▎ ", "$accent"), part)


def _signed(sign: str, style: str, text: str, width: int) -> Iterator[Content]:
    for number, line in enumerate(map(to_content, closely(text, width - _INDENT))):
        lead = f"{sign}  " if number == 0 else " " * _INDENT
        yield Content.assemble((lead, style), line)
