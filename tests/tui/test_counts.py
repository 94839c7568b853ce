"""What a first frame and a key press cost, counted rather than timed."""

import sqlite3
from pathlib import Path

import pytest

from shifter.tui.app import ShifterApp
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage

FEW_WIDGETS = 6
FEW_BYTES = 8_000
FEW_STATEMENTS = 120


async def test_the_first_frame_has_few_widgets(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []
    show = ShifterApp.show_first_frame

    def counted(app: ShifterApp) -> None:
        counts.append(len(app.screen.query("*")))
        show(app)

    monkeypatch.setattr(ShifterApp, "show_first_frame", counted)
    async with lived_in.app().run_test(size=(80, 24)) as pilot:
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
        terminal.type("n")
        while len(terminal.drawn) == drawn:
            terminal.read()
        terminal.read(0.5)
        assert len(terminal.drawn) - drawn < FEW_BYTES
    finally:
        terminal.close()


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every SQL statement that is run."""
    seen: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(seen.append)
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", traced)
    return seen


def test_today_asks_as_few_questions_after_many_shifts_as_after_a_few(
    lived_in: Stage, statements: list[str]
) -> None:
    def asked() -> int:
        with lived_in.companion() as companion:
            companion.today.view()
            statements.clear()
            companion.today.view()
            return len(statements)

    few = asked()
    with lived_in.companion() as companion:
        for number in range(150):
            companion.shifts.log(f"Shift {number} #Pottery")
    assert asked() <= few
    assert few < FEW_STATEMENTS
