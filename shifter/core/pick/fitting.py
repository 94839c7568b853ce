"""What fits the time and the place at hand."""

from collections.abc import Sequence

from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Place, Prompt

if TYPE_CHECKING:
    from shifter.core.pick.situation import Alike


def suits(places: Sequence[Place], place: Place | None) -> bool:
    """Whether a prompt for these places can be done in one; any can where none is known."""
    return place is None or place in places or "anywhere" in places


def fits(alike: "Alike", minutes: int, place: Place | None) -> bool:
    """Whether such prompts can be offered with this time and place at hand."""
    return alike.minutes <= minutes and suits(alike.places, place)


def largest_rung(prompt: Prompt, minutes: int) -> int | None:
    """The first rung of a ladder that these minutes are enough for."""
    for number, rung in enumerate(prompt.ladder):
        if rung.seconds <= minutes * 60:
            return number
    return None


def rung_within(prompt: Prompt, seconds: int) -> int:
    """The first rung that takes no longer; the smallest where every one does."""
    for number, rung in enumerate(prompt.ladder):
        if rung.seconds <= seconds:
            return number
    return len(prompt.ladder) - 1
