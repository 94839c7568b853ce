"""What limits a choice: the hard limits, and the rules that give way only where nothing is left."""

from collections.abc import Sequence

from shifter.core.pick.fitting import suits
from shifter.core.pick.situation import NEXT_STEP, Candidate, IdeaTurn, Situation

EXPLORES_ONCE_IN = 10
"""At least one pick in so many is something new."""

_SOONER = 5


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


def shortlist(
    fitting: Sequence[Candidate], idea: IdeaTurn | None, situation: Situation
) -> tuple[list[Candidate], IdeaTurn | None]:
    """What may be chosen, and the idea it is about; empty only if nothing fits.

    The rule of seven days gives way first, then an idea that was chosen for today.
    """
    # A step that leans on what was written before makes no sense on its own.
    alone = [candidate for candidate in fitting if not candidate.leans] or list(fitting)
    about = _fresh(_about(alone, idea), situation)
    if situation.idea is None and not _varied(about, situation):
        about = []
    for candidates, of in (
        (about, idea),
        (_about(alone, idea) if situation.idea else [], idea),
        (_fresh(_about(alone, None), situation), None),
        (_fresh(alone, situation), None),
        (alone, None),
    ):
        if candidates:
            return _unseen_today(candidates, situation), of
    return [], None


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


def _about(candidates: Sequence[Candidate], idea: IdeaTurn | None) -> list[Candidate]:
    return [
        candidate
        for candidate in candidates
        if (candidate.goes_with == "idea") == (idea is not None)
    ]


def _fresh(candidates: Sequence[Candidate], situation: Situation) -> list[Candidate]:
    done = situation.done_lately
    return [it for it in candidates if it.repeats or it.id not in done]


def _unseen_today(candidates: list[Candidate], situation: Situation) -> list[Candidate]:
    """Each preference holds as long as it leaves something."""
    unseen = [it for it in candidates if it.id not in situation.shown_today] or candidates
    return _varied(unseen, situation) or unseen


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
