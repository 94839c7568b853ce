"""Today as plain text: for a screen reader, for a pipe, and once a day for a shell that starts."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command, Document
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.core.views import Card, TodayView, WeekPanel


class Today(Command):
    description = (
        "Read the Today screen as plain text: the card, this week, the ideas on the\n"
        "boil, and the landing ahead.\n"
        "\n"
        "With --once-a-day it prints the card the first time on a day, and nothing from\n"
        "then on. `shifter --once-a-day` is the same: in the file that your shell reads\n"
        "when it starts (.bashrc, .zshrc), it greets the first terminal of the day. It\n"
        "never waits for a key."
    )
    examples = (
        "shifter today",
        "shifter today --json",
        "shifter --once-a-day                   # in .bashrc or .zshrc",
    )
    changes = True

    once_a_day: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument(
            "--once-a-day", action="store_true", help="only the card, and only once on a day"
        )

    def run(self, session: "Session") -> Answer:
        today = session.companion.today
        if not self.once_a_day:
            session.companion.configure(session.config)
            view = today.view()
            return Answer(lambda: _document(view), lambda page: _lines(page, view))
        if today.was_looked_at():
            return Answer(dict, lambda _: (), lambda: ())
        session.companion.configure(session.config)
        first = today.first_look()
        if first is None:  # another shell was quicker
            return Answer(dict, lambda _: (), lambda: ())
        return Answer(lambda: _document(first), lambda page: _first_lines(page, first))


def _lines(page: "Page", view: "TodayView") -> Iterator[str]:
    from shifter.core.number_words import counted

    yield from _first_lines(page, view)
    if view.week is not None:
        yield ""
        yield _week(page, view.week)
    if view.boil:
        yield ""
        yield page.strong("On the boil:")
    for idea in view.boil:
        yes = f"{counted(idea.little_yeses, 'Little Yes', 'Little Yeses')} in all"
        shifts = sum(idea.weeks)
        lately = f"{counted(shifts, 'shift')} in eight weeks" if shifts else None
        yield f"  {page.joined([idea.name, lately, yes if idea.little_yeses else None])}"
    if view.stairs.total:
        yield ""
        behind = f"; the landing behind was {view.stairs.behind:,}" if view.stairs.behind else ""
        yield f"{counted(view.stairs.total, 'shift')}{behind}, the next is {view.stairs.ahead:,}."


def _first_lines(page: "Page", view: "TodayView") -> Iterator[str]:
    """The greeting and the card."""
    yield f"{page.strong(view.greeting.lead)} {view.greeting.sentence}".strip()
    yield ""
    yield from _card(page, view.card)


def _card(page: "Page", card: "Card") -> Iterator[str]:
    from shifter.cli.picks import card_lines
    from shifter.core import views

    match card:
        case views.OpenCard(pick):
            yield from card_lines(page, pick)
        case views.ReplyCard():
            yield f"{page.good(page.done)} {card.shift.text}"
            if card.answer:
                yield card.answer
            if card.then:
                yield f"Since you're here: {card.then.text}"
            yield ""
            yield page.quiet("Done for today. shifter pick shows another, if you like.")
        case views.PocketCard():
            put = (
                "earlier today"
                if card.pocketed_on == page.today
                else f"on {page.day(card.pocketed_on)}"
            )
            yield f"You put this in your pocket {put}:"
            yield page.strong(card.text)
            yield page.quiet("Did it happen? shifter opens the card that asks.")
        case views.TimerCard(pick, _):
            yield "The timer was running for this one:"
            yield page.strong(pick.text)
            yield page.quiet("Did it get done? shifter opens the card that asks.")
        case views.ClosedBookCard(idea, closed):
            yield f"“{idea}” became the one, and the book was closed on {page.day(closed)}."


def _week(page: "Page", week: "WeekPanel") -> str:
    """The days with shifts, by name, beside last week's number where that is kind."""
    days = ", ".join(
        f"{'today' if day.day == week.today else f'{day.day:%A}'} {day.shifts}"
        for day in week.days
        if day.shifts
    )
    beside = f"; last week had {week.last_week:,}" if week.last_week is not None else ""
    return f"{page.strong('This week:')} {days or 'still open'}{beside}."


def _document(view: "TodayView") -> Document:
    week = view.week
    return {
        "day": view.day.isoformat(),
        "greeting": " ".join(part for part in view.greeting if part),
        "card": _card_document(view.card),
        "week": week
        and {
            "days": [documents.day(day) for day in week.days],
            "shifts": week.shifts,
            "last_week": week.last_week,
        },
        "ideas": [
            {"name": idea.name, "weeks": list(idea.weeks), "little_yeses": idea.little_yeses}
            for idea in view.boil
        ],
        "total": view.stairs.total,
        "landing": view.stairs.ahead,
        "resting": view.resting,
    }


def _card_document(card: "Card") -> Document:
    from shifter.core import views

    match card:
        case views.OpenCard(pick):
            return {"kind": "pick", "pick": documents.pick(pick)}
        case views.ReplyCard():
            then = card.then.text if card.then else None
            shift = documents.shift(card.shift)
            return {"kind": "reply", "shift": shift, "answer": card.answer, "then": then}
        case views.PocketCard():
            return {"kind": "pocket", "text": card.text, "day": card.pocketed_on.isoformat()}
        case views.TimerCard(pick, seconds):
            return {"kind": "timer", "pick": documents.pick(pick), "seconds": seconds}
        case views.ClosedBookCard(idea, closed):
            return {"kind": "book", "idea": idea, "closed": closed.isoformat()}
