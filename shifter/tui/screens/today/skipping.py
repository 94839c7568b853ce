"""Skipping a pick: what comes next is worked out beforehand, so that it is there with the key."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from shifter.core.records import Pick
from shifter.core.views import OpenCard, TodayView
from shifter.errors import ShifterError
from shifter.tui.screens.today.showing import ShowsToday

_HOLDS = timedelta(hours=1)
"""For how long it is likely to be chosen still: another hour may suit another pick."""


class _Ahead(NamedTuple):
    """What follows on a view, if it is known, as it stood at that time."""

    view: TodayView
    following: TodayView | None
    at: datetime


class SkipsPicks(ShowsToday):
    """The skipping part of the screen: what is recorded is what stands on the card at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: _Ahead | None = None

    async def look_ahead(self) -> None:
        """Work out what a skip would bring; nothing is written."""
        view = self.view
        if view is None or self.open_pick is None or self._looked_ahead_from(view) is not None:
            return
        following = None
        with suppress(ShifterError):
            following = await self.app.ask(self.companion.after_a_skip)
        self._ahead = _Ahead(view, following, self.now())

    async def skip(self, pick: Pick) -> None:
        """Show another pick at once if it is known; if it can't be recorded, the old one again."""
        before, another = self.view, self.companion.today.another
        ahead = self._looked_ahead_from(before)
        if before is None or ahead is None or ahead.following is None:
            await self.show(await self.change(another), skipped=pick)
            return
        self.turn_to(ahead.following, pick)
        await self.body.card.wait_for_refresh()
        try:
            view = await self.change(another)
        except ShifterError:
            await self.show(before)
            raise
        # Another view may have been shown meanwhile, read before this was written.
        if self.view is ahead.following and _is_the_same(view, ahead.following):
            self.view = view
            await self.complete()
        else:
            await self.show(view, skipped=pick)

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
