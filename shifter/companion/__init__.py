"""Everything a person can do, an area each; one method an action, one transaction each."""

from datetime import date, datetime, timedelta
from functools import cached_property

from shifter.clock import Clock, SystemClock
from shifter.companion.context import Context
from shifter.companion.diagnosis import diagnosed
from shifter.config import Config
from shifter.core.days import whole_day
from shifter.core.moment import from_text
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.store.connection import is_up_to_date
from shifter.store.patience import Meanwhile, Patience
from shifter.store.store import Store

if TYPE_CHECKING:
    from random import Random

    from shifter.companion.exchange import Exchange
    from shifter.companion.figures import Figures
    from shifter.companion.foresight import Foreseen
    from shifter.companion.history import History
    from shifter.companion.ideas import Ideas
    from shifter.companion.lessons import LessonsArea
    from shifter.companion.picks import Picks
    from shifter.companion.prompts import Prompts
    from shifter.companion.rest import Rest
    from shifter.companion.safekeeping import Restored, Safekeeping
    from shifter.companion.settings import DataSettings
    from shifter.companion.shifts import Shifts
    from shifter.companion.story import Story
    from shifter.companion.streaks import Streaks
    from shifter.companion.telling import Telling
    from shifter.companion.today import Today
    from shifter.core.sign_words import Known
    from shifter.core.views import TodayView
    from shifter.store.half_written import HalfWritten

_ASTRAY = timedelta(hours=1)
_A_MOMENT = 0.5  # seconds


def open_companion(
    database: str,
    *,
    config: Config,
    clock: Clock | None = None,
    random: "Random | None" = None,
    meanwhile: Meanwhile | None = None,
) -> "Companion":
    """Open the data file; raises FileTrouble where that can't be done.

    `meanwhile` is called again and again while another program holds the file, until `is_shown`.
    """
    with diagnosed(database):
        store = Store(database, Patience(meanwhile=meanwhile))
        try:
            return Companion(Context(store, clock or SystemClock(), config, random))
        except BaseException:
            store.close()
            raise


def half_written(database: str) -> "HalfWritten":
    """What somebody is in the middle of writing, kept until it is entered."""
    from shifter.store.half_written import HalfWritten

    return HalfWritten(database)


def opens_at_once(database: str) -> bool:
    """Whether the file is there and neither older nor newer than this program."""
    return is_up_to_date(database)


