"""What is made ready for the next start, while nothing else is going on."""

from threading import Thread, current_thread

import pytest

from shifter.tui.app import ShifterApp
from shifter.tui.start import foresight
from shifter.tui.start.foresight import Foresight
from shifter.tui.start.kept_picture import circumstances_of
from tests.tui.stage import Stage, settle


async def test_only_the_thread_that_writes_the_data_file_closes_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing it on another one would take the locks from it that hold off other processes."""
    looked: list[Thread] = []

    def look(database: str, theme: str, size: tuple[int, int]) -> str:
        looked.append(current_thread())
        return circumstances_of(database, theme, size)

    monkeypatch.setattr(foresight, "circumstances_of", look)
    async with stage.app().run_test() as pilot:
        await settle(pilot)
        assert isinstance(pilot.app, ShifterApp)
        await Foresight(str(stage.file)).look(pilot.app)
        assert set(looked) == {await pilot.app.ask(current_thread)}
