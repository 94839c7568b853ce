"""What ideas look like in every state and size; looked at before accepted."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from shifter.config import Config
from shifter.tui.screens.ideas import IdeasScreen
from tests.tui.conftest import Compare, HalfSecond, Prepare
from tests.tui.stage import SIZES, Stage, press, settle, write

Words = tuple[str, ...]

# Every movement is over at once, so that a picture is of its end.
STILL = Config(motion=False)

in_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def on(name: str, *keys: str | Words) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Choose an idea, then press keys; words in a tuple are written."""

    async def do(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app.screen, IdeasScreen)
        if name:
            pilot.app.screen.show_idea(name)
            await settle(pilot)
        for key in keys:
            if isinstance(key, tuple):
                await write(pilot, " ".join(key))
            else:
                await press(pilot, key)

    return do


_PICTURES: dict[str, tuple[str, tuple[str | Words, ...]]] = {
    "the board": ("Pottery studio", ()),
    "a project": ("Repair café", ()),
    "what was ruled out": ("Psychoanalysis", ()),
    "finding": ("", ("slash", *"re")),
    "finding nothing": ("", ("slash", *"xyz")),
    "an answer awaited": ("Pottery studio", ("enter", "d", "escape")),
    "brought back and opened": ("Psychoanalysis", ("v", "enter")),
    "adding": ("", ("a",)),
    "editing": ("UX research", ("e",)),
    "opened": ("Pottery studio", ("enter",)),
    "opened project": ("Repair café", ("enter",)),
    "opened dead end": ("Psychoanalysis", ("enter",)),
    "opened new one": ("[b]Radio[/b]", ("enter",)),
    "merged": ("UX research", ("enter", "g", ("pottery",), "enter")),
    "deleted": ("UX research", ("enter", "delete")),
    "brought back": ("Psychoanalysis", ("v",)),
    "led on to a project": ("Pottery studio", ("f", ("two",), "enter", "2", "2")),
    "help": ("Pottery studio", ("enter", "question_mark")),
    "a bare dead end": ("[b]Radio[/b]", ("x", "enter", "enter")),
    "a dead end": (
        "Pottery studio",
        (
            "x",
            ("Too", "quiet", "for", "me."),
            "enter",
            ("a", "kiln", "of", "my", "own"),
            "enter",
        ),
    ),
    "the Yes": ("Pottery studio", ("m", "4", "y")),
}

_OVER_THE_BOARD: dict[str, tuple[str, tuple[str | Words, ...]]] = {
    "moving along": ("UX research", ("m",)),
    "how many weeks": ("UX research", ("m", "3")),
    "ruling out": ("UX research", ("x",)),
    "next step": ("[b]Radio[/b]", ("n",)),
    "what was found": ("Pottery studio", ("f",)),
    "leading on": ("Pottery studio", ("f", ("two", "would"), "enter")),
    "outputs": ("Repair café", ("enter", "o")),
    "an output": ("Repair café", ("enter", "o", "1")),
    "what came of it": ("Repair café", ("enter", "o", "1", "1")),
    "another word for it": ("Repair café", ("enter", "o", "2", "2")),
    "merging": ("UX research", ("enter", "g")),
    "a note": ("UX research", ("enter", "w")),
    "a shift for it": ("UX research", ("enter", "a")),
    "mending its trail": ("UX research", ("enter", "enter")),
    "an experiment": (
        "UX research",
        ("n", "tab", ("is", "it", "the", "day", "or", "Ana?"), "tab", ("friday",)),
    ),
    "ruling out, second line": ("UX research", ("x", ("Watching.",), "enter")),
}
"""Dialogs that look the same before a wider board, where only the long tests look at them."""


@pytest.mark.parametrize(
    ("name", "keys", "size"),
    [
        pytest.param(
            *case,
            size,
            id=f"{what}-{size[0]}x{size[1]}",
            marks=pytest.mark.long if what in _OVER_THE_BOARD and size == SIZES[-1] else (),
        )
        for what, case in {**_PICTURES, **_OVER_THE_BOARD}.items()
        for size in SIZES
    ],
)
def test_ideas(
    snap_compare: Compare,
    rich: Stage,
    size: tuple[int, int],
    name: str,
    keys: tuple[str | Words, ...],
) -> None:
    app = rich.app(STILL, screen="ideas")
    assert snap_compare(app, terminal_size=size, run_before=on(name, *keys))


@in_every_size
def test_a_board_with_nothing_on_it(
    snap_compare: Compare, stage: Stage, size: tuple[int, int]
) -> None:
    app = stage.app(STILL, screen="ideas")
    assert snap_compare(app, terminal_size=size, run_before=on(""))


@in_every_size
def test_one_idea(snap_compare: Compare, stage: Stage, size: tuple[int, int]) -> None:
    with stage.companion() as companion:
        companion.ideas.add("Pottery", why="hands in clay")
    app = stage.app(STILL, screen="ideas")
    assert snap_compare(app, terminal_size=size, run_before=on(""))


