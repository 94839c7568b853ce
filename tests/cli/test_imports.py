"""What a quick command waits for: nothing is loaded that it does not need."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from tests.cli.shell import PROJECT, Launch

SLOW = {
    "asyncio",
    "dataclasses",
    "dateutil",
    "importlib.metadata",
    "inspect",
    "pathlib",
    "platformdirs",
    "rich",
    "sqlite_utils",
    "textual",
    "tomlkit",
    "tomllib",
    "typing",
    "uuid",
}
QUICK = (
    ["line"],
    ["log", "Emailed Ana @ana 10m !"],
    ["log", "Emailed Ana", "--json"],
    ["pick"],
    ["pick", "--json"],
    ["done"],
    ["streak"],
    ["days"],
    ["shifts"],
    ["undo"],
    ["--help"],
    ["log", "--help"],
)
MOST_MODULES = {"line": 110, "log Emailed": 125, "pick --json": 135, "done": 145}
"""How many modules a command may load, Python's own at its start among them."""

TELL = "import sys; print(*sys.modules, file=sys.stderr)"


def loaded(code: str, file: Path) -> set[str]:
    finished = subprocess.run(
        [sys.executable, "-c", f"{code}; {TELL}"],
        env={**os.environ, "SHIFTER_DB": str(file)},
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
    )
    return set(finished.stderr.splitlines()[-1].split())


def loaded_by(words: list[str], file: Path) -> set[str]:
    code = f"from shifter.cli import main; status = main({words!r}); assert status == 0, status"
    return loaded(code, file)


@pytest.fixture
def used_file(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, launch: Launch) -> Path:
    """A file that exists already, with a pick on the card; it is made once."""
    file, kept = tmp_path / "shifter.db", tmp_path_factory.getbasetemp() / "used.db"
    if not kept.exists():
        assert launch("log", "The first").returncode == 0
        assert launch("pick").returncode == 0
        copy(file, kept)
    return Path(copy(kept, file))


def test_importing_shifter_loads_nothing(tmp_path: Path) -> None:
    nothing = loaded("pass", tmp_path / "none")
    assert loaded("import shifter", tmp_path / "none") - nothing == {"shifter"}


@pytest.mark.parametrize("words", QUICK, ids=" ".join)
def test_a_quick_command_loads_nothing_slow(words: list[str], used_file: Path) -> None:
    assert not loaded_by(words, used_file) & SLOW


@pytest.mark.parametrize("words", MOST_MODULES)
def test_a_quick_command_loads_few_modules(words: str, used_file: Path) -> None:
    assert len(loaded_by(words.split(), used_file)) <= MOST_MODULES[words]


@pytest.mark.parametrize("words", ["pick --json", "pick", "line", "done"])
def test_a_quick_command_needs_no_regular_expressions(words: str, used_file: Path) -> None:
    assert not loaded_by(words.split(), used_file) & {"enum", "json", "re"}


def test_choosing_anew_loads_no_more_than_chance(used_file: Path) -> None:
    loaded_by(["done"], used_file)
    slow = SLOW - {"random"}
    assert not loaded_by(["pick", "--json"], used_file) & (slow | {"enum", "json", "re"})


def test_nothing_that_chooses_loads_anything_slow(tmp_path: Path) -> None:
    names = [file.stem for file in (PROJECT / "shifter" / "core" / "pick").glob("[!_]*.py")]
    assert "exploring" in names
    code = "; ".join(f"import shifter.core.pick.{name}" for name in names)
    assert not loaded(code, tmp_path / "none") & SLOW


def test_only_the_named_commands_module_is_imported(used_file: Path) -> None:
    modules = loaded_by(["log", "Emailed Ana"], used_file)
    groups = {
        "picks",
        "shifts",
        "history",
        "figures",
        "rest",
        "ideas",
        "prompts",
        "settings",
        "safekeeping",
        "doctor",
        "demo",
    }
    assert {f"shifter.cli.{group}" for group in groups} & modules == {"shifter.cli.shifts"}


def test_the_list_of_commands_imports_none_of_them(tmp_path: Path) -> None:
    modules = loaded_by(["--help"], tmp_path / "none")
    assert "shifter.cli.shifts" not in modules
    assert "sqlite3" not in modules
    assert not (tmp_path / "none").exists()


def test_a_command_without_arguments_needs_no_parser(used_file: Path) -> None:
    assert "argparse" not in loaded_by(["line"], used_file)
    assert "argparse" not in loaded_by(["log", "Emailed", "Ana"], used_file)
