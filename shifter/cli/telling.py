"""The story written out, and a week of it."""

from collections.abc import Iterable, Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.cli.output import is_shown
from shifter.cli.saving import format_of, save
from shifter.companion.telling import FORMATS
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.core.telling.week import Week as WeekRecord


class Story(Command):
    description = (
        'Write the long version of "I made a career change": chapters by month, the\n'
        "turning points, and every shift, as plain text, Markdown or one HTML page."
    )
    examples = (
        "shifter story",
        "shifter story story.html --format html",
        "shifter story --idea pottery --since 2026-06-01 --format md > pottery.md",
    )

    file: str | None = None
    since: str = ""
    until: str = ""
    idea: str = ""
    format: str | None = None
    force: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument(
            "file", nargs="?", metavar="FILE", help="where to; printed unless given"
        )
        parser.add_argument("--since", metavar="D", help="from this day on")
        parser.add_argument("--until", metavar="D", help="up to and with this day")
        parser.add_argument("--idea", metavar="I", help="of this idea only")
        parser.add_argument(
            "--format",
            choices=FORMATS,
            help="what to write it as (txt, or as FILE ends)",
        )
        parser.may_replace()

    def run(self, session: "Session") -> Answer:
        companion = session.companion
        wanted = companion.story.filter(idea=self.idea, since=self.since, until=self.until)
        kind = self.format or format_of(self.file, FORMATS) or "txt"
        lines = companion.telling.lines(kind, wanted)
        saved = self.file
        if saved is not None:
            text = (f"{line}\n" for line in lines)
            save(saved, text, spare=session.database, force=self.force)
            return Answer(
                lambda: {"format": kind, "file": saved}, lambda _: (f"The story is in {saved}.",)
            )
        return Answer(
            lambda: {"format": kind, "story": "\n".join(lines) + "\n"},
            lambda _: lines,
            None if is_shown() else lambda: (f"{line}\n" for line in lines),
        )


class Week(Command):
    description = (
        "Show what a week came to: what was done, what lit up, what was ruled out, and\n"
        "a few lines to send to somebody. Last week, or this one where that was empty,\n"
        "unless a day of another is given."
    )
    examples = ("shifter week", "shifter week today", "shifter week 2026-11-09 --json")

    day: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("day", nargs="?", metavar="DATE", help="a day of the week to show")

    def run(self, session: "Session") -> Answer:
        from shifter.core.telling.week import in_one_line, to_send, what_it_taught

        companion = session.companion
        day = companion.read_day(self.day) if self.day is not None else None
        week = companion.telling.week(day)

        def lines(page: "Page") -> Iterator[str]:
            from shifter.core.telling.week import NOTHING, span

            yield page.strong(f"{span(week.first, week.last)}  {in_one_line(week)}".rstrip())
            if week.is_empty:
                yield NOTHING
            yield from _list(page, "Done", [f"{n:>4}  {idea}" for idea, n in week.went_to])
            yield from _list(
                page, "Lit up", [page.lit(page.yes) + f" {s.whole_text}" for s in week.lit]
            )
            yield from _list(page, "Ruled out", map(what_it_taught, week.ruled_out))
            if week.done:
                yield from _list(page, "To send", to_send(week).splitlines())

        return Answer(
            lambda: {
                "first": week.first.isoformat(),
                "last": week.last.isoformat(),
                "shifts": [documents.shift(shift) for shift in week.done],
                "days": week.active_days,
                "ideas": [{"name": idea, "shifts": shifts} for idea, shifts in week.by_idea],
                "little_yeses": [documents.shift(shift) for shift in week.lit],
                "ruled_out": _dead_ends(week),
                "text": to_send(week),
            },
            lines,
        )


def _list(page: "Page", heading: str, lines: Iterable[str]) -> Iterator[str]:
    told = [f"  {line}" for line in lines]
    if told:
        yield from ("", page.quiet(heading), *told)


def _dead_ends(week: "WeekRecord") -> list[dict[str, str | None]]:
    return [
        {"idea": entry.idea, "taught": entry.text or None, "spared": entry.about}
        for entry in week.ruled_out
    ]
