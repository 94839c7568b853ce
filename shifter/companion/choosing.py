"""Choosing the next pick: what is known of the day and the person, and what follows from it."""

from datetime import date, timedelta

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.follows import taken_up, warm
from shifter.companion.wording import LATELY
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import Refused
from shifter.store import figures, ideas, lessons, next_steps, offers, prompts, shifts, state
from shifter.store.offers import NewOffer, Offer
from shifter.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shifter.core.pick.choosing import Learned
    from shifter.core.pick.situation import Choice, Follow, IdeaTurn, Situation
    from shifter.core.pick.terms import Histories
    from shifter.core.records import Prompt

_TURN = timedelta(days=30)
_BEFORE = 10


def choose(
    context: Context,
    writer: Writer,
    *,
    follow: "Follow | None" = None,
    first: frozenset[str] = frozenset(),
    recorded: bool = False,
) -> Offer:
    """Put a new pick on the card; Refused if nothing fits what is at hand."""
    ensure_catalogue(context)
    from shifter.companion.why import why
    from shifter.core.pick.fitting import rung_within

    store = context.store
    # What was answered a moment ago, in this very action, is learned from as well.
    store.settle()
    lessons.ensure_counted(store, writer)
    situation, choice = weigh(context, follow, first)
    prompt = prompts.get(store, choice.prompt)
    assert prompt is not None, "what was chosen is in the file"
    rung = rung_within(prompt, choice.at_most)
    id = offers.show(
        writer,
        NewOffer(
            day=situation.today,
            prompt=choice.prompt,
            rung=rung,
            idea=choice.idea.id if choice.idea else None,
            person=choice.follow.person if choice.follow else None,
            follows=choice.follow.shift if choice.follow else None,
            term=choice.reason,
            why=why(context, choice),
            own_text=None if rung else _step_text(context, choice.step),
            step=choice.step,
            part=situation.part,
        ),
        recorded=recorded,
    )
    lessons.keep_weighing(writer, id, situation.today, choice)
    return offers.shown(store, id)


def weigh(
    context: Context, follow: "Follow | None" = None, first: frozenset[str] = frozenset()
) -> "tuple[Situation, Choice]":
    """What would be chosen as things stand; Refused if nothing fits."""
    from shifter.core.pick.choosing import choose as chosen

    situation = _situation(context, follow, first)
    candidates = prompts.candidates(context.store, situation.minutes)
    learned = _learned(context, situation.today)
    choice = chosen(candidates, situation, learned, context.random)
    if choice is None:
        raise _nothing_fits()
    return situation, choice


def refuse_unless_something_fits(context: Context) -> None:
    """Refused if no prompt at all goes with the time and the place at hand."""
    ensure_catalogue(context)
    from shifter.core.pick.limits import possible
    from shifter.core.pick.situation import Situation

    minutes, place, _ = context.at_hand()
    store = context.store
    # In a new file the prompts came a moment ago, in this very action.
    store.settle()
    situation = Situation(context.today(), minutes, place, wishes=lessons.wishes(store))
    if not possible(prompts.candidates(store, minutes), situation):
        raise _nothing_fits()


def _situation(context: Context, follow: "Follow | None", first: frozenset[str]) -> "Situation":
    from shifter.core.greeting import part_of_day
    from shifter.core.pick.counting import is_weekend
    from shifter.core.pick.resting import LONGEST, resting
    from shifter.core.pick.situation import Situation

    store = context.store
    today = context.today()
    set_today = state.at_hand(store, today)
    living = _turns(context, today, set_today.idea)
    shown_today = offers.prompts_answered_on(store, today)
    rest_since = today - timedelta(days=LONGEST)
    done = shifts.prompts_done_since(store, rest_since)
    return Situation(
        today=today,
        minutes=set_today.minutes or context.config.minutes,
        place=set_today.place,
        part=part_of_day(context.now().wall),
        weekend=is_weekend(today),
        narrowed=set_today.minutes is not None or set_today.place is not None,
        idea=next((idea for idea in living if idea.id == set_today.idea), None),
        ideas=living,
        follow=follow or warm(context, today),
        again=None if shown_today else taken_up(context, today),
        next_step=_next_step(context, living),
        done_lately=frozenset(prompt for prompt, day in done.items() if day >= today - LATELY),
        shown_today=shown_today,
        resting=resting(lessons.shown_after(store, rest_since), done, today),
        before=lessons.answered_before(store, _BEFORE),
        wishes=lessons.wishes(store),
        only=first,
        returning=_is_returning(context, today),
    )


def _learned(context: Context, today: date) -> "Learned":
    from shifter.core.pick.choosing import Learned
    from shifter.core.pick.situation import SEASON

    store = context.store

    def histories(prompts: "Sequence[str]") -> "Histories":
        return lessons.histories(store, prompts, today)

    def shown() -> "Mapping[str, date]":
        return lessons.shown_after(store, today - timedelta(days=SEASON))

    return Learned(lessons.sums(store, today), histories, shown)


def _turns(context: Context, today: date, chosen: str | None) -> "list[IdeaTurn]":
    """The living ideas, with how often each was offered of late and what it has to come.

    The Yes is one of them on a day that it was chosen for; it has no next step any more.
    """
    from shifter.companion.own_steps import OwnSteps
    from shifter.core.pick.situation import IdeaTurn
    from shifter.core.pick.turns import turns_had

    store = context.store
    ideas_here = ideas.taking_turns(store, chosen)
    came = {idea.id: idea.came for idea in ideas_here}
    counts = turns_had(came, offers.days_of_ideas(store, today - _TURN))
    steps = OwnSteps(store, today, chosen)
    lit = ideas.little_yeses(store)
    return [
        IdeaTurn(
            idea.id,
            idea.name,
            counts[idea.id],
            *((None, False) if idea.is_yes else steps.of(idea.id)),
            lit.get(idea.id, 0),
        )
        for idea in ideas_here
    ]


def _next_step(context: Context, living: "list[IdeaTurn]") -> "Prompt | None":
    """The prompt that stands for people's own steps, if there is one to take."""
    from shifter.core.pick.situation import NEXT_STEP

    if all(idea.step is None for idea in living):
        return None
    return prompts.get(context.store, NEXT_STEP)


def _is_returning(context: Context, today: date) -> bool:
    return (
        figures.first_day(context.store) is not None
        and Figures(context).streak(today).current.state == "none"
    )


def _step_text(context: Context, step: str | None) -> str | None:
    known = next_steps.get(context.store, step) if step else None
    return known.text if known else None


def _nothing_fits() -> Refused:
    return Refused(
        "Nothing fits what is at hand",
        "Give it more minutes or another place, or restore a prompt that was retired.",
    )
