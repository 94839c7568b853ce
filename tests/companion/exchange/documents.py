"""Any document that shifter could have exported: every section filled with whatever fits."""

from collections.abc import Mapping
from datetime import date, datetime

from hypothesis import strategies as st

from shifter.catalogue.prompts import load_prompts
from shifter.companion.exchange import sections
from shifter.companion.exchange.columns import Column
from shifter.companion.exchange.sections import SECTIONS, Section
from shifter.core.text import clean_line, clean_note

Record = dict[str, object]
Values = st.SearchStrategy[object]

_SHIPPED = [prompt.id for prompt in load_prompts()][:5]

_WORDS = ["Pottery", "ana", "[b]x[/b]", "=1+1", "שלום", "👩🏽‍🚒", 'a "quoted", one', "\\n"]
_ANY = st.text(st.characters(codec="utf-8"), max_size=8)
_LINE: Values = _ANY.map(clean_line)
_TEXT: Values = st.tuples(st.sampled_from(_WORDS), _ANY).map(lambda two: clean_line("".join(two)))
_NOTE: Values = st.tuples(_ANY, _ANY).map(lambda two: clean_note("\n\t- ".join(two)))
_DAY: Values = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
_INSTANT: Values = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(
    lambda at: at.isoformat(timespec="milliseconds") + "Z"
)
_RUNG = st.fixed_dictionaries(
    {"text": _TEXT, "done": _TEXT, "seconds": st.integers(1, 86_400)},
    optional={"more": _LINE, "asks": _LINE},
)
_FLAGS = ("little_yes", "names_person", "repeats")
_DAYS = ("project_start", "book_closed")
_INSTANTS = (
    *("created", "updated", "deleted", "retired", "until"),
    *("due", "done_at", "found_at", "checked_at"),
)
_VALUES: Mapping[str, Values] = {
    "text": _TEXT,
    "name": _TEXT,
    "note": _NOTE,
    "why": _NOTE,
    "found": _NOTE,
    "stage": st.sampled_from(["hunch", "exploring", "project", "dead_end", "yes"]),
    "kind": st.sampled_from(["reach out", "talk", "sideways"]),
    "goes_with": st.sampled_from(["idea", "person"]),
    "offer.outcome": st.sampled_from(["done", "skipped", "smaller", "pocketed", "retired"]),
    "pocket.answer": st.sampled_from(["yes", "no"]),
    "part": st.sampled_from(["morning", "night"]),
    "wish": st.sampled_from(["off", "more"]),
    "minutes": st.integers(1, 1440),
    "project_weeks": st.integers(1, 52),
    "offset": st.integers(-86_399, 86_399),
    "rung": st.integers(0, 3),
    "places": st.lists(st.sampled_from(["anywhere", "desk", "out"]), min_size=1, max_size=3),
    "ladder": st.lists(_RUNG, min_size=1, max_size=3),
    **dict.fromkeys(_FLAGS, st.booleans()),
    **dict.fromkeys(_DAYS, _DAY),
    **dict.fromkeys(_INSTANTS, _INSTANT),
}
_RULES = st.fixed_dictionaries(
    {},
    optional={
        "rollover": st.sampled_from([0, 4, 5, 6]),
        "week_start": st.integers(0, 6),
        "rest_weekdays": st.sets(st.integers(0, 6)).map(sorted),
        "grace": st.integers(0, 3),
    },
)


@st.composite
def documents(draw: st.DrawFn) -> Record:
    """A document, with every reference to something that is in it."""
    several = st.sets(st.uuids(version=4).map(str), max_size=3).map(sorted)
    ids: dict[str, list[str]] = {section.table: draw(several) for section in SECTIONS}
    rules = draw(_RULES)
    ids["setting"] = sorted(rules)
    ids["kind_wish"] = sorted(draw(st.sets(st.sampled_from(["make", "talk"]))))
    ids["decision"] = sorted(draw(st.sets(st.sampled_from([*_SHIPPED, "long-gone"]), max_size=2)))
    for section in SECTIONS:
        needed = [c.refers for c in section.columns.values() if c.refers and not c.optional]
        if any(table != "prompt" and not ids[table] for table in needed):
            ids[section.table] = []
    made: Record = {"shifter_export": 1, "exported_at": "2026-11-22T07:58:00.000Z"}
    for section in SECTIONS:
        records = [{"id": id, **draw(_record(section, ids))} for id in ids[section.table]]
        for record in records:
            for names in section.together:
                if None in [record[name] for name in names]:
                    record.update(dict.fromkeys(names))
            if section is sections.SETTINGS:
                record["value"] = rules[str(record["id"])]
            if section is sections.IDEAS:
                _merge_upward(record)
        made[section.name] = records
    return made


def _record(section: Section, ids: Mapping[str, list[str]]) -> st.SearchStrategy[Record]:
    return st.fixed_dictionaries(
        {
            name: _value(section.table, name, column, ids)
            for name, column in section.columns.items()
            if name != "id"
        }
    )


def _value(table: str, name: str, column: Column, ids: Mapping[str, list[str]]) -> Values:
    if column.refers:
        known = ids[column.refers] + (_SHIPPED if column.refers == "prompt" else [])
        value: Values = st.sampled_from(known) if known else st.none()
    elif name.endswith("day"):
        value = _DAY
    else:
        value = _VALUES.get(f"{table}.{name}", _VALUES.get(name, _LINE))
    if column.optional:
        return st.none() | value.map(lambda found: None if found == "" else found)
    return value


def _merge_upward(idea: Record) -> None:
    """An idea is merged into one with a higher id, so that none ends in a circle."""
    if idea["merged_into"] is not None and str(idea["merged_into"]) <= str(idea["id"]):
        idea.update(merged_into=None, merged_day=None, deleted=None)
