"""What a first frame and a key press cost, counted rather than timed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.content import Content
from textual.strip import Strip

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.core.ideas_view import IdeaCard
from shifter.core.story import StoryFilter
from shifter.tui.app import ShifterApp
from shifter.tui.widgets.idea_card import Room, card_rows
from shifter.tui.widgets.lane import Lane
from tests.benchmarks.long_life import make
from tests.counting import counted
from tests.standing_clock import StandingClock
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage, press, settle

FEW_WIDGETS = 6
FEW_BYTES = 10_000
"""Less than half of the whole screen, also where the card is drawn once more with its field."""

FEW_BYTES_AT_START = 36_000
MANY_BYTES = 400_000
FEW_MODULES = 150
"""Python's own among them, for a first paint that nobody foresaw."""

FEW_STATEMENTS = 120


async def test_the_first_frame_has_few_widgets(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []
    show = ShifterApp.first_frame_is_shown

    def counted(app: ShifterApp) -> None:
        counts.append(len(app.screen.query("*")))
        show(app)

    monkeypatch.setattr(ShifterApp, "first_frame_is_shown", counted)
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.first_frame.is_set():
            await pilot.pause()
    # Header, body, card, panels, staircase, footer, the toasts' rack and the tooltip of Textual's.
    assert 0 < counts[0] <= FEW_WIDGETS + 3


def test_at_rest_nothing_is_drawn_and_a_key_redraws_only_the_card(
    lived_in: Stage, tmp_path: Path
) -> None:
    terminal = PseudoTerminal(
        {"SHIFTER_DB": str(lived_in.file), "HOME": str(tmp_path), "COLORTERM": "truecolor"}
    )
    try:
        terminal.read_until("Quit")
        drawn = -1
        while drawn != len(terminal.drawn):
            drawn = len(terminal.drawn)
            terminal.read(1.5)
        assert drawn < FEW_BYTES_AT_START
        terminal.type("n")
        while len(terminal.drawn) == drawn:
            terminal.read()
        terminal.read(0.5)
        assert len(terminal.drawn) - drawn < FEW_BYTES
    finally:
        terminal.close()


@pytest.mark.parametrize("keys", ["a", "?", "\x10", ",/"])
def test_behind_a_dialog_nothing_is_drawn_though_a_timer_runs(
    lived_in: Stage, tmp_path: Path, keys: str
) -> None:
    terminal = PseudoTerminal({"SHIFTER_DB": str(lived_in.file), "HOME": str(tmp_path)})
    try:
        terminal.read_until("Quit")
        for typed in (" ", keys):
            drawn = len(terminal.drawn)
            terminal.type(typed)
            while len(terminal.drawn) == drawn:
                terminal.read()
        while terminal.read(1.5):  # For longer than the clock would need for another second.
            assert len(terminal.drawn) < MANY_BYTES, "it goes on drawing"
    finally:
        terminal.close()


def test_a_first_paint_loads_little(lived_in: Stage) -> None:
    code = (
        "import sys\n"
        "import shifter.cli.app, shifter.tui.terminal.terminal, shifter.tui.start.kept_picture\n"
        "from shifter.companion import open_companion\n"
        "from shifter.config import Config\n"
        "from shifter.tui.start.first_paint import first_paint\n"
        f"view = open_companion({str(lived_in.file)!r}, config=Config()).today.view()\n"
        "assert first_paint(view, Config(), 80, 24)\n"
        "print(*sys.modules)"
    )
    # The first time it chooses a pick, for which more is needed.
    _, painted = (
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "COLORTERM": "truecolor"},
            capture_output=True,
            check=True,
            text=True,
        )
        for _ in range(2)
    )
    modules = painted.stdout.split()
    assert len(modules) <= FEW_MODULES
    assert not {"enum", "json", "re", "select", "typing"} & set(modules)


