"""What a command is: its arguments as typed attributes, and what running it answers."""

from collections.abc import Callable, Iterable, Mapping

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import ClassVar

    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session

Document = Mapping[str, object]


class Answer(NamedTuple):
    """What a command says, both ways; only the one that is wanted is made.

    `file` stands in the place of the lines where it is a file that is printed: in UTF-8 and to the
    letter, whatever the terminal is set to. `trouble` is a sentence for standard error about
    something that needs somebody; the exit status is then 1.
    """

    document: Callable[[], Document]
    lines: Callable[["Page"], Iterable[str]]
    file: Callable[[], Iterable[str]] | None = None
    trouble: str | None = None


class Command:
    """One command. Its attributes are its arguments, each with the value it has unless given."""

    description: "ClassVar[str]"
    examples: "ClassVar[tuple[str, ...]]"
    needs_arguments: "ClassVar[bool]" = False
    # The argument that words alone make up; without an option among them, no parser is needed.
    plain_words: "ClassVar[str | None]" = None
    # Commands that only read report output that can't be written as a failure; one that has
    # changed the file must not, since status 1 promises that nothing was changed.
    changes: "ClassVar[bool]" = False

    json: bool = False

    def describe(self, parser: "Parser") -> None:
        """Add the command's arguments to its parser."""

    def run(self, session: "Session") -> Answer:
        """Do it. Raises ShifterError where it can't be done."""
        raise NotImplementedError
