"""Ruling an idea out: two lines that may stay empty, and then the moment itself."""

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar, Literal

from textual import on
from textual.content import Content
from textual.widgets import Input

from shifter.core.dead_end_card import text_card
from shifter.core.ideas_view import DeadEnd
from shifter.core.records import Idea
from shifter.core.text import stopless
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.dialogs.moment import Moment
from shifter.tui.drafts import about_idea
from shifter.tui.widgets.dead_end_scene import scene
from shifter.tui.widgets.key_row import Key


class RuleOutDialog(FormDialog[Idea]):
    """Results in the idea once it is ruled out. Enter goes to the second line, then submits."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Go on", "go_on"),
        Key("esc", "Leave it open", "leave"),
    )

    def __init__(
        self, idea: Idea, rule_out: Callable[[Mapping[str, str]], Awaitable[Idea]]
    ) -> None:
        super().__init__(
            f"{stopless(idea.name)}: not this way?",
            (
                Field("taught", "It taught me", placeholder="a line, or nothing at all"),
                Field("spared", "It spared me", placeholder="years, money, a detour; or nothing"),
            ),
            rule_out,
            hint="Every way ruled out is one wrong turn not taken.",
            place=about_idea(idea.id, "not this way"),
        )

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.prevent_default()
        self.action_go_on()

    def keys_here(self) -> tuple[Key, ...]:
        """What enter does from this line."""
        is_last = self.focused is not None and self.focused.id == "spared"
        enter = Key("enter", "Rule it out", "go_on") if is_last else self.keys[0]
        return enter, *self.keys[1:]

    def action_go_on(self) -> None:
        """Go from the first line to the second, and from there submit."""
        taught = self.query_one("#taught", Input)
        if taught.has_focus:
            self.query_one("#spared", Input).focus()
        else:
            self.action_submit()


class DeadEndMoment(Moment[Literal["revive"]]):
    """Shows how little it took, what it spared, what is kept, and the ways still open."""

    moves_for = 1.2

    def __init__(self, dead_end: DeadEnd) -> None:
        super().__init__(
            Key("c", "Copy as a card", "copy"),
            Key("v", "Bring it back", "revive"),
            Key("any other key", "On we go", "leave"),
        )
        self._dead_end = dead_end

    def paint(self, width: int, height: int, progress: float) -> list[Content]:
        return scene(self._dead_end, width, height, progress)

    def actions(self) -> Mapping[str, Callable[[], None]]:
        return {"c": self.action_copy, "v": self.action_revive}

    def action_copy(self) -> None:
        """Copy the card to the clipboard, through the terminal."""
        if self.hears():
            self.app.copy_to_clipboard(text_card(self._dead_end))
            self.notify("Copied. Somebody will be glad for you.", markup=False)

    def action_revive(self) -> None:
        self.answer("revive")
