"""Handing over everything that was made."""

from typing import TYPE_CHECKING

from shifter.cli.command import Answer, Command

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session


class Export(Command):
    description = (
        "Write everything you made into a file that other programs can read. Without\n"
        "a file it is printed. The JSON holds all of it, and `shifter import` reads it."
    )
    examples = (
        "shifter export shifter.json",
        "shifter export > shifter.json",
    )

    file: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", help="where to; - prints it")

    def run(self, session: "Session") -> Answer:
        exchange = session.companion.exchange
        if self.file in (None, "-"):
            return Answer(exchange.document, lambda _: (), exchange.json_lines)
        from shifter.cli.saving import save

        path = self.file
        save(path, exchange.json_lines(), spare=session.database)
        return Answer(lambda: {"file": path}, lambda _: (f"Everything you made is in {path}.",))
