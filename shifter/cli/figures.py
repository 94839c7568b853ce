"""What it all adds up to: the board, the days, and one short line."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.core.records import DayTotals


class Streak(Command):
    description = "Show what it all adds up to."
    examples = (
        "shifter streak",
        "shifter streak --as-of 2026-10-31",
        "shifter streak --svg board.svg",
        "shifter streak --json",
    )

    as_of: str | None = None
    svg: str | None = None
    force: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("--as-of", metavar="DATE", help="as it stood on this day")
        parser.add_argument("--svg", metavar="FILE", help="write the board as a picture to share")
        parser.may_replace()

    def run(self, session: "Session") -> Answer:
        companion = session.companion
        day = companion.read_day(self.as_of) if self.as_of is not None else None
        streak = companion.figures.streak(day)
        saved = self.svg
        if saved is not None:
            from shifter.cli.picture import save_picture

            save_picture(saved, streak, session, force=self.force)

        def lines(page: "Page") -> Iterator[str]:
            if saved is not None:
                return iter([f"The board is in {saved}."])
            from shifter.cli.board import board_lines

            return board_lines(page, streak, companion)

        return Answer(lambda: documents.streak(streak), lines)


class Days(Command):
    description = "Show one row a day, from the first shift to today unless given."
    examples = ("shifter days --since 2026-11-01", "shifter days --json")

    since: str | None = None
    until: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("--since", metavar="D", help="the first day")
        parser.add_argument("--until", metavar="D", help="the last day, itself included")

    def run(self, session: "Session") -> Answer:
        companion = session.companion
        days = companion.figures.days(
            companion.read_day(self.since) if self.since is not None else None,
            companion.read_day(self.until) if self.until is not None else None,
        )
        return Answer(
            lambda: {"days": [documents.day(day) for day in days]},
            lambda page: _day_lines(page, days),
        )


class Line(Command):
    description = (
        "Print one short line, for a shell prompt, tmux or starship. --format is any\n"
        "text with these fields in it: {mark} (a tick once today has a shift), {shifts},\n"
        "{week}, {run}, {longest}, {minutes}, {people}, {little_yeses}, {ruled_out},\n"
        "{landing} and {pick} (what the card asks for). Figures have no commas here, as\n"
        "other programs read them."
    )
    examples = (
        "shifter line",
        "shifter line --format '{mark} {week} this week'",
        "PS1='$(shifter line --format \"{shifts}\") \\w $ '    # in .bashrc",
        "set -g status-right '#(shifter line)'             # in tmux.conf",
        "[custom.shifter]                                  # in starship.toml",
        'command = "shifter line"',
        "when = true",
    )

    format: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("--format", metavar="TEXT", help="the text, with fields in braces")

    def run(self, session: "Session") -> Answer:
        line = session.companion.figures.line(self.format)
        return Answer(lambda: {"line": line}, lambda _: (line,))


def _day_lines(page: "Page", days: "tuple[DayTotals, ...]") -> Iterator[str]:
    if not days:
        yield "No days yet: shifter pick"
        return
    yield page.quiet("day              shifts  minutes  Little Yeses")
    for day in days:
        shifts = f"{day.shifts:6,}" if day.shifts else f"{page.dot:>6}"
        minutes = f"{day.minutes:7,}" if day.minutes else " " * 7
        yeses = f"{day.little_yeses:12,}" if day.little_yeses else " " * 12
        rest = "  rest" if day.rest else ""
        row = f"{day.day:%a} {day.day.day:2} {day.day:%b %Y}  {shifts}  {minutes}  {yeses}{rest}"
        yield row.rstrip()
