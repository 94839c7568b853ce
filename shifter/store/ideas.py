"""Ideas and the history of their stages, and the people along the way."""

from collections.abc import Sequence
from datetime import date, timedelta

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import get_args
from shifter.core.records import ENDED, Idea, Stage
from shifter.core.temperature import temperature
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Writer


class Named(NamedTuple):
    """A row that people call by its name."""

    id: str
    name: str


class TakingTurns(NamedTuple):
    """An idea that picks may be about, and the day it was added or brought back."""

    id: str
    name: str
    came: date
    is_yes: bool


class ClosedBook(NamedTuple):
    """A Yes that was reached, and the day its book was closed."""

    id: str
    name: str
    closed: date


def names(store: Store) -> tuple[Named, ...]:
    """Every idea, in every stage."""
    rows = store.rows("SELECT id, name FROM idea WHERE deleted IS NULL ORDER BY id")
    return tuple(Named(str(id), cell.text(name)) for id, name in rows)


def with_why(store: Store, why: str, *, first: str | None = None) -> Named | None:
    """The idea whose `why` is exactly this; of several the one that is named `first`."""
    row = store.row(
        "SELECT id, name FROM idea WHERE why = ? AND deleted IS NULL "
        "ORDER BY name IS ? DESC LIMIT 1",
        (why, first),
    )
    return None if row is None else Named(str(row[0]), cell.text(row[1]))


def numbers(store: Store) -> dict[str, int]:
    """Each idea's place in the order they were added, from 0; it stays when others go."""
    rows = store.rows("SELECT id FROM idea ORDER BY id")
    return {str(id): number for number, (id,) in enumerate(rows)}


def was_there(store: Store, id: str) -> bool:
    """Whether an idea has this id, or had until it was deleted or merged."""
    return store.row("SELECT 1 FROM idea WHERE id = ?", (id,)) is not None


def people(store: Store) -> tuple[Named, ...]:
    """Every person, the one added last first."""
    rows = store.rows("SELECT id, name FROM person WHERE deleted IS NULL ORDER BY id DESC")
    return tuple(Named(str(id), cell.text(name)) for id, name in rows)


_LIVING = "idea.stage IN ('hunch', 'exploring', 'project')"
_WORKED_ON = f"({_LIVING} OR (idea.stage = 'yes' AND idea.id = ?))"


def all_ideas(store: Store, today: date) -> tuple[Idea, ...]:
    """Every idea with its figures, the most recently touched first."""
    return _ideas(store, today, "TRUE")


def on_the_boil(store: Store, today: date) -> tuple[Idea, ...]:
    """The living ideas with their figures, the most recently touched first."""
    return _ideas(store, today, _LIVING)


def worked_on(store: Store, today: date) -> tuple[Idea, ...]:
    """The living ideas and the Yes with their figures, the most recently touched first."""
    return _ideas(store, today, f"({_LIVING} OR idea.stage = 'yes')")


def _ideas(store: Store, today: date, wanted: str) -> tuple[Idea, ...]:
    rows = store.rows(
        "SELECT idea.id, idea.name, idea.stage, idea.why, idea.taught, idea.spared, "
        "idea.added_day, idea.ended_day, coalesce(idea_total.shifts, 0), "
        "coalesce(idea_total.minutes, 0), coalesce(idea_total.little_yeses, 0), "
        "max(idea.added_day, coalesce(idea.revived_day, ''), "
        "coalesce((SELECT max(day) FROM day_idea WHERE day_idea.idea = idea.id), '')) AS touched "
        "FROM idea LEFT JOIN idea_total ON idea_total.idea = idea.id "
        f"WHERE idea.deleted IS NULL AND {wanted} ORDER BY touched DESC, max("
        "coalesce((SELECT max(done_at) FROM shift WHERE shift.idea = idea.id "
        "AND shift.day = touched AND shift.deleted IS NULL), ''), "
        "coalesce((SELECT max(created) FROM idea_stage WHERE idea_stage.idea = idea.id "
        "AND idea_stage.day = touched AND idea_stage.deleted IS NULL), '')) DESC, idea.id DESC"
    )
    return tuple(_record(row, today) for row in rows)


