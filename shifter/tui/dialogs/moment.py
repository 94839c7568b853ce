"""A moment that fills the screen: it moves once, and then any key closes it."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key as KeyPress
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget

from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.widgets.key_row import Key, KeyRow

AnswerT = TypeVar("AnswerT")

_DEAF_FOR = 0.5
"""Seconds for which keys are ignored: a last enter for the dialog before is no answer to this."""

Paint = Callable[[int, int, float], list[Content]]


class _Scene(Widget):
    """Paints a moment at its progress; `paint` gets columns, rows and progress (0 to 1)."""

    progress: reactive[float] = reactive(0.0)

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint

    def render(self) -> Content:
        return Content("\n").join(self._paint(*self.size, self.progress))


class Moment(ModalScreen[AnswerT | None], LeftOnce[AnswerT | None], Generic[AnswerT]):
    """Results in None unless one of its own keys was pressed; a subclass paints it."""

    CSS_PATH = "moment.tcss"
    AUTO_FOCUS = ""

    moves_for: ClassVar[float]
    """Seconds that the animation takes."""

    def __init__(self, *keys: Key) -> None:
        super().__init__()
        self._keys = keys
        self._opened = monotonic()

    def paint(self, width: int, height: int, progress: float) -> list[Content]:
        """At most `height` rows of `width` columns; `progress` runs from 0 to 1."""
        raise NotImplementedError

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """What its own keys do; every other key closes it."""
        return {}

    def compose(self) -> ComposeResult:
        yield _Scene(self.paint)
        yield KeyRow(*self._keys, apart=True)

    def on_mount(self) -> None:
        self._opened = monotonic()
        scene = self.query_one(_Scene)
        scene.animate("progress", 1.0, duration=self.moves_for, easing="linear", level="basic")

    def on_key(self, event: KeyPress) -> None:
        event.stop()
        event.prevent_default()
        if self.hears():
            self.actions().get(event.key, self.action_leave)()

    def on_click(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        self.answer(None)

    def answer(self, answer: AnswerT | None) -> None:
        """Close the moment and what was said in it, unless it has only just begun."""
        if self.hears():
            self.app.clear_notifications()
            self.dismiss(answer)

    def hears(self) -> bool:
        """Whether the first half second is over."""
        return monotonic() - self._opened >= _DEAF_FOR
