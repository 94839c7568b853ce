"""The parts of the board that only this screen has: the front row, and the stairs with words."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from shifter.tui.widgets import figures
from shifter.tui.widgets.figures import Figure
from shifter.tui.widgets.staircase import Staircase, staircase

_GAP = 3


class FrontRow(Widget):
    """The big figures, or the same in one line where there is less room."""

    figures: reactive[Sequence[Figure]] = reactive[Sequence[Figure]](())

    def render(self) -> Content:
        width, height = self.size
        if height >= figures.ROWS:
            return figures.side_by_side(self.figures, width)
        return _in_one_line(self.figures, width)


class LandingStairs(Staircase):
    """The staircase, with the landing ahead in words at its foot."""

    words: reactive[Sequence[str]] = reactive[Sequence[str]](())

    def _picture(self) -> Content:
        if self.stairs is None:
            return Content("")
        width = self.size.width
        *upper, lowest = staircase(self.stairs, self.standing, width)
        room = width - lowest.cell_length - _GAP
        told = next((words for words in self.words if len(words) <= room), "")
        lowest = Content.assemble(lowest, " " * (room - len(told) + _GAP), (told, "$foreground"))
        return Content("\n").join([*upper, lowest])


def _in_one_line(figures: Sequence[Figure], width: int) -> Content:
    """The figures side by side; the last ones are left out where it is too narrow."""
    parts = [
        Content.assemble((f"{figure.number:,}", "bold $ink"), (f" {figure.word}", "$quiet"))
        for figure in figures
    ]
    while parts and sum(part.cell_length + _GAP for part in parts) - _GAP > width:
        parts.pop()
    return Content(" " * _GAP).join(parts)
