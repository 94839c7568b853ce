# ruff: noqa: T201 - what a benchmark says, it prints
"""What the pick is worth: the model against an even random pick and an oracle.

python -m tests.benchmarks.pick                  # everybody, and as many seeds kept back
python -m tests.benchmarks.pick --seeds 2        # as many of each as you like
python -m tests.benchmarks.pick --person "one kind"
python -m tests.benchmarks.pick --year           # how often a prompt comes back within thirty days
"""

import argparse
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from random import Random
from statistics import mean
from typing import NamedTuple

from tests.benchmarks.pick.life import CANDIDATES, DAYS, Life, Shown
from tests.benchmarks.pick.people import IDEAS, PEOPLE, Person
from tests.benchmarks.pick.policies import Policy, model, oracle, uniform

POLICIES: dict[str, Policy] = {"random": uniform, "model": model, "oracle": oracle}
HELD_OUT_SEEDS = 100
TENTHS = 10
YEARS = ("half of the kinds", "three kinds", "one kind", "one idea only", "random")


class Outcome(NamedTuple):
    """One person with one policy, over several seeds."""

    first: float
    until_yes: float
    evenness: float
    repeats: float
    by_tenth: list[float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seeds", type=int, default=4, help="how many to tune by, and to keep back"
    )
    parser.add_argument("--person", help="only this one")
    parser.add_argument("--tuning", action="store_true", help="leave out what is kept back")
    parser.add_argument("--year", action="store_true", help="a year of 150 prompts instead")
    arguments = parser.parse_args()
    if arguments.year:
        _year(arguments.seeds)
        return
    people = [it for it in PEOPLE if arguments.person in (None, it.name)]
    tuned = [it for it in people if not it.held_out]
    kept = [it for it in people if it.held_out]
    seeds = range(arguments.seeds)
    kept_seeds = range(HELD_OUT_SEEDS, HELD_OUT_SEEDS + arguments.seeds)
    with ProcessPoolExecutor() as pool:
        _table("The people and seeds it was tuned by", tuned, seeds, pool)
        if not arguments.tuning:
            _table("The same people, seeds kept back", tuned, kept_seeds, pool)
            _table("People and seeds kept back", kept, kept_seeds, pool)


def _year(seeds: int) -> None:
    """Three offers a day for a year, out of 150 prompts."""
    print("| person | came back within thirty days: random | model |")
    print("|---|---|---|")
    for person in PEOPLE:
        if person.name in YEARS:
            shares = [_year_of(person, policy, seeds) for policy in (uniform, model)]
            print(f"| {person.name} | {shares[0]:.0%} | {shares[1]:.0%} |")


def _year_of(person: Person, policy: Policy, seeds: int) -> float:
    lives = []
    for seed in range(seeds):
        some = tuple(Random(seed).sample(CANDIDATES, 150))  # noqa: S311 - chance, no secret
        lives.append(Life(person, policy, seed, some).live(365, 3, all_of=True))
    return mean(_repeats(life.shown) for life in lives)


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
    last: dict[str, int] = {}
    again = 0
    for one in life:
        again += one.prompt in last and one.day - last[one.prompt] <= 30
        last[one.prompt] = one.day
    return again / len(life)


if __name__ == "__main__":
    main()
