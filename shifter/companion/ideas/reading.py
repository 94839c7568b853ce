"""What the Ideas screen shows, read at one moment."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.companion.ideas.offered import OfferedSteps
from shifter.core.found_out import found_out
from shifter.core.four_weeks import FOUR_WEEKS, four_weeks
from shifter.core.ideas_view import DeadEnd, IdeaCard, IdeasView, OpenedIdea
from shifter.core.next_steps import is_near
from shifter.core.projects import project_week
from shifter.core.records import Idea, Stage
from shifter.core.trail import newest_first
from shifter.core.weeks import latest_weeks
from shifter.store import figures, ideas, next_steps, projects, state, trails

_WEEKS = 8
_EMPTY: dict[Stage, str] = {
    "hunch": "hunches",
    "exploring": "exploring",
    "project": "projects",
    "yes": "yes",
    "dead_end": "ruled_out",
}


def read_board(context: Context) -> IdeasView:
    """Every idea as a card."""
    store, today = context.store, context.today()
    cards = _Cards(context, today)
    board = tuple(cards.card(idea) for idea in ideas.all_ideas(store, today))
    first = today - FOUR_WEEKS + timedelta(days=1)
    book = ideas.closed_book(store)
    return IdeasView(
        day=today,
        cards=board,
        busiest_week=max((week for card in board for week in card.weeks), default=0),
        four_weeks=four_weeks(
            ideas.shifts_by_idea(store, first, today), figures.totals(store, first, today).shifts
        ),
        book_closed=book.closed if book else None,
        empty_words={
            stage: state.phrase(store, "empty", phrase) for stage, phrase in _EMPTY.items()
        },
    )


def read_card(context: Context, idea: Idea) -> IdeaCard:
    """One idea as a card."""
    return _Cards(context, context.today()).card(idea)


def read_idea(context: Context, idea: Idea, shifts: int) -> OpenedIdea:
    """One idea with its trail."""
    store, today = context.store, context.today()
    book = ideas.closed_book(store)
    return OpenedIdea(
        day=today,
        card=_Cards(context, today).card(idea),
        drop_if=ideas.drop_if(store, idea.id),
        people=trails.people(store, idea.id),
        all_timed=not trails.has_untimed_shifts(store, idea.id),
        trail=newest_first(trails.entries(store, idea.id, shifts)),
        book_closed=book.closed if book and book.id == idea.id else None,
    )


def read_dead_end(context: Context, idea: Idea) -> DeadEnd:
    """How little it took, and the ways still open."""
    store = context.store
    lines = state.phrases(store, "dead_end")
    so_far = ideas.ruled_out(store, context.today())
    minutes = None if trails.has_untimed_shifts(store, idea.id) else idea.minutes
    return DeadEnd(
        idea=idea,
        found_out=found_out(idea.shifts, minutes),
        ways_open=tuple(known.name for known in ideas.living(store)),
        line=lines[so_far % len(lines)] if lines else "",
    )


class _Cards:
    """Makes cards; what belongs to many ideas is read once."""

    def __init__(self, context: Context, today: date) -> None:
        store = context.store
        starts = latest_weeks(today, store.settings().week_start, _WEEKS)
        self._today = today
        self._weeks = ideas.all_weekly_shifts(store, starts)
        self._steps = next_steps.current(store, today)
        self._projects = projects.projects(store)
        self._outputs = projects.outputs(store)
        self._offered = OfferedSteps(context)

    def card(self, idea: Idea) -> IdeaCard:
        step = self._steps.get(idea.id)
        project = self._projects.get(idea.id) if idea.stage == "project" else None
        outputs = self._outputs.get(idea.id, ())
        needs_step = step is None and not idea.has_ended and not outputs
        return IdeaCard(
            idea=idea,
            weeks=self._weeks.get(idea.id, (0,) * _WEEKS),
            step=step,
            step_is_near=step is not None and is_near(step, self._today),
            offered=self._offered.of(idea.id) if needs_step else None,
            project=project,
            week=project_week(project, self._today) if project else 0,
            outputs=outputs,
        )
