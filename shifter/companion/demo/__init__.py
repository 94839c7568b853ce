"""A throwaway year of somebody else's change, to look around in."""

from random import Random

from shifter.clock import Clock, SystemClock
from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.demo.chapters import read_chapters
from shifter.companion.demo.teller import Teller
from shifter.companion.moving_clock import MovingClock
from shifter.config import Config
from shifter.errors import Refused
from shifter.store import changes, figures, ideas, state
from shifter.store.store import Store

# Prompts of every length are done in a year.
_LONGEST_PROMPT = 60


def make_demo(database: str, *, now: Clock | None = None) -> None:
    """Fill a new file with a year that ends yesterday; on the same day it is always the same.

    All of it is one transaction. Refused for a file with shifts or ideas; raises FileTrouble.
    """
    clock = MovingClock(now or SystemClock())
    store = Store(database)
    try:
        if figures.first_day(store) is not None or ideas.names(store):
            raise Refused("That log is in use", "The demo needs a new file of its own.")
        _tell_the_year(Context(store, clock, Config(minutes=_LONGEST_PROMPT), None), clock)
    finally:
        store.close()


def _tell_the_year(context: Context, clock: MovingClock) -> None:
    today = context.today()
    chance = Random(today.toordinal())  # noqa: S311 - a believable hour is no secret
    with context.action("the demo") as writer:
        ensure_catalogue(context)
        for asked_once in ("begun", "anchor_asked"):
            state.remember(writer, asked_once, writer.instant)
        teller = Teller(context, clock)
        for chapter in read_chapters(today):
            teller.tell(chapter, chance)
        # Nobody lived this year, so nobody gets to take its actions back one by one.
        changes.forget(writer)
