"""What the screens look like, in the sizes and colours that matter; looked at before accepted."""

import pytest
from textual.pilot import Pilot

from shifter.config import Config
from tests.tui.conftest import Compare
from tests.tui.stage import SIZES, Stage, press, settle

SCREENS = ("streaks", "story")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_that_is_lived_in(
    snap_compare: Compare, lived_in: Stage, screen: str, size: tuple[int, int]
) -> None:
    assert snap_compare(lived_in.app(screen=screen), terminal_size=size, run_before=settle)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_by_daylight(snap_compare: Compare, lived_in: Stage, screen: str) -> None:
    app = lived_in.app(Config(theme="daylight"), screen=screen)
    assert snap_compare(app, run_before=settle)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_with_nothing_on_it_yet(snap_compare: Compare, stage: Stage, screen: str) -> None:
    assert snap_compare(stage.app(screen=screen), terminal_size=(60, 18), run_before=settle)


# They begin on Today: an app that began elsewhere would build a field before it has a screen.
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("4", "down", "e"), id="editing"),
        pytest.param(("4", "/", "k", "i", "l", "n"), id="searching"),
        pytest.param(("2", "question_mark"), id="help"),
    ],
)
def test_what_a_key_opens(snap_compare: Compare, lived_in: Stage, keys: tuple[str, ...]) -> None:
    async def open_it(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    assert snap_compare(lived_in.app(), run_before=open_it)


def test_a_demo(snap_compare: Compare, lived_in: Stage) -> None:
    app = lived_in.app(screen="streaks", demo=True)
    assert snap_compare(app, run_before=settle)
