"""Turning from one screen to another: at once, and in one frame."""

import asyncio
from typing import NamedTuple

import pytest
from rich.console import RenderableType
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.constants import MAX_FPS
from textual.screen import Screen

from shifter.errors import FileTrouble
from shifter.tui.app import ShifterApp
from shifter.tui.companion_thread import CompanionThread
from shifter.tui.screens.base import ShifterScreen
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.story import StoryScreen
from shifter.tui.screens.streaks import StreaksScreen
from shifter.tui.screens.today.screen import TodayScreen
from tests.tui.keys.test_early_keys import at_once, comes_true, is_shown
from tests.tui.quiet import quiet
from tests.tui.stage import Stage, press, said, seen, settle, text_of

KEYS = {"today": "1", "streaks": "2", "ideas": "3", "story": "4"}
_FOLLOWED = 0.05
"""Seconds after which the key before is not followed any more."""


class Frame(NamedTuple):
    """What was drawn; the text is None where it was not all of the screen."""

    screen: Screen[object]
    text: str | None


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[Frame]:
    """Everything that is drawn."""
    drawn: list[Frame] = []
    display = App._display  # noqa: SLF001 - what is drawn comes through here

    def looked_at(app: App[object], screen: Screen[object], picture: RenderableType | None) -> None:
        if picture is not None and not app._batch_count:  # noqa: SLF001
            text = text_of(picture) if isinstance(picture, LayoutUpdate) else None
            drawn.append(Frame(screen, text))
        display(app, screen, picture)

    monkeypatch.setattr(App, "_display", looked_at)
    return drawn


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("mode", ["streaks", "ideas", "story"])
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (160, 50)])
async def test_a_screen_comes_in_one_whole_frame(
    lived_in: Stage, frames: list[Frame], mode: str, size: tuple[int, int], *, again: bool
) -> None:
    async with lived_in.app().run_test(size=size) as pilot:
        await settle(pilot)
        if again:
            await press(pilot, KEYS[mode], "1")
        frames.clear()
        await press(pilot, KEYS[mode])
        await settle(pilot)
        assert frames == [Frame(pilot.app.screen, seen(pilot))]
        frames.clear()
        await press(pilot, "1")
        await settle(pilot)
        assert frames == [Frame(pilot.app.screen, seen(pilot))]


async def test_what_was_written_meanwhile_is_in_the_only_frame(
    lived_in: Stage, frames: list[Frame]
) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, "4", "1", "d")
        assert isinstance(pilot.app, ShifterApp)
        frames.clear()
        await press(pilot, "4")
        await settle(pilot)
        assert frames == [Frame(pilot.app.screen, seen(pilot))]
        assert "16 shifts" in seen(pilot)


async def test_turning_waits_for_no_clock(
    lived_in: Stage, frames: list[Frame], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, "3", "1")
        await asyncio.sleep(_FOLLOWED)
        begun: list[object] = []
        monkeypatch.setattr(pilot.app, "set_timer", lambda *timed, **_: begun.append(timed))
        frames.clear()
        await at_once(pilot, "3")
        await quiet()
        assert frames == [Frame(pilot.app.screen, seen(pilot))]
        assert isinstance(pilot.app.screen, IdeasScreen)
        assert begun == []


async def test_keys_in_one_go_end_on_the_last_screen_and_every_frame_is_whole(
    lived_in: Stage, frames: list[Frame]
) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "2", "3", "1", "4")
        assert await comes_true(pilot, lambda: isinstance(pilot.app.screen, StoryScreen))
        await settle(pilot)
        frames_on_the_way = frames[:]
        whole = {}
        for key in "1234":
            await press(pilot, key)
            whole[pilot.app.screen] = seen(pilot)
        shown = [frame for frame in frames_on_the_way if frame.screen in whole]
        assert [type(frame.screen) for frame in shown[-4:]] == [
            StreaksScreen,
            IdeasScreen,
            TodayScreen,
            StoryScreen,
        ]
        assert [frame.text for frame in shown[-4:]] == [whole[it.screen] for it in shown[-4:]]


async def test_what_is_typed_right_behind_is_for_the_screen_that_comes(lived_in: Stage) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "3", "a", *"Radio")
        assert await comes_true(pilot, lambda: is_shown(pilot, "Radio"))
        assert "What makes you curious?" in seen(pilot)


