"""What this one file remembers for itself: never exported, never undone."""

from datetime import date, datetime

from shifter.core.moment import from_text, to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Place
from shifter.store import cell
from shifter.store.store import Store
from shifter.store.writer import Writer


class AtHandToday(NamedTuple):
    """What was set for one day; None where nothing was. `idea` is an id."""

    minutes: int | None = None
    place: Place | None = None
    idea: str | None = None


class Timer(NamedTuple):
    """`length` and `elapsed` in seconds; `since` is when it was last started, None if paused."""

    offer: str
    length: int
    elapsed: int
    since: datetime | None


def read(store: Store, id: str) -> str | None:
    """A remembered value."""
    row = store.row("SELECT value FROM state WHERE id = ?", (id,))
    return str(row[0]) if row else None


def remember(writer: Writer, id: str, value: str) -> None:
    """Remember a value under an id."""
    writer.execute(
        "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        id,
        value,
    )


def at_hand(store: Store, day: date) -> AtHandToday:
    """What was set to be at hand on a day."""
    row = store.row("SELECT minutes, place, idea FROM at_hand WHERE day = ?", (day.isoformat(),))
    if row is None:
        return AtHandToday()
    minutes, place, idea = row
    return AtHandToday(
        None if minutes is None else int(minutes),
        place,  # type: ignore[arg-type]
        cell.text_if_any(idea),
    )


def set_at_hand(writer: Writer, day: date, at_hand: AtHandToday) -> None:
    """Set what is at hand on a day; earlier days are forgotten."""
    writer.execute("DELETE FROM at_hand WHERE day <> ?", day.isoformat())
    writer.execute(
        "INSERT INTO at_hand VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "minutes = excluded.minutes, place = excluded.place, idea = excluded.idea",
        day.isoformat(),
        *at_hand,
    )


def timer(store: Store) -> Timer | None:
    """The timer that was started last and not stopped."""
    row = store.row("SELECT offer, length, elapsed, since FROM timer ORDER BY offer DESC LIMIT 1")
    if row is None:
        return None
    offer, length, elapsed, since = row
    return Timer(
        str(offer),
        cell.number(length),
        cell.number(elapsed),
        None if since is None else from_text(str(since)),
    )


def keep_timer(writer: Writer, timer: Timer) -> None:
    """Remember how a timer stands."""
    since = None if timer.since is None else to_text(timer.since)
    writer.execute(
        "INSERT INTO timer VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "length = excluded.length, elapsed = excluded.elapsed, since = excluded.since",
        timer.offer,
        timer.length,
        timer.elapsed,
        since,
    )


def drop_timers(writer: Writer) -> None:
    """Stop every timer."""
    writer.execute("DELETE FROM timer")


def phrases(store: Store, section: str) -> tuple[str, ...]:
    """Every line of a section of the phrases."""
    rows = store.rows("SELECT text FROM phrase WHERE section = ? ORDER BY id", (section,))
    return tuple(str(text) for (text,) in rows)


def phrase(store: Store, section: str, id: str) -> str:
    """One line of the phrases."""
    row = store.row("SELECT text FROM phrase WHERE section = ? AND id = ?", (section, id))
    return str(row[0]) if row else ""


def rested_phrases(store: Store, sections: tuple[str, ...], before: date) -> tuple[str, ...]:
    """The lines of some sections that were not said on `before` or later."""
    marks = ", ".join("?" * len(sections))
    rows = store.rows(
        f"SELECT text FROM phrase WHERE section IN ({marks}) "
        "AND (used_on IS NULL OR used_on < ?) ORDER BY section, id",
        (*sections, before.isoformat()),
    )
    return tuple(str(text) for (text,) in rows)


def say(writer: Writer, text: str, day: date) -> None:
    """Note that a line was said."""
    writer.execute("UPDATE phrase SET used_on = ? WHERE text = ?", day.isoformat(), text)


def copy_phrases(writer: Writer, lines: list[tuple[str, str, str]]) -> None:
    """Bring the phrases up to date: section, id and text of each; when they were said stays."""
    writer.execute("CREATE TEMP TABLE IF NOT EXISTS said AS SELECT text, used_on FROM phrase")
    writer.execute("DELETE FROM phrase")
    for section, id, text in lines:
        writer.execute(
            "INSERT INTO phrase VALUES (?, ?, ?, (SELECT used_on FROM said WHERE text = ?))",
            section,
            id,
            text,
            text,
        )
    writer.execute("DROP TABLE said")
