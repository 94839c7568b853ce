"""Settings and paths from a shell."""

from pathlib import Path

import pytest

from shifter import paths
from tests.cli.shell import Shell


def test_every_setting_is_listed(shell: Shell) -> None:
    assert shell.json("settings") == {
        "settings": {
            "rollover": 4,
            "week_start": "monday",
            "rest_weekdays": ["saturday", "sunday"],
            "grace": 1,
            "theme": None,
            "minutes": 5,
            "anchor": None,
            "motion": True,
            "bell": False,
            "notify": False,
        }
    }
    assert shell.ok("settings").splitlines() == [
        "rollover       04:00",
        "week_start     Monday",
        "rest_weekdays  Saturday, Sunday",
        "grace          1",
        "theme          as the terminal",
        "minutes        5",
        "anchor         none",
        "motion         on",
        "bell           off",
        "notify         off",
    ]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("rollover", "0", 0),
        ("rollover", "05:00", 5),
        ("week_start", "Sunday", "sunday"),
        ("rest_weekdays", "Friday, Saturday, Sunday", ["friday", "saturday", "sunday"]),
        ("week_start", "sunday", "sunday"),
        ("rest_weekdays", "none", []),
        ("rest_weekdays", "friday,sat", ["friday", "saturday"]),
        ("grace", "3", 3),
        ("minutes", "10", 10),
        ("anchor", "pour my coffee", "pour my coffee"),
        ("anchor", "", None),
        ("anchor", "none", None),
        ("grace", "0", 0),
        ("motion", "false", False),
        ("motion", "off", False),
        ("bell", "on", True),
        ("bell", "true", True),
        ("theme", "dusk", "dusk"),
        ("theme", "nord", "nord"),
        ("theme", "", None),
        ("theme", "as the terminal", None),
    ],
)
def test_a_setting_can_be_changed_and_stays(
    name: str, typed: str, value: object, shell: Shell
) -> None:
    assert shell.json("settings", name, typed) == {"settings": {name: value}}
    assert shell.json("settings", name) == {"settings": {name: value}}
    again = shell.ok("settings", name).strip()
    shell.ok("settings", name, again)
    assert shell.json("settings", name) == {"settings": {name: value}}


def test_an_anchor_is_a_line_and_a_longer_one_is_refused_with_the_reason(shell: Shell) -> None:
    shell.ok("settings", "anchor", "t" * 500)
    assert "at most 500 characters" in shell.refused("settings", "anchor", "t" * 501)
    assert shell.json("settings", "anchor") == {"settings": {"anchor": "t" * 500}}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("rollover", "3"),
        ("rollover", "four"),
        ("week_start", "someday"),
        ("rest_weekdays", "saturday,someday"),
        ("grace", "4"),
        ("grace", "-1"),
        ("minutes", "3"),
        ("motion", "yes"),
        ("bell", ""),
        ("theme", "moss"),
        ("theme", "../config"),
        ("nonsense", "1"),
    ],
)
def test_a_wrong_value_is_told_with_what_would_do(name: str, typed: str, shell: Shell) -> None:
    before = shell.json("settings")
    shell.refused("settings", name, "--", typed, status=2)
    assert shell.json("settings") == before


def test_a_wrong_config_is_told_and_the_defaults_hold(shell: Shell) -> None:
    config = Path(paths.config_file())
    config.parent.mkdir(parents=True)
    config.write_text('minutes = 7\nbell = true\nnonsense = "x"\n')
    result = shell.run("settings")
    assert result.status == 0
    assert str(config) in result.err
    assert "minutes" in result.err
    assert "nonsense" in result.err
    assert "bell           on\n" in result.out
    assert "minutes        5\n" in result.out
    assert config.read_text().startswith("minutes = 7")


def test_a_config_that_is_no_toml_is_left_as_it_is(shell: Shell) -> None:
    config = Path(paths.config_file())
    config.parent.mkdir(parents=True)
    config.write_text("this is = = no toml")
    picked = shell.run("pick")
    assert picked.status == 0
    wrong = "line 1 can't be understood: a name, = and a value are needed"
    assert f"{config}: {wrong}. The usual settings hold until it is mended." in picked.err
    assert f"{config}: {wrong}. Mend that first." in shell.refused("settings", "bell", "true")
    assert config.read_text() == "this is = = no toml"


def test_comments_in_the_config_are_kept(shell: Shell) -> None:
    config = Path(paths.config_file())
    config.parent.mkdir(parents=True)
    config.write_text("# mine\nbell = true  # loud\n")
    shell.ok("settings", "bell", "false")
    assert config.read_text() == "# mine\nbell = false  # loud\n"


def test_paths_are_told_without_opening_anything(shell: Shell) -> None:
    told = shell.json("paths")["paths"]
    assert told["data"] == str(shell.file)
    assert told["config"] == paths.config_file()
    assert str(shell.file) in shell.ok("paths")
    assert not shell.file.exists()
