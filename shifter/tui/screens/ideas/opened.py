"""An opened idea: all there is to it, its trail, and what can be done with it."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from shifter.core.ideas_view import IdeaCard, OpenedIdea
from shifter.core.text import stopless
from shifter.core.trail import TrailEntry
from shifter.errors import Refused
from shifter.tui.commands import IDEA, bindings
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.dialogs.one_of_many import OneOfManyDialog
from shifter.tui.drafts import about_idea
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.ideas.project_actions import ProjectActions
from shifter.tui.screens.ideas.trail_lines import TrailLines
from shifter.tui.screens.mending import mend_words
from shifter.tui.widgets.idea_facts import IdeaFacts
from shifter.tui.widgets.lines import Lines

_AT_ONCE = 200
_BESIDE_FROM = 110


class IdeaScreen(ProjectActions):
    """One idea; escape goes back to the board."""

    CSS_PATH = "opened.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IDEA)]
    commands = IDEA
    tab = "ideas"
    purpose = "Here is one idea and everything that happened to it."

    facts = getters.query_one(IdeaFacts)
    lines = getters.query_one(TrailLines)

    def __init__(self, idea: str) -> None:
        """`idea` is its id."""
        super().__init__()
        self._idea = idea
        self._view: OpenedIdea | None = None
        self._shifts = _AT_ONCE

    def compose_body(self) -> ComposeResult:
        with Container(id="opened"):
            yield IdeaFacts(self.app.key_named)
            yield TrailLines()

    @property
    def card(self) -> IdeaCard | None:
        """The opened idea."""
        return self._view.card if self._view else None

    async def load(self) -> None:
        try:
            self._view = await self.app.ask(
                self.companion.ideas.opened, self._idea, shifts=self._shifts
            )
        except Refused:
            # It was deleted, or merged into another: there is nothing left to show.
            self.dismiss(None)
            self.is_due = True
            return
        self._show()

    async def show_changed(self, idea: str | None) -> None:
        """Reload; an idea that was merged into another is shown as that other one."""
        self._idea = idea or self._idea
        await self.load()

    def on_resize(self) -> None:
        self.set_class(self.size.width >= _BESIDE_FROM, "-beside")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the stage, the next step, and the line of the trail."""
        card, entry = self.card, self._entry()
        allowed = {
            **dict.fromkeys(("add", "note", "delete", "merge"), card is not None),
            **dict.fromkeys(
                ("outputs", "weeks"), card is not None and card.idea.stage == "project"
            ),
            "take_step": bool(card and card.idea.ended is None and card.step and card.step.is_open),
            "the_way": card is not None and card.idea.stage == "yes",
            "mend": entry is not None,
            "hunch": bool(entry and entry.shift and entry.shift.little_yes),
        }
        return allowed[action] if action in allowed else super().check_action(action, parameters)

    def why_not(self, action: str) -> str | None:
        """Why an action does nothing for this idea, or for the line that the cursor is on."""
        if action in ("outputs", "weeks"):
            return f"Only a project has {action}; {self.key_for('move')} can make it one."
        if action == "the_way":
            return "Only the Yes has a way to tell."
        if action == "mend":
            return f"Nothing is written here yet; {self.key_for('add')} logs the first shift."
        if action == "hunch":
            return "Only a Little Yes becomes a hunch."
        return super().why_not(action)

    @in_turn
    async def action_back(self) -> None:
        self.app.leave_what_was_said_here()
        with self.app.in_one_frame():
            self.dismiss(None)

    @on(Lines.Moved)
    def _moved(self, moved: Lines.Moved) -> None:
        self.refresh_bindings()
        view = self._view
        shown = [entry.id for entry in view.trail if entry.kind == "shift"] if view else []
        if len(shown) == self._shifts and moved.key == shown[-1]:
            self._shifts += _AT_ONCE
            self.reload()

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.action_mend()

    @in_turn
    async def action_add(self) -> None:
        """Log a shift on this idea."""
        await self.add_shift(idea=self._idea)

    @in_turn
    async def action_take_step(self) -> None:
        """The next step was taken: it is a shift now."""
        logged = await self.change(self.companion.ideas.steps.take, self._idea)
        await self.load()
        await self.say_logged(logged)

    @in_turn
    async def action_note(self) -> None:
        dialog = LineDialog(
            "What is worth keeping?",
            lambda text: self.change(self.companion.ideas.note, self._idea, text),
            place=about_idea(self._idea, "note"),
        )
        if await self.app.push_screen_wait(dialog) is not None:
            await self.load()

    @in_turn
    async def action_mend(self) -> None:
        """Edit what a line of the trail tells."""
        entry = self._entry()
        if entry is None:
            return
        if entry.shift is not None:
            await self.edit_shift(entry.shift)
        else:
            await mend_words(self, entry, self._idea)

    @in_turn
    async def action_hunch(self) -> None:
        """Make a hunch of what lit up."""
        entry = self._entry()
        if entry is not None:
            await self.make_hunch(entry.id)

    @in_turn
    async def action_merge(self) -> None:
        """Merge the idea into another one."""
        card = self.card
        others = [
            idea
            for idea in await self.app.ask(self.companion.ideas.all, ended=True)
            if card is not None and idea.id != card.idea.id
        ]
        if card is None or not others:
            self.app.say_here("There is no other idea yet.")
            return
        undo = self.app.key_named("everywhere.undo")
        dialog = OneOfManyDialog(
            f"Which idea does {card.idea.name} belong to?",
            [idea.name for idea in others],
            lambda name: self.change(self.companion.ideas.merge, self._idea, name),
            hint=f"Its shifts, steps and notes move along. {undo} brings it back.",
            does="Merge",
        )
        merged = await self.app.push_screen_wait(dialog)
        if merged is not None:
            await self.show_changed(merged.id)
            self.app.say(f"{card.idea.name} is a part of {merged.name} now.")

    @in_turn
    async def action_delete(self) -> None:
        """Delete the idea; its shifts stay, and undo brings it back."""
        idea = await self.change(self.companion.ideas.delete, self._idea)
        await self.load()
        undo = self.app.key_named("everywhere.undo")
        self.app.say(f"Deleted: {stopless(idea.name)}. Its shifts stay. {undo} brings it back.")

    @in_turn
    async def action_the_way(self) -> None:
        await self.show_the_way(self._idea)

    def _entry(self) -> TrailEntry | None:
        """What the cursor is on."""
        if self._view is None or not self.is_whole:
            return None
        key = self.lines.key
        return next((entry for entry in self._view.trail if entry.id == key), None)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.header.notes = (view.card.idea.name,)
        self.facts.view = view
        self.lines.show_trail(view.trail, view.day)
        self.refresh_bindings()
