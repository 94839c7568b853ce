"""Prompts, situations and lessons to choose by."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Literal

from shifter.core.pick.choosing import Learned, choose
from shifter.core.pick.situation import SEASON, Alike, Choice, Situation
from shifter.core.pick.terms import Histories, History
from shifter.core.records import Kind, Place, Prompt, Rung

IDS = [f"prompt-{letter}" for letter in "abcdefgh"]
TODAY = date(2026, 11, 19)


NOTHING_LEARNED = Learned({}, lambda _: {}, dict)


def candidate(
    id: str,
    *,
    kind: Kind = "try",
    minutes: int = 5,
    places: tuple[Place, ...] = ("anywhere",),
    goes_with: Literal["idea", "person"] | None = None,
    leans: bool = False,
    repeats: bool = False,
    own: bool = False,
) -> Alike:
    """A prompt that is like no other."""
    return Alike(kind, minutes, places, goes_with, leans, repeats, own, [id])


def id_of(one: Alike) -> str:
    """The id of a prompt that is like no other."""
    (id,) = one.ids
    return id


def prompt(
    id: str,
    *,
    minutes: int = 5,
    places: tuple[Place, ...] = ("anywhere",),
    repeats: bool = False,
    retired: bool = False,
    smaller: tuple[int, ...] = (30,),
) -> Prompt:
    ladder = tuple(Rung(id, id, seconds) for seconds in (minutes * 60, *smaller))
    return Prompt(
        id, "try", minutes, places, ladder, None, False, None, None, repeats, "catalogue", retired
    )


def situation(minutes: int = 5) -> Situation:
    return Situation(TODAY, minutes)


def chosen(
    candidates: Sequence[Alike],
    at: Situation,
    seed: int = 0,
    learned: Learned = NOTHING_LEARNED,
) -> Choice:
    choice = choose(candidates, at, learned, chance(seed))
    assert choice is not None
    return choice


def shown_on(days: Mapping[str, date]) -> Learned:
    """Nothing learned but when each prompt was last on the card."""
    known = {id: History(shown=day) for id, day in days.items()}
    return Learned({}, lambda _: known, lambda: within_a_season(known))


def within_a_season(histories: Histories) -> dict[str, date]:
    """When each was last on the card, of those that were since a season."""
    since = TODAY - timedelta(days=SEASON)
    return {id: it.shown for id, it in histories.items() if it.shown and it.shown > since}


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - chance, no secret


def ids_of_many(
    candidates: Sequence[Alike], at: Situation, learned: Learned = NOTHING_LEARNED
) -> set[str]:
    """All that may be chosen, as far as a hundred throws of the dice show."""
    return {chosen(candidates, at, seed, learned).prompt for seed in range(100)}
