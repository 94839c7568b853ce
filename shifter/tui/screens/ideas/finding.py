"""The cards of a board lane by lane, and those among them that hold what somebody looks for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shifter.core.ideas_view import IdeaCard, IdeasView
from shifter.core.records import Stage


class _Said(NamedTuple):
    """A card, and all that it says in small letters."""

    card: IdeaCard
    text: str


class CardsByStage:
    """A board's cards; what they say is put together once, since it is searched at every key."""

    def __init__(self, view: IdeasView) -> None:
        self._cards = view.cards
        self._said: dict[Stage, list[_Said]] = defaultdict(list)
        for card in view.cards:
            self._said[card.idea.stage].append(_Said(card, " ".join(_texts(card)).casefold()))

    def holding(self, stage: Stage, words: Sequence[str]) -> list[IdeaCard]:
        """The cards at a stage that say all of these words, which are in small letters."""
        return [card for card, text in self._said[stage] if all(word in text for word in words)]

    def called(self, words: Sequence[str]) -> list[str]:
        """The ids of the ideas whose names hold all of these words, as the view has them."""
        ideas = [card.idea for card in self._cards]
        return [idea.id for idea in ideas if all(word in idea.name.casefold() for word in words)]


def _texts(card: IdeaCard) -> Iterator[str]:
    idea, step = card.idea, card.step
    texts = [idea.name, idea.why, idea.taught, idea.spared]
    if step is not None:
        texts += [step.text, step.question]
    texts += [text for output in card.outputs for text in (output.text, output.outcome)]
    yield from filter(None, texts)