async def test_a_screen_whose_file_is_busy_comes_without_it(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_free = asyncio.Event()
    load = IdeasScreen.load

    async def wait_and_load(screen: IdeasScreen) -> None:
        await is_free.wait()
        await load(screen)

    monkeypatch.setattr(IdeasScreen, "load", wait_and_load)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await at_once(pilot, "3")
        assert await comes_true(pilot, lambda: isinstance(pilot.app.screen, IdeasScreen))
        await settle(pilot)
        assert "3 Ideas" in seen(pilot)
        assert "Pottery" not in seen(pilot)
        is_free.set()
        await settle(pilot)
        assert "Pottery" in seen(pilot)


@pytest.mark.parametrize(("mode", "screen"), [("ideas", IdeasScreen), ("story", StoryScreen)])
async def test_a_screen_that_finds_no_file_says_so_once_each_time_it_comes(
    lived_in: Stage,
    frames: list[Frame],
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    screen: type[IdeasScreen | StoryScreen],
) -> None:
    async def fail(_screen: ShifterScreen) -> None:
        raise FileTrouble("No file", "It has gone.")

    with monkeypatch.context() as gone:
        gone.setattr(screen, "load", fail)
        async with lived_in.app().run_test() as pilot:
            await settle(pilot)
            for _ in range(2):
                await press(pilot, KEYS[mode])
                assert isinstance(pilot.app.screen, screen)
                assert frames[-1].screen is pilot.app.screen
                assert "It has gone." in seen(pilot)
                assert said(pilot) == ["No file: It has gone."]
                pilot.app.clear_notifications()
                await press(pilot, "1")
            gone.undo()
            await press(pilot, KEYS[mode])
            assert said(pilot) == []
            assert "Pottery" in seen(pilot)


async def test_a_screen_that_is_left_before_it_finds_no_file_asks_again_when_it_comes_back(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_asked = asyncio.Event()

    async def fail_later(_screen: IdeasScreen) -> None:
        await is_asked.wait()
        raise FileTrouble("No file", "It has gone.")

    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        with monkeypatch.context() as gone:
            gone.setattr(IdeasScreen, "load", fail_later)
            await press(pilot, "3", "1")
            is_asked.set()
            await settle(pilot)
        pilot.app.clear_notifications()
        await press(pilot, "3")
        assert said(pilot) == []
        assert "Pottery" in seen(pilot)


async def test_no_key_is_let_in_before_there_is_a_view_however_long_that_takes(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_free = asyncio.Event()
    load = TodayScreen.load

    async def wait_and_load(screen: TodayScreen) -> None:
        await is_free.wait()
        await load(screen)

    async def fail(_thread: CompanionThread) -> None:
        raise FileTrouble("No file", "It is busy.")

    monkeypatch.setattr(CompanionThread, "first_view", fail)
    monkeypatch.setattr(TodayScreen, "load", wait_and_load)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        assert isinstance(pilot.app, ShifterApp)
        assert isinstance(pilot.app.screen, TodayScreen)
        assert not pilot.app.first_frame.is_set()
        is_free.set()
        await settle(pilot)
        assert pilot.app.screen.view is not None
        assert pilot.app.first_frame.is_set()


async def test_a_theme_chosen_on_another_screen_is_worn_by_one_that_was_seen_before(
    lived_in: Stage,
) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        assert isinstance(pilot.app, ShifterApp)
        await press(pilot, "2", "1")
        streaks = pilot.app.screen_stack
        await pilot.app.keep_setting("theme", "daylight")
        await settle(pilot)
        today = pilot.app.screen.styles.background
        await press(pilot, "2")
        assert pilot.app.screen not in streaks
        assert pilot.app.screen.styles.background == today


@pytest.mark.parametrize(
    ("before", "opens", "leaves"),
    [
        (["1"], "w", "escape"),
        (["3"], "enter", "escape"),
        (["4"], "w", "4"),
        (["2"], "tab", "tab"),
    ],
)
async def test_a_page_comes_and_goes_in_one_whole_frame(
    lived_in: Stage, frames: list[Frame], before: list[str], opens: str, leaves: str
) -> None:
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, *before)
        for key in (opens, leaves, opens):
            frames.clear()
            await press(pilot, key)
            await settle(pilot)
            assert frames == [Frame(pilot.app.screen, seen(pilot))], key


@pytest.mark.parametrize("mode", ["today", "streaks"])
async def test_the_first_key_on_a_screen_is_drawn_without_waiting_for_a_frame_to_pass(
    lived_in: Stage, frames: list[Frame], monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        if not frames:
            waits.append(seconds)
        await asyncio.sleep(seconds)

    async with lived_in.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, KEYS[mode])
        await pilot.pause(3 / MAX_FPS)  # Drawn a moment ago, it would wait with reason.
        monkeypatch.setattr("textual.timer.sleep", wait)
        frames.clear()
        await press(pilot, "n" if mode == "today" else "h")
    assert frames
    assert not [seconds for seconds in waits if 0 < seconds <= 1 / MAX_FPS]
