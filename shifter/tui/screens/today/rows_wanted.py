"""How many rows the parts of Today want, from the view alone."""

from collections.abc import Sequence
from functools import lru_cache

from shifter.core.views import Greeting, PocketCard, TodayView
from shifter.tui.dates import till_then
from shifter.tui.screens.today.arrangement import Wants
from shifter.tui.widgets.card_face import Sheet
from shifter.tui.widgets.panel_words import away_lines, fit_beside
from shifter.tui.widgets.styled_line import (
    Span,
    StyledLine,
    assemble,
    evenly,
    one_line,
    shortened,
)

USUAL_CARD = 9
"""The usual rows of a card; one with less to say is filled up with air."""

WEEK = 4
_LOW_WEEK = 3
STAIRS = 3
ANCHOR_LINE = 2
_GREETING = 2
_GREETINGS = 4
"""Those that are kept: one in two widths, and the one before it."""

_FEW_IDEAS = 3
"""The ideas that stand beside a week of the usual height."""


def rows_wanted(
    view: TodayView, sheet: Sheet, width: int, rest_key: str, *, anchor: bool = False
) -> Wants:
    """What everything needs where the parts beside the card are so many columns wide.

    `anchor` is True while the if-then line is asked for, which stands in the panels' place;
    `rest_key` is named to somebody who was away.
    """
    panels, more_panels, luxury = (0, 0, 0) if anchor else panel_rows(view, width, rest_key)
    has_week = view.week is not None and view.away is None and not anchor
    return Wants(
        greeting=len(greeting_lines(view.greeting, width)),
        least=sheet.least_rows(),
        wanted=max(USUAL_CARD, sheet.wanted_rows()),
        most=max(USUAL_CARD, sheet.most_rows()),
        line=ANCHOR_LINE if anchor else len(week_lines(view, width, "")),
        panels=panels,
        more_panels=more_panels,
        stairs=STAIRS if view.stairs.total else 0,
        luxury=luxury,
        air=sheet.wanted_rows() - sheet.least_rows(),
        giving=WEEK - _LOW_WEEK if has_week else 0,
        quiet=0 if anchor else len(pocket_lines(view, width)),
    )


@lru_cache(_GREETINGS)
def greeting_lines(greeting: Greeting, width: int) -> Sequence[StyledLine]:
    """The lead and the sentence, in two lines at most. Kept, since each key asks for them."""
    if not greeting.lead and not greeting.sentence:
        return ()
    whole = assemble(
        (greeting.lead, "bold $ink"), " ", (" ".join(greeting.sentence.split()), "$foreground")
    )
    return shortened(evenly(whole, width), _GREETING, width)


def week_lines(view: TodayView, width: int, key: str) -> list[StyledLine]:
    """Last week in one quiet line that leads to its page, on the day that a new one begins.

    `key` is the one that goes there.
    """
    if view.week_behind is None:
        return []
    told = Span(f"Last week: {view.week_behind}.  ", "$quiet", "screen.week")
    there = Span(key, "$accent", "screen.week")
    line = StyledLine((told, there, Span(" Look back", "$quiet", "screen.week")))
    # The key goes there even without the words.
    return [line if line.cell_length <= width else StyledLine((told, there)).truncate(width)]


def pocket_lines(view: TodayView, width: int) -> list[StyledLine]:
    """What was taken along, in one quiet line, unless it is being asked about."""
    waiting = [taken for taken in view.pocket if not taken.asked]
    if not waiting or isinstance(view.card, PocketCard):
        return []
    first, *others = waiting
    told = f"In your pocket till {till_then(first.due, view.day)}: "
    more = f", and {len(others)} more" if others else ""
    text = one_line(first.text.removesuffix("."), width - len(told) - len(more), "$quiet")
    return [assemble((told, "$quiet"), text, (more, "$quiet")).truncate(width)]


def panel_rows(view: TodayView, width: int, rest_key: str) -> tuple[int, int, int]:
    """The rows that the panels need, those that would show still more, and the luxury."""
    if view.away is not None:
        return len(away_lines(view.away, view.day, rest_key, width)), 0, 0
    few = view.boil[:_FEW_IDEAS]
    if view.week is None:
        return (1 + len(few) if few else 0), 0, 0
    if not few or fit_beside(view.week, few, width):
        return WEEK, 0, len(view.boil) - len(few)
    return WEEK, 2 + len(few), 0
