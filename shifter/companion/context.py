"""What every area of the companion works with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from shifter.clock import Clock
from shifter.config import Config
from shifter.core.moment import Moment
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.store.store import Store
from shifter.store.writer import Writer

if TYPE_CHECKING:
    from random import Random

    from shifter.core.records import AtHand


class Context:
    """The store, the clock, chance, and the settings outside the file."""

    def __init__(self, store: Store, clock: Clock, config: Config, random: "Random | None") -> None:
        self.store = store
        self.clock = clock
        self.config = config
        self.given_random = random
        self._chance: tuple[str, Random] | None = None
        self._standing: Moment | None = None

    @property
    def random(self) -> "Random":
        """Chance, seeded by the day and the newest offer, so that a pick can be foreseen."""
        if self.given_random is not None:
            return self.given_random
        from random import Random

        from shifter.store.offers import newest_id

        seed = f"{self.today()} {newest_id(self.store)}"
        if self._chance is None or self._chance[0] != seed:
            self._chance = seed, Random(seed)  # noqa: S311 - a pick is no secret
        return self._chance[1]

    def now(self) -> Moment:
        """The present moment."""
        return self._standing or self.clock.now()

    def today(self) -> date:
        """The shift day of the present moment."""
        return self.now().day(self.store.settings().rollover)

    def at_hand(self) -> "AtHand":
        """What is at hand today: as set for it, else the usual minutes and any place."""
        from shifter.core.records import AtHand
        from shifter.store import ideas, state

        today = state.at_hand(self.store, self.today())
        living = ideas.living(self.store, today.idea) if today.idea is not None else ()
        idea = next((known.name for known in living if known.id == today.idea), None)
        return AtHand(today.minutes or self.config.minutes, today.place, idea)

    def read_day(self, text: str, *, ahead: bool = False) -> date:
        """A date in words; `ahead` allows the future and reads a weekday as the next one.

        Raises as `parse_day` does.
        """
        from shifter.core.when import parse_day

        rollover = self.store.settings().rollover
        return parse_day(text, self.now(), self.clock.zone(), rollover, ahead=ahead)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Within, the time stands still, and what is read is as it was at that time."""
        outer, self._standing = self._standing, self.now()
        try:
            with self.store.reading():
                yield
        finally:
            self._standing = outer

    @contextmanager
    def action(self, label: str) -> Iterator[Writer]:
        """One transaction at the present moment, named for undo."""
        with self.store.transaction(label, self.now().utc) as writer:
            yield writer
