"""Settings as people read them; config.toml and `--json` have forms of their own."""

from collections.abc import Mapping

from shifter.core.days import ROLLOVERS
from shifter.core.records import MINUTES, MOST_GRACE
from shifter.core.weeks import WEEKDAYS

NAMES = {
    "theme": "Theme",
    "minutes": "Minutes for a pick",
    "anchor": "After I …",
    "motion": "Motion",
    "bell": "Bell",
    "notify": "Desktop notice",
    "rollover": "A day ends at",
    "week_start": "A week begins on",
    "rest_weekdays": "Days off",
    "grace": "Empty days allowed",
}
"""In place of the names that the settings have in config.toml and commands."""

_SWITCH = {"true": "on", "false": "off"}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "minutes": {str(minutes): str(minutes) for minutes in MINUTES},
    "motion": _SWITCH,
    "bell": _SWITCH,
    "notify": _SWITCH,
    "rollover": {str(hour): f"{hour:02}:00" for hour in ROLLOVERS},
    "week_start": {day: day.capitalize() for day in WEEKDAYS},
    "grace": {str(days): str(days) for days in range(MOST_GRACE + 1)},
}
"""All values that a setting can have where they are few, and how each reads."""

_WHOLE_DAYS = 2
"""So many weekdays have room to be named in full."""

_WORDS = {**CHOICES, "theme": {"": "as the terminal"}, "anchor": {"": "none"}}


def in_words(name: str, value: str | int | None) -> str:
    """How a value reads; None is one that was never set."""
    kept = str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
    if name == "rest_weekdays" and kept != "none":
        days = kept.title().split(",")
        return ", ".join(days if len(days) <= _WHOLE_DAYS else (day[:3] for day in days))
    return _WORDS.get(name, {}).get(kept, kept)


def as_kept(name: str, typed: str) -> str:
    """The form in which it is kept, if it was typed in these words; else what was typed."""
    words = typed.strip().casefold()
    known = _WORDS.get(name, {}).items()
    return next((kept for kept, shown in known if shown.casefold() == words), typed)
