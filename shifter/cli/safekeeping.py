"""Backups of the data file, and bringing one back."""

import sys
from collections.abc import Iterator, Sequence

from shifter.cli.command import Answer, Command, Document
from shifter.cli.output import tell
from shifter.core.days import whole_day
from shifter.core.number_words import counted
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import FileTrouble, Refused

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.safekeeping import Safekeeping
    from shifter.core.contents import Contents
    from shifter.store.backups import Backup as Kept


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


class Restore(Command):
    description = (
        "Bring a backup back: any data file of shifter's, or a backup by its name. What\n"
        "is in it is shown first, and the file in use is kept aside. Without a name, the\n"
        "backups are listed, and what was kept aside."
    )
    examples = ("shifter restore", "shifter restore 2026-11-19-075800", "shifter restore copy.db")
    changes = True

    file: str | None = None
    yes: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", help="a file, or a backup's name")
        parser.add_argument("--yes", action="store_true", help="do not ask first")

    def run(self, session: "Session") -> Answer:
        safekeeping = session.safekeeping
        if self.file is None:
            return _listed(safekeeping)
        path = safekeeping.named(self.file)
        if not (self.yes or self.json) and sys.stdin is not None and sys.stdin.isatty():
            self._ask(safekeeping, path)
        restored = safekeeping.restore(path)
        return Answer(
            lambda: {
                "restored": {
                    "file": path,
                    **contents_document(restored.contents),
                    "aside": restored.aside,
                }
            },
            lambda page: _restored(page, restored.contents, restored.aside),
        )

    def _ask(self, safekeeping: "Safekeeping", path: str) -> None:
        tell(f"In {path}: {told(safekeeping.inside(path))}.")
        tell(f"In use now: {_told_or_damaged(safekeeping, safekeeping.database)}.")
        tell("Bring it back? The file in use is kept aside. [y/N] ")
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise Refused("Nothing was changed", "The file in use stays.")


def _listed(safekeeping: "Safekeeping") -> Answer:
    backups, set_aside = safekeeping.all_backups(), safekeeping.all_set_aside()

    def lines(page: "Page") -> Iterator[str]:
        if not backups:
            yield "There are no backups yet. The app takes one a day; shifter backup takes one now."
        for kept in backups:
            yield f"{page.strong(kept.name)}  {_told_or_damaged(safekeeping, kept.path)}"
        for kept in set_aside:
            told = _told_or_damaged(safekeeping, kept.path)
            yield f"{page.strong(kept.name)}  set aside on {whole_day(kept.taken)}: {told}"
        if backups or set_aside:
            yield page.quiet(
                "shifter restore NAME brings one back, and keeps the present file aside."
            )

    return Answer(
        lambda: {"backups": _documents(backups), "set_aside": _documents(set_aside)}, lines
    )


def _documents(kept: "Sequence[Kept]") -> list[Document]:
    return [
        {"name": each.name, "file": each.path, "taken": each.taken.isoformat()} for each in kept
    ]


def _told_or_damaged(safekeeping: "Safekeeping", path: str) -> str:
    try:
        return told(safekeeping.inside(path))
    except FileTrouble as error:
        return f"{error.title[0].lower()}{error.title[1:]}"


def _restored(page: "Page", contents: "Contents", aside: str | None) -> Iterator[str]:
    yield f"{page.good(page.done)} Brought back: {told(contents)}."
    if aside is not None:
        yield f"  The previous file is kept as {aside}"


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
    until = f" until {day:%A} {whole_day(day)}" if day else ""
    return (
        f"{counted(contents.shifts, 'shift')}{until}, {counted(contents.ideas, 'idea')} "
        f"and {counted(contents.people, 'person', 'people')}"
    )
