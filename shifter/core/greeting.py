"""The first line of the day, out of the user's own log."""

from collections.abc import Mapping
from datetime import date, datetime

from shifter.core.days import plain_day
from shifter.core.number_words import in_words
from shifter.core.quick_typing import Literal
from shifter.core.records import Shift

PartOfDay = Literal["morning", "afternoon", "evening", "night"]

PART_BEGINS: Mapping[int, PartOfDay] = {
    5: "morning",
    12: "afternoon",
    18: "evening",
    23: "night",
}
"""The parts of the day, by the hour of the wall clock at which they begin."""

_WEEK = 7


def part_of_day(wall: datetime) -> PartOfDay:
    """The part of the day that a wall clock shows."""
    begun = [part for hour, part in PART_BEGINS.items() if hour <= wall.hour]
    return begun[-1] if begun else "night"


def day_in_words(day: date, today: date) -> str:
    """A past day as people say it: `Yesterday`, `On Thursday`, `On 3 March`."""
    days = (today - day).days
    if days <= 0:
        return "Earlier today"
    if days == 1:
        return "Yesterday"
    if days < _WEEK:
        return f"On {day:%A}"
    return f"On {plain_day(day, today)}"


def mornings_ago(days: int) -> str:
    """A day long past, by the mornings since: `Forty mornings ago`."""
    return f"{in_words(days).capitalize()} mornings ago"


def told(shift: Shift, today: date, *, own_words: bool) -> str:
    """A shift as a sentence about its day.

    The catalogue's words follow "you"; the user's own are quoted as they are, with the person's
    name if they do not mention it.
    """
    day = day_in_words(shift.day, today)
    if own_words:
        return f"{day}: {ended(shift.text_and_person)}"
    return f"{day} you {shift.text[:1].lower()}{ended(shift.text[1:])}"


def told_as_step(shift: Shift, today: date) -> str:
    """A shift that was somebody's own next step, which is worded as what was still to do."""
    return f"{day_in_words(shift.day, today)} you took a step of your own: {ended(shift.text)}"


def ended(text: str) -> str:
    """The text with a full stop, unless it ends with a sign of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
