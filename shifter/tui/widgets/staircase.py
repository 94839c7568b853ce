"""Three rows of a staircase: the landing behind, the tread underfoot, the landing ahead.

Every shift moves the dot along the tread; the distance to a last landing is never drawn.
"""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.views import Stairs

ROWS = 3
_MOVE = 0.2
"""Seconds that the dot takes for a step."""

_BEHIND = 9
_AHEAD = 7
_TROD, _UNTROD, _NUMBER = "$level-3", "$quiet", "$quiet"


def staircase(stairs: Stairs, standing: float, width: int) -> list[Content]:
    """The three rows, with the dot at `standing` shifts.

    The label stays within the width and off the landing ahead, so it is not always above the dot.
    """
    ahead = f" {stairs.ahead}"
    behind = _BEHIND if stairs.behind else 0
    tread = max(2, width - behind - _AHEAD - len(ahead) - 1)
    dot = min(tread - 1, round(_part(stairs, standing) * tread))
    riser = behind + tread
    top = Content.assemble(
        _label(stairs, behind + dot, riser - 1),
        ("┌" + "┄" * _AHEAD, _UNTROD),
        (ahead, _NUMBER),
    )
    middle = Content.assemble(
        " " * (behind - 1),
        ("┏" if behind else "", _TROD),
        ("━" * dot, _TROD),
        ("●", "$ink"),
        ("┄" * (tread - dot - 1) + "┘", _UNTROD),
    )
    bottom = Content.assemble(("━" * (behind - 1) + "┛", _TROD), (f" {stairs.behind}", _NUMBER))
    return [top, middle, bottom if behind else Content("")]


def _part(stairs: Stairs, standing: float) -> float:
    """How much of the tread lies behind, 0 to 1."""
    return max(0.0, min(1.0, (standing - stairs.behind) / (stairs.ahead - stairs.behind)))


def _label(stairs: Stairs, dot: int, end: int) -> Content:
    """The words above the dot, in a line that ends where the landing ahead begins."""
    words = "1 shift" if stairs.total == 1 else f"{stairs.total} shifts"
    start = max(0, min(dot - len(words) // 2 + 1, end - len(words)))
    room = max(0, end + 1 - start - len(words))
    return Content.assemble(" " * start, (words, "$foreground"), " " * room)


class Staircase(Widget):
    """The staircase of the log; the dot walks when a shift is added, unless animations are off."""

    stairs: reactive[Stairs | None] = reactive[Stairs | None](None)
    standing: reactive[float] = reactive(0.0, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._painted = ""

    def watch_stairs(self, before: Stairs | None, stairs: Stairs | None) -> None:
        if stairs is None:
            return
        if before is None:
            self.standing = float(stairs.total)
            return
        steps_up = before.behind == stairs.behind and self.standing < stairs.total
        # A jump goes through the animator too, which ends a step that is under way.
        duration = _MOVE if steps_up else 0.0
        self.animate("standing", float(stairs.total), duration=duration, level="basic")

    def watch_standing(self) -> None:
        """Repaint only once the dot has reached another cell."""
        if self._picture().plain != self._painted:
            self.refresh()

    def render(self) -> Content:
        picture = self._picture()
        self._painted = picture.plain
        return picture

    def _picture(self) -> Content:
        if self.stairs is None:
            return Content("")
        return Content("\n").join(staircase(self.stairs, self.standing, self.size.width))
