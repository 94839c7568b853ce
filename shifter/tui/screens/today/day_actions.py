"""What can be done with the day: add, rest, say what is at hand, choose an idea, mend a shift.

Dialogs are imported where they are opened, so that the first frame does not wait for them.
"""

from time import monotonic

from shifter.core.records import Logged, Place, Shift
from shifter.core.views import ReplyCard, TodayView
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.today.showing import ShowsToday

_MOST = 200
"""The shifts of a day that can be chosen from; older ones are in the Story."""

_OFFERED_FOR = 8.0
"""Seconds for which a Little Yes that was just added may become a hunch."""


class DayActions(ShowsToday):
    """The keys that are about the day rather than the card."""

    _just_lit: str | None = None
    """The id of a Little Yes that was added a moment ago."""
    _lit_until = 0.0
    """When that is no moment any more, by the monotonic clock."""

    @in_turn
    async def action_add(self) -> None:
        """Log anything else that was done."""
        await self.add_shift()

    @in_turn
    async def action_hunch(self) -> None:
        """Make a hunch of what lit up: in what was just added, on the card, or else today."""
        shift = self._lit_in_sight or await self._lit_today()
        if shift is not None:
            await self.make_hunch(shift)
            self._just_lit = None

    @in_turn
    async def action_rest(self) -> None:
        """Rest; for somebody who was away, the days since."""
        if self.view is None or self.view.away is None:
            told = await self.mark_rest()
            if told is not None:
                self.app.say(f"{told} {self.app.key_named('everywhere.undo')} takes it back.")
            return
        await self.show(await self.change(self.companion.today.rest_since_away))
        self.app.say(f"Rest days now. {self.app.key_named('everywhere.undo')} takes it back.")

    def action_week(self) -> None:
        """Look back on last week, or on any other."""
        from shifter.tui.screens.week import WeekScreen

        self.app.open_page(WeekScreen(self.tab))

    @in_turn
    async def action_at_hand(self) -> None:
        """Set the time and the place there are today."""
        from shifter.tui.dialogs.at_hand import AtHandDialog

        at_hand = await self.app.ask(self.companion.picks.at_hand)
        dialog = AtHandDialog(at_hand, self._set_at_hand)
        changed = await self.app.push_screen_wait(dialog)
        if changed is not None:
            await self.show(changed)

    @in_turn
    async def action_idea(self) -> None:
        """Choose the idea to work on today."""
        from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys

        view = self.view
        if view is None:
            return
        if not view.idea_names:
            key = self.app.key_named("everywhere.ideas")
            self.app.say_here(f"There is no idea yet. {key} is where they will live.")
            return
        choices = [Choice("0", "Any of them", "", "")]
        choices += [
            Choice(key, name, "", name)
            for key, name in zip(entry_keys(), view.idea_names, strict=False)
        ]
        dialog = ChoiceDialog("Today is for", choices, current=view.at_hand.idea or "")
        idea = await self.app.push_screen_wait(dialog)
        if idea is not None:
            await self.change(self.companion.picks.set_at_hand, idea=idea)
            await self.load()

    @in_turn
    async def action_edit(self) -> None:
        """Edit or delete one of today's shifts."""
        shifts = await self._shifts_of_today()
        if not shifts:
            key = self.app.key_named("everywhere.story")
            self.app.say_here(
                f"Nothing is logged today yet. Older ones are in the Story, on {key}."
            )
            return
        shift = await self._choose(shifts)
        if shift is not None:
            await self.edit_shift(shift)

    async def _shifts_of_today(self) -> tuple[Shift, ...]:
        if self.view is None:
            return ()
        day, find = self.view.day, self.companion.shifts.find
        return (await self.app.ask(find, since=day, until=day, limit=_MOST)).shifts

    async def _lit_today(self) -> str | None:
        lit = tuple(shift for shift in await self._shifts_of_today() if shift.little_yes)
        if not lit:
            key = self.app.key_named("today.little-yes")
            self.app.say_here(
                f"What lit up can be a hunch: {key} on a shift, or ! in what you add."
            )
            return None
        shift = await self._choose(lit)
        return shift.id if shift is not None else None

    @property
    def _lit_in_sight(self) -> str | None:
        """The Little Yes that was just added, or that is on the card."""
        card = self.view.card if self.view else None
        if self._just_lit is not None and monotonic() < self._lit_until:
            return self._just_lit
        return card.shift.id if isinstance(card, ReplyCard) and card.shift.little_yes else None

    async def say_logged(self, logged: Logged, *, began_idea: bool = False) -> None:
        """Say what was logged, the landing that it reached, and what a Little Yes may become."""
        shift = logged.shift
        lines = await self.lines_on(logged, began_idea=began_idea)
        can_begin_one = shift.little_yes and not began_idea
        if can_begin_one:
            self._just_lit, self._lit_until = shift.id, monotonic() + _OFFERED_FOR
            lines.append(f"{self.app.key_named('today.hunch')} makes it a hunch.")
        self.app.say("\n".join(lines), seconds=_OFFERED_FOR if can_begin_one else None)

    async def _choose(self, shifts: tuple[Shift, ...]) -> Shift | None:
        """The one that there is, or the one of several that is meant."""
        if len(shifts) == 1:
            return shifts[0]
        from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys

        choices = [
            Choice(
                key, f"{shift.whole_text} ✦" if shift.little_yes else shift.whole_text, "", shift
            )
            for key, shift in zip(entry_keys(), shifts, strict=False)
        ]
        return await self.app.push_screen_wait(ChoiceDialog("Which one?", choices))

    async def _set_at_hand(self, minutes: int, place: Place) -> TodayView:
        await self.change(self.companion.picks.set_at_hand, minutes=minutes, place=place)
        return await self.app.ask(self.companion.today.view)
