"""Prompts and situations to choose in."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Literal

from shifter.core.pick import Choice, Situation, choose
from shifter.core.records import Place, Prompt, Rung

IDS = [f"prompt-{letter}" for letter in "abcdefgh"]
TODAY = date(2026, 11, 19)


def prompt(
    id: str,
    *,
    minutes: int = 5,
    places: tuple[Place, ...] = ("anywhere",),
    goes_with: Literal["idea", "person"] | None = None,
    quotes: str | None = None,
    repeats: bool = False,
    retired: bool = False,
    own: bool = False,
    smaller: tuple[int, ...] = (30,),
) -> Prompt:
    ladder = tuple(Rung(id, id, seconds) for seconds in (minutes * 60, *smaller))
    origin: Literal["own", "catalogue"] = "own" if own else "catalogue"
    return Prompt(
        id, "try", minutes, places, ladder, goes_with, False, quotes, None, repeats, origin, retired
    )


def situation(minutes: int = 5) -> Situation:
    return Situation(TODAY, minutes)


def chosen(prompts: Sequence[Prompt], at: Situation, seed: int = 0) -> Choice:
    choice = choose(prompts, at, chance(seed))
    assert choice is not None
    return choice


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - chance, no secret


def ids_of_many(prompts: Sequence[Prompt], at: Situation) -> set[str]:
    """All that may be chosen, as far as a hundred throws of the dice show."""
    return {chosen(prompts, at, seed).prompt.id for seed in range(100)}
