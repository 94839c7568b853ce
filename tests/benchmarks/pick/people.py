"""Synthetic people: how likely each is to say yes to a pick, and what they do otherwise."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple, get_args

from shifter.core.records import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)
PEOPLE_KINDS = ("reach out", "talk", "show")
IDEAS = ("Pottery", "Law", "Bees")


class Offered(NamedTuple):
    """What a person sees: the size in minutes, the places, when it is, and on which day from 0."""

    prompt: str
    kind: Kind
    size: int
    places: tuple[str, ...]
    idea: str | None
    part: str
    weekend: bool
    day: int


Taste = Callable[[Offered], float]
"""The chance of a yes."""


class Person(NamedTuple):
    """One synthetic person.

    `sort` is `steady`, `changing` or `other`; `change` is the day on which tastes turn. `away` are
    the days on which they don't come, `parts` when they do. `held_out` ones were not used to
    tune the model.
    """

    name: str
    sort: str
    taste: Taste
    minutes: int = 10
    change: int | None = None
    away: range = range(0)
    parts: tuple[str, ...] = ("morning",)
    held_out: bool = False


def likes(yes: float, no: float, *kinds: str) -> Taste:
    """Some kinds, and not the others."""
    return lambda it: yes if it.kind in kinds else no


def graded(order: tuple[str, ...]) -> Taste:
    """From a kind that is nearly always right to one that nearly never is."""
    return lambda it: 0.85 - 0.08 * order.index(it.kind)


def phone_in_the_week(it: Offered) -> float:
    if it.weekend:
        return 0.5
    if it.places == ("anywhere",):
        return 0.4
    return 0.75 if "phone" in it.places else 0.05


def own_prompts(it: Offered) -> float:
    """Prompt by prompt, whatever they have in common."""
    return 0.15 + 0.7 * Random(it.prompt).random()  # noqa: S311 - chance, no secret


def by_the_hour(it: Offered) -> float:
    hands = it.kind in ("make", "try", "learn", "arrange")
    if it.part == "morning":
        return 0.75 if hands else 0.2
    return 0.2 if hands else 0.7


def normal(seed: int, *, middle: float = 0.4, spread: float = 0.22) -> Taste:
    """A bit of everything: kinds, sizes and ideas each with weights of their own."""
    chance = Random(seed)  # noqa: S311 - chance, no secret
    kinds = {kind: chance.gauss(0, spread) for kind in KINDS}
    sizes = {size: chance.gauss(0, spread / 2) for size in (1, 2, 5, 10, 60)}
    ideas = {idea: chance.gauss(0, spread / 2) for idea in (None, *IDEAS)}
    return lambda it: middle + kinds[it.kind] + sizes[it.size] + ideas[it.idea]


def turning(before: Taste, after: Taste, day: int) -> Taste:
    """One taste up to a day, another from then on."""
    return lambda it: before(it) if it.day < day else after(it)


def sizes(**chances: float) -> Taste:
    """Sizes alone: `one`, `two`, `five`, `ten` minutes."""
    names = {1: "one", 2: "two", 5: "five", 10: "ten"}
    return lambda it: chances.get(names.get(it.size, ""), 0.1)


PEOPLE = (
    Person(
        "half of the kinds",
        "steady",
        likes(0.7, 0.2, "talk", "learn", "make", "notice", "reflect"),
    ),
    Person("three kinds", "steady", likes(0.75, 0.2, "make", "try", "learn")),
    Person("one kind", "steady", likes(0.8, 0.2, "reflect")),
    Person("graded", "steady", graded(KINDS)),
    Person("phone in the week", "steady", phone_in_the_week),
    Person("no to people", "steady", likes(0.6, 0.05, *set(KINDS) - set(PEOPLE_KINDS))),
    Person("loves tiny ones", "steady", sizes(one=0.85, two=0.65, five=0.25, ten=0.1)),
    Person("one idea only", "steady", lambda it: 0.75 if it.idea == "Bees" else 0.2),
    Person("hands by morning", "steady", by_the_hour, parts=("morning", "evening")),
    Person("a bit of everything", "steady", normal(1)),
    Person(
        "changes on day 30",
        "changing",
        turning(
            likes(0.75, 0.2, "make", "try", "learn"),
            likes(0.75, 0.2, "talk", "reach out", "reflect"),
            30,
        ),
        change=30,
    ),
    Person(
        "turns to people",
        "changing",
        turning(
            likes(0.65, 0.1, *set(KINDS) - set(PEOPLE_KINDS)), likes(0.75, 0.2, *PEOPLE_KINDS), 25
        ),
        change=25,
    ),
    Person("random", "other", lambda _: 0.4),
    Person(
        "returns after a month",
        "other",
        likes(0.7, 0.2, "make", "notice", "show"),
        away=range(12, 42),
    ),
    Person("prompt by prompt", "other", own_prompts),
    Person("two kinds", "steady", likes(0.8, 0.25, "arrange", "sideways"), held_out=True),
    Person("four kinds", "steady", likes(0.65, 0.15, *KINDS[::3]), held_out=True),
    Person("graded the other way", "steady", graded(KINDS[::-1]), held_out=True),
    Person("another bit of everything", "steady", normal(7), held_out=True),
    Person("a third of its own", "steady", normal(23, spread=0.3), held_out=True),
    Person("only small ones", "steady", sizes(one=0.5, two=0.7, five=0.35), held_out=True),
    Person(
        "changes on day 20",
        "changing",
        turning(
            likes(0.7, 0.2, *KINDS[1:5]),
            likes(0.7, 0.2, *KINDS[5:9]),
            20,
        ),
        change=20,
        held_out=True,
    ),
    Person(
        "from one kind to another",
        "changing",
        turning(likes(0.8, 0.25, "notice"), likes(0.8, 0.25, "make", "show"), 30),
        change=30,
        held_out=True,
    ),
    Person("random, and rarely", "other", lambda _: 0.15, held_out=True),
)
