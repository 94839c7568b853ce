"""Handing over everything that was made."""

from shifter.cli.command import Answer, Command
from shifter.cli.saving import format_of, save
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session


FORMATS = ("json", "csv", "ics", "md")


class Export(Command):
    description = (
        "Write everything you made into a file that other programs can read. Without\n"
        "a file it is printed. JSON holds all of it, and `shifter import` reads it; a\n"
        "table of the shifts (csv) goes both ways as well; ics is for a calendar, with\n"
        "the shifts, dated steps and pocketed picks; md is for people to read.\n"
        "What the file's name ends with is the format, unless one is given."
    )
    examples = (
        "shifter export shifter.json",
        "shifter export shifts.csv",
        "shifter export shifter.ics",
        "shifter export --format md | less",
        "shifter export ~/sync/shifter.json --force    # the same file, each night",
    )

    file: str | None = None
    format: str | None = None
    force: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", help="where to; - prints it")
        parser.add_argument("--format", choices=FORMATS, help="how it is written (json)")
        parser.may_replace()

    def run(self, session: "Session") -> Answer:
        exchange = session.companion.exchange
        printed = self.file in (None, "-")
        if printed and self.json and self.format not in (None, "json"):
            raise WrongUsage("Which of the two?", f"--json prints JSON, and not {self.format}.")
        kind = self.format or format_of(self.file, FORMATS) or "json"
        pieces = {
            "json": exchange.json_lines,
            "csv": exchange.table,
            "ics": exchange.calendar,
            "md": exchange.markdown,
        }[kind]
        if self.file is None or printed:
            return Answer(exchange.document, lambda _: (), pieces)
        path = self.file
        save(path, pieces(), spare=session.database, force=self.force)
        written_as = "" if path.lower().endswith(f".{kind}") else f", as {kind.upper()}"
        return Answer(lambda: {"file": path}, lambda _: (f"It is in {path}{written_as}.",))
