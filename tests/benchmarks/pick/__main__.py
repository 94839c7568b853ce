# ruff: noqa: T201 - what a benchmark says, it prints
"""What the pick is worth: the model against an even random pick and an oracle.

python -m tests.benchmarks.pick                  # everybody, and as many seeds kept back
python -m tests.benchmarks.pick --seeds 2        # as many of each as you like
python -m tests.benchmarks.pick --person "one kind"
python -m tests.benchmarks.pick --year           # how often, and when, a prompt comes back
"""

import argparse
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from random import Random
from statistics import mean, median
from typing import NamedTuple

from tests.benchmarks.pick.life import CANDIDATES, DAYS, Life, Shown
from tests.benchmarks.pick.people import IDEAS, PEOPLE, Person
from tests.benchmarks.pick.policies import Policy, model, oracle, uniform

POLICIES: dict[str, Policy] = {"random": uniform, "model": model, "oracle": oracle}
HELD_OUT_SEEDS = 100
TENTHS = 10
YEARS = ("random", "model")


class Outcome(NamedTuple):
    """One person with one policy, over several seeds."""

    first: float
    until_yes: float
    evenness: float
    repeats: float
    by_tenth: list[float]


class Returns(NamedTuple):
    """How fresh a year was: shares of all offers, and the days until a prompt came back."""

    within_30: float
    within_14: float
    median_days: float
    first: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seeds", type=int, default=4, help="how many to tune by, and to keep back"
    )
    parser.add_argument("--person", help="only this one")
    parser.add_argument("--tuning", action="store_true", help="leave out what is kept back")
    parser.add_argument("--year", action="store_true", help="how fresh a year is instead")
    arguments = parser.parse_args()
    people = [it for it in PEOPLE if arguments.person in (None, it.name)]
    tuned = [it for it in people if not it.held_out]
    kept = [it for it in people if it.held_out]
    seeds = range(arguments.seeds)
    kept_seeds = range(HELD_OUT_SEEDS, HELD_OUT_SEEDS + arguments.seeds)
    with ProcessPoolExecutor() as pool:
        if arguments.year:
            _year(people, seeds, pool)
            return
        _table("The people and seeds it was tuned by", tuned, seeds, pool)
        if not arguments.tuning:
            _table("The same people, seeds kept back", tuned, kept_seeds, pool)
            _table("People and seeds kept back", kept, kept_seeds, pool)


def _year(people: Sequence[Person], seeds: range, pool: ProcessPoolExecutor) -> None:
    """How fresh a year is: with the least there may be, and as people are thought to use it."""
    for title, way in (
        ("150 prompts, three offers a day whatever becomes of them", _of_150),
        ("The whole catalogue, up to five offers a day until a yes", _until_a_yes),
    ):
        jobs = [(PEOPLE.index(person), name, seeds) for person in people for name in YEARS]
        returns = iter(list(pool.map(way, jobs)))
        print(f"\n### {title}\n")
        print("| person | within thirty days | within fourteen | median days | first taken |")
        print("|---|---|---|---|---|")
        for person in people:
            random, learned = next(returns), next(returns)
            print(
                f"| {person.name} | {random.within_30:.0%} / {learned.within_30:.0%} "
                f"| {random.within_14:.0%} / {learned.within_14:.0%} "
                f"| {random.median_days:.0f} / {learned.median_days:.0f} "
                f"| {random.first:.2f} / {learned.first:.2f} |"
            )


def _of_150(job: tuple[int, str, range]) -> Returns:
    index, name, seeds = job
    lives = []
    for seed in seeds:
        some = tuple(Random(seed).sample(CANDIDATES, 150))  # noqa: S311 - chance, no secret
        lives.append(Life(PEOPLE[index], POLICIES[name], seed, some).live(365, 3, all_of=True))
    return _returns(lives)


def _until_a_yes(job: tuple[int, str, range]) -> Returns:
    index, name, seeds = job
    return _returns([Life(PEOPLE[index], POLICIES[name], seed).live(365) for seed in seeds])


