"""What stands on each kind of card."""

from datetime import date

from shifter.core.days import plain_day
from shifter.core.greeting import day_in_words
from shifter.core.views import (
    Card,
    ClosedBookCard,
    OpenCard,
    PocketCard,
    ReplyCard,
    TimerCard,
)
from shifter.tui.widgets.card_border import Choice
from shifter.tui.widgets.card_face import Block, Sheet, text_width
from shifter.tui.widgets.card_pick import pick_sheet
from shifter.tui.widgets.card_situation import Situation
from shifter.tui.widgets.card_words import duration_in_full, quote_lines
from shifter.tui.widgets.styled_line import wrapped

_MINUTE = 60


def sheet(card: Card, width: int, situation: Situation) -> Sheet:
    """The sheet of a card that is so many columns wide."""
    room = text_width(width)
    match card:
        case OpenCard(pick):
            return pick_sheet(pick, room, situation)
        case ReplyCard():
            from shifter.tui.widgets.card_reply import reply_sheet

            return reply_sheet(card, room, situation)
        case PocketCard():
            return _pocket_sheet(card, room, situation)
        case TimerCard():
            return _timer_sheet(card, room, situation.today)
        case ClosedBookCard():
            return _closed_book_sheet(card, room, situation)


def _pocket_sheet(card: PocketCard, room: int, situation: Situation) -> Sheet:
    when = _days_ago(card.pocketed_on, situation.today)
    quoted = [Block(quote_lines(card.quote, room), rank=2)] if card.quote else []
    return Sheet(
        title="from your pocket",
        idea=card.idea,
        blocks=(
            Block(wrapped(card.text, room, "bold $ink")),
            *quoted,
            Block(wrapped(f"You took it along {when}. Did it happen?", room, "$foreground")),
        ),
        choices=(
            situation.choice("today.little-yes", "Yes, it did", "Yes"),
            situation.choice("today.another", "Not yet"),
            situation.choice("today.never-again", "No, and that's fine", "No"),
        ),
        edge="$idea",
    )


def _timer_sheet(card: TimerCard, room: int, today: date) -> Sheet:
    question = f"{_how_long(card, today)} Did it get done?"
    return Sheet(
        title="the timer was running",
        idea=card.pick.idea,
        blocks=(
            Block(wrapped(card.pick.text, room, "bold $ink")),
            Block(wrapped(question, room, "$foreground")),
        ),
        choices=(
            Choice("y", "Yes, log it", "screen.little_yes", "Yes"),
            Choice("n", "No, not yet", "screen.another", "No"),
        ),
        edge="$accent",
    )


def _how_long(card: TimerCard, today: date) -> str:
    """Since when it was running, and what counts of it: at most its length."""
    kept = _as_kept(card.seconds)
    if card.since is None:
        return f"The timer ran for {duration_in_full(kept)}."
    day = "" if card.since.date() >= today else _days_ago(card.since.date(), today)
    at = f"{day.removeprefix('on ')} at {card.since:%H:%M}".removeprefix(" at ")
    return f"Since {at}, kept as {duration_in_full(max(_MINUTE, kept))}."


def _as_kept(seconds: int) -> int:
    """The seconds rounded to whole minutes, which is what a shift stores."""
    return seconds if seconds < _MINUTE else round(seconds / _MINUTE) * _MINUTE


def _closed_book_sheet(card: ClosedBookCard, room: int, situation: Situation) -> Sheet:
    since = plain_day(card.closed, situation.today)
    is_new = card.closed == situation.today
    closed = "The book is closed." if is_new else f"The book has been closed since {since}."
    line = f"{closed} “{card.idea}”: yes."
    return Sheet(
        title="at rest",
        idea=card.idea,
        blocks=(Block(wrapped(line, room, "$foreground")),),
        choices=(situation.choice("today.another", "Open it again", "Open"),),
        edge="$line",
    )


def _days_ago(day: date, today: date) -> str:
    told = day_in_words(day, today)
    return told[:1].lower() + told[1:]
