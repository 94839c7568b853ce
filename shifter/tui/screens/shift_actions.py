"""What can be done with shifts on whatever screen shows them, and rest days beside them.

Dialogs are imported where they are opened, so that the first frame does not wait for them.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from shifter.core.days import long_day, other_year, whole_day
from shifter.core.hunches import short_name
from shifter.core.records import Idea, Logged, Shift
from shifter.core.text import stopless
from shifter.tui.sayings import in_passing
from shifter.tui.screens.base import ShifterScreen


class ShiftActions(ShifterScreen):
    """A screen that shows at once what was logged, mended or marked on it."""

    async def add_shift(self, *, day: date | None = None, idea: str | None = None) -> None:
        """Ask for a shift and log it: on that day of the board unless it says another.

        `idea` is the id of the idea that it is for where its line names none.
        """
        from shifter.core.sign_words import Known
        from shifter.tui.dialogs.add_shift import AddShiftDialog

        # Those that ended are not suggested, and after years most of them have.
        ideas, people, today = await self.app.ask(self._known_by_now, ended=idea is not None)
        about = next((known for known in ideas if known.id == idea), None)
        dialog = AddShiftDialog(
            partial(self._log_line, idea=about and about.id),
            Known([idea.name for idea in ideas if not idea.has_ended], people),
            place=self.app.drafts.of_new_shift(day=day, idea=about and about.id),
            day=None if day is None else _on_the_board(day, today),
            idea=about and about.name,
        )
        logged = await self.app.push_screen_wait(dialog)
        if logged is not None:
            await self.load()
            await self.say_logged(logged, began_idea=dialog.takes_new_idea)

    def _known_by_now(self, *, ended: bool) -> tuple[Sequence[Idea], Sequence[str], date]:
        """The ideas, the people and the day, at one go: somebody waits for the dialog."""
        companion = self.companion
        return companion.ideas.all(ended=ended), companion.shifts.person_names(), companion.day()

    async def say_logged(self, logged: Logged, *, began_idea: bool = False) -> None:
        """Say what was logged, and the landing that it reached.

        `began_idea` tells that its idea is new with it.
        """
        self.app.say("\n".join(await self.lines_on(logged, began_idea=began_idea)))

    async def lines_on(self, logged: Logged, *, began_idea: bool) -> list[str]:
        """What there is to say on a shift that was added."""
        shift, landing = logged.shift, await self.landing_told(logged)
        sign = "✦" if shift.little_yes else "✓"
        undo = self.app.key_named("everywhere.undo")
        on_day = _on_another_day(shift.day, logged.streak.as_of)
        done = f"{sign} {in_passing(stopless(shift.text_and_person))}{on_day}"
        lines = [f"{done}. {undo} takes it back."]
        if landing is not None:
            lines.append(landing)
        if began_idea:
            lines.append(f"A hunch now: {shift.idea}")
        return lines

    async def say_done(self, told: str, logged: Logged) -> None:
        """Say what was logged without its words being typed, and the landing that it reached."""
        landing = await self.landing_told(logged)
        self.app.say("\n".join(filter(None, (f"✓ {told}", landing))))

    async def landing_told(self, logged: Logged) -> str | None:
        """A line on the landing that a shift reached, if it reached one."""
        return await self.app.ask(self.companion.today.landing_told, logged.streak.total)

    async def edit_shift(self, shift: Shift) -> None:
        """Ask what should be different about a shift, or whether it goes, and keep that."""
        from shifter.tui.dialogs.edit_shift import EditShiftDialog

        shifts = self.companion.shifts
        ideas, people, _ = await self.app.ask(self._known_by_now, ended=True)
        dialog = EditShiftDialog(
            shift,
            lambda shown, edit: self.change(shifts.edit, shift.id, edit, shown=shown),
            lambda shown: self.change(shifts.delete, shift.id, shown=shown),
            idea_names=[idea.name for idea in ideas],
            person_names=people,
        )
        is_there = await self.app.push_screen_wait(dialog)
        if is_there is not None:
            await self.load()
        if is_there is False:
            self.say_deleted(shift)

    def say_deleted(self, shift: Shift) -> None:
        """Say which one is gone, and what brings it back."""
        undo = self.app.key_named("everywhere.undo")
        self.app.say(f"Deleted: {in_passing(stopless(shift.whole_text))}. {undo} brings it back.")

    async def make_hunch(self, id: str) -> None:
        """Make a hunch of what lit up in the shift with this id, once it has a name."""
        from shifter.tui.dialogs.line import LineDialog

        shift = await self.app.ask(self.companion.ideas.could_be_hunch, id)
        dialog = LineDialog(
            "What is the hunch called?",
            lambda name: self.change(self.companion.ideas.become_hunch, id, name),
            hint=f"It lit up: {shift.said or shift.whole_text}",
            value=short_name(shift),
            does="Keep it",
            place=f"hunch {id}",
            selected=True,
        )
        idea = await self.app.push_screen_wait(dialog)
        if idea is not None:
            await self.load()
            self.app.say(f"A hunch now: {idea.name}")

    async def mark_rest(self, *, first: str = "today") -> str | None:
        """Ask for days off from `first` on; a sentence on them, or None if the dialog was left."""
        from shifter.tui.dialogs.rest import RestDialog

        day = await self._read_day(first)  # Now, so that the dialog is whole when it is drawn.
        dialog = RestDialog(self._read_day, self._rest, first=first, day=day)
        told = await self.app.push_screen_wait(dialog)
        if told is not None:
            await self.load()
        return told

    async def _log_line(
        self, line: str, when: str | None, *, idea: str | None, new_idea: bool
    ) -> Logged:
        """Log a line, done when it was said to be, for the idea it names or else this one."""
        from shifter.core.signs import names_idea

        idea = None if names_idea(line) else idea
        log = self.companion.shifts.log
        return await self.change(log, line, on=when, idea=idea, new_idea=new_idea)

    async def _read_day(self, text: str) -> date:
        return await self.app.ask(self.companion.read_day, text, ahead=True)

    async def _rest(self, first: date, last: date) -> None:
        await self.change(self.companion.rest.mark, first, last)


def _on_the_board(day: date, today: date) -> str:
    """A day as it would be typed; nothing for today, which means now."""
    return "" if day == today else whole_day(day)


def _on_another_day(day: date, today: date) -> str:
    """The day in words, where it is not today."""
    return "" if day == today else f" on {long_day(day)}{other_year(day, today)}"
