"""What every dialog shares: a box over the screen, and an answer that may be refused."""

from typing import ClassVar, Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from shifter.errors import ShifterError
from shifter.tui.leaving import LeftOnce
from shifter.tui.widgets.key_row import Key, KeyRow

AnswerT = TypeVar("AnswerT")


class Dialog(ModalScreen[AnswerT | None], LeftOnce[AnswerT | None], Generic[AnswerT]):
    """A question over the screen; escape leaves it, and the result is then None.

    A subclass composes its body and gives the answer, which may ask the companion. What is refused
    is said inside the dialog, so that nothing typed is lost.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave it", show=False)]

    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Save", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(self, heading: str) -> None:
        """`heading` may hold what people wrote; it is shown as it is."""
        super().__init__()
        self._heading = heading
        self._is_submitting = False

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(Content.styled(self._heading, "bold $ink"), id="heading")
            yield from self.compose_body()
            trouble = Static(id="trouble")
            trouble.display = False
            yield trouble
            yield KeyRow(*self.keys_here())

    def compose_body(self) -> ComposeResult:
        """The widgets between the heading and the keys."""
        yield from ()

    def keys_here(self) -> tuple[Key, ...]:
        """What stands below all of it."""
        return self.keys

    async def answer(self) -> AnswerT:
        """What the dialog results in. A `ShifterError` is shown, and the dialog stays."""
        raise NotImplementedError

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_submit(self) -> None:
        """Give the answer; a second enter meanwhile does nothing."""
        if not self._is_submitting:
            self._is_submitting = True
            self._submit()

    def on_input_submitted(self) -> None:
        self.action_submit()

    @work
    async def _submit(self) -> None:
        try:
            self.dismiss(await self.answer())
        except ShifterError as error:
            self.show_trouble(error)
        finally:
            self._is_submitting = False

    def hide_trouble(self) -> None:
        """Take back what was said to be wrong."""
        self.query("#trouble").set(display=False)

    def show_trouble(self, error: ShifterError) -> None:
        """Say inside the dialog what is wrong, unless it was left meanwhile."""
        for trouble in self.query("#trouble").results(Static):
            trouble.update(Content(error.message))
            trouble.display = True
