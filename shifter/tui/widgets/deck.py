"""Ideas one after another with a cursor, however they are drawn."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Blur, Click, Focus
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Deck(Widget, can_focus=True):
    """A subclass draws the ideas, whose ids are its `keys`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """Another idea is chosen, or another deck."""

    class Opened(Message):
        """An idea was double-clicked."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.keys: list[str] = []

    @property
    def key(self) -> str | None:
        """The id of the idea that the cursor is on."""
        return self.keys[self.cursor] if self.keys else None

    def move_to(self, key: str) -> bool:
        """Put the cursor on the idea with this id; False if it is not here."""
        if key not in self.keys:
            return False
        self.cursor = self.keys.index(key)
        return True

    def stay_with(self, key: str | None) -> None:
        """Keep the cursor on an idea after others came or went, or else near where it was."""
        self.cursor = self.keys.index(key) if key in self.keys else self.cursor

    def repaint_cursor(self, before: int, after: int) -> None:
        """Draw the cursor where it is now, and no longer where it was."""
        del before, after
        self.refresh()

    def click_on(self, place: int, event: Click) -> None:
        """Choose the idea at this place; a second click opens it."""
        is_again = place == self.cursor
        self.cursor = place
        if is_again and event.chain > 1:
            self.post_message(self.Opened())

    def on_focus(self, _event: Focus) -> None:
        self.refresh()
        self.post_message(self.Moved())

    def on_blur(self, _event: Blur) -> None:
        self.refresh()

    def validate_cursor(self, place: int) -> int:
        """The nearest place at which there is an idea."""
        return max(0, min(place, len(self.keys) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        self.repaint_cursor(before, after)
        if self.is_attached:
            self.post_message(self.Moved())

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = len(self.keys)
