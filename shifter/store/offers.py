"""Offers: the picks that were shown, and what became of them."""

from collections.abc import Mapping
from datetime import date

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Outcome
from shifter.store import cell
from shifter.store.store import Row, Store
from shifter.store.writer import Value, Writer

# Without a hint, SQLite scans every offer there ever was for some of these queries.
_BY_DAY = "INDEXED BY offer_by_day"
_OPEN = "INDEXED BY offer_open"

_OFFER = (
    "SELECT offer.id, offer.day, offer.prompt, offer.rung, offer.own_text, offer.idea, idea.name, "
    "offer.person, person.name, offer.follows, offer.why, offer.outcome, offer.shift, "
    "offer.answer, offer.step FROM offer {index} "
    "LEFT JOIN idea ON idea.id = offer.idea AND idea.deleted IS NULL "
    "LEFT JOIN person ON person.id = offer.person WHERE offer.deleted IS NULL"
)


class Offer(NamedTuple):
    """A pick that was shown. `idea`, `person` and `step` are ids; `own_text` is in their words."""

    id: str
    day: date
    prompt: str
    rung: int
    own_text: str | None
    idea: str | None
    idea_name: str | None
    person: str | None
    person_name: str | None
    follows: str | None
    why: str
    outcome: str
    shift: str | None
    answer: str | None
    step: str | None


class NewOffer(NamedTuple):
    """A pick about to be shown; `term` is the deciding reason, `why` says it in words.

    `part` is the part of the day.
    """

    day: date
    prompt: str
    rung: int
    idea: str | None
    person: str | None
    follows: str | None
    term: str
    why: str
    own_text: str | None = None
    step: str | None = None
    part: str | None = None


def open_offer(store: Store) -> Offer | None:
    """The pick that waits for an answer."""
    row = store.row(f"{_offer(_OPEN)} AND offer.outcome = 'open' ORDER BY offer.rowid DESC LIMIT 1")
    return _record(row) if row else None


def other_open_offer(store: Store, id: str) -> Offer | None:
    """An open pick beside the one with this id, as undo may leave behind."""
    row = store.row(f"{_offer(_OPEN)} AND offer.outcome = 'open' AND offer.id <> ?", (id,))
    return _record(row) if row else None


def get(store: Store, id: str) -> Offer | None:
    """The offer with this id."""
    row = store.row(f"{_offer()} AND offer.id = ?", (id,))
    return _record(row) if row else None


def shown(store: Store, id: str) -> Offer:
    """The offer that was just put up under this id."""
    offer = get(store, id)
    assert offer is not None
    return offer


def reason(store: Store, id: str) -> str | None:
    """The deciding reason for an offer; for a smaller one, that of the one it came from."""
    row = store.row(
        "SELECT term FROM offer WHERE rowid <= (SELECT rowid FROM offer WHERE id = ?) "
        "AND day = (SELECT day FROM offer WHERE id = ?) "
        "AND prompt = (SELECT prompt FROM offer WHERE id = ?) AND term <> 'smaller' "
        "ORDER BY rowid DESC LIMIT 1",
        (id, id, id),
    )
    return str(row[0]) if row else None


def latest(store: Store, day: date) -> Offer | None:
    """The offer of a day that was made last, unless it was withdrawn."""
    row = store.row(
        f"{_offer(_BY_DAY)} AND offer.day = ? AND offer.outcome <> 'withdrawn' "
        "ORDER BY offer.rowid DESC LIMIT 1",
        (day.isoformat(),),
    )
    return _record(row) if row else None


def of_shift(store: Store, shift: str) -> Offer | None:
    """The offer that became this shift."""
    row = store.row(f"{_offer()} AND offer.shift = ?", (shift,))
    return _record(row) if row else None


def was_answered_by(store: Store, action: str, day: date) -> bool:
    """Whether an action made a shift of what was on the card on a day."""
    row = store.row(
        'SELECT 1 FROM change JOIN offer ON offer.id = change."row" '
        "WHERE change.action = ? AND change.\"table\" = 'offer' "
        "AND json_extract(change.before, '$.outcome') = 'open' "
        "AND offer.outcome = 'done' AND offer.day = ? LIMIT 1",
        (action, day.isoformat()),
    )
    return row is not None


def was_passed_by(store: Store, prompt: str, since: date) -> bool:
    """Whether somebody passed a prompt by since a day, rather than just left it."""
    row = store.row(
        "SELECT 1 FROM offer INDEXED BY offer_by_prompt WHERE prompt = ? AND day >= ? "
        "AND outcome IN ('skipped', 'pocketed') AND deleted IS NULL LIMIT 1",
        (prompt, since.isoformat()),
    )
    return row is not None


