"""Living through the chapters: everything in them done at its moment, by the rules."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from random import Random

from shifter.catalogue.table import Table
from shifter.companion.context import Context
from shifter.companion.demo.board import Board
from shifter.companion.demo.cards import Cards
from shifter.companion.demo.chapters import Chapter
from shifter.companion.demo.weeks import Day, read_weeks
from shifter.companion.moving_clock import MovingClock
from shifter.companion.rest import Rest
from shifter.companion.shifts import Shifts
from shifter.core.moment import to_text

# What is no shift happens this long before the next one.
_BEFORE = timedelta(minutes=2)

_Deeds = Mapping[str, Callable[[Table], None]]


class Teller:
    """Does what chapters tell, in their order."""

    def __init__(self, context: Context, clock: MovingClock) -> None:
        self._context = context
        self._clock = clock
        self._shifts = Shifts(context)
        self._rest = Rest(context)
        cards, board = Cards(context), Board(context)
        self._shift_deeds: _Deeds = {
            "log": self._log,
            "did": cards.do,
            "happened": cards.say_it_happened,
        }
        self._deeds: _Deeds = {
            **self._shift_deeds,
            "skipped": cards.skip,
            "ignored": cards.ignore,
            "retired": cards.retire,
            "pocketed": cards.pocket,
            "own": cards.add_own,
            "hunch": board.add_hunch,
            "moved": board.move,
            "planned": board.plan,
            "output": board.add_output,
            "checked": board.check_output,
            "step": board.set_step,
            "experiment": board.set_experiment,
            "found": board.find_out,
            "ruled_out": board.rule_out,
            "revived": board.revive,
        }

    def tell(self, chapter: Chapter, chance: Random) -> None:
        """Do everything in a chapter; raises CatalogueError if it does not fill its weeks."""
        days = read_weeks(chapter.weeks, chapter.monday, chance)
        moments = [moment for day in days for moment in day.moments]
        shifts = [entry for entry in chapter.entries if entry.verb in self._shift_deeds]
        if len(shifts) != len(moments):
            raise chapter.wrong(f"has {len(shifts)} shifts for {len(moments)} moments")
        with self._context.action("a chapter") as writer:
            self._mark_rest(days)
            done = 0
            for verb, fields in chapter.entries:
                is_shift = verb in self._shift_deeds
                moment = moments[min(done, len(moments) - 1)]
                self._clock.set(moment if is_shift else moment - _BEFORE)
                writer.instant = to_text(self._clock.now().utc)
                if deed := self._deeds.get(verb):
                    deed(fields)
                fields.finish()
                done += is_shift

    def _mark_rest(self, days: Iterable[Day]) -> None:
        for day in days:
            if day.rest:
                self._rest.mark(day.day)

    def _log(self, fields: Table) -> None:
        self._shifts.log(
            fields.text("log"),
            person=fields.optional_text("person"),
            note=fields.optional_text("note"),
        )
