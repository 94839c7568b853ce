"""What goes on around a card: the keys as they are bound, a running clock, a field in use."""

from collections.abc import Mapping
from datetime import date

from shifter.core.quick_tuple import NamedTuple
from shifter.core.views import TodayView
from shifter.tui.commands import action_of
from shifter.tui.widgets.card_border import Choice
from shifter.tui.widgets.card_words import at_hand_words


class Clock(NamedTuple):
    """The timer as it is now: whole seconds left (negative once it is over) of its length.

    `kept_going` is True once somebody chose, at zero, not to log it yet.
    """

    left: int
    length: int
    paused: bool
    kept_going: bool

    @property
    def is_over(self) -> bool:
        """Whether the time is up, and what to do now has not been chosen."""
        return self.left <= 0 and not self.paused and not self.kept_going


class Situation(NamedTuple):
    """What the card shows besides the view: the keys by command, and what is going on right now.

    `skipped` is True for a moment after a pick was skipped, `writing` while the field has the
    focus, `signed` while there are signs in it that stay as they are. `at_hand` tells the time and
    place that were set for today, `idea` the idea.
    """

    keys: Mapping[str, str]
    today: date
    clock: Clock | None = None
    skipped: bool = False
    writing: bool = False
    signed: bool = False
    at_hand: str | None = None
    idea: str | None = None
    resting: bool = False

    def without_clock(self) -> "Situation":
        """The same at every second of a running clock, until its time is up."""
        clock = self.clock
        return self._replace(clock=clock and clock._replace(left=int(clock.left > 0)))

    def choice(self, command: str, label: str, short: str | None = None) -> Choice:
        """A command of the Today screen as a choice in the card's edge."""
        return Choice(self.keys[command], label, f"screen.{action_of(command)}", short)


def situation(
    view: TodayView,
    keys: Mapping[str, str],
    usual_minutes: int,
    *,
    clock: Clock | None = None,
    skipped: bool = False,
    writing: bool = False,
    signed: bool = False,
) -> Situation:
    """The situation of a view's card; `usual_minutes` are at hand on any other day."""
    return Situation(
        keys=keys,
        today=view.day,
        clock=clock,
        skipped=skipped,
        writing=writing,
        signed=signed,
        at_hand=at_hand_words(view.at_hand, usual_minutes),
        idea=view.at_hand.idea,
        resting=view.resting,
    )
