"""Showing Today: one view at a time, the field that a pick may ask for, and a running clock."""

from asyncio import shield
from datetime import datetime
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.events import Mount

from shifter.core.records import Pick
from shifter.core.text import quoted
from shifter.core.views import OpenCard, ReplyCard, TodayView
from shifter.tui.dates import day_forms
from shifter.tui.everywhere.half_written import settle
from shifter.tui.sayings import in_passing
from shifter.tui.screens.shift_actions import ShiftActions
from shifter.tui.screens.today.anchor_line import AnchorLine
from shifter.tui.screens.today.body import CardField, TodayBody
from shifter.tui.terminal.notification import tell_desktop
from shifter.tui.widgets.card_situation import Clock, Situation, situation
from shifter.tui.widgets.card_words import duration_in_full
from shifter.tui.widgets.timer import elapsed_at, seconds_left

if TYPE_CHECKING:
    from textual.timer import Timer

_SKIPPED_FOR = 6.0
"""Seconds for which the pick that was just skipped may still be retired."""


class ShowsToday(ShiftActions):
    """The showing part of the screen; its subclasses add the actions."""

    body = getters.query_one(TodayBody)

    def __init__(self) -> None:
        super().__init__()
        self.view: TodayView | None = None
        self.skipped: Pick | None = None
        self._has_rung = False
        self._goes_on = False
        self._tick: Timer | None = None
        self._forgetting: Timer | None = None

    @property
    def key_names(self) -> dict[str, str]:
        """The keys of all that works here, and the one that adds an idea on its own screen."""
        return {**super().key_names, "ideas.add": self.app.key_named("ideas.add")}

    def compose_body(self) -> ComposeResult:
        yield TodayBody()

    @on(Mount)
    async def _show_first_view(self) -> None:
        """Show what is known already in the first frame."""
        if self.app.first_view is not None:
            self.is_due = False
            await self.show(self.app.first_view)
            self.app.first_view = None

    async def load(self) -> None:
        """Ask for the view and show it; a card that somebody writes on stays until it is left."""
        view, field = await self.app.ask(self._today_view), self.field
        if field is not None and field.is_in_use and field.offer != _asking(view):
            self.is_due = True
        else:
            await self.show(view)

    async def show(self, view: TodayView, *, skipped: Pick | None = None) -> None:
        """Show a view; `skipped` is the pick that was just skipped, if any."""
        if view.first_start:
            self.view = view
            if not self.app.asks_first:
                self._begin()
            return
        await self._fit_anchor_line(view)
        self.turn_to(view, skipped)
        # The card has the field's words already, so that nobody waits for the field to see it.
        if self.app.first_frame.is_set():
            await self.complete()

    def turn_to(self, view: TodayView, skipped: Pick | None) -> None:
        """Draw a view, without what is mounted for it."""
        self.view = view
        self._offer_to_retire(skipped)
        self.header.notes = day_forms(view.day)
        self._turn_field()
        self.body.show(view, self._situation(view))
        self._keep_time()

    @property
    def open_pick(self) -> Pick | None:
        """The pick on the card, if it is open."""
        card = self.view.card if self.view else None
        return card.pick if isinstance(card, OpenCard) else None

    @property
    def field(self) -> CardField | None:
        """The field on the card, if the pick asks for something."""
        offer = self._asking
        fields = self.body.parts(CardField)
        return next((field for field in fields if field.offer == offer), None)

    def clock(self) -> Clock | None:
        """The timer of the pick on the card as it stands now."""
        pick, timer = self.open_pick, self.view.timer if self.view else None
        if pick is None or timer is None or timer.offer != pick.offer:
            return None
        return Clock(
            left=seconds_left(timer, self.now()),
            length=timer.length,
            paused=timer.since is None,
            kept_going=self._goes_on,
        )

    def keep_going(self) -> None:
        """Let the timer count on past its end, without asking again."""
        self._goes_on = True
        self.repaint_card()

    def now(self) -> datetime:
        """The present instant, which the start of a timer is compared with."""
        return self.companion.now()

    def repaint_card(self) -> None:
        """Show what changed around the view: the focus, another second."""
        if self.view is not None:
            self.body.go_on(self.view, self._situation(self.view))

    def on_screen_resume(self) -> None:
        if self.app.first_frame.is_set():
            self.repaint_card()  # Behind a dialog the clock stood still.
        self._keep_time()

    def on_screen_suspend(self) -> None:
        self._keep_time()

    def on_descendant_focus(self) -> None:
        self.repaint_card()

    def on_descendant_blur(self) -> None:
        self.repaint_card()
        if self.is_due and self.is_seen:
            self.reload()

    def on_input_changed(self, event: CardField.Changed) -> None:
        field = self.field
        # By the time this is heard, the field may ask for something else.
        if field is not None and field is event.input and field.value == event.value:
            self.app.drafts.put_on_card(field.offer, event.value)
            if field.has_signs != self.body.card.tells_of_signs:
                self.repaint_card()

    def _situation(self, view: TodayView) -> Situation:
        field = self.field
        return situation(
            view,
            self.key_names,
            self.app.config.minutes,
            clock=self.clock(),
            skipped=self.skipped is not None,
            writing=field is not None and field.has_focus,
            signed=field is not None and field.has_focus and field.has_signs,
        )

    def _offer_to_retire(self, skipped: Pick | None) -> None:
        self.skipped = skipped
        if self._forgetting is not None:
            self._forgetting.stop()
        self._forgetting = self.set_timer(_SKIPPED_FOR, self._forget_skipped) if skipped else None

    def _forget_skipped(self) -> None:
        self.skipped = None
        self.repaint_card()

    def _today_view(self) -> TodayView:
        # A function of its own, so that the companion's part is imported on its thread too.
        return self.companion.today.view()

    @work(group="begin", exclusive=True)
    async def _begin(self) -> None:
        """The first start of all: one question on a screen of its own, then the first pick."""
        from shifter.tui.screens.today.first_start import FirstStart

        async def begin(curious: str | None) -> TodayView:
            return await self.change(self.companion.today.begin, curious)

        async def look() -> TodayView:
            return await self.app.ask(self._today_view)

        await self.show(await self.app.push_screen_wait(FirstStart(begin, look)))

    async def complete(self) -> None:
        """Have a field if the pick asks for something, with what was begun in it.

        What was begun on a card that has gone goes on in the line of a new shift, and it is said.
        """
        if self.view is not None and self.app.first_frame.is_set() and self.is_active:
            for line in await settle(self.app, self.view):
                add, words = self.app.key_named("today.add"), in_passing(quoted(line))
                self.app.say_also(f"{words} {self.app.drafts.kept_told()}: {add} goes on with it.")
        self._turn_field()
        pick, asking = self.open_pick, self._asking
        if pick is not None and asking is not None and not self.body.parts(CardField):
            await self.body.mount(CardField(pick, *self._begun_on(asking)))

    def _turn_field(self) -> None:
        """Have the field that is there ask what the pick on the card asks, or not be seen."""
        pick, asking = self.open_pick, self._asking
        for field in self.body.parts(CardField):
            field.display = asking is not None
            if pick is None or asking is None:
                field.offer = ""  # What was begun may have changed by the time this offer is back.
            elif field.offer != asking:
                field.ask(pick, *self._begun_on(asking))

    def _begun_on(self, offer: str) -> tuple[str, str]:
        """What was begun in the field of an offer, and the key that steps into it."""
        return self.app.drafts.on_card(offer), self.app.key_named("today.note")

    @property
    def _asking(self) -> str | None:
        """The offer that wants a field on the card."""
        return _asking(self.view) if self.view else None

    async def _fit_anchor_line(self, view: TodayView) -> None:
        there = self.query(AnchorLine)
        asks = isinstance(view.card, ReplyCard) and view.card.asks_anchor
        asks = asks or any(line.is_begun for line in there)
        if not asks and there:
            # Cancelling a worker that awaits a removal would cancel the removal halfway, and the
            # next one to await that widget would end the app.
            await shield(there.remove())
        elif asks and not there:
            await self.body.mount(AnchorLine())

    def _keep_time(self) -> None:
        """Wake up for the next second while the screen is seen, and in any case for the end."""
        if self._tick is not None:
            self._tick.stop()
            self._tick = None
        clock, timer = self.clock(), self.view.timer if self.view else None
        if clock is None or clock.left > 0:
            self._has_rung = self._goes_on = False
        if clock is None or timer is None or clock.paused:
            return
        elapsed = elapsed_at(timer, self.now())
        until_next_second = 1 - elapsed % 1
        until_end = timer.length - elapsed
        # Behind a dialog each second would draw all of the screen and the dialog anew.
        if self.is_active:
            self._tick = self.set_timer(until_next_second, self._on_tick)
        elif until_end > 0:
            self._tick = self.set_timer(until_end, self._on_tick)

    def _on_tick(self) -> None:
        clock = self.clock()
        if clock is not None and clock.left <= 0 and not self._has_rung:
            self._has_rung = True
            self._tell_time_is_up(clock)
        self.repaint_card()
        self._keep_time()

    def _tell_time_is_up(self, clock: Clock) -> None:
        words = f"That was {duration_in_full(clock.length)}."
        if self.app.config.bell:
            self.app.bell()
        if self.app.config.notify:
            tell_desktop(self.app, words)
        if not self.is_active:
            self.app.say(words)


def _asking(view: TodayView) -> str | None:
    """The offer on its card, if that asks for something."""
    card = view.card
    return card.pick.offer if isinstance(card, OpenCard) and card.pick.asks is not None else None
