"""Backups of the data file."""

from typing import TYPE_CHECKING

from shifter.cli.command import Answer, Command, Document
from shifter.cli.page import counted

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session
    from shifter.core.contents import Contents


class Backup(Command):
    description = (
        "Take a backup of the data file now. The app takes one a day by itself, and\n"
        "keeps 7 days, 4 weeks and 12 months of them; shifter paths tells where."
    )
    examples = ("shifter backup", "shifter backup ~/sync/shifter.db")
    changes = True

    file: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", help="a new file, or a folder")

    def run(self, session: "Session") -> Answer:
        copied = session.safekeeping.back_up(self.file)
        return Answer(
            lambda: {"backup": {"file": copied.path, **contents_document(copied.contents)}},
            lambda page: (
                f"{page.good(page.done)} A backup with {told(copied.contents)}.",
                f"  {copied.path}",
            ),
        )


def contents_document(contents: "Contents") -> Document:
    """What is in a data file, as fields."""
    return {
        "version": contents.version,
        "shifts": contents.shifts,
        "ideas": contents.ideas,
        "people": contents.people,
        "last_day": contents.last_day.isoformat() if contents.last_day else None,
        "last_text": contents.last_text,
    }


def told(contents: "Contents") -> str:
    """`219 shifts until Wednesday 18 November 2026, 5 ideas and 12 people`."""
    day = contents.last_day
    until = f" until {day:%A} {day.day} {day:%B %Y}" if day else ""
    return (
        f"{counted(contents.shifts, 'shift')}{until}, {counted(contents.ideas, 'idea')} "
        f"and {counted(contents.people, 'person', 'people')}"
    )