def was_given_for(store: Store, term: str, since: date) -> bool:
    """Whether a pick was put up for this reason since a day."""
    row = store.row(
        f"SELECT 1 FROM offer {_BY_DAY} WHERE day > ? AND term = ? AND deleted IS NULL "
        "AND outcome <> 'withdrawn' LIMIT 1",
        (since.isoformat(), term),
    )
    return row is not None


def was_any_done_before(store: Store, day: date) -> bool:
    """Whether any pick was done on an earlier day."""
    row = store.row(
        f"SELECT 1 FROM offer {_BY_DAY} WHERE day < ? AND outcome = 'done' "
        "AND deleted IS NULL LIMIT 1",
        (day.isoformat(),),
    )
    return row is not None


def shifts_with_words(store: Store, first: date, last: date) -> tuple[str, ...]:
    """The shifts that came of picks in a span of days, and have a note."""
    rows = store.rows(
        f"SELECT shift.id FROM offer {_BY_DAY} JOIN shift ON shift.id = offer.shift "
        "WHERE offer.day BETWEEN ? AND ? AND offer.outcome = 'done' AND offer.deleted IS NULL "
        "AND shift.deleted IS NULL AND shift.note IS NOT NULL AND shift.prompt IS NOT NULL "
        "ORDER BY shift.id",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(str(id) for (id,) in rows)


def prompts_answered_on(store: Store, day: date) -> frozenset[str]:
    """The prompts that were on the card on a day, but for the one that still is."""
    rows = store.rows(
        f"SELECT DISTINCT prompt FROM offer {_BY_DAY} WHERE day = ? AND deleted IS NULL "
        "AND outcome NOT IN ('open', 'withdrawn')",
        (day.isoformat(),),
    )
    return frozenset(str(prompt) for (prompt,) in rows)


def days_of_ideas(store: Store, since: date) -> list[tuple[str, date]]:
    """The idea and the day of every offer about an idea since a day; withdrawn ones don't count."""
    rows = store.rows(
        f"SELECT idea, day FROM offer {_BY_DAY} WHERE idea IS NOT NULL "
        "AND deleted IS NULL AND outcome <> 'withdrawn' AND day >= ? ORDER BY day",
        (since.isoformat(),),
    )
    return [(str(idea), cell.day(day)) for idea, day in rows]


def show(writer: Writer, offer: NewOffer, *, recorded: bool = False) -> str:
    """Put a pick on the card.

    Being shown is no action of anybody's, so undo passes it by, unless it is `recorded` as a part
    of the action that made room for it.
    """
    values: dict[str, Value] = {
        **offer._asdict(),
        "day": offer.day.isoformat(),
        "outcome": "open",
    }
    return writer.insert("offer", values, recorded=recorded)


def answer(
    writer: Writer, offer: str, outcome: Outcome, values: Mapping[str, Value] | None = None
) -> None:
    """What a person did with a pick; its timer has nothing left to time."""
    writer.update("offer", offer, {"outcome": outcome, **(values or {})})
    writer.execute("DELETE FROM timer WHERE offer = ?", offer)


def pass_by(writer: Writer, offer: str, outcome: Outcome) -> None:
    """What became of a pick by itself: ignored or withdrawn."""
    writer.update("offer", offer, {"outcome": outcome}, recorded=False)


def newest_id(store: Store) -> str | None:
    """The id of the offer that was made last."""
    row = store.row("SELECT id FROM offer ORDER BY rowid DESC LIMIT 1")
    return str(row[0]) if row else None


def newest_why(store: Store) -> str | None:
    """Why the offer that was made last was on the card."""
    row = store.row("SELECT why FROM offer ORDER BY rowid DESC LIMIT 1")
    return str(row[0]) if row else None


def _offer(index: str = "") -> str:
    return _OFFER.format(index=index)


def _record(row: Row) -> Offer:
    id, day, prompt, rung, *texts = row
    own_text, idea, idea_name, person, person_name, follows, why, outcome, shift, answer, step = (
        map(cell.text_if_any, texts)
    )
    return Offer(
        str(id),
        cell.day(day),
        str(prompt),
        cell.number(rung),
        own_text,
        idea,
        idea_name,
        person,
        person_name,
        follows,
        why or "",
        outcome or "",
        shift,
        answer,
        step,
    )
