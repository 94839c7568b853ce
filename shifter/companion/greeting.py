"""The first line of the day: out of the user's own log, or from the phrases."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.core.greeting import ended, part_of_day, told, told_as_step
from shifter.core.placeholders import fill
from shifter.core.records import Shift, Streak
from shifter.core.views import Card, Greeting, OpenCard, ReplyCard
from shifter.store import figures, next_steps, offers, prompts, shifts, state

_TOLD_IN_TURN = 5
_SMALL = 5 * 60
"""The most seconds that a greeting calls small."""


def opening_words(context: Context) -> str:
    """The words for this part of the day."""
    return state.phrase(context.store, "greetings.lead", part_of_day(context.now().wall))


def shift_to_tell(context: Context, streak: Streak) -> Shift | None:
    """The shift that the greeting tells of; None where it says something else."""
    if streak.current.state in ("none", "rest"):
        return None
    return _latest_before(context, streak.as_of)


def greet(context: Context, streak: Streak, card: Card, before: Shift | None) -> Greeting:
    """The greeting above a card, which tells of the shift `before` where there is one to tell."""
    store = context.store
    today = streak.as_of
    latest = shifts.latest(store)
    if latest is not None and streak.total and streak.current.state == "none":
        times_away = streak.returns + figures.marked_rests(store)
        back = _in_turn(state.phrases(store, "greetings.return"), times_away)
        here = "Your shift is here" if streak.total == 1 else f"All {streak.total} shifts are here"
        return Greeting(back, f"{here}. The last: {ended(latest.whole_text)}")
    lead = opening_words(context)
    if streak.current.state == "rest":
        return Greeting(lead, _of_the_day(state.phrases(store, "greetings.rest_day"), today))
    if before is None:
        section = _about_the_card(card, is_first=latest is None)
        return Greeting(lead, _of_the_day(state.phrases(store, f"greetings.{section}"), today))
    own_words = _is_in_own_words(context, before)
    if own_words and _was_a_step(context, before):
        return Greeting(lead, told_as_step(before, today))
    return Greeting(lead, told(before, today, own_words=own_words))


def _about_the_card(card: Card, *, is_first: bool) -> str:
    """The lines that are true above this card: most of them promise something small."""
    if isinstance(card, ReplyCard):
        return "done_for_today"
    if not isinstance(card, OpenCard) or card.pick.seconds > _SMALL:
        return "whatever_comes"
    return "first_day" if is_first else "fresh"


def _is_in_own_words(context: Context, shift: Shift) -> bool:
    """Whether somebody worded a shift, rather than taking the catalogue's words."""
    prompt = prompts.get(context.store, shift.prompt) if shift.prompt else None
    if prompt is None or prompt.origin == "own":
        return True
    worded = (fill(rung.done, shift.person, shift.idea) for rung in prompt.ladder)
    return _unquoted(shift.text) not in map(_unquoted, worded)


def _unquoted(text: str) -> str:
    """The text without quotes, in which ideas did not always stand."""
    return "".join(character for character in text if character not in "“”‘’")


def _was_a_step(context: Context, shift: Shift) -> bool:
    """Whether a shift is a step that was set before, taken or begun on from the card or not."""
    offer = offers.of_shift(context.store, shift.id) if shift.prompt else None
    if offer is not None and offer.step is not None:
        return True
    return next_steps.is_step(context.store, shift.id)


def _latest_before(context: Context, today: date) -> Shift | None:
    """A shift of the last day before today: its newest the day after, then the others in turn."""
    yesterday = today - timedelta(days=1)
    found = shifts.find(context.store, shifts.Wanted(until=yesterday), _TOLD_IN_TURN)
    same_day = [shift for shift in found if shift.day == found[0].day]
    return same_day[(yesterday - found[0].day).days % len(same_day)] if same_day else None


def _of_the_day(lines: tuple[str, ...], today: date) -> str:
    """One line that stays for the day, and changes from day to day."""
    return _in_turn(lines, today.toordinal())


def _in_turn(lines: tuple[str, ...], number: int) -> str:
    return lines[number % len(lines)] if lines else ""
