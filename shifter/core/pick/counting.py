"""What a pick that was answered teaches: which sums it joins, and with how much.

The sums fade with a half-life, since people change. A pick of a later day simply counts for more,
so that one more costs the same after ten years, and taking one back is subtracting it.
"""

from datetime import date

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Place

HALF_LIFE = 20
"""Days after which an answered pick counts half."""

RULES = "2"
"""Changes with whatever changes the sums, so that those in a file are counted again."""

# Any fixed day would do: a pick of this day counts 1 in the sums as they are kept.
_REFERENCE = date(2026, 1, 1).toordinal()

# More than a lifetime; beyond it a sum would be no number any more.
_MOST_HALVES = 900

# How much of a yes each outcome is, and how much of an answer.
_WORTH: dict[str, tuple[float, float]] = {
    "done": (1.0, 1.0),
    "smaller": (0.4, 1.0),
    "pocketed": (0.5, 0.5),
    "skipped": (0.0, 1.0),
    "retired": (0.0, 1.5),
    "ignored": (0.0, 0.3),
}
_LIT = 1.3
_POCKETED_AND_DONE = 0.9
_POCKETED_AND_NOT = (0.2, 0.7)

_SIZES = (1, 2, 5, 10)
_SATURDAY = 5


class Sum(NamedTuple):
    """What picks add up to: how many, and how much of a yes they got."""

    offers: float
    yeses: float


NOTHING = Sum(0.0, 0.0)


class Features(NamedTuple):
    """What describes a pick that was shown; `idea` is an id, `part` the part of the day."""

    prompt: str
    kind: str
    size: int
    place: str
    idea: str | None
    part: str | None
    weekend: bool


def size_of(seconds: int) -> int:
    """The size of a rung in minutes, as prompts come: 1, 2, 5, 10 or 60."""
    return next((size for size in _SIZES if seconds <= size * 60), 60)


def place_of(places: tuple[Place, ...]) -> str:
    """The places of a prompt as one word, whatever their order."""
    return "+".join(sorted(places))


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def subjects(features: Features) -> tuple[tuple[str, str], ...]:
    """The sums that a pick joins: each a table of sums, and the row in it."""
    weekday = "weekend" if features.weekend else "week"
    hour = (("hour", f"{features.part}/{features.kind}"),) if features.part else ()
    return (
        ("make-up", f"{features.kind}/{features.size}/{features.place}"),
        ("prompt", features.prompt),
        ("idea", features.idea or ""),
        ("weekday", f"{weekday}/{features.place}"),
        *hour,
    )


def worth(outcome: str, *, lit: bool, pocket: str | None) -> Sum | None:
    """What an outcome of an offer adds on its own day; None while nothing can be said.

    `lit` tells of a Little Yes, `pocket` how a pocketed one was answered for (`yes`, `no` or "").
    """
    if outcome == "pocketed" and pocket == "no":
        yes, weight = _POCKETED_AND_NOT
    elif outcome in _WORTH:
        yes, weight = _WORTH[outcome]
    else:
        return None
    if outcome == "done":
        yes = _LIT if lit else _POCKETED_AND_DONE if pocket is not None else yes
    return Sum(weight, weight * yes)


def grown(day: date) -> float:
    """How much more a pick of this day counts than one of the reference day."""
    halves = (day.toordinal() - _REFERENCE) / HALF_LIFE
    return float(2.0 ** max(-_MOST_HALVES, min(_MOST_HALVES, halves)))


def faded(offers: float, yeses: float, scale: float) -> Sum:
    """A sum as it is kept, seen from a day; `scale` is what `grown` says of that day."""
    # What was taken back can leave a dust of rounding behind.
    return Sum._make((max(0.0, offers / scale), max(0.0, yeses / scale)))
