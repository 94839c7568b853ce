"""Which pocketed pick is asked about: one that nobody answers for gives way, ever longer."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.core.moment import to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.store import pockets, state
from shifter.store.pockets import Pocketed


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
        if asked is None or asked.day < today:
            _remember(context, pocketed, _Asked(today, asked.times + 1 if asked else 1))
        return pocketed
    return None


def asked_again(context: Context, pocketed: Pocketed) -> date | None:
    """The day that one which was not answered for is asked about again; None if it never was."""
    asked = _asked(context, pocketed)
    return asked.again if asked else None


def _asked(context: Context, pocketed: Pocketed) -> _Asked | None:
    due, _, asked = (state.read(context.store, _id(pocketed)) or "").partition(" ")
    if due != to_text(pocketed.due):  # put off meanwhile
        return None
    day, times = asked.split()
    return _Asked(date.fromisoformat(day), int(times))


def _remember(context: Context, pocketed: Pocketed, asked: _Asked) -> None:
    with context.action("asked about a pocketed pick") as writer:
        value = f"{to_text(pocketed.due)} {asked.day} {asked.times}"
        state.remember(writer, _id(pocketed), value)


def _id(pocketed: Pocketed) -> str:
    return f"asked {pocketed.id}"
