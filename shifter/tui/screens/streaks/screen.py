"""The Streaks screen, which answers whether it is adding up."""

from typing import ClassVar

from textual.binding import BindingType

from shifter.core.board_view import BoardView
from shifter.core.days import long_day, whole_day
from shifter.core.number_words import counted
from shifter.tui import commands
from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.streaks.showing import ShowsBoard

_MOVES = frozenset(
    ("week_before", "week_after", "day_before", "day_after", "month_before", "month_after", "here")
)


class StreaksScreen(ShowsBoard):
    """The board with its cursor, and a second page for those who like numbers."""

    CSS_PATH = "streaks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.STREAKS)]

    commands = commands.STREAKS
    tab = "streaks"
    purpose = "Here you see how the tiny things add up. Each tower is a week, each window a day."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The cursor moves only on the board, and only what is there can be edited."""
        is_board = self.is_whole and self.body.display
        has_board = self.view is not None and self.view.towers is not None
        if action in _MOVES:
            return is_board and has_board
        if action in ("edit", "hunch"):
            return is_board and has_board and (self.is_ahead or self._has_any_to(action))
        if action in ("numbers", "idea"):
            return has_board
        if action in ("add", "rest"):
            return not self.is_whole or self.body.display
        if action == "show_all":
            return self.idea is not None
        return super().check_action(action, parameters)

    def _has_any_to(self, action: str) -> bool:
        """Whether there is a shift to edit, or a Little Yes to make a hunch of."""
        day = self.body.day
        return bool(day.lit if action == "hunch" else day.shift or day.has_several)

    async def _finds_any_to(self, action: str) -> bool:
        """The same of the cursor's day, and it is said why not."""
        await self.catch_up()
        has_any = self._has_any_to(action)
        if not has_any and (why := self.why_not(action)) is not None:
            self.app.say_here(why)
        return has_any

    def why_not(self, action: str) -> str | None:
        """An empty board is filled by a shift first; an empty day has none to act on."""
        if action in ("add", "rest", "edit", "hunch", "numbers", "idea"):
            add = self.key_for("add")
            if self.view is None or self.view.towers is None:
                return f"There is nothing to show yet; {add} writes the first shift."
            if not self.body.display:
                return f"That works on the board; {self.key_for('numbers')} goes back to it."
            only = "" if self.view.idea is None else f" for {self.view.idea}"
            if action == "hunch":
                return f"Nothing{only} lit up on that day."
            return f"Nothing{only} is logged on that day; {add} adds something."
        return None

    def action_week_before(self) -> None:
        self.move_by(weeks=-1)

    def action_week_after(self) -> None:
        self.move_by(weeks=1)

    def action_day_before(self) -> None:
        self.move_by(days=-1)

    def action_day_after(self) -> None:
        self.move_by(days=1)

    def action_month_before(self) -> None:
        self.move_by(months=-1)

    def action_month_after(self) -> None:
        self.move_by(months=1)

    def action_here(self) -> None:
        if self.view is not None:
            self.move_to(self.view.today)

    @in_turn
    async def action_numbers(self) -> None:
        """To the figures in detail, and back."""
        if self.numbers.display or await self.work_out_numbers():
            self.turn_page()
            self.refresh_bindings()

    @in_turn
    async def action_add(self) -> None:
        """Log something on the cursor's day, for the idea that the board is narrowed to."""
        day = self._wanted_day() or await self.app.ask(self.companion.day)
        await self.add_shift(day=day, idea=self.idea)

    @in_turn
    async def action_rest(self) -> None:
        """Mark days off from the cursor's day on, or take back a mark that is there."""
        view = self.view
        if view is None:
            return
        await self.catch_up()
        panel = self.body.day.panel
        if panel is not None and panel.marked:
            day = panel.day.day
            gone = await self.change(self.companion.rest.delete_marks, day, day)
            await self.load()
            is_now = "no rest day any more" if gone else "a rest day every week; the mark is gone"
            told: str | None = f"{long_day(day)} is {is_now}."
        else:
            first = self._wanted_day()
            told = await self.mark_rest(first="today" if first is None else whole_day(first))
        if told is not None:
            undo = f"{self.app.key_named('everywhere.undo')} takes it back."
            self.app.say(" ".join([told, *_what_it_did(view, self.view), undo]))

    @in_turn
    async def action_idea(self) -> None:
        """Narrow everything to one idea, or show all again."""
        ideas = await self.app.ask(self.companion.ideas.all, ended=True)
        found = [idea for idea in ideas if idea.shifts]
        if not found:
            self.app.say_here("No shift names an idea yet; #pottery in its line would.")
            return
        choices = [Choice("0", "All of them", "", "")]
        choices += [
            Choice(key, idea.name, counted(idea.shifts, "shift"), idea.id)
            for key, idea in zip(entry_keys(), found, strict=False)
        ]
        chosen = await self.app.push_screen_wait(
            ChoiceDialog("Show", choices, current=self.idea or "")
        )
        if chosen is not None:
            await self._narrow(chosen or None)

    @in_turn
    async def action_edit(self) -> None:
        """Edit a shift of the cursor's day; of several, one is chosen first."""
        if not await self._finds_any_to("edit"):
            return
        shift = self.body.day.shift
        if shift is None:
            self.body.day.focus()
            return
        await self.edit_shift(shift)

    @in_turn
    async def action_hunch(self) -> None:
        """Make a hunch of what lit up; of several, one is chosen first."""
        if not await self._finds_any_to("hunch"):
            return
        day = self.body.day
        first, *others = day.lit
        if others:
            day.cursor = first
            day.focus()
            return
        await self.make_hunch(day.shift_at(first).id)

    @in_turn
    async def action_show_all(self) -> None:
        """Show every idea again."""
        await self._narrow(None)

    async def _narrow(self, idea: str | None) -> None:
        self.idea = idea
        await self.load()


def _what_it_did(before: BoardView, after: BoardView | None) -> list[str]:
    """What a rest day did to the run, if it did anything."""
    if after is None or after.streak.current == before.streak.current:
        return []
    return [f"The run has {counted(after.streak.current.length, 'day')} now."]
