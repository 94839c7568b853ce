"""Random states of a person's prompts, day and lessons."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import NamedTuple, TypeVar, get_args

from shifter.core.pick.choosing import Learned
from shifter.core.pick.counting import Sum
from shifter.core.pick.situation import (
    NEXT_STEP,
    Alike,
    Answered,
    Follow,
    IdeaTurn,
    Situation,
    Wish,
)
from shifter.core.pick.terms import History
from shifter.core.records import Kind, Place, Prompt
from tests.core.pick_cases import IDS, TODAY, candidate, chance, prompt, within_a_season

KINDS: tuple[Kind, ...] = ("make", "talk", "try")
PLACES: tuple[Place, ...] = get_args(Place)
IDEAS = ("pottery", "law", "bees")
PARTS = ("morning", "night")
_SIZES = (2, 5, 10, 60)
_WISHES: tuple[Wish, ...] = ("off", "more")
_Some = TypeVar("_Some")


class State(NamedTuple):
    """All that a choice is made from."""

    candidates: list[Alike]
    at: Situation
    learned: Learned


def state(seed: int) -> State:
    """The state that a seed stands for."""
    dice = chance(seed)
    return State(_candidates(dice), _situation(dice), _learned(dice))


def _candidates(dice: Random) -> list[Alike]:
    return [
        candidate(
            id,
            kind=dice.choice(KINDS),
            minutes=dice.choice(_SIZES),
            places=_places(dice),
            goes_with=dice.choice((None, "idea", "person")),
            leans=dice.random() < 0.2,
            repeats=dice.random() < 0.2,
            own=dice.random() < 0.3,
        )
        for id in _some(dice, (*IDS, NEXT_STEP))
    ]


def _situation(dice: Random) -> Situation:
    ideas = [
        IdeaTurn(
            id,
            "name",
            dice.randrange(4),
            _maybe(dice, lambda: "a step", 0.2),
            step_is_near=dice.random() < 0.5,
            lit=dice.randrange(3),
        )
        for id in _some(dice, IDEAS)
    ]
    explored = dice.choice((0.0, 0.3))
    return Situation(
        TODAY,
        minutes=dice.choice((1, *_SIZES)),
        place=dice.choice((None, None, *PLACES[1:])),
        part=dice.choice(PARTS),
        weekend=dice.random() < 0.3,
        narrowed=dice.random() < 0.3,
        idea=dice.choice(ideas) if ideas and dice.random() < 0.2 else None,
        ideas=ideas,
        follow=_maybe(dice, lambda: _follow(dice), 0.2),
        again=_maybe(dice, lambda: _follow(dice), 0.2),
        next_step=_maybe(dice, lambda: _prompt(dice)._replace(id=NEXT_STEP), 0.3),
        done_lately=frozenset(_some(dice, IDS)),
        shown_today=frozenset(_some(dice, IDS)),
        before=[
            Answered(
                dice.choice(KINDS),
                dice.choice(_SIZES[:2]),
                dice.choice(("done", "skipped", "ignored")),
                explored=dice.random() < explored,
            )
            for _ in range(dice.randrange(11))
        ],
        wishes={dice.choice(KINDS): dice.choice(_WISHES)} if dice.random() < 0.3 else {},
        only=frozenset(_some(dice, IDS)) if dice.random() < 0.1 else frozenset(),
        returning=dice.random() < 0.1,
        resting={id: dice.random() for id in _some(dice, IDS)},
    )


def _learned(dice: Random) -> Learned:
    makings = [
        f"{kind}/{size}/{place}"
        for kind in KINDS
        for size in (1, *_SIZES)
        for place in ("anywhere", "desk+phone", "out")
    ]
    tables = {
        "make-up": makings,
        "hour": [f"{part}/{kind}" for part in PARTS for kind in KINDS],
        "weekday": [f"{day}/{place}" for day in ("week", "weekend") for place in PLACES],
        "idea": ["", *IDEAS],
    }
    histories = {
        id: History(_sum(dice), _maybe(dice, lambda: TODAY - timedelta(dice.randint(-2, 120)), 0.9))
        for id in _some(dice, IDS)
    }
    return Learned(
        {name: {key: _sum(dice) for key in _some(dice, keys)} for name, keys in tables.items()},
        lambda ids: {id: histories[id] for id in ids if id in histories},
        lambda: within_a_season(histories),
    )


def _follow(dice: Random) -> Follow:
    idea = dice.choice((None, "pottery", "a dead end"))
    return Follow("a shift", _prompt(dice), idea, None, asked=dice.random() < 0.3)


def _prompt(dice: Random) -> Prompt:
    return prompt(
        dice.choice(IDS),
        minutes=dice.choice(_SIZES),
        places=_places(dice),
        repeats=dice.random() < 0.3,
        retired=dice.random() < 0.2,
        smaller=dice.choice(((), (30,), (60, 30))),
    )


def _places(dice: Random) -> tuple[Place, ...]:
    return tuple(dice.sample(PLACES, dice.randint(1, 3)))


def _sum(dice: Random) -> Sum:
    offers = dice.uniform(0, 20)
    return Sum(offers, offers * dice.uniform(0, 1.3))


def _some(dice: Random, of: Sequence[_Some]) -> list[_Some]:
    return dice.sample(of, dice.randint(0, len(of)))


def _maybe(dice: Random, of: Callable[[], _Some], likely: float) -> _Some | None:
    return of() if dice.random() < likely else None
