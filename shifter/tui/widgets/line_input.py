"""A field for one line, into which several can be pasted."""

from textual.events import Event, Key, Paste
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from shifter.core.text import in_one_line
from shifter.tui.terminal.drawn_at_once import draw_changes


class LineInput(Input):
    """Textual's keeps the first line of a paste alone, and nothing at all where it is too long.

    Its cursor stands still, so that at rest nothing is drawn.
    """

    virtual_size: Reactive[Size] = reactive(Size(0, 0))
    """The size of what is written; Textual's lays the whole screen out anew at each letter."""

    def on_mount(self) -> None:
        self.cursor_blink = False

    async def on_event(self, event: Event) -> None:
        """Have a letter on the screen before anything else is done for it."""
        await super().on_event(event)
        if isinstance(event, Key):
            draw_changes(self.screen)

    def watch_virtual_size(self) -> None:
        """Scroll back as far as what is written has become shorter."""
        if self.scroll_x > self.max_scroll_x:
            self.scroll_to(x=self.max_scroll_x, animate=False, force=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that arrives after the field has gone does nothing."""
        return self.is_attached and super().check_action(action, parameters)

    def on_paste(self, event: Paste) -> None:
        """Insert what was pasted as one line, and say so if a part of it has no room."""
        event.prevent_default()
        event.stop()
        line = in_one_line(event.text)
        kept = len(self.value) - len(self.selected_text)
        if self.max_length and kept + len(line) > self.max_length:
            room = max(0, self.max_length - kept)
            self.notify(
                f"One line holds at most {self.max_length:,} characters. "
                f"The last {len(line) - room:,} of what you pasted stayed out.",
                markup=False,
            )
            line = line[:room]
        is_first = not self.value
        self.replace(line, *sorted(self.selection))
        if is_first:
            # Textual scrolls to the cursor only from the second change on.
            self.scroll_to(x=self.max_scroll_x, animate=False, force=True)
