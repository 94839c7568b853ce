"""One sitting after another, each of which finds what the one before has left half written."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from textual.pilot import Pilot

from shifter.companion import half_written
from shifter.config import Config
from shifter.paths import backup_folder
from shifter.tui.app import ShifterApp
from shifter.tui.drafts import Drafts
from tests.tui.stage import Stage, press, settle, write


@contextmanager
def sitting(stage: Stage, config: Config | None = None) -> Iterator[ShifterApp]:
    """The app, which keeps what is typed, and finds what the sitting before has left."""
    drafts = Drafts(half_written(str(stage.file)))
    try:
        yield stage.app(config, drafts=drafts)
    finally:
        drafts.close()


@asynccontextmanager
async def seated(
    stage: Stage, config: Config | None = None, *, notifications: bool = False
) -> AsyncIterator[Pilot[None]]:
    """The same once it is open, and at rest."""
    with sitting(stage, config) as app:
        async with app.run_test(notifications=notifications) as pilot:
            await settle(pilot)
            yield pilot


def kept(stage: Stage) -> list[Path]:
    return list(Path(backup_folder(str(stage.file))).glob("half-written-*"))


async def type_and_leave(stage: Stage, key: str, text: str) -> None:
    async with seated(stage) as pilot:
        await press(pilot, key)
        await write(pilot, text)
