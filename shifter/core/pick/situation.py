"""What a choice depends on, and what comes of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from shifter.core.pick.counting import NOTHING, Sum
from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import Literal
from shifter.core.records import Kind, Place, Prompt

# What can weigh most in a choice; each has its sentence among the phrases.
Reason = Literal[
    "first",
    "return",
    "then",
    "again",
    "step",
    "step_near",
    "idea_chosen",
    "idea_turn",
    "idea_liked",
    "idea_lit",
    "kind",
    "size",
    "place",
    "hour",
    "weekday",
    "prompt",
    "wanted",
    "explore",
    "known_least",
    "idea_explore",
    "own",
    "new",
    "at_hand",
    "rested",
]

EXPLORING: tuple[Reason, ...] = ("explore", "known_least", "idea_explore")
"""The reasons of picks that are there to find something out."""

SEASON = 90
"""Days after which a prompt counts as new again."""

NEXT_STEP = "next-step"
"""The prompt that stands for whatever people set as the next step of an idea."""

Wish = Literal["off", "more"]
"""What people asked for of a whole kind."""


class Alike(NamedTuple):
    """Prompts, by their `ids`, that are alike in all that a choice asks of them.

    They `lean` on what was written before, if they quote it. Of prompts there may be thousands, of
    sorts hardly more than a hundred; so a choice looks at sorts as long as it can.
    """

    kind: Kind
    minutes: int
    places: tuple[Place, ...]
    goes_with: Literal["idea", "person"] | None
    leans: bool
    repeats: bool
    own: bool
    ids: Sequence[str]


class IdeaTurn(NamedTuple):
    """A living idea, and how many turns it had of late.

    `step` is the id of its own next step, if it has one that may be shown now; `step_is_near`
    tells that the day it is meant for is close. `lit` is its number of Little Yeses.
    """

    id: str
    name: str
    offers: int
    step: str | None = None
    step_is_near: bool = False
    lit: int = 0


class Follow(NamedTuple):
    """A shift whose natural next step can be taken. `idea` and `person` are ids.

    One that was `asked` for is taken whatever else was on the card, or is to be worked on, today.
    """

    shift: str
    prompt: Prompt
    idea: str | None
    person: str | None
    asked: bool = False


class Answered(NamedTuple):
    """A pick that was answered, or passed by, of late."""

    kind: Kind
    minutes: int
    outcome: str
    explored: bool


class Situation(NamedTuple):
    """All that a choice depends on, but for what was learned.

    `minutes` and `place` are hard limits, and so are kinds that people turned off. `idea` is the
    one to work on, if one was chosen for today. `done_lately` are the prompts done in the last
    seven days, `shown_today` those that were on the card since this morning, `resting` those that
    were there of late, each with the share of its rest that it has had. `part` of the day and
    `weekend` tell when it is. `before` are the latest ten picks that were answered, the last one
    first. `again` is something begun long ago. `narrowed` tells whether the time or the place was
    set for today. `only` limits the choice on the very first day. `returning` asks for the
    smallest. `next_step` is the prompt that stands for people's own steps.
    """

    today: date
    minutes: int
    place: Place | None = None
    part: str = "morning"
    weekend: bool = False
    narrowed: bool = False
    idea: IdeaTurn | None = None
    ideas: Sequence[IdeaTurn] = ()
    follow: Follow | None = None
    again: Follow | None = None
    next_step: Prompt | None = None
    done_lately: frozenset[str] = frozenset()
    shown_today: frozenset[str] = frozenset()
    resting: Mapping[str, float] = {}
    before: Sequence[Answered] = ()
    wishes: Mapping[Kind, Wish] = {}
    only: frozenset[str] = frozenset()
    returning: bool = False


class Term(NamedTuple):
    """One thing that was weighed: what it is about, and what it adds to the chance of a yes.

    `mean` and `spread` are what is believed, `drawn` what the dice made of it for this pick.
    `seen` is what that rests on: how many picks, the old ones faded, and their yeses.
    """

    name: str
    about: str
    mean: float
    spread: float
    drawn: float
    seen: Sum = NOTHING


class RunnerUp(NamedTuple):
    """A prompt that was weighed as well, and what it came to."""

    prompt: str
    score: float


class Choice(NamedTuple):
    """The prompt to show, in the largest size that takes no more than `at_most` seconds.

    `reason` is what decided, `about` what that is about; `step` is the id of the next step
    that the prompt stands for. `terms` and `others` are empty where a rule decided by itself.
    """

    prompt: str
    at_most: int
    idea: IdeaTurn | None
    follow: Follow | None
    reason: Reason
    about: str = ""
    step: str | None = None
    terms: tuple[Term, ...] = ()
    others: tuple[RunnerUp, ...] = ()
