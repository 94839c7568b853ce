"""The trail of an idea as lines: everything that ever happened to it, newest first."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from textual.content import Content

from shifter.core.greeting import day_in_words
from shifter.core.stage_words import STANDS
from shifter.core.trail import TrailEntry
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.lines import Line, Lines
from shifter.tui.widgets.shift_words import shift_words
from shifter.tui.widgets.styled_line import closely

_INDENT = 9


class TrailLines(Lines):
    """A trail, wrapped into the columns that it has."""

    def __init__(self) -> None:
        super().__init__()
        self._trail: Sequence[TrailEntry] = ()
        self._today = date.min

    def show_trail(self, trail: Sequence[TrailEntry], today: date) -> None:
        """Show another trail, as it is told today."""
        self._trail, self._today = trail, today
        self._wrap()

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        # Room for a scrollbar, whether or not there is one yet.
        width = self.region.width - self.styles.scrollbar_size_vertical
        if self.region.width:
            self.show(trail_lines(self._trail, self._today, width - 3))


def trail_lines(trail: Iterable[TrailEntry], today: date, width: int) -> list[Line]:
    """Day by day; the key of a line is the id of the row that it tells about."""
    lines: list[Line] = []
    day = None
    for entry in trail:
        if entry.day != day:
            if day is not None:
                lines.append(Line(Content("")))
            day = entry.day
            lines.append(Line(Content.styled(_day(day, today), "bold $ink")))
        lines += _happened(entry, width)
    return lines


def _day(day: date, today: date) -> str:
    if day == today:
        return "Today"
    return day_in_words(day, today).removeprefix("On ")


def _happened(entry: TrailEntry, width: int) -> Iterator[Line]:
    room = width - _INDENT
    match entry.kind:
        case "shift" if entry.shift is not None:
            yield from _shift(entry, room)
        case "stage" if entry.stage is not None:
            of = f"{entry.of}: " if entry.of else ""
            text = Content.assemble(of, (STANDS[entry.stage], "$quiet"))
            yield Line(_lead("", "◇", "$quiet") + text)
            if entry.about:
                yield from _quiet(f"it taught: {entry.about}", room)
        case "joined":
            behind = f", which began as: {entry.about}" if entry.about else ""
            yield from _text("⇠", "$idea", f"{entry.text} became a part of it{behind}", room, None)
        case "found":
            yield from _text("=", "$lit", entry.text, room, entry.id)
            asked = (entry.about or "").endswith("?")
            lead = "to the question" if asked else "from the step"
            yield from _quiet(f"{lead}: {entry.about}", room, entry.id)
        case "output":
            came = f": {entry.about}" if entry.about else ""
            yield from _text("✓", "$done", f"{entry.text}{came}", room, entry.id)
        case _:
            yield from _text("▎", "$accent", entry.text, room, entry.id)


def _shift(entry: TrailEntry, room: int) -> Iterator[Line]:
    shift = entry.shift
    assert shift is not None
    for number, line in enumerate(shift_words(shift).wrap(max(2, room))):
        time, sign = (
            (f"{shift.wall:%H:%M}", "✦" if shift.little_yes else " ") if not number else ("", " ")
        )
        lead = _lead(time, sign, "$accent")
        yield Line(lead + line.rstrip(), entry.id)
    for said in (shift.said or "").splitlines():
        yield from _quiet(said, room, entry.id)


def _text(sign: str, style: str, text: str, room: int, key: str | None) -> Iterator[Line]:
    for number, line in enumerate(map(to_content, closely(text, room))):
        lead = _lead("", sign if number == 0 else " ", style)
        yield Line(lead + line, key)


def _quiet(text: str, room: int, key: str | None = None) -> Iterator[Line]:
    for line in map(to_content, closely(text, room - 2, "$quiet")):
        yield Line(line.pad_left(_INDENT), key)


def _lead(time: str, sign: str, style: str) -> Content:
    return Content.assemble((time.ljust(6), "$quiet"), (sign, style), "  ")
