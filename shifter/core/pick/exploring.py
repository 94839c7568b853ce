"""Finding something out: at least one pick in ten takes what is new, or what least is known of.

Thompson sampling explores by itself, but only as far as it doubts; what a person once passed by it
would leave alone for good, whatever has become of them since.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from shifter.core.pick.beliefs import Beliefs
from shifter.core.pick.limits import for_idea, is_due, without
from shifter.core.pick.situation import Alike, Choice, IdeaTurn, Reason, Situation
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


class Exploring:
    """What a pick that explores takes; `shown` is the last day of all that came within a season."""

    def __init__(
        self,
        situation: Situation,
        beliefs: Beliefs,
        shown: Mapping[str, date],
        random: "Random",
    ) -> None:
        self._situation = situation
        self._beliefs = beliefs
        self._shown = shown
        self._random = random

    def choose(self, whole: Sequence[Alike], idea: IdeaTurn | None) -> Choice | None:
        """Something new, about the idea or not; where all is known, what least is known of."""
        # What goes with an idea may all be known by now, and the world is wide.
        for turn in (idea, self._situation.idea):
            listed, of = for_idea(whole, turn, self._situation)
            if new := without(listed, self._shown.keys()):
                id, alike = self._random.choice(self._of_least_known_kind(new))
                return self._choice(id, alike, of, "explore")
        if not is_due(self._situation):
            return None
        listed, of = for_idea(whole, idea, self._situation)
        least_known = self._of_least_known_kind(listed)
        longest_ago = min(self._shown[id] for id, _ in least_known)
        id, alike = self._random.choice(
            [(id, it) for id, it in least_known if self._shown[id] == longest_ago]
        )
        return self._choice(id, alike, of, "known_least")

    def _of_least_known_kind(self, listed: Sequence[Alike]) -> list[tuple[str, Alike]]:
        doubt = {it.kind: self._beliefs.kind(it.kind).spread for it in listed}
        most = max(doubt.values())
        return [(id, it) for it in listed if doubt[it.kind] == most for id in it.ids]

    def _choice(self, id: str, alike: Alike, idea: IdeaTurn | None, reason: Reason) -> Choice:
        chosen, returning = self._situation.idea, self._situation.returning
        at_most = 0 if returning else alike.minutes * 60
        if chosen is not None and idea == chosen:
            return Choice(id, at_most, idea, None, "idea_explore", idea.id)
        return Choice(id, at_most, idea, None, reason, alike.kind)
