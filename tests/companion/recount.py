"""The derived rows of a data file, counted again from its shifts the slow and plain way."""

import json
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

from tests import oracle
from tests.companion.retold import retold
from tests.companion.rows import Rows, table


def recounted(file: Path) -> dict[str, Rows]:
    """What every derived table should hold; figures with a point are rounded."""
    log, rules = _log(file), _rules(file)
    days = oracle.active_days(log, date.max - timedelta(days=8))
    runs = oracle.runs(log, rules, days[-1]) if days else []
    return {
        "day_total": frozenset(_day_total(log, rules, day) for day in days),
        "run": frozenset((str(run[0]), str(run[-1]), len(run)) for run in runs),
        **_by_idea(file),
        **_by_hour(file),
        "document": retold(file, [str(run[0]) for run in runs[1:]]),
        "person_total": _counted(file, "person", "min(day)"),
        "prompt_total": _counted(file, "prompt"),
        "idea_person": _counted(file, "idea, person"),
        "idea_prompt": _counted(file, "idea, prompt"),
        **_learned(file),
        "prompts_alike": _alike(file),
    }


def rounded(derived: dict[str, Rows]) -> dict[str, Rows]:
    """The derived rows with figures that two ways of counting must agree on."""
    return {
        table: frozenset(
            tuple(about(value) if isinstance(value, float) else value for value in row)
            for row in rows
        )
        for table, rows in derived.items()
    }


# What is left of a sum from which all was taken back again.
_DUST = 1e-6


def about(value: float) -> float:
    """A figure as far as two ways of counting must agree on it."""
    return 0.0 if abs(value) < _DUST else float(f"{value:.9g}")


def _log(file: Path) -> oracle.Log:
    entries = tuple(
        oracle.Entry(
            text=str(text),
            instant=datetime.fromisoformat(str(done_at)),
            day=date.fromisoformat(str(day)),
            minutes=None if minutes is None else int(str(minutes)),
            little_yes=bool(little_yes),
            person=None if person is None else str(person),
        )
        for text, done_at, day, minutes, little_yes, person in table(
            file,
            "SELECT text, done_at, day, minutes, little_yes, person FROM shift "
            "WHERE deleted IS NULL",
        )
    )
    marked = table(file, "SELECT day FROM rest_day WHERE deleted IS NULL")
    return oracle.Log(entries, frozenset(date.fromisoformat(str(day)) for (day,) in marked))


def _rules(file: Path) -> oracle.Rules:
    rules = oracle.Rules()
    for name, value in table(file, "SELECT id, value FROM setting WHERE deleted IS NULL"):
        told = json.loads(str(value))
        if name == "grace":
            rules = rules._replace(grace=told)
        elif name == "rest_weekdays":
            rules = rules._replace(rest_weekdays=frozenset(told))
    return rules


def _day_total(log: oracle.Log, rules: oracle.Rules, day: date) -> tuple[object, ...]:
    today = [entry for entry in log.entries if entry.day == day]
    until = [entry for entry in log.entries if entry.day <= day]
    runs = oracle.runs(log, rules, day)
    longest = max(runs, key=len)
    return (
        str(day),
        len(today),
        sum(entry.minutes or 0 for entry in today),
        sum(entry.little_yes for entry in today),
        str(runs[-1][0]),
        len(runs[-1]),
        about(oracle.strength(log, rules, day)),
        len(until),
        sum(entry.minutes or 0 for entry in until),
        sum(entry.little_yes for entry in until),
        len(oracle.active_days(log, day)),
        len(runs) - 1,
        len(longest),
        str(longest[0]),
        str(longest[-1]),
    )


def _by_idea(file: Path) -> dict[str, Rows]:
    shifts: Counter[tuple[str, str]] = Counter()
    minutes: Counter[tuple[str, str]] = Counter()
    yeses: Counter[tuple[str, str]] = Counter()
    for day, idea, took, little_yes in table(
        file,
        "SELECT day, idea, coalesce(minutes, 0), little_yes FROM shift "
        "WHERE deleted IS NULL AND idea IS NOT NULL",
    ):
        key = str(day), str(idea)
        shifts[key] += 1
        minutes[key] += int(str(took))
        yeses[key] += int(str(little_yes))
    ideas = {idea for _, idea in shifts}
    return {
        "day_idea": frozenset((*key, shifts[key], minutes[key], yeses[key]) for key in shifts),
        "idea_total": frozenset(
            (
                idea,
                *(
                    sum(count for (_, other), count in counts.items() if other == idea)
                    for counts in (shifts, minutes, yeses)
                ),
            )
            for idea in ideas
        ),
    }


def _by_hour(file: Path) -> dict[str, Rows]:
    hours: Counter[tuple[object, ...]] = Counter()
    of_ideas: Counter[tuple[object, ...]] = Counter()
    for day, done_at, offset, idea in table(
        file, 'SELECT day, done_at, "offset", idea FROM shift WHERE deleted IS NULL'
    ):
        wall = datetime.fromisoformat(str(done_at)) + timedelta(seconds=int(str(offset)))
        hour = date.fromisoformat(str(day)).weekday(), wall.hour
        hours[hour] += 1
        if idea is not None:
            of_ideas[idea, *hour] += 1
    return {
        "weekday_hour": frozenset((*key, count) for key, count in hours.items()),
        "idea_hour": frozenset((*key, count) for key, count in of_ideas.items()),
    }


