"""The five-minute timer: it survives another screen, and a program that was closed."""

from datetime import datetime

from shifter.companion.context import Context
from shifter.companion.picks import Picks
from shifter.companion.wording import describe
from shifter.core.views import TimerState
from shifter.errors import Refused
from shifter.store import offers, state
from shifter.store.state import Timer


class Timers:
    """One timer at a time, for the pick on the card."""

    def __init__(self, context: Context) -> None:
        self._context = context
        # Any other timer in the file was left by an earlier sitting, and is asked about.
        self._started_here: set[str] = set()

    def toggle(self, picks: Picks) -> None:
        """Start, pause or resume the timer of the open pick."""
        store = self._context.store
        offer = picks.waiting()
        if offer is None:
            raise Refused("Nothing to time", "There is no open pick on the card.")
        now = self._context.now().utc
        with self._context.action("the timer") as writer:
            timer = state.timer(store)
            if timer is None or timer.offer != offer.id:
                state.drop_timers(writer)
                timer = Timer(offer.id, describe(self._context, offer).seconds, 0, None)
            state.keep_timer(writer, Timer(*TimerState(*timer).toggled(now)))
        self._started_here.add(offer.id)

    def stop(self) -> None:
        """Put the timer away."""
        with self._context.action("the timer") as writer:
            state.drop_timers(writer)

    def state(self) -> TimerState | None:
        """The timer of this sitting, while its pick is on the card."""
        timer = self._here()
        return TimerState(*timer) if timer else None

    def minutes(self) -> int | None:
        """Whole minutes on the timer of this sitting; None if there is none."""
        timer = self._here()
        return whole_minutes(_elapsed(timer, self._context.now().utc)) if timer else None

    def left_running(self) -> Timer | None:
        """A timer that an earlier sitting left behind."""
        timer = state.timer(self._context.store)
        return timer if timer is not None and timer.offer not in self._started_here else None

    def counted(self, timer: Timer) -> int:
        """The seconds of a timer that was left running, at most its length."""
        return min(_elapsed(timer, self._context.now().utc), timer.length)

    def _here(self) -> Timer | None:
        timer = state.timer(self._context.store)
        if timer is None or timer.offer not in self._started_here:
            return None
        offer = offers.open_offer(self._context.store)
        return timer if offer is not None and offer.id == timer.offer else None


def whole_minutes(seconds: int) -> int:
    """Minutes to the nearest whole one, at least one."""
    return max(1, round(seconds / 60))


def _elapsed(timer: Timer, now: datetime) -> int:
    running = (now - timer.since).total_seconds() if timer.since else 0.0
    return timer.elapsed + max(0, int(running))
