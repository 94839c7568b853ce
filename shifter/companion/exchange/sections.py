"""What an exported document holds: a section for each table that people fill, column by column."""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from shifter.companion.exchange.columns import (
    CATALOGUE_ID,
    DAY,
    FLAG,
    ID,
    INSTANT,
    LADDER,
    LINE,
    NOTE,
    PLACES,
    SETTING,
    TEXT,
    Column,
    id_of,
    number,
    one_of,
    or_nothing,
)
from shifter.core.greeting import PartOfDay
from shifter.core.pick.situation import Wish
from shifter.core.projects import LONGEST_WEEKS
from shifter.core.records import LONGEST_MINUTES, Kind, Settings, Stage
from shifter.store.writer import Value

_LARGEST_OFFSET = 24 * 60 * 60 - 1
_LARGEST_RUNG = 999_999
"""Own prompts may have ladders of any length; a number that no ladder comes to is a mistake."""

_STAGE = one_of(get_args(Stage))
_LINE = or_nothing(LINE)
_NOTE = or_nothing(NOTE)
_DAY = or_nothing(DAY)
_INSTANT = or_nothing(INSTANT)
_IDEA, _PERSON = id_of("idea"), id_of("person")
_SHIFT, _PROMPT = id_of("shift"), id_of("prompt")

_KEPT = {"created": INSTANT, "updated": INSTANT, "device": LINE}


class Section(NamedTuple):
    """A list of records in the document: its name, its table and the columns of that.

    `same` are the columns that have one value in every row, `together` those that are filled in
    together or not at all. `wrong` says what is wrong with a row as a whole. With `tells`, a row
    that has nothing in that column is left out, as an older shifter let people write some.
    """

    name: str
    table: str
    columns: Mapping[str, Column]
    same: Mapping[str, Value] = {}
    together: tuple[tuple[str, ...], ...] = ()
    wrong: Callable[[Mapping[str, Value]], str | None] = lambda _: None
    tells: str | None = None


def _wrong_setting(row: Mapping[str, Value]) -> str | None:
    """A rule that no one can live by would stand in the way of every figure."""
    value = json.loads(str(row["value"]))
    if isinstance(value, list) != (row["id"] == "rest_weekdays"):
        return "value is of the wrong kind"
    if isinstance(value, list):
        rules = Settings(rest_weekdays=frozenset(value))
    else:
        rules = Settings()._replace(**{str(row["id"]): value})
    return None if rules.is_sound() else "value is not one that it may have"