def _returns(lives: Sequence[Life]) -> Returns:
    gaps = [gap for life in lives for gap in _gaps(life.shown)]
    offers = sum(len(life.shown) for life in lives)
    return Returns(
        within_30=sum(gap <= 30 for gap in gaps) / offers,
        within_14=sum(gap <= 14 for gap in gaps) / offers,
        median_days=median(gaps),
        first=_rate(one.chance for life in lives for one in _firsts(life.shown)),
    )


def _gaps(life: Sequence[Shown]) -> list[int]:
    """The days until each prompt was on the card again, every time it was."""
    last: dict[str, int] = {}
    gaps = []
    for one in life:
        if one.prompt in last:
            gaps.append(one.day - last[one.prompt])
        last[one.prompt] = one.day
    return gaps


def _table(title: str, people: Sequence[Person], seeds: range, pool: ProcessPoolExecutor) -> None:
    if not people:
        return
    jobs = [(PEOPLE.index(person), name, seeds) for person in people for name in POLICIES]
    outcomes = iter(list(pool.map(_outcome, jobs)))
    print(f"\n### {title}\n")
    print(
        "| person | first taken: random | model | oracle | closed | offers until a yes "
        "| regret by ten days | evenness | repeats |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    closed: dict[str, list[float]] = {"steady": [], "changing": []}
    for person in people:
        random, learned, best = next(outcomes), next(outcomes), next(outcomes)
        gap = best.first - random.first
        share = (learned.first - random.first) / gap if gap > 0.02 else None
        if share is not None and person.sort in closed:
            closed[person.sort].append(share)
        regret = " ".join(
            f"{knows - does:.2f}"
            for knows, does in zip(best.by_tenth, learned.by_tenth, strict=True)
        )
        print(
            f"| {person.name} | {random.first:.3f} | {learned.first:.3f} | {best.first:.3f} "
            f"| {'' if share is None else f'{share:.0%}'} "
            f"| {random.until_yes:.2f} / {learned.until_yes:.2f} / {best.until_yes:.2f} "
            f"| {regret} | {learned.evenness:.2f} | {random.repeats:.2f} / {learned.repeats:.2f} |"
        )
    for sort, shares in closed.items():
        if shares:
            print(
                f"\n{sort}: {mean(shares):.0%} of the way on average, {min(shares):.0%} at least."
            )


def _outcome(job: tuple[int, str, range]) -> Outcome:
    index, name, seeds = job
    person = PEOPLE[index]
    lives = [Life(person, POLICIES[name], seed).live().shown for seed in seeds]
    days = _judged(person)
    return Outcome(
        first=_rate(one.chance for life in lives for one in _firsts(life) if one.day in days),
        until_yes=mean(_until_yes(life) for life in lives),
        evenness=mean(_evenness(life) for life in lives),
        repeats=mean(_repeats(life) for life in lives),
        by_tenth=[
            _rate(
                one.chance for life in lives for one in _firsts(life) if one.day // TENTHS == tenth
            )
            for tenth in range(DAYS // TENTHS)
        ],
    )


def _judged(person: Person) -> range:
    """Days 31 to 60; where tastes change, the second ten days after it."""
    if person.change is None:
        return range(30, DAYS)
    return range(person.change + TENTHS, person.change + 2 * TENTHS)


def _firsts(life: Iterable[Shown]) -> list[Shown]:
    return [one for one in life if one.number == 0]


def _rate(values: Iterable[float]) -> float:
    listed = list(values)
    return mean(listed) if listed else 0.0


def _until_yes(life: Sequence[Shown]) -> float:
    """Offers until a yes; a day without one counts all of them."""
    return len(life) / len({one.day for one in life})


def _evenness(life: Sequence[Shown]) -> float:
    """The offers of the idea that had the fewest, against the one that had the most."""
    counts = [sum(one.idea == idea for one in life) for idea in IDEAS]
    return min(counts) / max(counts) if max(counts) else 1.0


def _repeats(life: Sequence[Shown]) -> float:
    """The share of offers whose prompt had been on the card in the thirty days before."""
    return sum(gap <= 30 for gap in _gaps(life)) / len(life)


if __name__ == "__main__":
    main()
