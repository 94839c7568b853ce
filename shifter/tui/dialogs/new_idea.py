"""An answer may name an unknown idea; a second enter adds it as a hunch."""

from typing import Generic, TypeVar

from textual import on
from textual.widgets import Input

from shifter.errors import ShifterError, UnclearName, UnknownIdea
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key, KeyRow

AnswerT = TypeVar("AnswerT")


class OffersNewIdea(Dialog[AnswerT], Generic[AnswerT]):
    """A dialog that offers to add an unknown idea, until other words are typed.

    `takes_new_idea` tells its answer whether the offer was accepted.
    """

    takes_new_idea = False
    _is_offered = False

    def action_submit(self) -> None:
        """Accept only what was offered when the key was pressed, not while it waits its turn."""
        self.takes_new_idea = self._is_offered
        super().action_submit()

    def show_trouble(self, error: ShifterError) -> bool:
        if isinstance(error, UnclearName):
            # What else the message says is how ideas are added elsewhere.
            error.message = error.told
        if isinstance(error, UnknownIdea):
            self._offer(True)
            key = self.keys_here()[0].key.split()[-1]
            again = f"Press {key} again to keep it as a new hunch, with this on it."
            error.message = f"{error.told} {again} {error.plain}".rstrip()
        return super().show_trouble(error)

    @on(Input.Changed)
    def _ask_anew(self) -> None:
        if self._is_offered:
            self._offer(False)
            self.hide_trouble()

    def keys_here(self) -> tuple[Key, ...]:
        """Once an idea is offered, what accepts that."""
        submit, *others = super().keys_here()
        if self._is_offered:
            return submit._replace(name="Keep it as a hunch"), others[-1]
        return submit, *others

    def _offer(self, is_offered: bool) -> None:
        self._is_offered = is_offered
        self.query_one(KeyRow).show(*self.keys_here())
