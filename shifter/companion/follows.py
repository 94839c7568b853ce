"""What follows from a shift: the warm next step, or words of long ago, taken up again."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.companion.wording import LONG_AGO, rung_of
from shifter.core.pick.resting import AFTER_NO, AFTER_YES
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Shift
from shifter.store import ideas, offers, prompts, shifts

if TYPE_CHECKING:
    from shifter.core.pick.situation import Follow

ANSWER = "answer-an-old-line"
"""The prompt for words of long ago that no other prompt goes on from."""

_WARM = 7
_DONE, _PASSED_BY = timedelta(days=AFTER_YES - 1), timedelta(days=AFTER_NO)
_OLDEST = 300
_WINDOW = timedelta(days=14)
_EVERY = timedelta(days=9)
_WORDS_OF_A_LINE = 3


def follow_of(context: Context, shift: Shift) -> "Follow | None":
    """The next step that a shift made warm."""
    from shifter.core.pick.situation import Follow

    store = context.store
    offer = offers.of_shift(store, shift.id)
    prompt = prompts.get(store, shift.prompt) if shift.prompt else None
    following = prompts.get(store, prompt.then) if prompt and prompt.then else None
    if offer is None or prompt is None or following is None or rung_of(prompt, offer).ends:
        return None
    return Follow(shift.id, following, offer.idea, _person(context, shift))


def warm(context: Context, today: date) -> "Follow | None":
    """The next step of the latest shift, unless that was long ago or the step was passed by."""
    store = context.store
    latest = shifts.latest(store)
    if latest is None or (today - latest.day).days > _WARM:
        return None
    follow = follow_of(context, latest)
    if follow is None:
        return None
    step = follow.prompt
    # Once was enough to ask somebody who passed it by.
    if offers.was_passed_by(store, step.id, min(latest.day, today - _PASSED_BY)):
        return None
    # What names nobody and quotes nothing would say the very same again.
    says_more = step.quotes is not None or follow.person is not None or step.repeats
    if not says_more and shifts.was_done_since(store, step.id, today - _DONE):
        return None
    return follow


def taken_up(context: Context, today: date) -> "Follow | None":
    """Something begun a month or more ago that can go on, once in nine days."""
    from shifter.core.pick.situation import Follow

    store = context.store
    if offers.was_given_for(store, "again", today - _EVERY):
        return None
    # A window of the past, so that this takes no longer after ten years.
    end = today - timedelta(days=LONG_AGO + context.random.randrange(_OLDEST))
    written = offers.shifts_with_words(store, end - _WINDOW, end)
    shift = shifts.get(store, context.random.choice(written)) if written else None
    if shift is None:
        return None
    offer = offers.of_shift(store, shift.id)
    idea = offer.idea if offer else None
    if idea is not None and idea not in {living.id for living in ideas.living(store)}:
        return None
    follow = follow_of(context, shift)
    if (
        follow is not None
        and not follow.prompt.retired
        and not shifts.was_done_since(store, follow.prompt.id, shift.day)
    ):
        return follow
    answer = prompts.get(store, ANSWER)
    # A name or a mere word is no line to answer.
    if answer is None or len((shift.said or "").split()) < _WORDS_OF_A_LINE:
        return None
    return Follow(shift.id, answer, idea, _person(context, shift))


def _person(context: Context, shift: Shift) -> str | None:
    people = {person.name: person.id for person in ideas.people(context.store)}
    return people.get(shift.person or "")
