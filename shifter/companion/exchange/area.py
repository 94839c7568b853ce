"""Handing the log to other programs and files, and taking in what they have."""

import os
from collections.abc import Callable, Iterator
from datetime import time

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.exchange import document
from shifter.companion.exchange.converting import Converting
from shifter.companion.exchange.files import read_bytes, read_json
from shifter.companion.exchange.formats.markdown import write_markdown
from shifter.companion.exchange.formats.recognizing import as_text, read_done, recognize
from shifter.companion.exchange.formats.table import read_table, write_table
from shifter.companion.exchange.incoming import Incoming
from shifter.companion.exchange.merging import Brought, Merging
from shifter.companion.wording import text_of
from shifter.core.moment import to_text
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.text import clean_line
from shifter.store import ideas, next_steps, offers, pockets, shifts

if TYPE_CHECKING:
    from shifter.companion.exchange.formats.calendar import Meant
    from shifter.companion.picks import Picks
    from shifter.core.records import Pick


class Exchange:
    """Export and import."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def document(self) -> document.Document:
        """Everything that people made, as one JSON document."""
        return document.document(self._context.store, to_text(self._context.now().utc))

    def json_lines(self) -> Iterator[str]:
        """The same as text, piece by piece."""
        return document.lines(self._context.store, to_text(self._context.now().utc))

    def table(self) -> Iterator[str]:
        """Every shift as a line of a table (CSV), the oldest first."""
        return write_table(shifts.oldest_first(self._context.store))

    def markdown(self) -> Iterator[str]:
        """The ideas and the log for people to read."""
        store = self._context.store
        everything = sorted(
            ideas.all_ideas(store, self._context.today()), key=lambda idea: (idea.added, idea.id)
        )
        return write_markdown(everything, (shift for shift, _ in shifts.oldest_first(store)))

    def calendar(self) -> Iterator[str]:
        """The log, the dated steps and the pocketed picks, for a calendar (iCalendar)."""
        from shifter.companion.exchange.formats.calendar import Meant, write_calendar

        store = self._context.store
        meant = [
            Meant(step.id, step.text, step.by, step.question)
            for step in next_steps.meant_for_a_day(store)
            if step.by is not None
        ]
        meant += [self._pocketed(pocket) for pocket in pockets.waiting(store)]
        shifts_only = (shift for shift, _ in shifts.oldest_first(store))
        return write_calendar(shifts_only, meant, self._context.now().utc)

    def pocket(self, picks: "Picks", when: str, keep: Callable[[str], None]) -> "Pick":
        """Pocket the pick and keep it in a calendar, with an alarm at its time: both or neither."""
        from shifter.companion.exchange.formats.calendar import write_meant

        with self._context.action("pocketed a pick"):
            id, next_one = picks.pocket(when)
            pocket = pockets.get(self._context.store, id)
            assert pocket is not None
            keep(write_meant(self._pocketed(pocket), self._context.now().utc))
        return next_one

    def reminder(self, at: time, weekdays: frozenset[int]) -> str:
        """A recurring reminder for a calendar; weekdays count from Monday, 0."""
        from shifter.companion.exchange.formats.calendar import write_reminder

        now = self._context.now()
        return write_reminder(at, weekdays, now.utc, now.wall.date())

    def preview(self, path: str, program: str | None = None) -> Brought:
        """What a file would bring; nothing is changed.

        `program` is the one that wrote it, where the file itself doesn't tell.
        """
        incoming = self._read(path, program)
        return Merging(self._context.store, incoming).brought()

    def bring_in(self, path: str, program: str | None = None) -> Brought:
        """Take in what a file has and this one has not, in one action."""
        incoming = self._read(path, program)
        source = "an export" if incoming.source == "shifter" else f"what {incoming.source} had"
        with self._context.action(f"brought in {source}") as writer:
            merging = Merging(self._context.store, incoming)
            merging.carry_out(writer)
        return merging.brought()

    def _read(self, path: str, program: str | None) -> Incoming:
        ensure_catalogue(self._context)
        data = read_bytes(path)
        program = program or recognize(data)
        if program == "shifter":
            return document.read_document(read_json(as_text(data)))
        if program == "csv":
            lines = read_table(as_text(data))
            name = clean_line(os.path.basename(path))
            return Converting(self._context, name).from_table(lines)
        reading = read_done(data, program)
        return Converting(self._context, reading.source).from_done(reading)

    def _pocketed(self, pocket: "pockets.Pocketed") -> "Meant":
        from shifter.companion.exchange.formats.calendar import Meant

        offer = offers.shown(self._context.store, pocket.offer)
        return Meant(pocket.id, text_of(self._context, offer), pocket.due, offer.why)
