"""Taking in what a file has."""

from collections.abc import Iterator, Mapping, Sequence

from shifter.cli.command import Answer, Command, Document
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.exchange.merging import Brought

_SHOWN = 3
SECTIONS_IN_WORDS = {
    "settings": ("setting", "settings"),
    "people": ("person", "people"),
    "ideas": ("idea", "ideas"),
    "stages": ("move of an idea", "moves of ideas"),
    "notes": ("note", "notes"),
    "prompts": ("suggestion of your own", "suggestions of your own"),
    "catalogue": ("suggestion retired or restored", "suggestions retired or restored"),
    "shifts": ("shift", "shifts"),
    "next_steps": ("next step", "next steps"),
    "outputs": ("output", "outputs"),
    "offers": ("answer to a pick", "answers to picks"),
    "pockets": ("pocketed pick", "pocketed picks"),
    "kinds": ("wish about a kind of suggestion", "wishes about kinds of suggestions"),
    "forgetting": ("fresh start for the picks", "fresh starts for the picks"),
    "rest_days": ("rest day", "rest days"),
}


class Import(Command):
    description = (
        "Import what a file has and your log has not: what `shifter export` wrote, a\n"
        "table of shifts (CSV with the columns text and day), or what other programs\n"
        "keep: Loop Habit Tracker's CSV zip, harsh's log, jrnl's JSON, todo.txt.\n"
        "Nothing comes twice; where both have something, the newest edit counts.\n"
        "`shifter undo` takes it all back."
    )
    examples = (
        "shifter import shifter.json",
        "shifter import 'Loop Habits CSV 2026-11-25.zip' --dry-run",
        "shifter import ~/.config/harsh/log",
        "shifter import done.txt --from todo.txt",
        "ssh desk shifter export | shifter import -",
    )
    needs_arguments = True
    changes = True

    file: str
    dry_run: bool = False
    program: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument(
            "file", metavar="FILE", help="the file to import; - reads it from a pipe"
        )
        parser.add_argument(
            "--from",
            dest="program",
            choices=("shifter", "csv", "loop", "harsh", "jrnl", "todo.txt"),
            help="which program wrote it, where the file itself does not tell",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only show what would come, and what would not"
        )

    def run(self, session: "Session") -> Answer:
        from shifter.cli.reading import tell_that_it_waits

        tell_that_it_waits(self.file)
        exchange = session.companion.exchange
        act = exchange.preview if self.dry_run else exchange.bring_in
        brought = act(self.file, self.program)
        return Answer(lambda: self._document(brought), lambda page: self._lines(page, brought))

    def _document(self, brought: "Brought") -> Document:
        return {
            "source": brought.source,
            "dry_run": self.dry_run,
            "new": dict(brought.new),
            "changed": dict(brought.changed),
            "already_here": brought.already_here,
            "left_out": [out._asdict() for out in brought.left_out],
        }

    def _lines(self, page: "Page", brought: "Brought") -> Iterator[str]:
        will = "would come" if self.dry_run else "came"
        if not brought.new and not brought.changed:
            yield (
                "Nothing new in it: everything it has is here."
                if brought.already_here
                else ("Nothing in it to bring in.")
            )
        if brought.new:
            source = "the export" if brought.source == "shifter" else brought.source
            yield f"From {source} {will} {_counts(brought.new)}."
        if brought.days:
            first, last = brought.days
            span = page.day(first) if first == last else f"{page.day(first)} to {page.day(last)}"
            yield f"  {span}"
        for day, text in brought.shown if self.dry_run else ():
            yield f"  {page.quiet(day.isoformat())}  {text}"
        if brought.changed:
            changes = "would change" if self.dry_run else "changed"
            yield f"A newer edit {changes} {_counts(brought.changed)}."
        if brought.already_here and (brought.new or brought.changed):
            yield f"Already here: {brought.already_here:,}."
        for out in brought.left_out:
            yield f"Left out: {out.records:,} {out.why}{_places(out.lines)}."


def _places(lines: Sequence[int]) -> str:
    """` (lines 3, 5, 9 and others)`: where to look first; nothing where it has no lines."""
    if not lines:
        return ""
    first = ", ".join(f"{line:,}" for line in lines[:_SHOWN])
    others = " and others" if len(lines) > _SHOWN else ""
    return f" (line{'s' if len(lines) > 1 else ''} {first}{others})"


def _counts(counts: Mapping[str, int]) -> str:
    from shifter.core.number_words import counted

    parts = [counted(number, *SECTIONS_IN_WORDS[name]) for name, number in counts.items()]
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