def test_a_dialog_without_a_text_of_several_lines_loads_no_editor() -> None:
    code = (
        "import sys, shifter.tui.dialogs.help, shifter.tui.dialogs.add_shift; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "textual.widgets._input" in done.stdout.split()
    assert "textual.widgets._text_area" not in done.stdout.split()


@pytest.mark.parametrize("screen", ["streaks", "ideas", "story"])
def test_a_screen_loads_no_question_of_its_own_before_it_is_asked(screen: str) -> None:
    code = f"import sys, shifter.tui.screens.{screen}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    dialogs = {name for name in done.stdout.split() if name.startswith("shifter.tui.dialogs.")}
    met_anyway = {"base", "choice", "confirm", "dimmed", "form", "line", "opening"}
    assert dialogs <= {f"shifter.tui.dialogs.{name}" for name in met_anyway}
    assert "textual.widgets._text_area" not in done.stdout.split()


LIVES = {"short": (1_000, 2), "long": (6_000, 12)}
"""The shifts and the years of two lives, with as many shifts a day."""

CHANCE = 500
"""Steps that a pick may cost more than another."""


def seen(companion: Companion) -> dict[str, Callable[[], object]]:
    """What is asked for the screens, and for a key that chooses."""
    return {
        "today": companion.today.view,
        "another": companion.today.another,
        "undo": companion.history.next_undo,
        "the trail of an idea": lambda: companion.ideas.opened("Idea 1"),
        "the story": companion.story.view,
        "a search": lambda: companion.story.view(StoryFilter("shift")),
        "streaks": lambda: companion.streaks.view(columns=(40, 60)),
    }


def test_no_screen_reads_more_in_a_long_life(tmp_path: Path) -> None:
    steps: dict[str, dict[str, int]] = {}
    for life, (shifts, years) in LIVES.items():
        make(tmp_path / life, shifts, years)
        with counted() as found:
            companion = open_companion(str(tmp_path / life), config=Config(), clock=StandingClock())
            companion.today.view()
            steps[life] = {}
            for name, question in seen(companion).items():
                found.clear()
                question()
                steps[life][name] = found.steps
                assert len(found.statements) < FEW_STATEMENTS, name
            companion.close()
    for name, few in steps["short"].items():
        assert steps["long"][name] <= few * 1.1 + CHANCE, name


async def test_on_a_full_board_a_key_paints_what_it_changes_and_asks_nothing_of_the_file(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stage.companion() as companion:
        for number in range(200):
            companion.ideas.add(f"Idea {number:03}")
    lines: list[int] = []
    drawn: list[str] = []
    render_line = Lane.render_line

    def render_counted(self: Lane, y: int) -> Strip:
        lines.append(y)
        return render_line(self, y)

    def draw_counted(card: IdeaCard, room: Room, *, chosen: bool) -> list[Content]:
        drawn.append(card.idea.name)
        return card_rows(card, room, chosen=chosen)

    monkeypatch.setattr(Lane, "render_line", render_counted)
    monkeypatch.setattr("shifter.tui.widgets.lane.card_rows", draw_counted)
    with counted() as asked:
        async with stage.app(screen="ideas").run_test(size=(160, 50)) as pilot:
            await settle(pilot)
            height = pilot.app.screen.query_one("#hunch", Lane).size.height

            async def cost(key: str) -> tuple[int, int]:
                lines.clear()
                drawn.clear()
                await press(pilot, key)
                return len(lines), len(drawn)

            asked.clear()
            # The card that is left and the one that is reached, four rows each.
            assert await cost("down") == (8, 2)
            assert await cost("up") == (8, 0)
            # Letters that rule nothing out change nothing but the words in the headings.
            await press(pilot, "slash", "i", "d")
            assert await cost("e") == (0, 0)
            # Others paint the lane once, with the cards that come into sight.
            painted, cards = await cost("0")
            assert painted <= height
            assert cards <= height // 5 + 1
            painted, cards = await cost("backspace")
            assert painted <= height
            assert cards == 0
            assert [words for words in asked.statements if "idea" in words] == []
