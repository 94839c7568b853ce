"""What can be done with the card: one companion method each, and the view it returns.

Dialogs are imported where they are opened, so that the first frame does not wait for them.
"""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from shifter.core.records import Pick, Shift
from shifter.core.views import (
    ClosedBookCard,
    OpenCard,
    PocketCard,
    ReplyCard,
    TimerCard,
    TimerState,
    TodayView,
)
from shifter.errors import Refused
from shifter.tui import commands
from shifter.tui.commands import Command
from shifter.tui.dates import till_then
from shifter.tui.drafts import lit_by, note_of, note_on, smaller_than
from shifter.tui.keys import keymap
from shifter.tui.keys.turns import in_turn
from shifter.tui.sayings import in_passing
from shifter.tui.screens.today.anchor_line import AnchorLine
from shifter.tui.screens.today.body import CardField
from shifter.tui.screens.today.questions import AnswersQuestions


class CardActions(AnswersQuestions):
    """The keys of the card; what one does depends on the card at the time its turn comes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape does something only on a question, or where the card or a line says so."""
        if action == "leave" and self.is_whole:
            if self.question is not None:
                return True
            clock, field = self.clock(), self.field
            is_writing = field is not None and field.has_focus
            is_paused = clock is not None and clock.paused
            return is_writing or is_paused or bool(self.query(AnchorLine))
        return super().check_action(action, parameters)

    def on_key(self, event: Key) -> None:
        """Take y and n as yes and no, and say how to write where letters are no commands."""
        if isinstance(self.question, TimerCard) and event.key in ("y", "n"):
            event.prevent_default().stop()  # Whatever else these keys may be bound to.
            if event.key == "y":
                self.action_little_yes()
            else:
                self.action_another()
            return
        if self.field is None or self.focused is not None or not event.is_printable:
            return
        here = (*self.commands, *commands.EVERYWHERE)
        if not any(event.key in self._keys_now_or_before(command) for command in here):
            self.app.say_here(f"{self.app.key_named('today.note')} first, then type.")

    def _keys_now_or_before(self, command: Command) -> frozenset[str]:
        """A command's keys, and those that it had before others were chosen for it."""
        return self.app.keys_of(command) | keymap.keys_of(command, None)

    @in_turn
    async def action_done(self) -> None:
        """Log the pick with what is typed on it, if anything is.

        Once it is logged, nothing happens until another one is on the card.
        """
        match self.view.card if self.view else None:
            case OpenCard(pick):
                await self._log(pick, self.written_on(pick.offer))
            case PocketCard() | TimerCard() as asked:
                await self.answer_yes(asked)
            case _:
                self._say_what_works()

    @in_turn
    async def action_log_written(self) -> None:
        """Log the pick with what was typed on the card; an empty field logs nothing."""
        pick, field = self.open_pick, self.field
        if pick is None or field is None or not field.value.strip():
            return
        try:
            await self._log(pick, field.value.strip())
        except Refused:
            if self.is_due:  # The card has gone; what is there now is shown, and keeps the words.
                field.action_step_out()
            raise

    @in_turn
    async def action_timer(self) -> None:
        """Start, pause or resume; at zero, go on."""
        clock, pick, view = self.clock(), self.open_pick, self.view
        if clock is not None and clock.is_over:
            self.keep_going()
        elif pick is not None and view is not None:
            there = view.timer if clock is not None else None
            timer = there or TimerState(pick.offer, pick.seconds, 0, None)
            foreseen = view._replace(timer=timer.toggled(self.now()))
            await self.show_ahead(foreseen, self.companion.today.toggle_timer)
        else:
            self._say_what_works()

    @in_turn
    async def action_smaller(self) -> None:
        """One step smaller; at the last step, in the user's own words."""
        from shifter.tui.dialogs.line import LineDialog

        pick = self.open_pick
        if pick is None:
            self._say_what_works()
            return
        if pick.can_shrink:
            await self.show(await self.change(self.companion.today.smaller))
            return
        dialog = LineDialog(
            "Smaller still",
            partial(self._write_smaller, pick),
            hint=f"{pick.text}\n\nWhat is the smallest piece of it, in your own words? "
            "It counts in full.",
            edits=self.app.key_named("today.edit"),
            place=smaller_than(pick.offer),
        )
        written = await self.app.push_screen_wait(dialog)
        if written is not None:
            await self.show(written)

    @in_turn
    async def action_another(self) -> None:
        """Show another pick; after a shift, the step it offers; to a question, answer "not yet"."""
        today = self.companion.today
        match self.view.card if self.view else None:
            case OpenCard(pick):
                await self.skip(pick)
            case ReplyCard(then=then, asks_anchor=asks_anchor):
                if asks_anchor and not any(line.is_begun for line in self.query(AnchorLine)):
                    await self.change(today.anchor_asked)
                await self.show(await self.change(today.follow if then else today.another))
            case PocketCard() | TimerCard() as asked:
                await self.answer_not_yet(asked)
            case ClosedBookCard():
                await self.show(await self.change(today.open_book))

    @in_turn
    async def action_never_again(self) -> None:
        """Retire the pick that was just skipped, or else, after asking, this one."""
        card = self.view.card if self.view else None
        if isinstance(card, PocketCard):
            view = await self.change(self.companion.today.answer_pocket, card.pocket, "no")
            await self.show(view)
        elif self.skipped is not None:
            await self._retire_skipped(self.skipped)
        elif isinstance(card, OpenCard) and await self._means_to_retire(card.pick):
            offer = card.pick.offer
            await self.show(await self.change(self.companion.today.retire, offer=offer))
        elif not isinstance(card, OpenCard):
            self._say_what_works()

    @in_turn
    async def action_pocket(self) -> None:
        """Take the pick along, and ask about it later."""
        from shifter.tui.dialogs.pocket import PocketDialog

        pick = self.open_pick
        if pick is None:
            self._say_what_works()
            return
        ahead = await self.app.ask(self.companion.picks.tonight_is_ahead)
        today = await self.app.ask(self.companion.day)
        dialog = PocketDialog(partial(self._pocket, pick), tonight_is_ahead=ahead, today=today)
        pocketed = await self.app.push_screen_wait(dialog)
        if pocketed is not None:
            await self.show(pocketed)
            for taken in pocketed.pocket:
                if taken.offer == pick.offer:
                    words = ", with your words" if self.written_on(pick.offer) else ""
                    till = till_then(taken.due, pocketed.day)
                    self.app.say(f"It's in your pocket till {till}{words}.")

    @in_turn
    async def action_note(self) -> None:
        """Step into the card's field, log with a note, or add a note to what was done."""
        from shifter.tui.dialogs.note import NoteDialog

        edits = self.app.key_named("today.edit")
        match self.view.card if self.view else None:
            case OpenCard(pick) if pick.asks is None or self.field is None:
                dialog = NoteDialog(
                    "Done, and a note",
                    partial(self._noted, pick),
                    edits=edits,
                    place=note_on(pick.offer),
                )
                noted = await self.app.push_screen_wait(dialog)
            case OpenCard():
                if self.field is not None:
                    self.field.focus()
                return
            case ReplyCard(shift):
                keep = partial(self._add_note, shift.id)
                dialog = NoteDialog(
                    shift.text,
                    keep,
                    edits=edits,
                    value=shift.note or "",
                    place=note_of(shift.id),
                )
                noted = await self.app.push_screen_wait(dialog)
            case _:
                self._say_what_works()
                return
        if noted is not None:
            await self.show(noted)

    @in_turn
    async def action_little_yes(self) -> None:
        """Make the shift a Little Yes, and ask what lit up; to a question, answer "yes"."""
        match self.view.card if self.view else None:
            case ReplyCard(shift) if not shift.little_yes or self.app.drafts.at(lit_by(shift.id)):
                await self._ask_what_lit_up(shift)
            case OpenCard():
                key = self.app.key_named("today.little-yes")
                self.app.say_here(f"Do this one first; then {key} keeps what it lit up.")
            case PocketCard() | TimerCard() as asked:
                await self.answer_yes(asked)
            case ReplyCard():
                self.app.say_here("That is a Little Yes already.")
            case _:
                self._say_what_works()

    @in_turn
    async def action_leave(self) -> None:
        """Answer "not yet", leave the field or a paused timer, or dismiss the if-then line."""
        clock, field = self.clock(), self.field
        if self.question is not None:
            await self.answer_not_yet(self.question)
        elif field is not None and field.has_focus:
            field.action_step_out()
        elif clock is not None and clock.paused:
            await self.show(await self.change(self.companion.today.stop_timer))
        elif lines := self.query(AnchorLine):
            lines.first().is_answered = True
            await self.show(await self.change(self.companion.today.anchor_asked))

    def on_input_submitted(self, event: CardField.Submitted) -> None:
        if isinstance(event.input, CardField):
            self.action_log_written()

    def on_anchor_line_answered(self, event: AnchorLine.Answered) -> None:
        self._keep_anchor(event.text)

    async def _log(self, pick: Pick, note: str | None) -> None:
        await self.show(await self._noted(pick, note))

    # The card may change while a dialog is open, at midnight say: each answer names its offer.

    async def _noted(self, pick: Pick, note: str | None) -> TodayView:
        """Log the pick, with a note or without."""
        view = await self.change(self.companion.today.done, offer=pick.offer, note=note)
        self.app.drafts.enter_on_card(pick.offer)
        return view

    def _say_what_works(self) -> None:
        """Say what the card takes in place of a key that does nothing on it."""
        card = self.view.card if self.view else None
        yes, another, no = map(
            self.app.key_named, ("today.little-yes", "today.another", "today.never-again")
        )
        match card:
            case PocketCard():
                self.app.say_here(f"Did it happen? {yes} is yes, {another} not yet, {no} no.")
            case TimerCard():
                self.app.say_here("Did it get done? y is yes, n not yet.")
            case ReplyCard(then=then):
                following = "takes the next step" if then else "shows another one"
                self.app.say_here(f"This one is done; {another} {following}.")
            case ClosedBookCard():
                self.app.say_here(f"The book is closed; {another} opens it again.")

    async def _add_note(self, shift: str, note: str) -> TodayView:
        return await self.change(self.companion.today.add_note, shift, note)

    async def _ask_what_lit_up(self, shift: Shift) -> None:
        from shifter.tui.dialogs.little_yes import LittleYesDialog

        keep = partial(self._lit, shift.id)
        edits = self.app.key_named("today.edit")
        dialog = LittleYesDialog(keep, edits=edits, place=lit_by(shift.id))
        lit = await self.app.push_screen_wait(dialog)
        if lit is not None:
            await self.show(lit.view)
            if lit.as_hunch:
                await self.make_hunch(shift.id)
        elif not shift.little_yes:
            # Leaving the question still means that something lit up.
            await self.show(await keep(None))

    async def _lit(self, shift: str, what: str | None) -> TodayView:
        return await self.change(self.companion.today.lit, shift, what)

    async def _pocket(self, pick: Pick, when: str) -> TodayView:
        return await self.change(self.companion.today.pocket, when, offer=pick.offer)

    async def _write_smaller(self, pick: Pick, text: str) -> TodayView:
        return await self.change(self.companion.today.write_smaller, text, offer=pick.offer)

    async def _retire_skipped(self, skipped: Pick) -> None:
        await self.change(self.companion.picks.never_again, skipped.offer)
        await self.load()
        self.app.say(f"It won't come back: {in_passing(skipped.text)}")

    async def _means_to_retire(self, pick: Pick) -> bool:
        from shifter.tui.dialogs.confirm import ConfirmDialog

        question = ConfirmDialog("Never this one again?", pick.text)
        return await self.app.push_screen_wait(question) is True

    @in_turn
    async def _keep_anchor(self, text: str | None) -> None:
        if text is not None:
            await self.app.keep_setting("anchor", text)
            self.app.say(f"After I {text}, I open shifter.")
        await self.show(await self.change(self.companion.today.anchor_asked))
