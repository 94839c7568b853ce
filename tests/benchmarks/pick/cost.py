# ruff: noqa: T201 - what a benchmark says, it prints
"""What a pick costs: 2,000 prompts, 50 ideas, and 1,000 or 100,000 offers.

A life of five weeks and one of ten years have as many offers a day, so what differs between them
is what came before; a third one has 1,000 offers in ten years.

python -m tests.benchmarks.pick.cost
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from shifter.companion import Companion, open_companion
from shifter.companion.context import Context
from shifter.config import Config
from shifter.core.pick.counting import RULES
from shifter.store import learning, prompts
from tests.standing_clock import StandingClock

TODAY = date(2026, 11, 19)
PROMPTS, IDEAS = 2000, 50
LIVES = ((1_000, 3650), (1_000, 36), (100_000, 3650))
"""Offers, and the days they are spread over."""
TRIES = 60
OUTCOMES = ("done", "skipped", "skipped", "smaller", "ignored", "pocketed")
KINDS = ("reach out", "talk", "learn", "try", "make", "notice", "reflect", "arrange", "show")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for offers, days in LIVES:
            file = Path(folder) / f"{offers} in {days}.db"
            companion = _companion(file)
            companion.prompts.all()
            companion.close()
            with closing(sqlite3.connect(file)) as connection:
                _fill(connection, offers, days)
            companion = _companion(file)
            print(f"{offers} offers in {days} days")
            _measure(companion)
            companion.close()


def _companion(file: Path) -> Companion:
    chance = Random(1)  # noqa: S311 - chance, no secret
    return open_companion(
        str(file), config=Config(minutes=10), clock=StandingClock(), random=chance
    )


def _measure(companion: Companion) -> None:
    companion.picks.another()
    context = companion.picks._context  # noqa: SLF001 - the choice alone, without its transaction
    print(f"  the first choice of a day {_least(lambda: _choose(context)):6.2f} ms")
    companion.picks.another()
    print(f"  any other choice          {_least(lambda: _choose(context)):6.2f} ms")
    print(
        f"  skipped, and a new pick   {_least(companion.picks.another):6.2f} ms, without the disk"
    )


def _choose(context: Context) -> None:
    from shifter.companion.choosing import weigh

    weigh(context)


def _least(do: Callable[[], object]) -> float:
    """The least processor time of some tries, in milliseconds."""
    times = []
    for _ in range(TRIES):
        begun = process_time()
        do()
        times.append(process_time() - begun)
    return min(times) * 1000


def _fill(connection: sqlite3.Connection, offers: int, days: int) -> None:
    chance = Random(2)  # noqa: S311 - chance, no secret
    kept = ("2020-01-01T06:00:00.000Z", "2020-01-01T06:00:00.000Z", None, "kettle")
    shipped = [id for (id,) in connection.execute("SELECT id FROM prompt")]
    own = [f"own-{number:04}" for number in range(PROMPTS - len(shipped))]
    connection.executemany(
        "INSERT INTO prompt VALUES (?, 'own', ?, ?, '[\"anywhere\"]', "
        '\'[{"text": "x", "done": "x", "seconds": 120}]\', '
        "?, 0, NULL, NULL, 0, NULL, ?, ?, ?, ?)",
        [
            (
                id,
                chance.choice(KINDS),
                chance.choice((2, 5, 10)),
                chance.choice((None, "idea")),
                *kept,
            )
            for id in own
        ],
    )
    ideas = [f"idea-{number:02}" for number in range(IDEAS)]
    connection.executemany(
        "INSERT INTO idea (id, name, stage, added_day, created, updated, deleted, device) "
        "VALUES (?, ?, 'exploring', '2020-01-01', ?, ?, ?, ?)",
        [(idea, idea, *kept) for idea in ideas],
    )
    to_offer = [*shipped, *own]
    connection.executemany(
        "INSERT INTO offer (id, day, prompt, rung, idea, term, why, outcome, part, "
        "created, updated, deleted, device) VALUES (?, ?, ?, 0, ?, 'new', '', ?, 'morning', "
        "?, ?, ?, ?)",
        [
            (
                f"offer-{number:06}",
                str(TODAY - timedelta(days=days - number * days // offers)),
                chance.choice(to_offer),
                chance.choice([None, *ideas]),
                chance.choice(OUTCOMES),
                *kept,
            )
            for number in range(offers)
        ],
    )
    begun = perf_counter()
    learning.rebuild(connection)
    prompts.sort_out(connection)
    print(f"{offers} offers counted anew in {perf_counter() - begun:.1f} s")
    connection.execute("INSERT OR REPLACE INTO state VALUES ('counted_by', ?)", (RULES,))
    connection.commit()


if __name__ == "__main__":
    main()