SETTINGS = Section(
    "settings",
    "setting",
    {"id": one_of(Settings._fields), "value": SETTING, **_KEPT},
    wrong=_wrong_setting,
)
PEOPLE = Section("people", "person", {"id": ID, "name": TEXT, **_KEPT})
IDEAS = Section(
    "ideas",
    "idea",
    {
        "id": ID,
        "name": TEXT,
        "stage": _STAGE,
        "why": _NOTE,
        "drop_if": _NOTE,
        "taught": _NOTE,
        "spared": _NOTE,
        "added_day": DAY,
        "revived_day": _DAY,
        "ended_day": _DAY,
        "project_start": _DAY,
        "project_weeks": or_nothing(number(1, LONGEST_WEEKS)),
        "merged_into": or_nothing(_IDEA),
        "merged_day": _DAY,
        "book_closed": _DAY,
        "deleted": _INSTANT,
        **_KEPT,
    },
    together=(("merged_into", "merged_day", "deleted"), ("project_start", "project_weeks")),
)
STAGES = Section(
    "stages", "idea_stage", {"id": ID, "idea": _IDEA, "stage": _STAGE, "day": DAY, **_KEPT}
)
NOTES = Section(
    "notes",
    "idea_note",
    {"id": ID, "idea": _IDEA, "text": NOTE, "day": DAY, **_KEPT},
    tells="text",
)
PROMPTS = Section(
    "prompts",
    "prompt",
    {
        "id": ID,
        "kind": one_of(get_args(Kind)),
        "minutes": number(1, LONGEST_MINUTES),
        "places": PLACES,
        "ladder": LADDER,
        "goes_with": or_nothing(one_of(("idea", "person"))),
        "names_person": FLAG,
        "quotes": _LINE,
        "next": _LINE,
        "repeats": FLAG,
        "retired": _INSTANT,
        **_KEPT,
    },
    {"origin": "own"},
)
DECISIONS = Section(
    "catalogue",
    "decision",
    {"id": CATALOGUE_ID, "retired": _INSTANT, "updated": INSTANT, "device": LINE},
)
SHIFTS = Section(
    "shifts",
    "shift",
    {
        "id": ID,
        "text": TEXT,
        "done_at": INSTANT,
        "offset": number(-_LARGEST_OFFSET, _LARGEST_OFFSET),
        "zone": LINE,
        "day": DAY,
        "minutes": or_nothing(number(0, LONGEST_MINUTES)),
        "idea": or_nothing(_IDEA),
        "person": or_nothing(_PERSON),
        "little_yes": FLAG,
        "note": _NOTE,
        "prompt": or_nothing(_PROMPT),
        **_KEPT,
    },
)
STEPS = Section(
    "next_steps",
    "next_step",
    {
        "id": ID,
        "idea": _IDEA,
        "text": TEXT,
        "question": _LINE,
        "by_day": _DAY,
        "shift": or_nothing(_SHIFT),
        "done_day": _DAY,
        "found": _NOTE,
        "found_day": _DAY,
        "found_at": _INSTANT,
        **_KEPT,
    },
    together=(("found", "found_day", "found_at"),),
)
OUTPUTS = Section(
    "outputs",
    "output",
    {
        "id": ID,
        "idea": _IDEA,
        "text": TEXT,
        "outcome": _LINE,
        "checked_day": _DAY,
        "checked_at": _INSTANT,
        **_KEPT,
    },
    together=(("checked_day", "checked_at"),),
)
OFFERS = Section(
    "offers",
    "offer",
    {
        "id": ID,
        "day": DAY,
        "prompt": _PROMPT,
        "rung": number(0, _LARGEST_RUNG),
        "own_text": _LINE,
        "idea": or_nothing(_IDEA),
        "person": or_nothing(_PERSON),
        "follows": or_nothing(_SHIFT),
        "term": LINE,
        "why": NOTE,
        "outcome": one_of(("done", "skipped", "smaller", "pocketed", "retired")),
        "shift": or_nothing(_SHIFT),
        "answer": _LINE,
        "step": or_nothing(id_of("next_step")),
        "part": or_nothing(one_of(get_args(PartOfDay))),
        **_KEPT,
    },
)
POCKETS = Section(
    "pockets",
    "pocket",
    {
        "id": ID,
        "offer": id_of("offer"),
        "day": DAY,
        "due": INSTANT,
        "answer": or_nothing(one_of(("yes", "no"))),
        **_KEPT,
    },
)
KIND_WISHES = Section(
    "kinds",
    "kind_wish",
    {"id": one_of(get_args(Kind)), "wish": one_of(get_args(Wish)), **_KEPT},
)
FORGETTING = Section("forgetting", "forgetting", {"id": ID, "until": INSTANT, **_KEPT})
REST_DAYS = Section("rest_days", "rest_day", {"id": ID, "day": DAY, **_KEPT})

# What is referred to comes before what refers to it.
SECTIONS = (
    SETTINGS,
    PEOPLE,
    IDEAS,
    STAGES,
    NOTES,
    PROMPTS,
    DECISIONS,
    SHIFTS,
    STEPS,
    OUTPUTS,
    OFFERS,
    POCKETS,
    KIND_WISHES,
    FORGETTING,
    REST_DAYS,
)
