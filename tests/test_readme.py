"""README tells of the program as it is."""

import re

from shifter.cli import COMMANDS, GROUPS
from shifter.config import MEANING
from tests.readme import README, with_what_is_generated


def test_its_keys_and_its_help_are_those_of_the_program() -> None:
    readme = README.read_text("utf-8")
    assert with_what_is_generated(readme) == readme


def test_every_command_it_names_is_there() -> None:
    named = re.findall(r"(?:^|`)shifter ([a-z]+)", README.read_text("utf-8"), re.MULTILINE)
    assert [name for name in named if name not in {*COMMANDS, *GROUPS, "help"}] == []


def test_every_setting_is_told() -> None:
    readme = README.read_text("utf-8")
    assert [name for name in MEANING if f"`{name}`" not in readme] == []
