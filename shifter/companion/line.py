"""One short line in the user's own format, for a shell's prompt."""

import re

from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.core.records import Streak
from shifter.errors import WrongUsage
from shifter.store import ideas, offers

_FIELD = re.compile(r"\{([a-z_]+)\}")
_BEGUN = re.compile(r"\{([a-z_]+)\b(?=[^{}]*(?:\{|\Z))")

FIELDS = {
    "mark": "✓ once today has a shift, else nothing",
    "shifts": "all shifts",
    "week": "the shifts of this week",
    "run": "active days in the current run",
    "longest": "active days in the longest run",
    "minutes": "all minutes",
    "people": "people along the way",
    "little_yeses": "Little Yeses",
    "ruled_out": "paths ruled out",
    "landing": "the next landing",
    "pick": "what the card asks for, while it is open",
}


def formatted_line(context: Context, format: str) -> str:
    """The format with its fields filled in; WrongUsage names the fields there are."""
    wanted = set(_FIELD.findall(format))
    unknown = sorted(wanted - FIELDS.keys())
    if unknown:
        raise WrongUsage(
            f"There is no field {unknown[0]}", f"Choose from {', '.join(sorted(FIELDS))}."
        )
    if "{}" in format:
        raise WrongUsage(
            "There is a field without a name", f"Choose from {', '.join(sorted(FIELDS))}."
        )
    for name in _BEGUN.findall(format):
        if name in FIELDS:  # any other brace stands as it is: shells colour their prompts with them
            raise WrongUsage(f"The field {name} has no end", f"Write {{{name}}}, with both braces.")
    values = _values(Figures(context).streak())
    if "pick" in wanted:
        values["pick"] = _open_pick(context)
    return _FIELD.sub(lambda field: str(values[field[1]]), format)


def _values(streak: Streak) -> dict[str, str | int]:
    return {
        "mark": "✓" if streak.current.state == "done" else "",
        "shifts": streak.total,
        "week": streak.this_week.shifts,
        "run": streak.current.length,
        "longest": streak.longest.length if streak.longest else 0,
        "minutes": streak.minutes,
        "people": streak.people,
        "little_yeses": streak.little_yeses,
        "ruled_out": streak.ruled_out,
        "landing": streak.landing,
    }


def _open_pick(context: Context) -> str:
    from shifter.companion.wording import text_of

    if ideas.closed_book(context.store):
        return ""
    offer = offers.open_offer(context.store)
    return text_of(context, offer) if offer and offer.day == context.today() else ""
