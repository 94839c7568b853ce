"""Why a pick is on the card, from the term that decided."""

from collections.abc import Sequence

from shifter.core.pick.beliefs import Beliefs
from shifter.core.pick.counting import Sum
from shifter.core.pick.situation import IdeaTurn, Reason, Situation, Term

ENOUGH_OF_A_KIND = 3.0
ENOUGH_IN_ALL = 10.0
ENOUGH_YESES = 2.0
"""How many answers, the old ones faded, a claim about somebody's tastes must rest on."""

_CLAIMS: dict[str, Reason] = {
    "kind": "kind",
    "size": "size",
    "place": "place",
    "hour": "hour",
    "weekday": "weekday",
    "prompt": "prompt",
    "wanted": "wanted",
    "own": "own",
}


def idea_term(idea: IdeaTurn, beliefs: Beliefs) -> Term:
    """What the choice of an idea adds; it was not drawn, since ideas take turns."""
    belief = beliefs.idea(idea.id)
    return Term("idea", idea.id, belief.mean, belief.spread, belief.mean, belief.seen)


def heaviest(terms: Sequence[Term]) -> Term | None:
    """The term that added most; None if not one added anything."""
    most = max(terms, key=lambda term: term.drawn, default=None)
    return most if most is not None and most.drawn > 0 else None


def holds(term: Term, whole: Sum) -> bool:
    """Whether what a term claims is what happened: often enough, and more yeses than usual."""
    if term.name in ("wanted", "own"):
        return True
    offers, yeses = term.seen
    if whole.offers < ENOUGH_IN_ALL or offers < ENOUGH_OF_A_KIND or yeses < ENOUGH_YESES:
        return False
    return term.mean > 0 and yeses > offers * whole.yeses / whole.offers


def reason_for(
    terms: Sequence[Term],
    whole: Sum,
    idea: IdeaTurn | None,
    situation: Situation,
    *,
    is_new: bool,
) -> tuple[Reason, str]:
    """The reason and what it is about; `whole` is what all picks add up to.

    Where curiosity decided, nothing is claimed of anybody's tastes.
    """
    if situation.returning:
        return "return", ""
    if idea is not None and situation.idea is not None:
        return "idea_chosen", idea.id
    claim = _claim(terms, whole, idea)
    return claim or (_plain(terms, idea, situation, is_new=is_new), idea.id if idea else "")


def _claim(terms: Sequence[Term], whole: Sum, idea: IdeaTurn | None) -> tuple[Reason, str] | None:
    most = heaviest(terms)
    if most is None or not holds(most, whole):
        return None
    if most.name == "idea" and idea is not None:
        return ("idea_lit" if idea.lit else "idea_liked"), most.about
    return _CLAIMS[most.name], most.about


def _plain(
    terms: Sequence[Term], idea: IdeaTurn | None, situation: Situation, *, is_new: bool
) -> Reason:
    if idea is not None:
        return "idea_turn"
    if any(term.name == "own" and term.drawn > 0 for term in terms):
        return "own"
    if situation.narrowed:
        return "at_hand"
    return "new" if is_new else "rested"