def living(store: Store, chosen: str | None = None) -> tuple[Named, ...]:
    """The ideas on the boil: neither ruled out nor arrived at; a chosen one may be the Yes."""
    rows = store.rows(
        f"SELECT id, name FROM idea WHERE deleted IS NULL AND {_WORKED_ON} ORDER BY id",
        (chosen,),
    )
    return tuple(Named(str(id), cell.text(name)) for id, name in rows)


def taking_turns(store: Store, chosen: str | None) -> tuple[TakingTurns, ...]:
    """The same, with the day that each of them came."""
    rows = store.rows(
        "SELECT id, name, max(added_day, coalesce(revived_day, '')), stage = 'yes' FROM idea "
        f"WHERE deleted IS NULL AND {_WORKED_ON} ORDER BY id",
        (chosen,),
    )
    return tuple(
        TakingTurns(str(id), cell.text(name), cell.day(came), bool(is_yes))
        for id, name, came, is_yes in rows
    )


def little_yeses(store: Store) -> dict[str, int]:
    """How often each idea lit up, of those that did."""
    rows = store.rows("SELECT idea, little_yeses FROM idea_total WHERE little_yeses > 0")
    return {str(idea): cell.number(count) for idea, count in rows}


def weekly_shifts(store: Store, idea: str, starts: Sequence[date]) -> tuple[int, ...]:
    """Shifts on an idea in each week that begins on one of `starts`."""
    rows = store.rows(
        "SELECT day, shifts FROM day_idea WHERE idea = ? AND day >= ? AND day < ?",
        (idea, starts[0].isoformat(), (starts[-1] + timedelta(days=7)).isoformat()),
    )
    counts = [0] * len(starts)
    for day, shifts in rows:
        counts[(cell.day(day) - starts[0]).days // 7] += cell.number(shifts)
    return tuple(counts)


def shifts_by_idea(store: Store, first: date, last: date) -> dict[str, int]:
    """Shifts on each idea by its name, in a span of days, both ends included."""
    rows = store.rows(
        "SELECT idea.name, sum(day_idea.shifts) FROM idea CROSS JOIN day_idea "
        "ON day_idea.idea = idea.id AND day_idea.day BETWEEN ? AND ? "
        "WHERE idea.deleted IS NULL GROUP BY idea.id",
        (first.isoformat(), last.isoformat()),
    )
    return {cell.text(name): cell.number(shifts) for name, shifts in rows}


def all_weekly_shifts(store: Store, starts: Sequence[date]) -> dict[str, tuple[int, ...]]:
    """Shifts in each week that begins on one of `starts`, by the id of each idea that has any."""
    # CROSS JOIN keeps the ideas outside: each one's last weeks are then found by key.
    rows = store.rows(
        "SELECT idea.id, day_idea.day, day_idea.shifts FROM idea CROSS JOIN day_idea "
        "ON day_idea.idea = idea.id AND day_idea.day >= ? AND day_idea.day < ? "
        "WHERE idea.deleted IS NULL",
        (starts[0].isoformat(), (starts[-1] + timedelta(days=7)).isoformat()),
    )
    counts: dict[str, list[int]] = {}
    for idea, day, shifts in rows:
        weeks = counts.setdefault(str(idea), [0] * len(starts))
        weeks[(cell.day(day) - starts[0]).days // 7] += cell.number(shifts)
    return {idea: tuple(weeks) for idea, weeks in counts.items()}


def ruled_out(store: Store, as_of: date) -> int:
    """How many ideas were a dead end on that day."""
    return store.number(
        "SELECT count(*) FROM idea WHERE deleted IS NULL AND 'dead_end' = "
        "(SELECT stage FROM idea_stage WHERE idea_stage.idea = idea.id AND day <= :day "
        "AND deleted IS NULL ORDER BY created DESC, id DESC LIMIT 1)",
        {"day": as_of.isoformat()},
    )


def add(writer: Writer, name: str, why: str | None, day: date) -> str:
    """A new hunch."""
    idea = writer.insert(
        "idea", {"name": name, "stage": "hunch", "why": why, "added_day": day.isoformat()}
    )
    writer.insert_last("idea_stage", {"idea": idea, "stage": "hunch", "day": day.isoformat()})
    return idea


def move(writer: Writer, idea: str, stage: Stage, day: date) -> None:
    """Another stage, from this day on; the way back from an end is a revival.

    A book that was closed is open again, so that another Yes closes none by itself.
    """
    ((before,),) = writer.execute("SELECT stage FROM idea WHERE id = ?", idea)
    ended = day.isoformat() if stage in ENDED else None
    values = {"stage": stage, "ended_day": ended, "book_closed": None}
    if before in ENDED and stage != "dead_end":
        values["revived_day"] = day.isoformat()
    writer.update("idea", idea, values)
    writer.insert_last("idea_stage", {"idea": idea, "stage": stage, "day": day.isoformat()})


def merge(writer: Writer, idea: str, into: str, day: date) -> None:
    """Move everything to the other idea; all that stays of this one is where it went."""
    for table in ("shift", "next_step", "idea_note", "output", "offer"):
        rows = writer.execute(f"SELECT id FROM {table} WHERE idea = ? AND deleted IS NULL", idea)
        for (id,) in rows:
            writer.update(table, str(id), {"idea": into})
    writer.update("idea", idea, {"merged_into": into, "merged_day": day.isoformat()})
    writer.delete("idea", idea)


def stage(store: Store, idea: str) -> Stage:
    """The stage of an idea."""
    row = store.row("SELECT stage FROM idea WHERE id = ?", (idea,))
    return stage_named(row[0] if row else None)


def drop_if(store: Store, idea: str) -> str | None:
    """The dead-end test: what would be reason enough to drop an idea."""
    row = store.row("SELECT drop_if FROM idea WHERE id = ?", (idea,))
    return cell.text_if_any(row[0]) if row else None


def closed_book(store: Store) -> ClosedBook | None:
    """The Yes whose book was closed last, unless it was opened again."""
    row = store.row(
        "SELECT id, name, book_closed FROM idea WHERE deleted IS NULL AND stage = 'yes' "
        "AND book_closed IS NOT NULL ORDER BY book_closed DESC, id DESC LIMIT 1"
    )
    if row is None:
        return None
    id, name, closed = row
    return ClosedBook(str(id), cell.text(name), cell.day(closed))


def close_book(writer: Writer, idea: str, day: date | None) -> None:
    """Close an idea's book on a day, or open it again."""
    writer.update("idea", idea, {"book_closed": day.isoformat() if day else None})


def add_person(writer: Writer, name: str) -> str:
    """Somebody new along the way."""
    return writer.insert("person", {"name": name})


def last_living_stage(store: Store, idea: str) -> Stage:
    """The stage an idea had before it ended."""
    row = store.row(
        "SELECT stage FROM idea_stage WHERE idea = ? AND stage NOT IN ('dead_end', 'yes') "
        "AND deleted IS NULL ORDER BY created DESC, id DESC LIMIT 1",
        (idea,),
    )
    return stage_named(row[0]) if row else "hunch"


def stage_named(value: object) -> Stage:
    """The stage as the file has it."""
    for stage in STAGES:
        if stage == value:
            return stage
    raise ValueError(value)


STAGES: tuple[Stage, ...] = get_args(Stage)


def _record(row: Row, today: date) -> Idea:
    id, name, stage, why, taught, spared, added, ended, shifts, minutes, yeses, touched = row
    days_quiet = max(0, (today - cell.day(touched)).days)
    return Idea(
        id=str(id),
        name=cell.text(name),
        stage=stage_named(stage),
        why=cell.text_if_any(why),
        temperature=None if stage == "dead_end" else temperature(days_quiet),
        days_quiet=days_quiet,
        shifts=cell.number(shifts),
        minutes=cell.number(minutes),
        little_yeses=cell.number(yeses),
        taught=cell.text_if_any(taught),
        spared=cell.text_if_any(spared),
        added=cell.day(added),
        ended=cell.day_if_any(ended),
    )
