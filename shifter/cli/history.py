"""Undo and redo, which reach back over restarts, and all that was done."""

from collections.abc import Iterator

from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.command import Document
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.history import Deed


class Undo(Command):
    description = "Take back the last thing that was done, here or in the app."
    examples = ("shifter undo",)
    changes = True

    def run(self, session: "Session") -> Answer:
        label = session.companion.history.undo()
        return Answer(
            lambda: {"undone": label},
            lambda page: (f"Undone: {label}. {page.quiet('shifter redo brings it back')}",),
        )


class Redo(Command):
    description = "Do again what was undone last, if nothing else was done since."
    examples = ("shifter redo",)
    changes = True

    def run(self, session: "Session") -> Answer:
        label = session.companion.history.redo()
        return Answer(lambda: {"redone": label}, lambda _: (f"Done again: {label}.",))


class History(Command):
    description = (
        "Show every action by its name, the latest first. The ones that were undone are\n"
        "told as well: nothing is ever erased."
    )
    examples = ("shifter history", "shifter history --limit 5 --json")

    limit: int = 50

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import whole_number

        parser.add_argument(
            "--limit", type=whole_number(0), metavar="N", help="at most so many; 0 for all (50)"
        )

    def run(self, session: "Session") -> Answer:
        deeds = session.companion.history.deeds(self.limit)
        return Answer(
            lambda: {"history": [_document(deed) for deed in deeds]},
            lambda page: _lines(page, deeds),
        )


def _document(deed: "Deed") -> "Document":
    from shifter.core.moment import to_text

    return {
        "action": deed.action,
        "label": deed.label,
        "at": to_text(deed.at),
        "day": deed.day.isoformat(),
        "undone_at": to_text(deed.undone_at) if deed.undone_at else None,
    }


def _lines(page: "Page", deeds: "tuple[Deed, ...]") -> Iterator[str]:
    if not deeds:
        yield "Nothing was done yet: shifter pick"
    day = None
    for deed in deeds:
        if deed.day != day:
            if day is not None:
                yield ""
            day = deed.day
            yield page.strong(page.day(day))
        undone = f"  {page.quiet('undone')}" if deed.undone_at else ""
        yield f"  {page.quiet(f'{deed.wall:%H:%M}')}  {deed.label}{undone}"
