"""The pick: what is the one tiny thing to do now."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.core import records
from shifter.core.quick_typing import TYPE_CHECKING, Literal
from shifter.errors import WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.store.ideas import ClosedBook

_PLACES = {
    "anywhere": "anywhere",
    "desk": "at a desk",
    "phone": "on the phone",
    "out": "out and about",
}


class Pick(Command):
    description = (
        "Show the one tiny action for now. It stays the same all day, until it is done\n"
        "or one of the options below acts on it. Once the book is closed there is none,\n"
        "unless you ask for --another."
    )
    examples = (
        "shifter pick",
        "shifter pick --minutes 2 --place phone",
        "shifter pick --smaller",
        "shifter pick --pocket tomorrow",
        "shifter pick --pocket 'friday 18:00' --ics pocket.ics",
        "shifter pick --explain",
    )
    changes = True

    minutes: int | None = None
    place: records.Place | None = None
    idea: str | None = None
    act: Literal["another", "smaller", "retire"] | None = None
    pocket: str | None = None
    ics: str | None = None
    force: bool = False
    explain: bool = False

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import whole_number

        hand = parser.add_argument_group("what is at hand, for today")
        hand.add_argument(
            "--minutes", type=whole_number(1), metavar="N", help="no pick takes longer than this"
        )
        hand.add_argument("--place", choices=_PLACES, help="where you are")
        hand.add_argument("--idea", metavar="I", help="the idea to work on; '' for any")
        acts = parser.add_argument_group("act on it").add_mutually_exclusive_group()
        for act, line in (
            ("another", "show another one"),
            ("smaller", "go one step smaller; it counts in full"),
            ("retire", "never this one again"),
        ):
            acts.add_argument(f"--{act}", dest="act", action="store_const", const=act, help=line)
        acts.add_argument(
            "--pocket",
            metavar="WHEN",
            help="take it along until then: tonight, weekend, friday 18:00",
        )
        parser.add_argument(
            "--explain", action="store_true", help="why this one: all that was weighed"
        )
        parser.add_argument(
            "--ics", metavar="FILE", help="with --pocket: write it into a calendar file as well"
        )
        parser.may_replace()

    def run(self, session: "Session") -> Answer:
        at_hand = (self.minutes, self.place, self.idea) != (None, None, None)
        acts = self.act is not None or self.pocket is not None
        if at_hand and (self.pocket is not None or self.act in {"smaller", "retire"}):
            raise WrongUsage(
                "One at a time",
                "Say first what is at hand, look at the pick, then act on it.",
            )
        if self.ics is not None and self.pocket is None:
            raise WrongUsage("For when?", "--ics goes with --pocket WHEN.")
        picks = session.configured_companion.picks
        if not (at_hand or acts or self.explain or self.json) and (book := picks.closed_book()):
            return Answer(dict, lambda page: [_at_rest(page, book)])
        if at_hand:
            picks.set_at_hand(minutes=self.minutes, place=self.place, idea=self.idea)
        if self.pocket is not None:
            pick = self._take_along(session, self.pocket)
        elif self.act == "another":
            pick = picks.another()
        elif self.act == "smaller":
            pick = picks.smaller()
        elif self.act == "retire":
            pick = picks.retire()
        else:
            pick = picks.current()
        if self.explain:
            from shifter.cli.explaining import answer

            return answer(session.companion.lessons.explain())
        return Answer(lambda: documents.pick(pick), lambda page: self._lines(page, pick))

    def _take_along(self, session: "Session", when: str) -> records.Pick:
        """Pocket the pick, and write it into a calendar where that is wanted: both or neither."""
        picks, file = session.configured_companion.picks, self.ics
        if file is None:
            return picks.pocket(when)[1]
        from shifter.cli.saving import save

        def keep(calendar: str) -> None:
            save(file, (calendar,), spare=session.database, force=self.force)

        return session.companion.exchange.pocket(picks, when, keep)

    def _lines(self, page: "Page", pick: records.Pick) -> Iterator[str]:
        if self.pocket is not None:
            yield page.quiet("That one is in your pocket. Meanwhile:")
            yield ""
        elif self.act == "retire":
            yield page.quiet("That one is gone for good. Instead:")
            yield ""
        yield from card_lines(page, pick)


def _at_rest(page: "Page", book: "ClosedBook") -> str:
    """With the book closed there is no pick, unless somebody asks for one."""
    from shlex import quote

    closed = f"“{book.name}” became the one, and the book was closed on {page.day(book.closed)}."
    return f"{closed} shifter idea book {quote(book.name)} --open opens it again."


class Done(Command):
    description = "Log the current pick as done."
    examples = (
        "shifter done",
        'shifter done --note "she said yes at once" --yes',
        "shifter done --minutes 10",
    )
    changes = True

    note: str | None = None
    yes: bool = False
    minutes: int | None = None

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import whole_number

        parser.add_argument("--note", metavar="T", help="a note to go with it")
        parser.add_argument("--yes", action="store_true", help="it lit something up: a Little Yes")
        parser.add_argument("--minutes", type=whole_number(0), metavar="N", help="how long it took")

    def run(self, session: "Session") -> Answer:
        logged = session.configured_companion.picks.done(
            note=self.note, little_yes=self.yes, minutes=self.minutes
        )

        def lines(page: "Page") -> Iterator[str]:
            from shifter.cli.shift_lines import logged_lines

            return logged_lines(page, logged)

        return Answer(lambda: documents.logged(logged), lines)


def card_lines(page: "Page", pick: records.Pick) -> Iterator[str]:
    """The pick as it stands on the card, and what can be done with it."""
    from shifter.cli.page import length

    yield page.strong(pick.text)
    if pick.more:
        yield pick.more
    if pick.quote:
        yield ""
        yield pick.quote.lead
        yield from (f"{page.quote} {line}" for line in pick.quote.text.splitlines())
    yield ""
    *others, last = (words for place, words in _PLACES.items() if place in pick.places)
    places = f"{', '.join(others)} or {last}" if others else last
    what = "your next step" if pick.own_step else f"{length(pick.seconds)}, {places}"
    yield page.joined([what, pick.idea, pick.person])
    yield page.quiet(pick.why)
    yield ""
    change = "--another or --smaller" if pick.can_shrink else "--another"
    log = f'{_question(pick.asks)} shifter done --note "..."' if pick.asks else "shifter done"
    yield page.quiet(f"{log} logs it, shifter pick {change} changes it")


def _question(asks: str) -> str:
    """What the card asks, with a colon unless it is a question already."""
    return asks if asks.endswith("?") else f"{asks}:"