def _counted(file: Path, by: str, *more: str) -> Rows:
    known = " AND ".join(f"{column} IS NOT NULL" for column in by.split(", "))
    columns = ", ".join((by, "count(*)", *more))
    return frozenset(
        table(file, f"SELECT {columns} FROM shift WHERE deleted IS NULL AND {known} GROUP BY {by}")
    )


def _learned(file: Path) -> dict[str, Rows]:
    """What was learned: each answered offer under all that describes it, its day weighed in."""
    offers: dict[str, tuple[object, ...]] = {}
    sums: dict[tuple[str, str], tuple[int, float, float]] = {}
    shown: dict[str, str] = {}
    forgotten = max((str(row[0]) for row in table(file, _FORGOTTEN)), default="")
    for id, created, day, prompt, idea, part, outcome, kind, places, seconds, lit, pocket in table(
        file, _OFFERS
    ):
        if outcome not in ("open", "withdrawn"):
            shown[str(prompt)] = max(str(day), shown.get(str(prompt), ""))
        worth = _worth(str(outcome), bool(lit), pocket)
        if worth is None or str(created) <= forgotten:
            continue
        date_shown = date.fromisoformat(str(day))
        later = 2.0 ** max(-900, min(900, (date_shown - date(2026, 1, 1)).days / 20))
        weight, yeses = worth[0] * later, worth[0] * worth[1] * later
        size = next((s for s in (1, 2, 5, 10) if int(str(seconds)) <= s * 60), 60)
        place = "+".join(sorted(json.loads(str(places))))
        names = [
            ["make-up", f"{kind}/{size}/{place}"],
            ["prompt", str(prompt)],
            ["idea", str(idea or "")],
            ["weekday", f"{'weekend' if date_shown.weekday() in (5, 6) else 'week'}/{place}"],
            *([["hour", f"{part}/{kind}"]] if part else []),
        ]
        offers[str(id)] = (str(id), json.dumps(names), weight, yeses)
        for name, about in names:
            number, all_weight, all_yeses = sums.get((name, about), (0, 0.0, 0.0))
            sums[name, about] = (number + 1, all_weight + weight, all_yeses + yeses)
    rows = {
        "learned_offer": frozenset(offers.values()),
        "learned": frozenset((*key, *added) for key, added in sums.items()),
        "prompt_shown": frozenset(shown.items()),
    }
    return rounded({name: frozenset(of) for name, of in rows.items()})


def _alike(file: Path) -> Rows:
    """The prompts that may be chosen, beside those that a choice can't tell them from."""
    prompts = table(
        file,
        "SELECT minutes, kind, places, goes_with, quotes, repeats, origin, id FROM prompt "
        "WHERE deleted IS NULL AND retired IS NULL",
    )
    in_order = sorted(prompts, key=lambda row: [(value is not None, value) for value in row])
    ids: dict[tuple[object, ...], list[object]] = {}
    for *sort, id in in_order:
        ids.setdefault(tuple(sort), []).append(id)
    return frozenset(
        (
            number,
            *(minutes, kind, places, goes_with),
            int(quotes is not None),
            *(repeats, int(origin == "own")),
            json.dumps(ids[minutes, kind, places, goes_with, quotes, repeats, origin]).replace(
                ", ", ","
            ),
        )
        for number, (minutes, kind, places, goes_with, quotes, repeats, origin) in enumerate(ids, 1)
    )


def _worth(outcome: str, lit: bool, pocket: object) -> tuple[float, float] | None:
    """How much of an answer an outcome is, and how much of a yes."""
    if outcome == "done":
        return 1, 1.3 if lit else 0.9 if pocket is not None else 1
    if outcome == "pocketed" and pocket == "no":
        return 0.7, 0.2
    return {
        "smaller": (1, 0.4),
        "pocketed": (0.5, 0.5),
        "skipped": (1, 0),
        "retired": (1.5, 0),
        "ignored": (0.3, 0),
    }.get(outcome)


_FORGOTTEN = "SELECT until FROM forgetting WHERE deleted IS NULL"
_OFFERS = """
    SELECT offer.id, offer.created, offer.day, offer.prompt, offer.idea, offer.part, offer.outcome,
        prompt.kind, prompt.places,
        json_extract(ladder, '$[' || min(rung, json_array_length(ladder) - 1) || '].seconds'),
        shift.little_yes,
        (SELECT coalesce(answer, '') FROM pocket
            WHERE offer = offer.id AND deleted IS NULL ORDER BY id DESC LIMIT 1)
    FROM offer JOIN prompt ON prompt.id = offer.prompt
    LEFT JOIN shift ON shift.id = offer.shift AND shift.deleted IS NULL
    WHERE offer.deleted IS NULL
"""
