"""What the card asks about what was taken along or timed, and what an answer does."""

from shifter.core.views import PocketCard, TimerCard
from shifter.tui.dates import at_that_time
from shifter.tui.screens.today.ahead import ShowsAhead


class AnswersQuestions(ShowsAhead):
    """The part of the screen that asks whether something got done."""

    @property
    def question(self) -> PocketCard | TimerCard | None:
        """The question on the card, if it is one."""
        card = self.view.card if self.view else None
        return card if isinstance(card, PocketCard | TimerCard) else None

    async def answer_yes(self, asked: PocketCard | TimerCard) -> None:
        """Log what is asked about, with what was written on its card before."""
        today = self.companion.today
        if isinstance(asked, PocketCard):
            offer, note = asked.offer, self.written_on(asked.offer)
            view = await self.change(today.answer_pocket, asked.pocket, "yes", note=note)
        else:
            offer, note = asked.pick.offer, self.written_on(asked.pick.offer)
            view = await self.change(today.answer_timer, done=True, note=note)
        self.app.drafts.enter_on_card(offer)
        await self.show(view)

    async def answer_not_yet(self, asked: PocketCard | TimerCard) -> None:
        """Have a pocket asked about once more, and a timer no more."""
        if isinstance(asked, TimerCard):
            await self.show(await self.change(self.companion.today.answer_timer, done=False))
            return
        view = await self.change(self.companion.today.answer_pocket, asked.pocket, "not yet")
        await self.show(view)
        for taken in view.pocket:
            if taken.offer == asked.offer:
                then = at_that_time(taken.due, view.day)
                self.app.say(f"Not yet, then. You are asked again {then}.")

    def written_on(self, offer: str) -> str | None:
        """What is half written on the card of an offer."""
        return self.app.drafts.on_card(offer).strip() or None
