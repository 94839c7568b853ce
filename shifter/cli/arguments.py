"""Reading a command's arguments with argparse, and the kinds of argument that commands share."""

import argparse
import sys
from collections.abc import Callable, Sequence

from shifter.cli.command import Command
from shifter.cli.output import tell, write
from shifter.core.choices import choice_of
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

# SQLite's largest whole number is far above; a person's is far below.
_LARGEST = 1_000_000_000
_MOST_DIGITS = 10
_WIDTH = 80


class Parser(argparse.ArgumentParser):
    """One command's parser: nothing abbreviated, nothing set that was not given."""

    def __init__(self, command: Command, name: str) -> None:
        super().__init__(
            prog=f"shifter {name}",
            description=command.description,
            epilog="\n".join(["examples:", *(f"  {example}" for example in command.examples)]),
            formatter_class=_Formatter,
            argument_default=argparse.SUPPRESS,
            allow_abbrev=False,
            add_help=False,
        )
        command.describe(self)
        self.add_argument("--json", action="store_true", help="print one JSON document")
        self.add_argument("-h", "--help", action="help", help="show this, and do nothing else")

    def error(self, message: str) -> "NoReturn":
        """Say what was wrong and how it is used, so that no escape code gets through."""
        tell(f"{self.format_usage()}shifter: {message}{self._meant(message)}")
        sys.exit(2)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse hands it over
        """Show how it is used, in signs that the terminal has."""
        write(self.format_help().rstrip("\n"))

    @property
    def options(self) -> list[str]:
        """Every option, as it is given."""
        return list(self._option_string_actions)

    def _meant(self, message: str) -> str:
        """Which option comes near to one that is unknown."""
        told, _, words = message.partition(": ")
        if told != "unrecognized arguments" or not words.startswith("--"):
            return ""
        from shifter.core.names import did_you_mean

        near = did_you_mean(words.split()[0].partition("=")[0], self.options)
        return f". {near}" if near else ""

    def several_words(self, name: str, help_line: str) -> None:
        """A text that may be given unquoted: its words are joined."""
        self.add_argument(name, nargs="+", action=_Joined, metavar=name.upper(), help=help_line)

    def may_replace(self) -> None:
        """The option of a command that writes a file, to let it take the place of another."""
        self.add_argument(
            "--force", action="store_true", help="write over FILE where it is there already"
        )


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help of one width everywhere; to ask the terminal, argparse would load shutil."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH)


class _Joined(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse hands it over
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,  # noqa: ARG002 - argparse hands it over
    ) -> None:
        setattr(namespace, self.dest, " ".join(str(word) for word in values or ()))


def parse(command: Command, name: str, words: Sequence[str]) -> None:
    """Set the command's attributes from the words; exits with 2 where they are wrong."""
    Parser(command, name).parse_args(words, namespace=command)


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """Any of an option's choices, however it is written; what is none is refused as it stands."""
    return lambda typed: choice_of(choices, typed) or typed


def whole_number(smallest: int) -> Callable[[str], int]:
    """A whole number, no smaller than this."""

    def read(text: str) -> int:
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        if not is_number or not smallest <= int(text) <= _LARGEST:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number from {smallest} to {_LARGEST:,}"
            )
        return int(text)

    return read


def whole_number_or_nothing(smallest: int) -> Callable[[str], int | None]:
    """The same, or an empty text to clear what is there."""
    number = whole_number(smallest)
    return lambda text: number(text) if text else None
