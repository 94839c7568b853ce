"""The files' digest, and what it costs to import the catalogue."""

import os
import subprocess
import sys
from pathlib import Path

import shifter
from shifter.catalogue.files import (
    PHRASES_FILE,
    catalogue_hash,
    catalogue_stamp,
    hash_of,
    prompt_files,
)


def test_the_same_files_give_the_same_hash() -> None:
    assert catalogue_hash() == catalogue_hash()
    assert catalogue_hash() == hash_of((*prompt_files(), PHRASES_FILE))


def test_any_changed_byte_gives_another_hash(tmp_path: Path) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text("one", "utf-8")
    second.write_text("two", "utf-8")
    paths = [str(first), str(second)]
    before = hash_of(paths)
    second.write_text("twp", "utf-8")
    assert hash_of(paths) != before
    second.write_text("two", "utf-8")
    assert hash_of(paths) == before


def test_bytes_that_move_between_files_give_another_hash(tmp_path: Path) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text("onet", "utf-8")
    second.write_text("wo", "utf-8")
    together = hash_of([str(first), str(second)])
    first.write_text("one", "utf-8")
    second.write_text("two", "utf-8")
    assert hash_of([str(first), str(second)]) != together


def test_the_stamp_knows_every_file() -> None:
    stamp = catalogue_stamp()
    assert stamp == catalogue_stamp()
    for path in (*prompt_files(), PHRASES_FILE):
        assert os.path.basename(path) in stamp


def test_importing_the_catalogue_and_hashing_it_loads_no_parser() -> None:
    slow = {"tomllib", "pathlib", "dataclasses", "zoneinfo", "uuid", "importlib.resources"}
    code = (
        f"import sys; sys.path.insert(0, {os.path.dirname(shifter.__path__[0])!r})\n"
        "before = set(sys.modules)\n"
        "from shifter.catalogue.files import catalogue_hash; catalogue_hash()\n"
        f"print(sorted({slow!r} & (set(sys.modules) - before)))"
    )
    # Isolated and without site, so that nothing else has loaded them already.
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], check=True, capture_output=True, text=True
    )
    assert ran.stdout.strip() == "[]"
