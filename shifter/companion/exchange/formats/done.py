"""What the file of another program tells: things that were done, and what is left out of it."""

from collections import Counter
from typing import NamedTuple

from shifter.companion.exchange.incoming import LeavingOut

NOT_DONE = "not done"
SKIPPED = "skipped"
UNREADABLE = "that could not be read"
WITHOUT_DAY = "without a day"


class Done(NamedTuple):
    """Something that was done.

    `key` is what tells it from every other record of its program, so that it is never taken twice.
    `when` is a day or a day and a time, ISO 8601, on the clock of whoever did it. `names` may be
    those of an idea or of a person. `line` is where it stands in a file of lines.
    """

    key: str
    text: str
    when: str
    note: str = ""
    little_yes: bool = False
    minutes: int | None = None
    names: tuple[str, ...] = ()
    line: int | None = None


class Reading:
    """A file that was read: from which program, what was done, and why the rest is left out."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.done: dict[str, Done] = {}
        self.left_out = LeavingOut()
        self._same: Counter[str] = Counter()

    def take(self, done: Done) -> None:
        """One more; it takes the place of an earlier one of the same key."""
        self.done[done.key] = done

    def take_another(self, done: Done) -> None:
        """One more, even if an earlier one is the same in everything."""
        self._same[done.key] += 1
        self.take(done._replace(key=f"{done.key}\0{self._same[done.key]}"))
