"""Days of rest."""

from collections.abc import Iterator

from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion import Companion


class Rest(Command):
    description = (
        "Mark a day, or a span of days, as rest. A rest day never ends a run, even when\n"
        "it is marked later. A weekday without a date is the next one."
    )
    examples = (
        "shifter rest today",
        "shifter rest 2026-12-21 --until 2027-01-03",
        "shifter rest tomorrow --off",
    )
    needs_arguments = True
    changes = True

    day: str
    until: str | None = None
    off: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.several_words("day", "the day, or the first of several")
        parser.add_argument("--until", metavar="DATE", help="the last of several, itself included")
        parser.add_argument("--off", action="store_true", help="take the marks off again")

    def run(self, session: "Session") -> Answer:
        companion = session.companion
        first = companion.read_day(self.day, ahead=True)
        last = companion.read_day(self.until, ahead=True) if self.until is not None else None
        change = companion.rest.unmark if self.off else companion.rest.mark
        days = change(first, last)
        but = _but_for_weekly(companion, days) if self.off else ""
        return Answer(
            lambda: {"days": [day.isoformat() for day in days], "rest": not self.off},
            lambda page: self._lines(page, days, first, last or first, but),
        )

    def _lines(
        self, page: "Page", days: "tuple[date, ...]", first: "date", last: "date", but: str
    ) -> Iterator[str]:
        count = (last - first).days + 1
        if not days:
            yield "Nothing to change: that is how it is already."
        elif self.off and len(days) > 1:
            span = f"{page.day(days[0])} to {page.day(days[-1])}"
            yield f"{len(days):,} days are no longer rest now: {span}{but}."
        elif self.off or count == 1:
            yield f"{page.day(days[0])} is {'no longer rest now' if self.off else 'rest'}."
        else:
            already = count - len(days)
            before = f", {already:,} of them already" if already else ""
            yield f"{count:,} days are rest{before}: {page.day(first)} to {page.day(last)}."


def _but_for_weekly(companion: "Companion", days: "tuple[date, ...]") -> str:
    """What is added of the days between these that rest every week."""
    if not days:
        return ""
    weekdays = companion.settings.all().rest_weekdays
    after = range((days[-1] - days[0]).days)
    rests_on = any((days[0].weekday() + number) % 7 in weekdays for number in after)
    return ", but for the weekly ones" if rests_on else ""
