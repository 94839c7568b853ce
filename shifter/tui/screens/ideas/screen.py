"""The Ideas screen, which answers what is on the boil."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widgets import Input

from shifter.core.ideas_view import IdeaCard, IdeasView
from shifter.tui.commands import IDEAS, bindings
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.drafts import NEW_IDEA
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.ideas.actions import IdeaActions
from shifter.tui.screens.ideas.board import IdeaBoard
from shifter.tui.widgets.deck import Deck
from shifter.tui.widgets.line_input import LineInput

_WANTED = "-wanted"


class IdeasScreen(IdeaActions):
    """The board, and what can be done with the idea that is chosen on it."""

    CSS_PATH = "ideas.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(IDEAS),
        Binding("left,h", "lane(-1)", "The lane on the left", show=False),
        Binding("right,l", "lane(1)", "The lane on the right", show=False),
        Binding("up,k", "leave_shelf", "To the lanes", show=False),
    ]
    commands = IDEAS
    tab = "ideas"
    purpose = "Here are the directions you are curious about. Keep several, marry none."

    board = getters.query_one(IdeaBoard)
    search = getters.query_one("#find", Input)

    def __init__(self) -> None:
        super().__init__()
        self._view: IdeasView | None = None
        self._wanted: str | None = None
        self._sought_from: str | None = None

    def compose_body(self) -> ComposeResult:
        yield LineInput(placeholder="find an idea; enter goes to it", compact=True, id="find")
        yield IdeaBoard(lambda: self.app.key_named("ideas.add"))

    @property
    def card(self) -> IdeaCard | None:
        """The card that is chosen."""
        if self._view is None or not self.is_whole:
            return None
        key = self.board.key
        return next((card for card in self._view.cards if card.idea.id == key), None)

    async def load(self) -> None:
        self._view = await self.app.ask(self.companion.ideas.view)
        self._show()
        self._wanted = None

    async def show_changed(self, idea: str | None) -> None:
        """Reload, with the cursor on the idea with this id."""
        self._wanted = idea
        await self.load()

    def show_idea(self, name: str) -> None:
        """Put the cursor on an idea, at once or when it is loaded, among all of them."""
        self._wanted = name
        if self._view is not None:
            self._show_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What an idea allows depends on its stage; letters are letters while one types."""
        if action == "find":
            return bool(self._view and self._view.cards) and not self.search.has_focus
        if action == "leave_find":
            return self.search.has_class(_WANTED)
        if action == "open":
            return self.card is not None and not self.search.has_focus
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str | None:
        """Without an idea there is nothing to act on."""
        if self.card is not None or action == "leave_find":
            return super().why_not(action)
        if self._view is not None and self._view.cards:
            return "No idea is chosen here."
        return f"There is no idea yet; {self.key_for('add')} adds one."

    def action_open(self) -> None:
        from shifter.tui.screens.ideas.opened import IdeaScreen

        card = self.card
        if card is not None:
            self.app.open_page(IdeaScreen(card.idea.id))

    def action_lane(self, step: int) -> None:
        self.board.go(step)

    def action_leave_shelf(self) -> None:
        self.board.leave_shelf()

    def action_find(self) -> None:
        self._sought_from = self.board.key
        self.search.add_class(_WANTED)
        # At once, so that what is typed next is part of it; only what is visible takes the focus.
        self.search.visible = True
        self.set_focus(self.search)

    def action_leave_find(self) -> None:
        """Show all ideas; the cursor goes back to where it was unless it moved to a find."""
        if self.search.has_focus:
            self._wanted = self._sought_from
        self._show_all()
        self.board.focus_deck()

    @in_turn
    async def action_add(self) -> None:
        """Add an idea: one line, and nothing else."""
        dialog = LineDialog(
            "What makes you curious?",
            lambda name: self.change(self.companion.ideas.add, name),
            placeholder="a word will do, or half an idea",
            place=NEW_IDEA,
        )
        added = await self.app.push_screen_wait(dialog)
        if added is not None:
            self.search.value = ""
            await self.show_changed(added.id)

    @on(Input.Changed, "#find")
    def _find_as_typed(self) -> None:
        if self._view is not None:
            self.board.show(self._view, self.search.value)

    @on(Input.Submitted, "#find")
    def _go_to_what_was_found(self) -> None:
        self.board.go_to_found()

    @on(Deck.Opened)
    def _open(self) -> None:
        self.action_open()

    @on(IdeaBoard.Chose)
    def _chose(self) -> None:
        self.refresh_bindings()

    def on_resize(self, _event: Resize) -> None:
        self.refresh_bindings()

    def _show_all(self) -> None:
        self.search.value = ""
        self.search.remove_class(_WANTED)
        self.search.visible = False
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.header.notes = _notes(view)
        self.board.show(view, self.search.value)
        for card in view.cards:
            if self._wanted in (card.idea.id, card.idea.name):
                self._wanted = None
                self.board.move_to(card.idea.id)
        self.refresh_bindings()


def _notes(view: IdeasView) -> tuple[str, ...]:
    living = sum(idea.ended is None for idea in view.ideas)
    ruled_out = sum(idea.stage == "dead_end" for idea in view.ideas)
    told = [f"{living} on the boil"] if living else []
    if ruled_out:
        told.append(f"{ruled_out} ruled out")
    return (", ".join(told), *told[:1])
