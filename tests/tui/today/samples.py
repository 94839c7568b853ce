"""Picks and views for drawing, with the same invented log behind all of them."""

from datetime import UTC, date, datetime, timedelta

from shifter.core.records import AtHand, DayTotals, NextStep, Pick, Quote, Shift
from shifter.core.views import (
    Away,
    Greeting,
    OnTheBoil,
    OpenCard,
    PocketCard,
    ReplyCard,
    Stairs,
    TimerCard,
    TodayView,
    WeekPanel,
)
from shifter.tui import commands
from shifter.tui.widgets.card_situation import Situation

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 19)
KEYS = {
    command.id: commands.key_name(command.key)
    for command in (*commands.TODAY, *commands.EVERYWHERE)
}
SITUATION = Situation(KEYS, TODAY)

THEN = NextStep("aloud", "Read them aloud once and change one word.", 120)
PICK = Pick(
    offer="offer",
    prompt="three-rough-lines",
    text="Write three rough lines to Ines Calder.",
    more="Nobody has to see them.",
    seconds=300,
    kind="reach out",
    places=("anywhere",),
    idea="Pottery studio",
    person="Ines Calder",
    why="It follows from what you wrote on Thursday.",
    asks=None,
    quote=Quote(
        "Last Thursday you wrote about her work:",
        "she talks while her hands keep going; I could listen for hours",
    ),
    can_shrink=True,
    then=THEN,
)
SHIFT = Shift(
    id="shift",
    text="Wrote three rough lines to Ines Calder",
    done_at=datetime(2026, 11, 19, 7, tzinfo=UTC),
    offset=3600,
    zone="Europe/Berlin",
    day=TODAY,
    minutes=5,
    idea="Pottery studio",
    person="Ines Calder",
    little_yes=False,
    note=None,
    prompt="three-rough-lines",
)
OPEN = OpenCard(PICK)
REPLY = ReplyCard(SHIFT, 215, "That page is no longer blank.", THEN, asks_anchor=False)
POCKET = PocketCard("pocket", "Ask the potter how she began.", "Pottery studio", date(2026, 11, 17))
TIMER = TimerCard(PICK, 200, datetime(2026, 11, 18, 19, 2))


def week(*shifts: int, last_week: int | None = None) -> WeekPanel:
    """The week of Monday 16 November with so many shifts a day; Sunday is a rest day."""
    days = tuple(
        DayTotals(
            MONDAY + timedelta(days=number),
            count,
            count * 5,
            little_yeses=0,
            rest=number == 6,
            level=min(count, 4),
        )
        for number, count in enumerate(shifts)
    )
    return WeekPanel(days, TODAY, sum(shifts), last_week)


BOIL = (
    OnTheBoil("UX research", (0, 4, 2, 3, 4, 0, 3, 6), 14),
    OnTheBoil("Repair café", (0, 1, 0, 4, 0, 1, 1, 3), 3),
    OnTheBoil("Pottery studio", (0, 1, 1, 7, 1, 4, 4, 0), 5),
)
VIEW = TodayView(
    day=TODAY,
    first_start=False,
    greeting=Greeting("Good morning.", "Yesterday you asked Ana how she found her first client."),
    card=OPEN,
    at_hand=AtHand(5, None, None),
    timer=None,
    week=week(5, 5, 2, 0, 0, 0, 0, last_week=10),
    boil=BOIL,
    stairs=Stairs(200, 214, 250),
    away=None,
    resting=False,
    idea_names=("Pottery studio", "UX research", "Repair café"),
)
AWAY = Away(date(2026, 11, 21), date(2026, 11, 29))
