"""harsh's log: a line for each day and habit, `DATE : Habit : y|n|s : comment : amount`."""

import re

from shifter.companion.exchange.formats.done import NOT_DONE, SKIPPED, UNREADABLE, Done, Reading

LINE = re.compile(r"(\d{4}-\d\d-\d\d) : (\s*\S.*?) : ([yns])\s*(?: : (.*))?", re.ASCII)

_AMOUNT = re.compile(r"-?\d*\.?\d+")
_LEFT_OUT = {"n": NOT_DONE, "s": SKIPPED}


def read_harsh(text: str) -> Reading:
    """What was done; the last line about a day and a habit counts."""
    reading = Reading("harsh")
    outcomes: dict[tuple[str, str], tuple[str, str, int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        if match is None:
            reading.left_out.one(UNREADABLE, number)
            continue
        day, habit, result, rest = match.groups()
        outcomes[day, habit.strip()] = (result, rest or "", number)
    for (day, habit), (result, rest, number) in outcomes.items():
        if result == "y":
            key, note = f"{day}\0{habit}", _note(rest)
            reading.take(Done(key, habit, day, note, names=(habit,), line=number))
        else:
            reading.left_out.one(_LEFT_OUT[result])
    return reading


def _note(rest: str) -> str:
    """The comment, which may hold colons itself, and the amount after it, unless it is 0."""
    comment, _, amount = rest.rpartition(" : ")
    if amount.strip() and not _AMOUNT.fullmatch(amount.strip()):
        comment, amount = rest, ""
    amount = amount.strip() if amount.strip() and float(amount) else ""
    return "\n".join(part for part in (comment.strip(), amount and f"amount {amount}") if part)
