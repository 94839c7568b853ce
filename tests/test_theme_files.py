"""Theme files: found, read, and reported by file and key where they are wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from shifter import theme_files
from shifter.errors import WrongUsage
from shifter.theme_files import ThemeProblem

GOOD = (Path(theme_files.shipped_folder()) / "hearth.toml").read_text()


@pytest.fixture
def own() -> Path:
    """The folder of the user's own themes."""
    folder = Path(theme_files.own_folder())
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('ink = "#fffaf0"', 'ink = "warm"'), "mine.toml: colors.ink: 'warm' is not a colour"),
        (('ink = "#fffaf0"', 'ink = "#fffa"'), "mine.toml: colors.ink: '#fffa' is not a colour"),
        (('ink = "#fffaf0"', ""), "mine.toml: colors.ink: a colour such as '#f2b53c' is needed"),
        (('ink = "#fffaf0"', "ink = 7"), "mine.toml: colors.ink: a colour such as"),
        (('ink = "#', 'inc = "#000"\nink = "#'), "mine.toml: colors.inc: there is no such colour"),
        (('name = "mine"', 'name = "My own"'), "mine.toml: name: small letters"),
        (('name = "mine"', 'name = "yours"'), "mine.toml: name: it must be the file's own, mine"),
        (("dark = true", "dark = 1"), "mine.toml: dark: true or false"),
        (("dark = true", "dark = true\nbold = 1"), "mine.toml: bold: a theme has no such key"),
        (("dark = true", 'dark = true\nabout = ""'), "mine.toml: "),
        (("[colors]", "[colours]"), "mine.toml: "),
        (("[colors]", "[colors"), "mine.toml: "),
    ],
)
def test_a_wrong_theme_is_reported_by_file_and_key(
    own: Path, change: tuple[str, str], said: str
) -> None:
    content = GOOD.replace("hearth", "mine")
    assert change[0] in content
    (own / "mine.toml").write_text(content.replace(*change))
    with pytest.raises(ThemeProblem) as problem:
        theme_files.find("mine")
    assert problem.value.message.startswith(said)
    shelf = theme_files.all_themes()
    assert "mine" not in shelf.themes
    assert shelf.problems == (problem.value.message,)


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("\n", "\r\n"),
        ('ink = "#fffaf0"', "ink = '#fffaf0' # as bright as it gets"),
        ("[colors]", "\n[colors] # of the night"),
        ('"#fffaf0"', r'"\u0023fffaf0"'),
    ],
)
def test_it_may_be_written_in_any_way_that_toml_knows(own: Path, theirs: str, mine: str) -> None:
    (own / "mine.toml").write_bytes(GOOD.replace("hearth", "mine").replace(theirs, mine).encode())
    hearth, found = theme_files.find("hearth"), theme_files.find("mine")
    assert hearth is not None
    assert found is not None
    assert found.colors == hearth.colors


def test_those_that_ship_are_read_without_a_parser() -> None:
    code = (
        "import sys; from shifter.theme_files import all_themes; "
        "assert all_themes().themes; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "tomllib" not in done.stdout.split()


def test_a_file_that_can_not_be_read_is_reported(own: Path) -> None:
    (own / "mine.toml").mkdir()
    with pytest.raises(ThemeProblem, match=r"mine\.toml"):
        theme_files.find("mine")
    (own / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ThemeProblem, match=r"bytes\.toml"):
        theme_files.find("bytes")


def test_nothing_in_a_file_can_command_a_terminal(own: Path) -> None:
    (own / "mine.toml").write_text('name = "mine"\n"\\u001b[2J\\nx" = 1\n')
    (problem,) = theme_files.all_themes().problems
    assert problem.isprintable()


def test_ones_own_theme_stands_before_one_that_ships(own: Path) -> None:
    (own / "hearth.toml").write_text(GOOD.replace("#fffaf0", "#fefefe"))
    (own / "notes.txt").write_text("no theme")
    shelf = theme_files.all_themes()
    assert shelf.problems == ()
    assert shelf.themes["hearth"].colors["ink"] == "#fefefe"
    assert shelf.themes["hearth"].is_own
    assert not shelf.themes["daylight"].is_own


def test_only_a_theme_that_can_be_used_can_be_chosen(own: Path) -> None:
    (own / "broken.toml").write_text("name =")
    for name in ("hearth", "nord", ""):
        theme_files.check_name(name)
    for name in ("moss", "../config", "Hearth"):
        with pytest.raises(WrongUsage, match="No theme is called"):
            theme_files.check_name(name)
    with pytest.raises(ThemeProblem, match="broken"):
        theme_files.check_name("broken")


def test_a_theme_may_use_the_terminals_colours(own: Path) -> None:
    (own / "mine.toml").write_text(
        GOOD.replace("hearth", "mine").replace("#fffaf0", "bright-white")
    )
    theme = theme_files.find("mine")
    assert theme is not None
    assert theme.colors["ink"] == "bright-white"
