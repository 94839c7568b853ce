"""The views of the Ideas screen, each read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shifter.core.four_weeks import FourWeeks
from shifter.core.next_steps import Step
from shifter.core.projects import Output, Project
from shifter.core.records import Idea, Stage
from shifter.core.trail import TrailEntry


@dataclass(frozen=True, slots=True)
class IdeaCard:
    """An idea as it stands in its lane.

    `weeks` are its shifts in eight weeks, oldest first. `offered` is a next step to take where it
    has none of its own. `step_is_near` is True where the step's day is near. `week` is the week
    that its project is in, from 1.
    """

    idea: Idea
    weeks: tuple[int, ...] = ()
    step: Step | None = None
    step_is_near: bool = False
    offered: str | None = None
    project: Project | None = None
    week: int = 0
    outputs: tuple[Output, ...] = ()


@dataclass(frozen=True, slots=True)
class IdeasView:
    """The whole board: every idea, the most recently touched first.

    `busiest_week` is the most shifts in any week on any card, so that all share one scale.
    `book_closed` is the day the book of the Yes was closed, None while it is open. `empty_words`
    are what an empty lane says, by its stage, and the empty shelf.
    """

    day: date
    cards: tuple[IdeaCard, ...]
    busiest_week: int
    four_weeks: FourWeeks
    book_closed: date | None
    empty_words: Mapping[Stage, str]

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Every idea, the most recently touched first."""
        return tuple(card.idea for card in self.cards)


@dataclass(frozen=True, slots=True)
class OpenedIdea:
    """One idea with all there is to it; `trail` is newest first.

    `people` are those its shifts were with, and how often. `all_timed` is False where some shift
    has no minutes noted, so that those of the others tell too little.
    """

    day: date
    card: IdeaCard
    drop_if: str | None
    people: tuple[tuple[str, int], ...]
    all_timed: bool
    trail: tuple[TrailEntry, ...]
    book_closed: date | None


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """An idea that was ruled out, and the ways that are still open, the oldest first.

    `found_out` says how little it took, `line` is a kind word.
    """

    idea: Idea
    found_out: str
    ways_open: tuple[str, ...]
    line: str = ""


@dataclass(frozen=True, slots=True)
class TheWay:
    """The way to the Yes in the user's own numbers, from the first day to the last.

    `shifts`, `minutes`, `people` and `little_yeses` are of the whole log; `others` are the ideas
    that are still on the boil, `ruled_out` those that are not.
    """

    idea: Idea
    first: date
    last: date
    shifts: int
    minutes: int
    people: int
    little_yeses: int
    others: tuple[str, ...]
    ruled_out: tuple[str, ...]
    book_closed: date | None
