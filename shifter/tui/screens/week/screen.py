"""The page of a week, over the screen that it was opened from."""

from datetime import date, timedelta
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from shifter.core.telling.week import Week, span, to_send
from shifter.core.weeks import WEEK
from shifter.tui.commands import WEEK as COMMANDS
from shifter.tui.commands import bindings
from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys
from shifter.tui.dialogs.line import LineDialog
from shifter.tui.keys.turns import in_turn
from shifter.tui.sayings import in_passing
from shifter.tui.screens.shift_actions import ShiftActions
from shifter.tui.screens.week.sheet import week_lines

_WIDEST = 84
_MARGINS = 7


class WeekScreen(ShiftActions):
    """One week; escape goes back to where it was opened."""

    CSS_PATH = "week.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]
    commands = COMMANDS
    purpose = "Here is how one week went, with a few lines to send to somebody."

    sheet = getters.query_one("#week", Static)

    def __init__(self, tab: str, day: date | None = None) -> None:
        """`tab` is the screen below; `day` lies in the week to show, last week unless given."""
        self.tab = tab  # type: ignore[misc]  # it is shown below the tab it was opened from
        super().__init__()
        self._day = day
        self._today = date.max
        self._week: Week | None = None

    @property
    def heading(self) -> str:
        return "The week"

    def compose_body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(id="week")

    async def load(self) -> None:
        self._today = await self.app.ask(self.companion.day)
        self._week = await self.app.ask(self.companion.telling.week, self._day)
        self._show()

    def on_resize(self) -> None:
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An empty week is nothing to send, and none is ahead of this one."""
        week = self._week
        if action in ("copy", "sent"):
            return week is not None and bool(week.done)
        if action == "hunch":
            return week is not None and bool(week.lit)
        if action == "after":
            return week is not None and week.last < self._today
        return super().check_action(action, parameters)

    @in_turn
    async def action_back(self) -> None:
        self.app.leave_what_was_said_here()
        with self.app.in_one_frame():
            self.dismiss(None)

    @in_turn
    async def action_before(self) -> None:
        await self._turn(-WEEK)

    @in_turn
    async def action_after(self) -> None:
        await self._turn(WEEK)

    def action_copy(self) -> None:
        """Copy the few lines to the clipboard, through the terminal."""
        if self._week is not None:
            self.app.copy_to_clipboard(to_send(self._week))
            key = self.app.key_named("week.sent")
            self.app.say_here(f"Copied to the clipboard. Once sent, {key} makes it a shift.")

    @in_turn
    async def action_sent(self) -> None:
        """Sending it is a shift."""
        week = self._week
        if week is None:
            return
        dialog = LineDialog(
            "Who did you send it to?",
            lambda name: self.change(self.companion.telling.sent, week, name),
            hint="A name, or nothing. Sending it is a shift.",
            suggestions=await self.app.ask(self.companion.shifts.person_names),
            does="Log it",
            place=f"week sent {week.first}",
        )
        logged = await self.app.push_screen_wait(dialog)
        if logged is not None:
            await self.load()
            story, undo = map(self.app.key_named, ("everywhere.story", "everywhere.undo"))
            where = f"It stands in the Story, on {story}; {undo} takes it back."
            await self.say_done(f"{in_passing(logged.shift.text)}. {where}", logged)

    @in_turn
    async def action_hunch(self) -> None:
        """Make a hunch of what lit up; of several, one is chosen first."""
        lit = self._week.lit if self._week else ()
        choices = [
            Choice(key, shift.whole_text, "", shift.id)
            for key, shift in zip(entry_keys(), lit, strict=False)
        ]
        chosen: str | None = choices[0].value
        if len(choices) > 1:
            chosen = await self.app.push_screen_wait(ChoiceDialog("Which one?", choices))
        if chosen is not None:
            await self.make_hunch(chosen)

    async def _turn(self, by: timedelta) -> None:
        if self._week is not None:
            self._day = self._week.first + by
            await self.load()
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def _show(self) -> None:
        week = self._week
        if week is not None:
            self.header.notes = (span(week.first, week.last),)
            width = min(self.size.width - _MARGINS, _WIDEST)
            self.sheet.update(Content("\n").join(week_lines(week, width)))
            self.refresh_bindings()
