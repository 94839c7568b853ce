"""Choosing the next pick: what is known of the day and the person, and what follows from it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from shifter.companion.at_hand import at_hand
from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.wording import LATELY
from shifter.core.placeholders import fill
from shifter.core.records import Shift
from shifter.errors import Refused
from shifter.store import figures, ideas, next_steps, offers, prompts, shifts, state
from shifter.store.offers import NewOffer, Offer
from shifter.store.writer import Writer

if TYPE_CHECKING:
    from shifter.core.pick import Choice, Follow, Situation

_WARM = 7
_TURN = 30


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
    from shifter.core.pick import choose as chosen

    store = context.store
    situation = _situation(context, follow, first)
    choice = chosen(prompts.all_prompts(store), situation, context.random)
    if choice is None:
        raise _nothing_fits()
    follow = choice.follow
    id = offers.show(
        writer,
        NewOffer(
            day=situation.today,
            prompt=choice.prompt.id,
            rung=choice.rung,
            idea=choice.idea.id if choice.idea else None,
            person=follow.person if follow else None,
            follows=follow.shift if follow else None,
            term=choice.term,
            why=_why(context, choice),
            own_text=None if choice.rung else _step_text(context, choice.step),
            step=choice.step,
        ),
        recorded=recorded,
    )
    return offers.shown(store, id)


def follow_of(context: Context, shift: Shift) -> "Follow | None":
    """The next step that a shift made warm."""
    from shifter.core.pick import Follow

    offer = offers.of_shift(context.store, shift.id)
    prompt = prompts.get(context.store, shift.prompt) if shift.prompt else None
    if offer is None or prompt is None or prompt.then is None:
        return None
    people = {person.name: person.id for person in ideas.people(context.store)}
    return Follow(shift.id, prompt.then, offer.idea, people.get(shift.person or ""))


def refuse_unless_something_fits(context: Context) -> None:
    """Refused if no prompt at all goes with the time and the place at hand."""
    ensure_catalogue(context)
    from shifter.core.pick import fits

    minutes, place, _ = at_hand(context)
    known = prompts.all_prompts(context.store)
    if not any(fits(prompt, minutes, place) for prompt in known):
        raise _nothing_fits()


def _situation(context: Context, follow: "Follow | None", first: frozenset[str]) -> "Situation":
    from shifter.companion.own_steps import OwnSteps
    from shifter.core.pick import SEASON, IdeaTurn, Situation

    store = context.store
    today = context.today()
    set_today = state.at_hand(store, today)
    turns = offers.offers_by_idea(store, today - timedelta(days=_TURN))
    steps = OwnSteps(store, today, set_today.idea)
    living = [
        IdeaTurn(id, name, turns.get(id, 0), *steps.of(id)) for id, name in ideas.living(store)
    ]
    shown = offers.last_day_by_prompt(
        store,
        ("done", "skipped", "smaller", "pocketed", "retired", "ignored"),
        today - timedelta(days=SEASON),
    )
    return Situation(
        today=today,
        minutes=set_today.minutes or context.config.minutes,
        place=set_today.place,
        narrowed=set_today.minutes is not None or set_today.place is not None,
        idea=next((idea for idea in living if idea.id == set_today.idea), None),
        ideas=living,
        follow=follow or _warm(context, today),
        done_lately=offers.prompts_done_since(store, today - LATELY),
        shown_today=frozenset(prompt for prompt, day in shown.items() if day == today),
        last_shown=shown,
        only=first,
        returning=_is_returning(context, today),
    )


def _warm(context: Context, today: date) -> "Follow | None":
    store = context.store
    latest = shifts.latest(store)
    if latest is None or (today - latest.day).days > _WARM:
        return None
    follow = follow_of(context, latest)
    # Once was enough to ask somebody who passed it by.
    passed = offers.last_day_by_prompt(store, ("skipped", "pocketed"), latest.day)
    return follow if follow and follow.prompt not in passed else None


def _is_returning(context: Context, today: date) -> bool:
    return (
        figures.first_day(context.store) is not None
        and Figures(context).streak(today).current.state == "none"
    )


def _why(context: Context, choice: "Choice") -> str:
    line = state.phrase(context.store, "reasons", choice.term)
    step = next_steps.get(context.store, choice.step) if choice.step else None
    if step is not None and step.by is not None:
        line = line.replace("{day}", f"{step.by:%A} {step.by.day} {step.by:%B}")
    return fill(line, None, choice.idea.name if choice.idea else None)


def _step_text(context: Context, step: str | None) -> str | None:
    known = next_steps.get(context.store, step) if step else None
    return known.text if known else None


def _nothing_fits() -> Refused:
    return Refused(
        "Nothing fits what is at hand",
        "Give it more minutes or another place, or restore a prompt that was retired.",
    )
