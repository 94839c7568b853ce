"""Make README's pictures from the demo: `python tests/pictures/make.py`."""

import asyncio
import sys
import tempfile
from functools import partial
from pathlib import Path
from random import Random

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT))

from shifter.companion import open_companion  # noqa: E402 - the checkout has to be found first
from shifter.companion.demo import make_demo  # noqa: E402
from shifter.config import Config  # noqa: E402
from shifter.theme_files import DARK  # noqa: E402
from shifter.tui.app import ShifterApp  # noqa: E402
from tests.standing_clock import StandingClock  # noqa: E402

SIZES = {"today": (80, 24), "streaks": (100, 30), "ideas": (100, 30)}


async def picture_of(database: str, mode: str, clock: StandingClock) -> str:
    """What a screen of the demo shows on a Thursday morning in November, as SVG."""
    config = Config(theme=DARK, motion=False)
    chance = Random(1)  # noqa: S311 - chance, no secret
    app = ShifterApp(
        partial(open_companion, database, config=config, clock=clock, random=chance), config
    )
    async with app.run_test(size=SIZES[mode]) as pilot:
        await app.switch_mode(mode)
        await app.ask(bool)
        await pilot.pause(0.5)
        return app.export_screenshot(title="shifter")


def main() -> None:
    """Make every picture anew."""
    clock = StandingClock()
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder, "demo.db"))
        make_demo(database, now=clock)
        for mode in SIZES:
            picture = asyncio.run(picture_of(database, mode, clock))
            Path(__file__).with_name(f"{mode}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