@in_every_size
def test_the_only_idea_ruled_out(
    snap_compare: Compare, stage: Stage, size: tuple[int, int]
) -> None:
    with stage.companion() as companion:
        companion.ideas.add("Pottery", why="hands in clay")
    run_before = on("Pottery", "x", "enter", "enter")
    assert snap_compare(stage.app(STILL, screen="ideas"), terminal_size=size, run_before=run_before)


@in_every_size
def test_three_ideas(snap_compare: Compare, stage: Stage, size: tuple[int, int]) -> None:
    with stage.companion() as companion:
        for name in ("Pottery", "A café with two tables", "Teaching adults to read"):
            companion.ideas.add(name)
        companion.ideas.move("Pottery", "exploring")
    assert snap_compare(
        stage.app(STILL, screen="ideas"), terminal_size=size, run_before=on("Pottery")
    )


@in_every_size
def test_what_is_over_its_time(snap_compare: Compare, rich: Stage, size: tuple[int, int]) -> None:
    rich.clock.set("2026-12-18T08:00:00")
    run_before = on("Repair café", *(("left",) if size[0] < 100 else ()))
    assert snap_compare(rich.app(STILL, screen="ideas"), terminal_size=size, run_before=run_before)


@in_every_size
@pytest.mark.parametrize("progress", [0.0, 0.3, 0.7])
@pytest.mark.parametrize("moment", ["dead end", "Yes"])
def test_a_moment_on_its_way(
    snap_compare: Compare, rich: Stage, size: tuple[int, int], moment: str, progress: float
) -> None:
    keys: dict[str, tuple[str | Words, ...]] = {
        "dead end": ("x", ("Too", "quiet."), "enter", ("a", "kiln"), "enter"),
        "Yes": ("m", "4", "y"),
    }

    async def stop(pilot: Pilot[None]) -> None:
        await on("Pottery studio", *keys[moment])(pilot)
        scene = pilot.app.screen.query_one("_Scene")
        scene.animate("progress", progress, duration=0.01, level="full")
        await settle(pilot)

    assert snap_compare(rich.app(STILL, screen="ideas"), terminal_size=size, run_before=stop)


@in_every_size
def test_a_dead_end_is_copied(
    snap_compare: Compare, rich: Stage, size: tuple[int, int], half_second: HalfSecond
) -> None:
    async def copy(pilot: Pilot[None]) -> None:
        await on("Pottery studio", "x", "enter", "enter")(pilot)
        half_second()
        await press(pilot, "c")

    assert snap_compare(rich.app(STILL, screen="ideas"), terminal_size=size, run_before=copy)


@in_every_size
@pytest.mark.parametrize("keys", [("y",), ("y", "b")], ids=["the book closed", "opened again"])
def test_the_way(
    snap_compare: Compare,
    rich: Stage,
    size: tuple[int, int],
    keys: tuple[str, ...],
    half_second: HalfSecond,
) -> None:
    with rich.companion() as companion:
        companion.ideas.move("Pottery", "yes")
        companion.ideas.book.close("Pottery")

    async def look(pilot: Pilot[None]) -> None:
        await on("Pottery studio", "enter")(pilot)
        for key in keys:
            await press(pilot, key)
            half_second()

    assert snap_compare(rich.app(STILL, screen="ideas"), terminal_size=size, run_before=look)


def add_two_hundred(stage: Stage) -> None:
    with stage.companion() as companion:
        for number in range(200):
            companion.ideas.add(f"Idea {number:03}")
            if number % 3 == 0:
                companion.ideas.move(f"Idea {number:03}", "exploring")
            if number % 10 == 0:
                companion.ideas.rule_out(f"Idea {number:03}", taught=f"Lesson {number}")


@in_every_size
def test_two_hundred_ideas(
    snap_compare: Compare, stage: Stage, prepare: Prepare, size: tuple[int, int]
) -> None:
    app = prepare(stage, add_two_hundred).app(STILL, screen="ideas")
    run_before = on("", "pagedown", "down")
    assert snap_compare(app, terminal_size=size, run_before=run_before)


@in_every_size
def test_the_yes_in_its_place(snap_compare: Compare, rich: Stage, size: tuple[int, int]) -> None:
    with rich.companion() as companion:
        companion.ideas.move("Pottery", "yes")
    app = rich.app(STILL, screen="ideas")
    assert snap_compare(app, terminal_size=size, run_before=on("Pottery studio"))


@in_every_size
def test_today_while_the_book_is_closed(
    snap_compare: Compare, rich: Stage, size: tuple[int, int]
) -> None:
    with rich.companion() as companion:
        companion.ideas.move("Pottery", "yes")
        companion.ideas.book.close("Pottery")
    app = rich.app(STILL, screen="today")
    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.parametrize("screen", ["board", "dead end"])
def test_by_daylight(snap_compare: Compare, rich: Stage, screen: str) -> None:
    app = rich.app(Config(theme="daylight", motion=False), screen="ideas")
    keys = ("x", "enter", "enter") if screen == "dead end" else ()
    assert snap_compare(app, terminal_size=(100, 30), run_before=on("Pottery studio", *keys))
