"""What the Today screen shows, read at one moment."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from shifter.companion.asking import is_asked_about, to_be_asked, was_asked
from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.greeting import greet, opening_words, shift_to_tell
from shifter.companion.picks import Picks
from shifter.companion.timers import Timers
from shifter.companion.wording import describe, next_step, text_of
from shifter.core.landings import landing_ahead, landing_behind
from shifter.core.number_words import summed_up
from shifter.core.records import Idea, Quote, Shift, Streak
from shifter.core.views import (
    Away,
    Card,
    ClosedBookCard,
    Greeting,
    InPocket,
    OnTheBoil,
    OpenCard,
    PocketCard,
    ReplyCard,
    Stairs,
    TimerCard,
    TodayView,
    WeekPanel,
)
from shifter.core.weeks import last_week, latest_weeks, week_start
from shifter.store import changes, figures, ideas, offers, pockets, prompts, shifts, state
from shifter.store.offers import Offer
from shifter.store.store import Store

_ON_THE_BOIL = 6
_WEEKS = 8


def read_today(
    context: Context, picks: Picks, timers: Timers, replied: str | None = None
) -> TodayView:
    """All of the screen as things stand; the reply to the offer `replied` comes before all else."""
    store = context.store
    today = context.today()
    streak = Figures(context).streak(today)
    if book := ideas.closed_book(store):
        return _at_rest(context, streak, ClosedBookCard(book.name, book.closed))
    card = _just_replied(context, replied, streak) or _card(context, picks, timers, streak)
    told_of = shift_to_tell(context, streak)
    worked_on = ideas.worked_on(store, today)
    living = tuple(idea for idea in worked_on if not idea.has_ended)
    return TodayView(
        day=today,
        first_start=not _is_begun(store),
        greeting=greet(context, streak, card, told_of),
        card=_not_told_twice(context, card, told_of),
        at_hand=context.at_hand(),
        timer=timers.state(),
        week=_week(context, streak),
        # Before the first shift there is nothing to tell but the card.
        boil=_boil(context, living[:_ON_THE_BOIL], today) if streak.total else (),
        stairs=Stairs(landing_behind(streak.total), streak.total, landing_ahead(streak.total)),
        away=away_since(context, streak),
        # Nobody rests from what has not begun.
        resting=streak.total > 0 and _rests(context, today),
        idea_names=tuple(idea.name for idea in worked_on),
        week_behind=_week_behind(context, streak),
        pocket=tuple(_in_pocket(context)),
    )


def _is_begun(store: Store) -> bool:
    """Whether the first question was answered, and that was not undone, or anything was logged."""
    if shifts.latest(store) is not None:
        return True
    begun_by = state.read(store, "begun")
    return begun_by is not None and not changes.is_undone(store, begun_by)


def _at_rest(context: Context, streak: Streak, card: ClosedBookCard) -> TodayView:
    """One quiet line, and nothing that asks for anything."""
    return TodayView(
        day=streak.as_of,
        first_start=False,
        greeting=Greeting(opening_words(context), ""),
        card=card,
        at_hand=context.at_hand(),
        timer=None,
        week=None,
        boil=(),
        stairs=Stairs(0, 0, 0),
        away=None,
        resting=True,
        idea_names=tuple(idea.name for idea in ideas.living(context.store)),
    )


def away_since(context: Context, streak: Streak) -> Away | None:
    """The last active day and yesterday, where a run has ended between them."""
    if streak.current.state != "none" or not streak.total:
        return None
    standing = figures.standing(context.store, streak.as_of)
    if standing is None:
        return None
    return Away(standing.day, streak.as_of - timedelta(days=1))


def _just_replied(context: Context, replied: str | None, streak: Streak) -> ReplyCard | None:
    offer = offers.get(context.store, replied) if replied else None
    return _reply(context, offer, streak) if offer else None


def _card(context: Context, picks: Picks, timers: Timers, streak: Streak) -> Card:
    store = context.store
    if timer := timers.left_running():
        offer = offers.get(store, timer.offer)
        if offer is not None and is_asked_about(context, timer):
            since = _on_the_wall(context, timer.since) if timer.since else None
            return TimerCard(describe(context, offer), timers.counted(timer), since)
    if pocketed := to_be_asked(context):
        offer = offers.get(store, pocketed.offer)
        if offer is not None:
            pick = describe(context, offer)
            return PocketCard(pocketed.id, pick.text, pick.idea, pocketed.day, pick.quote, offer.id)
    latest = offers.latest(store, streak.as_of)
    if picks.waiting() is None and latest is not None and latest.outcome == "done":
        reply = _reply(context, latest, streak)
        if reply is not None:
            return reply
    return OpenCard(picks.current())


def _on_the_wall(context: Context, instant: datetime) -> datetime:
    """What the clock on the wall shows then, here."""
    return instant.astimezone(context.clock.zone()).replace(tzinfo=None)


def _in_pocket(context: Context) -> Iterator[InPocket]:
    """What was taken along, by when it will be asked about."""
    for pocketed in pockets.waiting(context.store):
        offer = offers.get(context.store, pocketed.offer)
        if offer is not None:
            due = _on_the_wall(context, pocketed.due)
            asked = was_asked(context, pocketed)
            yield InPocket(offer.id, text_of(context, offer), due, asked)


def _reply(context: Context, offer: Offer, streak: Streak) -> ReplyCard | None:
    store = context.store
    shift = shifts.get(store, offer.shift) if offer.shift else None
    prompt = prompts.get(store, offer.prompt)
    if shift is None or prompt is None:
        return None
    return ReplyCard(
        shift=shift,
        number=streak.total - shifts.done_after(store, shift, streak.as_of),
        answer=offer.answer,
        then=next_step(context, offer, shift.person),
        asks_anchor=_asks_anchor(context, streak.as_of),
        can_be_hunch=shift.little_yes and _is_no_hunch(context, shift),
    )


def _is_no_hunch(context: Context, shift: Shift) -> bool:
    from shifter.companion.hunches import hunch_of  # only what was lit needs it

    return hunch_of(context.store, shift) is None


def _asks_anchor(context: Context, today: date) -> bool:
    """On the day of the first pick that was done, until the if-then line is there or waved away."""
    store = context.store
    if context.config.anchor is not None or state.read(store, "anchor_asked") is not None:
        return False
    return not offers.was_any_done_before(store, today)


def _not_told_twice(context: Context, card: Card, told_of: Shift | None) -> Card:
    """The card; what it quotes needs no day where the greeting has just told of that shift."""
    match card:
        case OpenCard(pick) if told_of and pick.quote:
            quote = _dayless(context, pick.quote, pick.offer, told_of)
            return OpenCard(pick._replace(quote=quote))
        case PocketCard() if told_of and card.quote:
            return card._replace(quote=_dayless(context, card.quote, card.offer, told_of))
    return card


def _dayless(context: Context, quote: Quote, quoted_for: str, told_of: Shift) -> Quote:
    offer = offers.get(context.store, quoted_for)
    if offer is None or offer.step is not None or offer.follows != told_of.id:
        return quote
    return quote._replace(lead=state.phrase(context.store, "leads", "told") or quote.lead)


def _rests(context: Context, today: date) -> bool:
    return figures.rest_days(context.store, today, today).is_rest(today)


def _week(context: Context, streak: Streak) -> WeekPanel | None:
    """This week; last week's number only while this one is level or ahead."""
    if not streak.total or streak.current.state == "none":
        return None
    today = streak.as_of
    start = week_start(today, context.store.settings().week_start)
    days = Figures(context).days(start, start + timedelta(days=6))
    ahead = streak.this_week.shifts >= streak.last_week.shifts > 0
    return WeekPanel(
        days, today, streak.this_week.shifts, streak.last_week.shifts if ahead else None
    )


def _week_behind(context: Context, streak: Streak) -> str | None:
    """`9 shifts on 5 days, 2 Little Yeses`, on the day a week begins; None for an empty one."""
    today = streak.as_of
    first_day = context.store.settings().week_start
    if week_start(today, first_day) != today or not streak.last_week.shifts:
        return None
    days = figures.by_day(context.store, *last_week(today, first_day)).values()
    return summed_up(streak.last_week.shifts, len(days), sum(lit for _, _, lit in days))


def _boil(context: Context, living: tuple[Idea, ...], today: date) -> tuple[OnTheBoil, ...]:
    starts = latest_weeks(today, context.store.settings().week_start, _WEEKS)
    return tuple(
        OnTheBoil(idea.name, ideas.weekly_shifts(context.store, idea.id, starts), idea.little_yeses)
        for idea in living
    )
