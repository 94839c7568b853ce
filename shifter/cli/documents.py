"""The JSON documents: every record under the field names that other programs rely on."""

from shifter.core.moment import to_text
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from shifter.cli.command import Document
    from shifter.core.ideas_view import IdeaCard, OpenedIdea
    from shifter.core.next_steps import Step
    from shifter.core.projects import Output
    from shifter.core.records import (
        CurrentRun,
        DayTotals,
        Logged,
        Pick,
        Prompt,
        Run,
        Shift,
        Streak,
        Totals,
    )


def shift(record: "Shift") -> "Document":
    """A shift; `done_at` is in UTC, `day` is the shift day it counts for."""
    return {
        "id": record.id,
        "text": record.text,
        "done_at": to_text(record.done_at),
        "day": record.day.isoformat(),
        "minutes": record.minutes,
        "idea": record.idea,
        "person": record.person,
        "little_yes": record.little_yes,
        "note": record.note,
        "prompt": record.prompt,
        "offset": record.offset,
        "zone": record.zone,
    }


def logged(record: "Logged") -> "Document":
    """A shift that was logged, with the figures that now hold."""
    return {"shift": shift(record.shift), "streak": streak(record.streak)}


def streak(record: "Streak") -> "Document":
    """Every figure as of one day."""
    return {
        "as_of": record.as_of.isoformat(),
        "current": _current_run(record.current),
        "longest": _run(record.longest),
        "strength": record.strength,
        "total": record.total,
        "minutes": record.minutes,
        "active_days": record.active_days,
        "returns": record.returns,
        "little_yeses": record.little_yeses,
        "this_week": _totals(record.this_week),
        "last_week_to_date": _totals(record.last_week_to_date),
        "last_week": _totals(record.last_week),
        "people": record.people,
        "ruled_out": record.ruled_out,
        "landing": record.landing,
    }


def day(record: "DayTotals") -> "Document":
    """What one shift day adds up to."""
    return {
        "day": record.day.isoformat(),
        "shifts": record.shifts,
        "minutes": record.minutes,
        "little_yeses": record.little_yeses,
        "rest": record.rest,
        "level": record.level,
    }


def pick(record: "Pick") -> "Document":
    """The pick under its prompt's id; `then` is the id of the prompt that would follow."""
    return {
        "id": record.prompt,
        "text": record.text,
        "minutes": record.minutes,
        "kind": record.kind,
        "idea": record.idea,
        "why": record.why,
        "can_shrink": record.can_shrink,
        "then": record.then.prompt if record.then else None,
        "more": record.more,
        "seconds": record.seconds,
        "places": list(record.places),
        "person": record.person,
        "asks": record.asks,
        "quote": record.quote.text if record.quote else None,
        "offer": record.offer,
    }


def idea(card: "IdeaCard") -> "Document":
    """An idea with what its log adds up to; `temperature` is null once it is a dead end."""
    record, project = card.idea, card.project
    return {
        "id": record.id,
        "name": record.name,
        "stage": record.stage,
        "why": record.why,
        "temperature": record.temperature,
        "days_quiet": record.days_quiet,
        "shifts": record.shifts,
        "minutes": record.minutes,
        "little_yeses": record.little_yeses,
        "taught": record.taught,
        "spared": record.spared,
        "added": record.added.isoformat(),
        "ended": _day(record.ended),
        "next": next_step(card.step) if card.step else None,
        "offered": card.offered,
        "project": {
            "start": project.start.isoformat(),
            "weeks": project.weeks,
            "week": card.week,
        }
        if project
        else None,
        "outputs": [output(one) for one in card.outputs],
    }


def next_step(step: "Step") -> "Document":
    """The next step of an idea; with a question, an experiment."""
    return {
        "id": step.id,
        "text": step.text,
        "question": step.question,
        "by": _day(step.by),
        "done": _day(step.done),
        "found": step.found,
    }


def output(record: "Output") -> "Document":
    """An output of a project; `came` is what came of it."""
    return {
        "id": record.id,
        "text": record.text,
        "checked": _day(record.checked),
        "came": record.outcome,
    }


def opened(view: "OpenedIdea") -> "Document":
    """One idea with its trail, newest first."""
    return {
        "idea": idea(view.card),
        "drop_if": view.drop_if,
        "people": [{"name": name, "shifts": shifts} for name, shifts in view.people],
        "trail": [
            {
                "kind": entry.kind,
                "day": entry.day.isoformat(),
                "at": to_text(entry.at),
                "text": entry.text,
                "about": entry.about,
                "stage": entry.stage,
                "of": entry.of,
                "shift": entry.shift.id if entry.shift else None,
            }
            for entry in view.trail
        ],
    }


def prompt(record: "Prompt") -> "Document":
    """A prompt; `text` is its first rung, with words where a name would stand."""
    from shifter.core.placeholders import fill, text_of

    return {
        "id": record.id,
        "text": text_of(record),
        "minutes": record.minutes,
        "kind": record.kind,
        "places": list(record.places),
        "origin": record.origin,
        "retired": record.retired,
        "then": record.then,
        "repeats": record.repeats,
        "smaller": [fill(rung.text, None, None) for rung in record.ladder[1:]],
    }


def _current_run(run: "CurrentRun") -> "Document":
    return {
        "length": run.length,
        "start": _day(run.start),
        "end": _day(run.end),
        "state": run.state,
    }


def _run(run: "Run | None") -> "Document":
    if run is None:
        return {"length": 0, "start": None, "end": None}
    return {"length": run.length, "start": _day(run.start), "end": _day(run.end)}


def _totals(totals: "Totals") -> "Document":
    return {"shifts": totals.shifts, "minutes": totals.minutes, "days": totals.days}


def _day(day: "date | None") -> str | None:
    return day.isoformat() if day else None
