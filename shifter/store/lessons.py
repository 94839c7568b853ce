"""What was learned, read for a choice; how a pick was weighed; what was asked of a kind."""

from collections.abc import Sequence
from datetime import date

from shifter.core import quick_json as json
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Kind
from shifter.store import cell, state
from shifter.store.store import Store
from shifter.store.writer import Writer

if TYPE_CHECKING:
    from shifter.core.pick.beliefs import Sums
    from shifter.core.pick.situation import Answered, Choice, RunnerUp, Term, Wish
    from shifter.core.pick.terms import Histories

_COUNTED_BY = "counted_by"


def ensure_counted(store: Store, writer: Writer) -> None:
    """Count every offer again, if that was last done by other rules, or never."""
    from shifter.core.pick.counting import RULES

    if state.read(store, _COUNTED_BY) != RULES:
        store.recount_lessons()
        state.remember(writer, _COUNTED_BY, RULES)


def sums(store: Store, today: date) -> "Sums":
    """Every sum but those of single prompts, faded to a day."""
    from shifter.core.pick.counting import Sum, faded, grown

    tables: dict[str, dict[str, Sum]] = {}
    scale = grown(today)
    for name, about, weight, yeses in store.rows(
        "SELECT name, about, weight, yeses FROM learned "
        "WHERE name IN ('make-up', 'idea', 'hour', 'weekday')"
    ):
        seen = faded(float(weight or 0), float(yeses or 0), scale)
        tables.setdefault(str(name), {})[str(about)] = seen
    return tables


def histories(store: Store, prompts: Sequence[str], today: date) -> "Histories":
    """What is known of these prompts; one that was never on the card is not among them."""
    from shifter.core.pick.counting import faded, grown
    from shifter.core.pick.terms import History

    rows = store.rows(
        "SELECT shown.prompt, shown.day, learned.weight, learned.yeses "
        "FROM json_each(?) JOIN prompt_shown AS shown ON shown.prompt = json_each.value "
        "LEFT JOIN learned ON learned.name = 'prompt' AND learned.about = shown.prompt",
        (json.dumps(prompts),),
    )
    scale = grown(today)
    return {
        str(prompt): History._make(
            (faded(float(weight or 0), float(yeses or 0), scale), cell.day(day))
        )
        for prompt, day, weight, yeses in rows
    }


def shown_after(store: Store, day: date) -> dict[str, date]:
    """The prompts that were on the card after a day, and when that was last."""
    # There may be thousands, but only so many days.
    rows = store.rows(
        "SELECT day, json_group_array(prompt) FROM prompt_shown WHERE day > ? GROUP BY day",
        (day.isoformat(),),
    )
    found: dict[str, date] = {}
    for shown, prompts in rows:
        found |= dict.fromkeys(json.loads(str(prompts)), cell.day(shown))
    return found


def answered_before(store: Store, number: int) -> "tuple[Answered, ...]":
    """The latest offers that were answered or passed by, the last one first."""
    from shifter.core.pick.situation import EXPLORING, Answered

    rows = store.rows(
        "SELECT prompt.kind, prompt.minutes, offer.outcome, offer.term FROM offer "
        "JOIN prompt ON prompt.id = offer.prompt WHERE offer.deleted IS NULL "
        "AND offer.outcome NOT IN ('open', 'withdrawn') ORDER BY offer.rowid DESC LIMIT ?",
        (number,),
    )
    return tuple(
        Answered(kind, cell.number(minutes), str(outcome), term in EXPLORING)  # type: ignore[arg-type]
        for kind, minutes, outcome, term in rows
    )


def wishes(store: Store) -> "dict[Kind, Wish]":
    """What was asked of each kind that anything was asked of."""
    rows = store.rows("SELECT id, wish FROM kind_wish WHERE deleted IS NULL")
    return dict(rows)  # type: ignore[arg-type]


def wish(writer: Writer, kind: Kind, wish: "Wish | None") -> None:
    """Turn a kind off, ask for more of it, or go back to the usual."""
    known = writer.execute("SELECT 1 FROM kind_wish WHERE id = ?", kind)
    if not known and wish is not None:
        writer.insert("kind_wish", {"id": kind, "wish": wish})
    elif wish is not None:
        writer.update("kind_wish", kind, {"wish": wish, "deleted": None})
    elif known:
        writer.delete("kind_wish", kind)


def forget(writer: Writer) -> None:
    """Learn nothing from what was shown up to now."""
    writer.insert("forgetting", {"until": writer.instant})


def keep_weighing(writer: Writer, offer: str, day: date, choice: "Choice") -> None:
    """Remember how a pick was weighed, for as long as its day lasts."""
    writer.execute("DELETE FROM weighing WHERE day <> ?", day.isoformat())
    writer.execute(
        "INSERT INTO weighing VALUES (?, ?, ?, ?)",
        offer,
        day.isoformat(),
        json.dumps(choice.terms),
        json.dumps(choice.others),
    )


def weighing(store: Store, offer: str) -> "tuple[tuple[Term, ...], tuple[RunnerUp, ...]]":
    """How a pick was weighed; nothing where a rule decided, or its day is over."""
    from shifter.core.pick.counting import Sum
    from shifter.core.pick.situation import RunnerUp, Term

    row = store.row("SELECT terms, others FROM weighing WHERE offer = ?", (offer,))
    if row is None:
        return (), ()
    terms, others = (json.loads(str(text)) for text in row)
    return (
        tuple(
            Term(name, about, mean, spread, drawn, Sum(*seen))
            for name, about, mean, spread, drawn, seen in terms
        ),
        tuple(RunnerUp(*other) for other in others),
    )