class Companion:
    """The areas; each is imported when it is first touched, since a quick command needs one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._day = context.today()
        self._zone = context.now().zone

    @cached_property
    def shifts(self) -> "Shifts":
        """Logging, finding and mending shifts."""
        from shifter.companion.shifts import Shifts

        return Shifts(self._context)

    @cached_property
    def picks(self) -> "Picks":
        """The pick on the card, and what can be done with it."""
        from shifter.companion.picks import Picks

        return Picks(self._context)

    @cached_property
    def ideas(self) -> "Ideas":
        """The ideas on the boil, and those that ended."""
        from shifter.companion.ideas import Ideas

        return Ideas(self._context)

    @cached_property
    def rest(self) -> "Rest":
        """Days off."""
        from shifter.companion.rest import Rest

        return Rest(self._context)

    @cached_property
    def prompts(self) -> "Prompts":
        """The catalogue, and prompts of one's own."""
        from shifter.companion.prompts import Prompts

        return Prompts(self._context)

    @cached_property
    def lessons(self) -> "LessonsArea":
        """What was learned from the picks."""
        from shifter.companion.lessons import LessonsArea

        return LessonsArea(self._context, self.picks)

    @cached_property
    def figures(self) -> "Figures":
        """What the log adds up to."""
        from shifter.companion.figures import Figures

        return Figures(self._context)

    @cached_property
    def settings(self) -> "DataSettings":
        """The settings that decide figures."""
        from shifter.companion.settings import DataSettings

        return DataSettings(self._context)

    @cached_property
    def history(self) -> "History":
        """Undo and redo."""
        from shifter.companion.history import History

        return History(self._context)

    @cached_property
    def today(self) -> "Today":
        """All that happens on the Today screen."""
        from shifter.companion.today import Today

        return Today(self._context, self.picks)

    @cached_property
    def streaks(self) -> "Streaks":
        """What the Streaks screen shows."""
        from shifter.companion.streaks import Streaks

        return Streaks(self._context, self.figures)

    @cached_property
    def story(self) -> "Story":
        """What the Story screen shows."""
        from shifter.companion.story import Story

        return Story(self._context)

    @cached_property
    def exchange(self) -> "Exchange":
        """Export and import."""
        from shifter.companion.exchange import Exchange

        return Exchange(self._context)

    @cached_property
    def telling(self) -> "Telling":
        """The story written out, and the week."""
        from shifter.companion.telling import Telling

        return Telling(self._context)

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """Backups of the data file."""
        from shifter.companion.safekeeping import Safekeeping

        return Safekeeping(self._context.store.path, self._context.clock)

    @property
    def database(self) -> str:
        """The path of the data file."""
        return self._context.store.path

    def now(self) -> datetime:
        """The present instant (UTC)."""
        return self._context.now().utc

    def day(self) -> date:
        """The shift day of the present moment."""
        return self._context.today()

    def read_day(self, text: str, *, ahead: bool = False) -> date:
        """A date in words; `ahead` allows the future and reads a weekday as the next one."""
        return self._context.read_day(text, ahead=ahead)

    def names(self) -> "Known":
        """Every idea and every person, by name."""
        from shifter.core.sign_words import Known
        from shifter.store import ideas

        store = self._context.store
        named = ideas.names(store), ideas.people(store)
        return Known(*(tuple(one.name for one in every) for every in named))

    def foreseen(self, ahead: int) -> "list[Foreseen]":
        """What Today will show `ahead` days from now, as long as nothing else is done."""
        from shifter.companion.foresight import foreseen

        return foreseen(self._context, ahead)

    def after_a_skip(self) -> "TodayView | None":
        """What Today would show if the pick were skipped now; None where that can't be told."""
        from shifter.companion.foresight import after_a_skip

        return after_a_skip(self._context)

    def configure(self, config: Config) -> None:
        """Use other settings from config.toml from now on."""
        self._context.config = config

    def changed_elsewhere(self) -> bool:
        """Whether another process wrote, or the shift day or the zone changed, since last asked."""
        day, zone = self._context.today(), self._context.now().zone
        turned = (day, zone) != (self._day, self._zone)
        self._day, self._zone = day, zone
        return self._context.store.changed_elsewhere() or turned

    def clock_warning(self) -> str | None:
        """A sentence where the clock is more than an hour behind the last thing done."""
        from shifter.store import changes

        now = self._context.now()
        last = changes.last(self._context.store)
        if last is None or from_text(last.created) - now.utc < _ASTRAY:
            return None
        then = from_text(last.created).replace(tzinfo=None) + timedelta(seconds=now.offset)
        return (
            f"The clock says {whole_day(now.wall)}, {now.wall:%H:%M}, and the last thing you did "
            f"was on {whole_day(then)}, {then:%H:%M}. What you log now counts for the day that the "
            "clock shows."
        )

    def restore(self, path: str) -> "Restored":
        """Go on with another data file, such as a backup; the present one is kept aside."""
        safekeeping = self.safekeeping
        self._context.store.close()
        try:
            return safekeeping.restore(path)
        finally:
            self._context.store.open()

    def reopen(self) -> None:
        """Go on with the file that took the data file's place, such as a backup restored elsewhere.

        Raises FileTrouble where it can't be used; then nothing is written, as before.
        """
        self._context.store.reopen()

    def is_shown(self) -> None:
        """The app is on the screen now, so nothing else has to show that the file is waited for."""
        self._context.store.patience.meanwhile = None

    def hurry(self) -> None:
        """Wait no longer than a moment for a file that is in use; any thread may call this."""
        self._context.store.patience.seconds = _A_MOMENT

    def close(self) -> None:
        """Let go of the file."""
        self._context.store.close()
