"""Derived rows that only count shifts: by weekday and hour, by prompt, and both for each idea."""

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from shifter.store.writer import Value

TABLES = ("weekday_hour", "prompt_total", "idea_hour", "idea_person", "idea_prompt")


def tally(connection: sqlite3.Connection, shift: Mapping[str, Value], sign: int) -> None:
    """Count a shift with 1, or take it out again with -1."""
    done = datetime.fromisoformat(str(shift["done_at"]))
    wall = done + timedelta(seconds=int(shift["offset"] or 0))
    hour: dict[str, Value] = {
        "weekday": date.fromisoformat(str(shift["day"])).weekday(),
        "hour": wall.hour,
    }
    prompt, idea, person = shift["prompt"], shift["idea"], shift["person"]
    _add(connection, "weekday_hour", hour, sign)
    if prompt is not None:
        _add(connection, "prompt_total", {"prompt": prompt}, sign)
    if idea is None:
        return
    _add(connection, "idea_hour", {"idea": idea, **hour}, sign)
    if prompt is not None:
        _add(connection, "idea_prompt", {"idea": idea, "prompt": prompt}, sign)
    if person is not None:
        _add(connection, "idea_person", {"idea": idea, "person": person}, sign)


def _add(connection: sqlite3.Connection, table: str, key: Mapping[str, Value], sign: int) -> None:
    columns, marks = ", ".join(key), ", ".join("?" * len(key))
    connection.execute(
        f"INSERT INTO {table} ({columns}, shifts) VALUES ({marks}, ?) "
        "ON CONFLICT DO UPDATE SET shifts = shifts + excluded.shifts",
        (*key.values(), sign),
    )
    if sign < 0:
        match = " AND ".join(f"{column} = ?" for column in key)
        connection.execute(f"DELETE FROM {table} WHERE {match} AND shifts = 0", (*key.values(),))
