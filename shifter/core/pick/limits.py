"""What limits a choice: the hard limits, and the rules that give way only where nothing is left."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from shifter.core.pick.fitting import fits
from shifter.core.pick.situation import NEXT_STEP, Alike, IdeaTurn, Situation

EXPLORES_ONCE_IN = 10
"""At least one in this many picks that no rule decided explores."""

_SOONER = 5

# Of this many prompts, the one that rested longest may always be chosen.
_ALWAYS_OPEN = 8


def possible(candidates: Iterable[Alike], situation: Situation) -> list[Alike]:
    """What fits the time and the place, of kinds that were not turned off."""
    off = {kind for kind, wish in situation.wishes.items() if wish == "off"}
    fitting = [
        it
        for it in candidates
        if fits(it, situation.minutes, situation.place) and it.kind not in off
    ]
    return without(fitting, {NEXT_STEP})


def count(listed: Iterable[Alike]) -> int:
    """How many prompts these are."""
    return sum(len(it.ids) for it in listed)


def without(
    listed: Iterable[Alike],
    ids: AbstractSet[str],
    *,
    stays: Callable[[Alike], bool] = lambda _: False,
) -> list[Alike]:
    """The same without some prompts, but for those that `stay`."""
    left = []
    for it in listed:
        if stays(it) or ids.isdisjoint(it.ids):
            left.append(it)
        elif some := [id for id in it.ids if id not in ids]:
            left.append(Alike(*it[:-1], some))
    return left


def shortlist(fitting: Sequence[Alike], situation: Situation) -> list[Alike]:
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
    done = situation.done_lately
    listed = without(listed, done, stays=lambda it: it.repeats) or listed
    listed = without(listed, situation.shown_today) or listed
    return _rested(_varied(listed, situation) or listed, situation)


def for_idea(
    listed: Sequence[Alike], idea: IdeaTurn | None, situation: Situation
) -> tuple[list[Alike], IdeaTurn | None]:
    """Those that go with an idea, or the others; where there are none, what there is."""
    of_idea = [it for it in listed if it.goes_with == "idea"]
    others = [it for it in listed if it.goes_with != "idea"]
    if not of_idea or (others and idea is None):
        return others, None
    return of_idea, idea or min(situation.ideas, key=lambda it: it.offers, default=None)


def is_due(situation: Situation) -> bool:
    """Whether none of the last nine found something out, so that this one has to."""
    return _since_explored(situation) + 1 >= EXPLORES_ONCE_IN


def may_explore(situation: Situation) -> bool:
    """Whether it is time for something new: soon after a first pick was passed by, else at last."""
    if is_due(situation):
        return True
    is_free = not situation.returning and situation.idea is None
    return is_free and bool(situation.shown_today) and _since_explored(situation) >= _SOONER


def _since_explored(situation: Situation) -> int:
    """How many picks were answered since one explored, as far as that is known."""
    explored = [answered.explored for answered in situation.before]
    return explored.index(True) if True in explored else len(explored)


def _varied(candidates: Sequence[Alike], situation: Situation) -> list[Alike]:
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


def _rested(listed: list[Alike], situation: Situation) -> list[Alike]:
    """Those that had their rest; where they are few, the ones that had most of it as well."""
    resting = situation.resting

    def is_awake(it: Alike) -> bool:
        # What people add to be repeated is meant to come soon.
        return it.repeats and it.own

    rested = without(listed, resting.keys(), stays=is_awake)
    always_open = count(listed) // _ALWAYS_OPEN
    if not listed or count(rested) > always_open:
        return rested
    had = {id: 1.0 if is_awake(it) else resting.get(id, 1.0) for it in listed for id in it.ids}
    least = sorted(had.values(), reverse=True)[always_open]
    return without(listed, {id for id, share in had.items() if share < least})
