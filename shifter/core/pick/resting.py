"""How long a prompt rests once it was on the card, so that nothing feels like a loop."""

from collections.abc import Mapping
from datetime import date

AFTER_YES = 31
AFTER_NO = 35
"""Days; what was passed by is missed less than what was done."""

LONGEST = max(AFTER_YES, AFTER_NO)


def resting(shown: Mapping[str, date], done: Mapping[str, date], today: date) -> dict[str, float]:
    """The prompts that still rest, each with the share of its rest that it has had.

    `shown` tells when each was last on the card, `done` when those were last done that were.
    """
    # There may be hundreds of prompts, but only so many days.
    ago = {day: _days(day, today) for day in set(shown.values())}
    had = {day: days / AFTER_NO for day, days in ago.items() if days < AFTER_NO}
    shares = {id: had[day] for id, day in shown.items() if day in had}
    for id in done.keys() & shares.keys():
        if done[id] >= shown[id]:
            shares[id] = ago[shown[id]] / AFTER_YES
            if shares[id] >= 1:
                del shares[id]
    return shares


def _days(day: date, today: date) -> int:
    # Where a clock went back, the last time can lie ahead.
    return max(0, (today - day).days)
