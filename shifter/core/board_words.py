"""The board in sentences: the run, and the landing ahead."""

from shifter.core import number_words
from shifter.core.days import plain_day
from shifter.core.landings import STRIDE
from shifter.core.number_words import counted
from shifter.core.records import Streak

FORGIVEN = {
    0: "Rest days never end it.",
    1: "One empty day never ends it.",
    2: "Two empty days in a row never end it.",
    3: "Three empty days in a row never end it.",
}
"""What a run survives, by the days of grace."""

_SPOKEN = 1400
"""The saying's fourteen hundred tiny moves; mentioned from fifty shifts on until they are made."""


def front_row(streak: Streak) -> tuple[tuple[int, str], ...]:
    """The numbers that cannot fall, each with its word."""
    return number_words.front_row(
        streak.total, streak.people, streak.little_yeses, streak.ruled_out
    )


def run_lead(streak: Streak) -> str:
    """The part of the run's sentences that stands out; without a run, the number of shifts."""
    if streak.current.length == 0:
        return f"{counted(streak.total, 'shift')} {'stands' if streak.total == 1 else 'stand'}"
    return f"{counted(streak.current.length, 'day')} with a shift in this run"


def run_rest(streak: Streak, grace: int, how_to_rest: str) -> str:
    """What follows the lead, in whole sentences; `how_to_rest` is the key or the command."""
    current = streak.current
    if current.start is None:
        stays = "none of them goes" if streak.total > 1 else "it does not go"
        return f", and {stays} away. Any shift begins a new run."
    since = f", since {plain_day(current.start, streak.as_of)}."
    told = {
        "none": "",
        "done": FORGIVEN[grace],
        "open": FORGIVEN[grace],
        "rest": "Today is a rest day; it simply goes on.",
        "last_call": f"Something tiny keeps it going today, and so does rest ({how_to_rest}).",
    }[current.state]
    return " ".join(part for part in (since, told, _longest(streak)) if part)


def landing(total: int, ahead: int, when: str | None) -> tuple[str, ...]:
    """The landing ahead and roughly when, in several ways, the longest first."""
    as_things_go = f", {when} as things go" if when else ""
    told = f"The next landing is {ahead:,}{as_things_go}."
    short = f"{ahead:,}{as_things_go}" if when else ""
    if STRIDE <= total < _SPOKEN:
        leap = f"{total:,} of some fourteen hundred tiny moves to new work."
        return f"{leap} {told}", told, short
    return told, short


def _longest(streak: Streak) -> str:
    if streak.longest is None or not streak.returns:
        return ""  # The only run there is has none to be told beside it.
    if streak.longest.length <= streak.current.length:
        return "No run was longer."
    return f"The longest had {streak.longest.length:,}."
