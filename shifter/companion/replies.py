"""The line of answer after a shift: chosen once, kept with its offer, now and then just silence."""

from datetime import timedelta

from shifter.companion.context import Context
from shifter.core.landings import STRIDE, landing_behind
from shifter.core.records import Shift
from shifter.store import state
from shifter.store.store import Store
from shifter.store.writer import Writer

_NOT_AGAIN = timedelta(days=60)
_SILENCE = 6
_TINY = 1


def answer_for(
    context: Context, writer: Writer, shift: Shift, kind: str | None, number: int
) -> str | None:
    """A line that was not said in the last 60 days, or None. `number` counts this shift."""
    special = _special(shift, number)
    if not special and context.random.randrange(_SILENCE) == 0:
        return None
    today = context.today()
    before = today - _NOT_AGAIN
    own = (f"replies.{kind}",) if kind else ()
    tiny = ("replies.tiny",) if shift.minutes is not None and shift.minutes <= _TINY else ()
    for sections in ((special,) if special else (), (*own, *tiny), ("replies.any",)):
        lines = state.rested_phrases(context.store, sections, before) if sections else ()
        if lines:
            line = context.random.choice(lines)
            state.say(writer, line, today)
            return line.replace("{landing}", str(number))
    return None


def landing_line(store: Store, number: int) -> str | None:
    """A line on a landing, for a shift that has no card to reply on; None where there is none."""
    if landing_behind(number) != number:
        return None
    lines = state.phrases(store, "replies.landing")
    line = lines[number // STRIDE % len(lines)] if lines else "A landing: {landing}."
    return line.replace("{landing}", f"{number:,}")


def _special(shift: Shift, number: int) -> str | None:
    if number == 1:
        return "replies.first"
    if landing_behind(number) == number:
        return "replies.landing"
    return "replies.little_yes" if shift.little_yes else None
