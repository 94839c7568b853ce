"""However a file is damaged: no traceback, it stays as it is, and what can be read is saved."""

import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from shifter.cli import main
from shifter.store.soundness import damages
from tests.store.well_used import make, rows, share_of

PAGE = 4096
VARIANTS = 48
READING = ("line", "streak --json", "shifts", "days", "idea list", "settings", "story")

Spoil = Callable[[bytes, Random], bytes]


class Result(NamedTuple):
    status: int
    out: str
    err: str


def run(file: Path, *words: str) -> Result:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["--db", str(file), *words])
    return Result(status, out.getvalue(), err.getvalue())


def truncated(whole: bytes, chance: Random) -> bytes:
    return whole[: chance.randrange(1, len(whole))]


def with_a_page_of(whole: bytes, chance: Random, filling: bytes) -> bytes:
    start = chance.randrange(len(whole) // PAGE) * PAGE
    return whole[:start] + filling + whole[start + PAGE :]


def zeroed_page(whole: bytes, chance: Random) -> bytes:
    return with_a_page_of(whole, chance, bytes(PAGE))


def garbled_page(whole: bytes, chance: Random) -> bytes:
    return with_a_page_of(whole, chance, chance.randbytes(PAGE))


def flipped_bits(whole: bytes, chance: Random) -> bytes:
    flipped = bytearray(whole)
    for _ in range(chance.choice((1, 1, 5, 50))):
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def not_a_database(whole: bytes, chance: Random) -> bytes:
    noise = chance.randbytes(chance.randrange(1, 20_000))
    return chance.choice(
        (noise, whole[:16] + noise, whole[:100] + noise, b"Dear diary,\n" * 500, whole[::-1])
    )


@pytest.fixture(scope="session")
def well_used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough that a page of rows is less than one in a hundred."""
    file = tmp_path_factory.mktemp("well-used") / "shifter.db"
    make(file, 500)
    run(file, "prompt", "list")  # which copies what ships
    return file


def check_variant(well_used: Path, folder: Path, damaged: bytes) -> Any:
    """What the doctor found; everything else must hold for any damage."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    file = folder / "shifter.db"
    file.write_bytes(damaged)
    for command in READING:
        status, _, err = run(file, *command.split())
        assert status in (0, 1), command
        assert (err == "") == (status == 0), err
        assert err.count("\n") <= 1, err
        if "Some figures were wrong" not in err:
            assert file.read_bytes() == damaged, command
    file.write_bytes(damaged)
    logged = run(file, "log", "Called Bo")
    if logged.status == 1 and "Some figures were wrong" not in logged.err:
        assert file.read_bytes() == damaged, logged.err
    file.write_bytes(damaged)
    examined = run(file, "doctor", "--json")
    found = json.loads(examined.out)["doctor"]
    assert examined.status == (found["state"] != "whole")
    assert examined.err.count("\n") == examined.status
    if not found["recounted"]:
        assert file.read_bytes() == damaged
    if found["salvaged"]:
        new = Path(found["salvaged"]["path"])
        assert damages(str(new)) == []
        found["share"] = share_of(rows(well_used), rows(new))
        assert run(new, "log", "Called Bo").status == 0
    return found


def check_variants(well_used: Path, folder: Path, spoil: Spoil, count: int) -> None:
    chance = Random(spoil.__name__)  # noqa: S311 - chance, no secret
    whole = well_used.read_bytes()
    for _ in range(count):
        found = check_variant(well_used, folder, spoil(whole, chance))
        if spoil in (zeroed_page, garbled_page) and found["state"] != "whole":
            assert found["state"] == "damaged"
            assert found["share"] >= 0.99
        if spoil in (truncated, zeroed_page, garbled_page) and found["state"] == "whole":
            with closing(sqlite3.connect(folder / "shifter.db")) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


SPOILED = (truncated, zeroed_page, garbled_page, flipped_bits, not_a_database)


@pytest.mark.parametrize("spoil", SPOILED)
def test_a_damaged_file_is_told_left_alone_and_salvaged(
    well_used: Path, tmp_path: Path, spoil: Spoil
) -> None:
    check_variants(well_used, tmp_path / "variant", spoil, 1)


@pytest.mark.long
@pytest.mark.parametrize("spoil", SPOILED)
def test_each_of_240_damaged_files_is_told_left_alone_and_salvaged(
    well_used: Path, tmp_path: Path, spoil: Spoil
) -> None:
    check_variants(well_used, tmp_path / "variant", spoil, VARIANTS)
