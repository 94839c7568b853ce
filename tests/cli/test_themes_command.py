"""The themes, listed and begun from a shell."""

import errno
import os
from pathlib import Path

import pytest

from shifter import theme_files
from tests.cli.shell import Shell


def test_every_theme_is_listed_with_its_origin(shell: Shell) -> None:
    shell.ok("settings", "theme", "dusk")
    document = shell.json("themes")
    by_name = {theme["name"]: theme for theme in document["themes"]}
    assert by_name["hearth"]["origin"] == "shifter"
    assert by_name["nord"]["origin"] == "textual"
    assert [name for name, theme in by_name.items() if theme["chosen"]] == ["dusk"]
    told = shell.ok("themes")
    assert all(name in told for name in by_name)


@pytest.mark.parametrize("like", [(), ("--like", "daylight"), ("--like", "terminal")])
def test_a_new_theme_explains_every_colour_and_can_be_chosen(
    like: tuple[str, ...], shell: Shell
) -> None:
    shell.ok("themes", "new", "mine", *like)
    file = Path(theme_files.own_folder()) / "mine.toml"
    written = file.read_text(encoding="utf-8")
    assert all(f"# {meaning}\n{name} = " in written for name, meaning in theme_files.COLORS.items())
    assert shell.json("settings", "theme", "mine") == {"settings": {"theme": "mine"}}
    mine = {theme["name"]: theme["origin"] for theme in shell.json("themes")["themes"]}
    assert mine["mine"] == "yours"


def test_a_new_theme_tells_what_it_was_begun_from_and_not_what_that_is_like(shell: Shell) -> None:
    shell.ok("themes", "new", "mine", "--like", "dusk")
    told = shell.ok("themes").splitlines()
    assert [line.split() for line in told if "mine" in line] == [
        ["mine", "Begun", "from", "dusk.", "Yours."]
    ]


@pytest.mark.parametrize("name", ["blueprint", "nord"])
def test_a_new_theme_takes_no_other_ones_name(name: str, shell: Shell) -> None:
    assert f"{name} is a theme already" in shell.refused("themes", "new", name)
    assert not Path(theme_files.own_folder()).exists()


def test_a_theme_that_does_not_fit_on_the_disk_leaves_nothing_behind(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    assert "No space left on device" in shell.refused("themes", "new", "mine")
    assert os.listdir(theme_files.own_folder()) == []


def test_what_is_there_is_never_written_over(shell: Shell) -> None:
    shell.ok("themes", "new", "mine")
    file = Path(theme_files.own_folder()) / "mine.toml"
    file.write_text("my own work")
    shell.refused("themes", "new", "mine", status=1)
    assert file.read_text() == "my own work"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("new",), 2),
        (("new", "My own"), 2),
        (("new", "../mine"), 2),
        (("old",), 2),
        (("new", "mine", "--like", "moss"), 1),
    ],
)
def test_what_can_not_be_written_is_refused(
    words: tuple[str, ...], status: int, shell: Shell
) -> None:
    shell.refused("themes", *words, status=status)
    assert not Path(theme_files.own_folder()).exists()


def test_a_broken_theme_is_told_and_keeps_no_other_out(shell: Shell) -> None:
    shell.ok("themes", "new", "mine")
    (Path(theme_files.own_folder()) / "broken.toml").write_text("name = 3")
    told = shell.ok("themes")
    assert "broken.toml: " in told
    assert "mine" in told
    assert shell.json("themes")["problems"][0].startswith("broken.toml: ")
