"""The settings that decide figures, as they stand in the data file."""

import sqlite3

from shifter.core import quick_json as json
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Settings
from shifter.store.writer import Writer

if TYPE_CHECKING:
    from shifter.store.store import Store


def read_settings(connection: sqlite3.Connection) -> Settings:
    """The settings, with defaults for what was never set. Raises ValueError for an unsound one."""
    settings = Settings()
    for name, numbers in _given(connection).items():
        settings = _with(settings, name, numbers)
    return settings


def unsound_settings(connection: sqlite3.Connection) -> list[str]:
    """The names of those that have a value which nobody can set: the file is damaged there."""
    unsound = []
    for name, numbers in _given(connection).items():
        try:
            _with(Settings(), name, numbers)
        except ValueError:
            unsound.append(name)
    return unsound


def _given(connection: sqlite3.Connection) -> dict[str, list[int]]:
    """What stands in the file: a list of weekdays, or a single number."""
    given: dict[str, list[int]] = {}
    # SQLite reads the JSON, since a quick command need not load what else would.
    for name, number in connection.execute(
        "SELECT setting.id, each.value FROM setting LEFT JOIN json_each(setting.value) AS each "
        "WHERE deleted IS NULL"
    ).fetchall():
        given.setdefault(name, []).extend([] if number is None else [number])
    return given


def _with(settings: Settings, name: str, numbers: list[int]) -> Settings:
    if name == "rest_weekdays":
        settings = settings._replace(rest_weekdays=frozenset(numbers))
    elif name in Settings._fields:
        (number,) = numbers
        settings = settings._replace(**{name: number})  # type: ignore[arg-type]
    if not settings.is_sound():
        raise ValueError(name)
    return settings


def given_settings(store: "Store") -> frozenset[str]:
    """The names of the settings that were set."""
    rows = store.rows("SELECT id FROM setting WHERE deleted IS NULL")
    return frozenset(str(row[0]) for row in rows)


def write_setting(writer: Writer, name: str, value: int | frozenset[int]) -> None:
    """Set one; a set of weekdays is kept as a sorted list."""
    text = json.dumps(sorted(value) if isinstance(value, frozenset) else value)
    if writer.execute("SELECT id FROM setting WHERE id = ?", name):
        writer.update("setting", name, {"value": text, "deleted": None})
    else:
        writer.insert("setting", {"id": name, "value": text})
