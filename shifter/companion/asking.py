"""What the card asks about: a question that nobody answers gives way to the pick."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.core.moment import to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.errors import FileTrouble, Replaced
from shifter.store import pockets, state
from shifter.store.pockets import Pocketed
from shifter.store.state import Timer

_TIMER_DAYS = 2
"""How many days a timer that was left running is asked about."""


class _Asked(NamedTuple):
    """The last day that it was asked about on, and on how many days it was by then."""

    day: date
    times: int

    @property
    def again(self) -> date:
        """The day after, then two days later, then four."""
        return self.day + timedelta(days=2 ** (self.times - 1))


def to_be_asked(context: Context) -> Pocketed | None:
    """The longest due of those whose question stands today, which is remembered."""
    today = context.today()
    for pocketed in pockets.due(context.store, context.now().utc):
        asked = _asked(context, pocketed)
        if asked is not None and asked.day < today < asked.again:
            continue
        _remember(context, _id(pocketed), to_text(pocketed.due), asked)
        return pocketed
    return None


def is_asked_about(context: Context, timer: Timer) -> bool:
    """Whether a timer that was left running is still asked about today, which is remembered."""
    asked = _read(context, "asked timer", timer.offer)
    if asked is not None and asked.times == _TIMER_DAYS and asked.day < context.today():
        return False
    _remember(context, "asked timer", timer.offer, asked)
    return True


def was_asked(context: Context, pocketed: Pocketed) -> bool:
    """Whether it was asked about since it was last put off."""
    return _asked(context, pocketed) is not None


def _asked(context: Context, pocketed: Pocketed) -> _Asked | None:
    return _read(context, _id(pocketed), to_text(pocketed.due))


def _read(context: Context, id: str, about: str) -> _Asked | None:
    """When it was asked; None if not at all, or about something else by this id."""
    told, _, asked = (state.read(context.store, id) or "").partition(" ")
    if told != about:
        return None
    day, times = asked.split()
    return _Asked(date.fromisoformat(day), int(times))


def _remember(context: Context, id: str, about: str, asked: _Asked | None) -> None:
    """That it is asked today, unless that is known or the file can't be written."""
    today = context.today()
    if asked is not None and asked.day >= today:
        return
    times = asked.times + 1 if asked else 1
    try:
        with context.action("asked") as writer:
            state.remember(writer, id, f"{about} {today} {times}")
    except Replaced:
        raise
    except FileTrouble:
        return  # Today can be read all the same; who writes is told.


def _id(pocketed: Pocketed) -> str:
    return f"asked {pocketed.id}"
