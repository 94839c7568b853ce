"""What limits a choice: the hard limits, and the rules that give way only where nothing is left."""

from collections.abc import Sequence

from shifter.core.pick.fitting import suits
from shifter.core.pick.situation import NEXT_STEP, Candidate, IdeaTurn, Situation

EXPLORES_ONCE_IN = 10
"""At least one pick in so many is something new."""

_SOONER = 5

# Of so many prompts, the one that rested longest may always be chosen.
_ALWAYS_OPEN = 8


def possible(candidates: Sequence[Candidate], situation: Situation) -> list[Candidate]:
    """What fits the time and the place, of kinds that were not turned off."""
    off = {kind for kind, wish in situation.wishes.items() if wish == "off"}
    minutes, place = situation.minutes, situation.place
    return [
        it
        for it in candidates
        if it.minutes <= minutes
        and (place is None or suits(it.places, place))
        and it.kind not in off
        and it.id != NEXT_STEP
    ]


def shortlist(fitting: Sequence[Candidate], situation: Situation) -> list[Candidate]:
    """What may be chosen; empty only if nothing fits.

    The rule of seven days gives way first, then an idea that was chosen for today. What follows
    are wishes: each holds as long as it leaves something.
    """
    # A step that leans on what was written before makes no sense on its own.
    listed = [it for it in fitting if not it.leans] or list(fitting)
    if situation.idea is not None:
        listed = [it for it in listed if it.goes_with == "idea"] or listed
    elif not situation.ideas:
        listed = [it for it in listed if it.goes_with != "idea"] or listed
    done, seen = situation.done_lately, situation.shown_today
    listed = [it for it in listed if it.id not in done or it.repeats] or listed
    listed = [it for it in listed if it.id not in seen] or listed
    return _rested(_varied(listed, situation) or listed, situation)


def for_idea(
    listed: Sequence[Candidate], idea: IdeaTurn | None, situation: Situation
) -> tuple[list[Candidate], IdeaTurn | None]:
    """Those that go with an idea, or the others; where there are none, what there is."""
    of_idea = [it for it in listed if it.goes_with == "idea"]
    others = [it for it in listed if it.goes_with != "idea"]
    if not of_idea or (others and idea is None):
        return others, None
    return of_idea, idea or min(situation.ideas, key=lambda it: it.offers, default=None)


def explores(situation: Situation) -> bool:
    """Whether it is time for something new: soon after a first pick was passed by, else at last."""
    if situation.returning or situation.idea is not None:
        return False
    since = 0
    for answered in situation.before:
        if answered.explored:
            break
        since += 1
    if since + 1 >= EXPLORES_ONCE_IN:
        return True
    return bool(situation.shown_today) and since >= _SOONER


def _varied(candidates: Sequence[Candidate], situation: Situation) -> list[Candidate]:
    """Not the kind that was just skipped; after an ignored one something smaller, or other."""
    if not situation.before:
        return list(candidates)
    last = situation.before[0]
    if last.outcome == "ignored":
        return [it for it in candidates if it.kind != last.kind or it.minutes < last.minutes]
    skipped = set()
    for answered in situation.before[:2]:
        if answered.outcome != "skipped":
            break
        skipped.add(answered.kind)
    return [it for it in candidates if it.kind not in skipped]


def _rested(listed: list[Candidate], situation: Situation) -> list[Candidate]:
    """Those that had their rest; where they are few, the ones that had most of it as well."""
    resting = situation.resting
    # What people add to be repeated is meant to come soon.
    had = [1.0 if it.repeats and it.own else resting.get(it.id, 1.0) for it in listed]
    least = sorted(had, reverse=True)[len(listed) // _ALWAYS_OPEN] if listed else 1.0
    return [it for it, share in zip(listed, had, strict=True) if share >= least]
