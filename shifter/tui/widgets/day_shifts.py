"""The day under the cursor: its name, and its shifts by the hour with all that belongs to them."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.board_view import DayPanel
from shifter.core.days import long_day, other_year
from shifter.core.number_words import counted
from shifter.core.records import Shift
from shifter.core.views import StoryRow
from shifter.tui.widgets.shift_words import shift_words

_INDENT = 9
_LEAST_TEXT = 10

# Lines, each with the number of its shift.
_Numbered = list[tuple[int | None, Content]]


class DayShifts(Widget, can_focus=True):
    """A heading and as many shifts as fit; with the focus it has a cursor, and scrolls.

    `panel` is the day that is shown; None before there is one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("escape,left,h", "step_out", "Back to the board", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """A shift was double-clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.panel: DayPanel | None = None
        self._today: date | None = None
        self._keys: tuple[str, str | None] = ("a", "1")
        self._lit = "✦"

    @property
    def shift(self) -> Shift | None:
        """The shift under the cursor while the panel has the focus, or the only one."""
        rows = self.panel.rows if self.panel else ()
        if len(rows) == 1:
            return rows[0].shift
        return rows[self.cursor].shift if self.has_focus and self.cursor < len(rows) else None

    @property
    def has_several(self) -> bool:
        """Whether there is a choice among shifts."""
        return self.panel is not None and len(self.panel.rows) > 1

    @property
    def lit(self) -> list[int]:
        """The numbers (from 0) of the day's Little Yeses; with the focus, only the cursor's."""
        rows = self.panel.rows if self.panel else ()
        numbers = [number for number, row in enumerate(rows) if row.shift.little_yes]
        return [number for number in numbers if number == self.cursor or not self.has_focus]

    def shift_at(self, number: int) -> Shift:
        """The shift of that number, from 0."""
        assert self.panel is not None
        return self.panel.rows[number].shift

    def show(self, panel: DayPanel, today: date, keys: tuple[str, str | None], lit: str) -> None:
        """Show a day; `lit` is the sign of a Little Yes.

        `keys` are the key that adds to the day, and the one that shows the pick (None while the
        book is closed).
        """
        is_another = self.panel is None or self.panel.day.day != panel.day.day
        self.panel, self._today, self._keys, self._lit = panel, today, keys, lit
        self.set_reactive(
            DayShifts.cursor, 0 if is_another else min(self.cursor, max(0, len(panel.rows) - 1))
        )
        self.refresh()

    def render(self) -> Content:
        if self.panel is None or self._today is None:
            return Content("")
        width, height = self.size
        lines = [line for _, line in self._shown(width, height - 1)]
        return Content("\n").join([_heading(self.panel, self._today, width), *lines])

    def on_click(self, event: Click) -> None:
        shown = self._shown(self.size.width, self.size.height - 1)
        number = shown[event.y - 1][0] if 0 < event.y <= len(shown) else None
        if number is None:
            return
        if number == self.cursor and event.chain > 1:
            self.post_message(self.Chosen())
        self.cursor = number

    def watch_cursor(self) -> None:
        if self.has_focus:
            self.screen.refresh_bindings()  # Which actions are enabled depends on the shift.

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_step(self, by: int) -> None:
        rows = self.panel.rows if self.panel else ()
        self.cursor = max(0, min(self.cursor + by, len(rows) - 1))

    def action_step_out(self) -> None:
        self.screen.set_focus(None)

    def _shown(self, width: int, room: int) -> _Numbered:
        """The lines below the heading, each with the number of its shift."""
        panel = self.panel
        if panel is None:
            return []
        if not panel.rows:
            told = _nothing(panel, self._today, self._keys)
            return [(None, line) for line in told.wrap(max(2, width))[:room]]
        return self._shown_shifts(panel.rows, width, room, panel.hidden)

    def _shown_shifts(
        self, rows: Sequence[StoryRow], width: int, room: int, hidden: int
    ) -> _Numbered:
        """All of the shifts if they fit, else the first ones, or those around the cursor."""
        here = self.cursor if self.has_focus else None
        if len(rows) <= room and not hidden:
            return self._all(rows, width, room, here)
        if here is not None:
            return self._around(rows, width, room, here)
        left_out = len(rows) - (room - 1) + hidden
        more = Content.styled(f"and {left_out:,} more", "$quiet").pad_left(_INDENT)
        return [*self._cut(rows, width, range(room - 1)), (None, more)]

    def _all(self, rows: Sequence[StoryRow], width: int, room: int, here: int | None) -> _Numbered:
        """As many in full as there is room for, the cursor's first; the others cut to one line."""
        spare = room - len(rows)
        found: dict[int, list[Content]] = {}
        for number in sorted(range(len(rows)), key=lambda number: number != here):
            whole = _whole(rows[number], width, self._lit, is_here=number == here)[:room]
            fits = len(whole) - 1 <= spare
            found[number] = whole if fits else [_in_one_line(rows[number], width, self._lit)]
            if not fits and number == here:
                return self._around(rows, width, room, number)
            spare -= len(found[number]) - 1
        return [(number, line) for number in range(len(rows)) for line in found[number]]

    def _around(self, rows: Sequence[StoryRow], width: int, room: int, here: int) -> _Numbered:
        """The cursor's shift in full, and the ones around it as far as there is room."""
        own = _whole(rows[here], width, self._lit, is_here=True)[:room]
        start = max(0, here - (room - len(own)))
        below = range(here + 1, min(len(rows), start + room - len(own) + 1))
        return [
            *self._cut(rows, width, range(start, here)),
            *((here, line) for line in own),
            *self._cut(rows, width, below),
        ]

    def _cut(self, rows: Sequence[StoryRow], width: int, numbers: range) -> _Numbered:
        """Some of the shifts in one line each."""
        return [(number, _in_one_line(rows[number], width, self._lit)) for number in numbers]


def _heading(panel: DayPanel, today: date, width: int) -> Content:
    """`Tuesday 17 November  5 shifts, 25 min`; what has no room is left out."""
    day = panel.day
    name = Content.styled(f"{long_day(day.day)}{other_year(day.day, today)}", "bold $ink")
    told = []
    if day.day == today:
        told.append("today")
    if day.rest:
        told.append("rest day")
    if day.shifts > 1:
        told.append(counted(day.shifts, "shift"))
    if day.shifts > 1 and day.minutes:
        told.append(f"{day.minutes:,} min")
    while told:
        whole = Content.assemble(name, (f"  {', '.join(told)}", "$quiet"))
        if whole.cell_length <= width:
            return whole
        told.pop()
    return name


def _whole(row: StoryRow, width: int, lit: str, *, is_here: bool) -> list[Content]:
    """A shift in as many lines as its words take."""
    room = max(_LEAST_TEXT, width - _INDENT)
    words = shift_words(row.shift, "$ink" if is_here else "$foreground", with_idea=True)
    lines = [line.rstrip() for line in words.wrap(room)]
    # A number and its unit stay together.
    last = lines[-1] + _minutes(row.shift)
    fits = last.cell_length <= room
    first, *others = [*lines[:-1], last] if fits else [*lines, _minutes(row.shift, apart="")]
    lead = _lead(row, lit, is_here=is_here)
    return [lead + first, *(line.pad_left(_INDENT) for line in others)]


def _in_one_line(row: StoryRow, width: int, lit: str) -> Content:
    """A shift in one line."""
    words = shift_words(row.shift, "$foreground", with_idea=True) + _minutes(row.shift)
    return (_lead(row, lit, is_here=False) + words).truncate(width, ellipsis=True)


def _lead(row: StoryRow, lit: str, *, is_here: bool) -> Content:
    """The time, the cursor's sign, and the light of a Little Yes."""
    return Content.assemble(
        (f"{row.at:%H:%M}", "$quiet"),
        (" ▸" if is_here else "  ", "$accent"),
        (f"{lit if row.shift.little_yes else ' '} ", "bold $lit"),
    )


def _minutes(shift: Shift, apart: str | None = None) -> Content:
    if shift.minutes is None:
        return Content("")
    if apart is None:
        apart = ", " if shift.idea or shift.with_whom else "  "
    return Content.styled(f"{apart}{shift.minutes:,} min", "$quiet")


def _nothing(panel: DayPanel, today: date | None, keys: tuple[str, str | None]) -> Content:
    add, pick = keys
    if panel.others:
        return Content.assemble(
            "Nothing for ",
            (panel.idea or "", "$idea"),
            f"; {counted(panel.others, 'other shift')}. ",
            (add, "$accent"),
            (" adds what you did for it.", "$quiet"),
        )
    if panel.day.day == today and not panel.day.rest:
        if pick is None:
            return Content.assemble(
                "The book is closed. ", (add, "$accent"), (" adds what you did.", "$quiet")
            )
        return Content.assemble(
            "Open, and in no hurry. ",
            (pick, "$accent"),
            (" shows something tiny.", "$quiet"),
        )
    lead = "A day off. " if panel.day.rest else "Nothing is written here. "
    return Content.assemble(lead, (add, "$accent"), (" adds what you did then.", "$quiet"))
