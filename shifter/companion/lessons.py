"""What was learned from the picks, in the open: looked at, explained, forgotten, and overruled."""

from collections.abc import Iterator, Mapping

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.picks import Picks
from shifter.companion.why import evidence, term_words
from shifter.core.lessons_view import Explanation, Lesson, Lessons, Weighed
from shifter.core.pick.beliefs import Belief, Beliefs
from shifter.core.pick.situation import Wish
from shifter.core.placeholders import fill
from shifter.core.quick_typing import get_args
from shifter.core.records import Kind, Pick
from shifter.errors import Refused
from shifter.store import lessons, prompts


class LessonsArea:
    """What shifter makes of what people do with its picks."""

    def __init__(self, context: Context, picks: Picks) -> None:
        self._context = context
        self._picks = picks

    def explain(self) -> Explanation:
        """Why the current pick is on the card."""
        store = self._context.store
        pick = self._picks.current()
        terms, others = lessons.weighing(store, pick.offer)
        texts = ((prompts.get(store, other.prompt), other.score) for other in others)
        return Explanation(
            pick,
            " ".join(self.why(pick)),
            tuple(
                Weighed(
                    term.name,
                    term_words(self._context, term.name, term.about),
                    term.mean,
                    term.spread,
                    term.drawn,
                    term.seen.offers,
                )
                for term in terms
                if term.drawn or term.seen.offers
            ),
            tuple(
                (fill(prompt.ladder[0].text, None, pick.idea), score)
                for prompt, score in texts
                if prompt is not None
            ),
        )

    def why(self, pick: Pick) -> tuple[str, ...]:
        """Why a pick is on the card, and what that rests on: a sentence or two."""
        return tuple(filter(None, (pick.why, evidence(self._context, pick.offer))))

    def all(self) -> Lessons:
        """All that was learned, the most telling first."""
        ensure_catalogue(self._context)
        store = self._context.store
        with self._context.action("counted what was learned") as writer:
            lessons.ensure_counted(store, writer)
        sums = lessons.sums(store, self._context.today())
        beliefs = Beliefs(sums)
        offers = sum(seen.offers for seen in sums.get("make-up", {}).values())
        found = sorted(self._lessons(beliefs), key=lambda one: -abs(one.adds))
        wishes = lessons.wishes(store)
        kinds: tuple[Kind, ...] = get_args(Kind)
        return Lessons(
            offers,
            beliefs.rate,
            tuple(found),
            tuple(
                (kind, term_words(self._context, "kind", kind), wishes.get(kind)) for kind in kinds
            ),
        )

    def forget(self) -> None:
        """Learn nothing from what was shown up to now; it can be undone."""
        if not self.all().offers:
            raise Refused("There is nothing to forget", "Nothing has been learned yet.")
        with self._context.action("forgot what was learned") as writer:
            lessons.forget(writer)

    def wish(self, kind: Kind, wish: Wish | None) -> None:
        """Turn a kind off, ask for more of it, or go back to the usual."""
        names = {"off": "turned off", "more": "asked for more of", None: "back to the usual:"}
        with self._context.action(f"{names[wish]} {kind}") as writer:
            known = lessons.wishes(self._context.store)
            if known.get(kind) == wish:
                raise Refused("Nothing to change", f"That is how {kind} is set already.")
            if wish == "off" and _turned_off(known) == len(get_args(Kind)) - 1:
                raise Refused("One kind has to stay", "Or there would be no pick at all.")
            lessons.wish(writer, kind, wish)

    def _lessons(self, beliefs: Beliefs) -> Iterator[Lesson]:
        for name, about, belief in beliefs.all():
            if belief.seen.offers > 0:
                yield self._lesson(name, about, belief)

    def _lesson(self, name: str, about: str, belief: Belief) -> Lesson:
        words = term_words(self._context, name, about)
        return Lesson(name, about, words, belief.mean, belief.spread, *belief.seen)


def _turned_off(wishes: Mapping[Kind, Wish]) -> int:
    return sum(wish == "off" for wish in wishes.values())
