"""Every moment of Today at the three sizes, as pictures, from views that never change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from textual.pilot import Pilot

from shifter.companion.today import Today
from shifter.config import Config
from shifter.core.records import AtHand, Quote
from shifter.core.views import Greeting, OpenCard, ReplyCard, Stairs, TimerState
from shifter.tui.screens.today.showing import ShowsToday
from tests.tui.conftest import Compare
from tests.tui.stage import SIZES, Stage, press, settle
from tests.tui.today.samples import AWAY, PICK, POCKET, REPLY, SHIFT, TIMER, VIEW, week

NOW = datetime(2026, 11, 19, 7, tzinfo=UTC)


def clock(seconds: int, *, paused: bool = False) -> TimerState:
    """A timer of five minutes that has run for so many seconds."""
    if paused:
        return TimerState(PICK.offer, 300, seconds, None)
    return TimerState(PICK.offer, 300, 0, NOW - timedelta(seconds=seconds))


AFTER = VIEW._replace(
    card=REPLY, week=week(5, 5, 2, 1, 0, 0, 0, last_week=10), stairs=Stairs(200, 215, 250)
)
BEGINNING = VIEW._replace(week=None, boil=(), stairs=Stairs(0, 0, 10))
TINY = PICK._replace(
    text="Type the first name that comes to mind.",
    more="That is the whole shift.",
    seconds=30,
    can_shrink=False,
    quote=None,
)
ASKING = PICK._replace(
    text="Name one person whose work makes you sit up.",
    more="Famous, or two streets away. Both count.",
    seconds=120,
    quote=None,
    asks="Their name",
)
HOSTILE = PICK._replace(
    text="漢字 [b]no markup[/b] " + "endless words " * 30, idea="שלום " * 30, more="x" * 300
)
MOMENTS = {
    "open": VIEW,
    "reply": AFTER,
    "lit": AFTER._replace(
        card=REPLY._replace(shift=SHIFT._replace(little_yes=True, note="the smell of clay")),
    ),
    "asks": VIEW._replace(card=OpenCard(ASKING)),
    "smaller": VIEW._replace(card=OpenCard(TINY)),
    "timer": VIEW._replace(timer=clock(23)),
    "timer-paused": VIEW._replace(timer=clock(100, paused=True)),
    "timer-at-zero": VIEW._replace(timer=clock(300)),
    "timer-left-running": VIEW._replace(card=TIMER),
    "pocket": VIEW._replace(card=POCKET),
    "coming-back": VIEW._replace(
        day=date(2026, 11, 30),
        greeting=Greeting(
            "Good to see you.", "All 219 shifts are here. The last: Ines Calder wrote back."
        ),
        card=OpenCard(
            TINY._replace(
                text="Read her two lines once more.",
                quote=Quote("On 21 November you noted:", "come by on a Saturday"),
            )
        ),
        stairs=Stairs(200, 219, 250),
        away=AWAY,
    ),
    "first-start": BEGINNING._replace(first_start=True),
    "first-morning": BEGINNING._replace(card=OpenCard(TINY)),
    "first-reply": BEGINNING._replace(
        card=ReplyCard(SHIFT, 1, "The first of many.", None, asks_anchor=True),
        stairs=Stairs(0, 1, 10),
    ),
    "done-for-today": AFTER._replace(card=REPLY._replace(answer=None, then=None)),
    "rest-day": VIEW._replace(resting=True),
    "at-hand": VIEW._replace(at_hand=AtHand(10, "out", "Pottery studio")),
    "hostile": VIEW._replace(card=OpenCard(HOSTILE)),
}


@pytest.fixture(autouse=True)
def _standing_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShowsToday, "now", lambda _: NOW)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("moment", MOMENTS)
def test_moment(
    stage: Stage,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(Today, "view", lambda _: MOMENTS[moment])
    assert snap_compare(stage.app(), terminal_size=size)


@pytest.mark.parametrize("moment", ["open", "reply", "timer-at-zero"])
def test_moment_in_daylight(
    stage: Stage, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setattr(Today, "view", lambda _: MOMENTS[moment])
    assert snap_compare(stage.app(Config(theme="daylight")), terminal_size=(80, 24))


DIALOGS = {
    "add": ["a", *"Emailed", "space", "number_sign", *"re"],
    "at-hand": ["t"],
    "idea": ["i"],
    "rest": ["r"],
    "pocket": ["p"],
    "note": ["enter"],
    "never-again": ["x"],
}


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("dialog", DIALOGS)
def test_dialog(
    stage: Stage,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    dialog: str,
    size: tuple[int, int],
) -> None:
    with stage.companion() as companion:
        for name in reversed(VIEW.idea_names):
            companion.ideas.add(name)
    monkeypatch.setattr(Today, "view", lambda _: VIEW)

    async def open_it(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *DIALOGS[dialog])

    assert snap_compare(stage.app(), terminal_size=size, run_before=open_it)
