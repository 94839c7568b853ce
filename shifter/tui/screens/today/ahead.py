"""What a key brings is there with the key: it is shown first, and written behind it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from textual import work

from shifter.core.records import Pick
from shifter.core.views import OpenCard, TodayView
from shifter.errors import ShifterError
from shifter.tui.screens.today.body import CardField
from shifter.tui.screens.today.showing import ShowsToday
from shifter.tui.widgets.card_situation import Clock, situation

_HOLDS = timedelta(hours=1)
"""For how long it is likely to be chosen still: another hour may suit another pick."""


class _Ahead(NamedTuple):
    """What follows on a view, if it is known, as it stood at that time."""

    view: TodayView
    following: TodayView | None
    at: datetime


class ShowsAhead(ShowsToday):
    """The part of the screen that runs ahead: what is recorded stands on the card at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: _Ahead | None = None

    async def look_ahead(self) -> None:
        """Work out what a skip would bring, and draw that and the timer; nothing is written."""
        view, pick = self.view, self.open_pick
        if view is None or pick is None or self._looked_ahead_from(view) is not None:
            return
        following = None
        with suppress(ShifterError):
            following = await self.app.ask(self.companion.after_a_skip)
        self._ahead = _Ahead(view, following, self.now())
        keys, minutes = self.key_names, self.app.config.minutes
        begun = Clock(left=pick.seconds, length=pick.seconds, paused=False, kept_going=False)
        likely = [(view.card, situation(view, keys, minutes, clock=begun))]
        if following is not None:
            likely.append((following.card, situation(following, keys, minutes, skipped=True)))
        self.body.card.foresee(*likely)

    async def show_ahead(
        self, foreseen: TodayView, write: Callable[[], TodayView], *, skipped: Pick | None = None
    ) -> None:
        """Show at once what a change will bring, and then write it.

        If it can't be written, what was there before is shown again.
        """
        before, passed_by = self.view, self.skipped
        self.turn_to(foreseen, skipped)
        self.draw_changes()
        await self.body.card.wait_for_refresh()
        try:
            view = await self.change(write)
        except ShifterError:
            if before is not None and self.view is foreseen:
                await self.show(before, skipped=passed_by)
            raise
        # Another view may have been shown meanwhile, read before this was written.
        if self.view is foreseen and _is_the_same(view, foreseen):
            self.view = view
            await self.complete()
        else:
            await self.show(view, skipped=skipped)

    async def skip(self, pick: Pick) -> None:
        """Show another pick at once if it is known; if it can't be recorded, the old one again."""
        another = self.companion.today.another
        ahead = self._looked_ahead_from(self.view) if self.view else None
        if ahead is not None and ahead.following is not None:
            # What is typed belongs to an offer, and this one gets its name when it is written.
            with self._field_shut():
                await self.show_ahead(ahead.following, another, skipped=pick)
        else:
            await self.show(await self.change(another), skipped=pick)
        self._look_further()

    @contextmanager
    def _field_shut(self) -> Iterator[None]:
        """Let nobody into the field on the card meanwhile."""
        for field in self.body.parts(CardField):
            field.can_focus = False
        try:
            yield
        finally:
            for field in self.body.parts(CardField):
                field.can_focus = True

    @work(group="ahead", exclusive=True)
    async def _look_further(self) -> None:
        """Look ahead at once: a skip seldom comes alone."""
        await self.look_ahead()

    def _looked_ahead_from(self, view: TodayView | None) -> _Ahead | None:
        ahead = self._ahead
        is_known = ahead is not None and ahead.view is view and self.now() - ahead.at < _HOLDS
        return ahead if is_known else None


def _is_the_same(view: TodayView, foreseen: TodayView) -> bool:
    """Whether two views differ in nothing but the offer, which gets its name when it is made."""
    card, other = view.card, foreseen.card
    if not (isinstance(card, OpenCard) and isinstance(other, OpenCard)):
        return False
    renamed = OpenCard(other.pick._replace(offer=card.pick.offer))
    return foreseen._replace(card=renamed) == view
