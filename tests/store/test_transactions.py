"""An action is in the file as a whole, or not at all."""

import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shifter.errors import FileTrouble, Refused
from shifter.store import changes
from shifter.store.store import Store

NOW = datetime(2026, 11, 19, 7, 58, tzinfo=UTC)


def add_people(store: Store, *names: str) -> None:
    with store.transaction("added people", NOW) as writer:
        for name in names:
            writer.insert("person", {"name": name})


def people(store: Store) -> list[str]:
    return [str(name) for (name,) in store.rows("SELECT name FROM person ORDER BY name")]


@pytest.mark.parametrize("error", [Refused("No", "Not like this."), KeyboardInterrupt()])
def test_what_fails_in_the_middle_leaves_the_file_as_it_was(
    store: Store, file: Path, error: BaseException
) -> None:
    def add_and_fail() -> None:
        with store.transaction("added", NOW) as writer:
            writer.insert("person", {"name": "Bo"})
            raise error

    add_people(store, "Ana")
    before = file.read_bytes()
    with pytest.raises(type(error)):
        add_and_fail()
    assert file.read_bytes() == before
    assert people(store) == ["Ana"]
    add_people(store, "Cem")
    assert people(store) == ["Ana", "Cem"]


def test_an_action_within_an_action_is_part_of_it(store: Store) -> None:
    def add_and_fail() -> None:
        with store.transaction("outer", NOW):
            add_people(store, "Ana")
            add_people(store, "Bo")
            raise Refused("No", "Not after all.")

    with pytest.raises(Refused):
        add_and_fail()
    assert people(store) == []
    with store.transaction("outer", NOW), store.transaction("inner", NOW) as inner:
        inner.insert("person", {"name": "Bo"})
    action = changes.next_undo(store)
    assert action is not None
    assert action.label == "outer"


def test_what_others_see_is_all_of_it_or_nothing(store: Store, file: Path) -> None:
    with closing(Store(str(file))) as other:
        with store.transaction("added", NOW) as writer:
            writer.insert("person", {"name": "Ana"})
            assert people(other) == []
        assert people(other) == ["Ana"]


def test_an_action_that_changed_nothing_is_none(store: Store) -> None:
    add_people(store, "Ana")
    ((id,),) = store.rows("SELECT id FROM person")
    action = changes.next_undo(store)
    with store.transaction("renamed", NOW) as writer:
        writer.update("person", str(id), {"name": "Ana"})
    assert changes.next_undo(store) == action


def test_a_value_the_schema_forbids_refuses_the_whole_action(store: Store) -> None:
    with pytest.raises(FileTrouble, match="Nothing was changed"):
        add_people(store, "Ana", "")
    assert people(store) == []


def test_a_reference_to_nothing_refuses_the_whole_action(store: Store) -> None:
    def add_two() -> None:
        with store.transaction("added", NOW) as writer:
            writer.insert("person", {"name": "Ana"})
            writer.insert("idea_stage", {"idea": "none", "stage": "hunch", "day": "2026-11-19"})

    with pytest.raises(FileTrouble):
        add_two()
    assert people(store) == []


def test_a_full_disk_is_told_and_nothing_is_half_written(store: Store, file: Path) -> None:
    add_people(store, "Ana")
    ((pages,),) = store.rows("PRAGMA page_count")
    store.rows(f"PRAGMA max_page_count = {pages}")
    before = file.read_bytes()
    with pytest.raises(FileTrouble, match="disk is full"):
        add_people(store, *(f"{number} {'x' * 400}" for number in range(100)))
    assert file.read_bytes() == before
    assert people(store) == ["Ana"]
    store.rows(f"PRAGMA max_page_count = {int(pages or 0) + 1000}")
    add_people(store, "Bo")
    assert people(store) == ["Ana", "Bo"]
    assert store.rows("PRAGMA integrity_check") == [("ok",)]


_WRITE_UNTIL_REFUSED = """
import os, resource, signal, sys
from datetime import UTC, datetime
from shifter.errors import FileTrouble
from shifter.store.store import Store

store = Store(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = os.stat(sys.argv[1]).st_size + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
for number in range(1000):
    try:
        with store.transaction("added", datetime.now(UTC)) as writer:
            for part in "ab":
                writer.insert("person", {"name": f"{number:04} {part} {'x' * 2000}"})
    except FileTrouble as trouble:
        print(trouble.title)
        break
    print(number, flush=True)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("room", [0, 3_000, 20_000, 50_001])
def test_a_file_that_may_not_grow_keeps_what_was_reported_and_nothing_else(
    store: Store, file: Path, room: int
) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", _WRITE_UNTIL_REFUSED, str(file), str(room)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    *reported, refusal = finished.stdout.splitlines()
    assert refusal in {"The disk reports an error", "The disk is full"}
    assert finished.stderr == ""
    kept = [name[:6] for name in people(store)]
    assert kept == [f"{int(number):04} {part}" for number in reported for part in "ab"]
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    add_people(store, "once there is room")


def test_a_rehearsal_shows_what_would_be_and_leaves_the_file_as_it_was(
    store: Store, file: Path
) -> None:
    add_people(store, "Ana")
    before = file.read_bytes()
    with store.rehearsal(NOW):
        add_people(store, "Bo")
        assert people(store) == ["Ana", "Bo"]
    assert file.read_bytes() == before
    assert people(store) == ["Ana"]
