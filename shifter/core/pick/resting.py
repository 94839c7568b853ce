"""How long a prompt rests once it was on the card, so that nothing feels like a loop."""

from collections.abc import Iterable
from datetime import date

AFTER_YES = 31
AFTER_NO = 35
"""Days; what was passed by is missed less than what was done."""

LONGEST = max(AFTER_YES, AFTER_NO)


def resting(shown: Iterable[tuple[str, date, bool]], today: date) -> dict[str, float]:
    """The prompts that still rest, each with the share of its rest that it has had.

    `shown` tells of each prompt when it was last on the card, and whether it was done since.
    """
    shares = {}
    for prompt, day, done in shown:
        # Where a clock went back, the last time can lie ahead.
        share = max(0, (today - day).days) / (AFTER_YES if done else AFTER_NO)
        if share < 1:
            shares[prompt] = share
    return shares
