"""What was half written when the app was closed: where it goes on, and the telling of it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from shifter.core.days import long_day
from shifter.core.number_words import in_words
from shifter.core.text import beginning, in_one_line, quoted
from shifter.core.views import OpenCard, ReplyCard, TimerCard, TodayView
from shifter.tui.drafts import (
    CARD,
    DAY,
    EDIT,
    FIRST_START,
    IDEA,
    NEW_IDEA,
    NEW_SHIFT,
    SHIFT,
    TAKEN_BACK,
)
from shifter.tui.sayings import in_passing
from shifter.tui.widgets.footer import short

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp

_SHOWN = 60
_SHOWN_OF_OTHERS = 20
_NAMED = 2
_SAID_FOR = 10.0  # seconds


async def settle(app: "ShifterApp", view: TodayView) -> list[str]:
    """Have what was begun on cards that have gone go on in lines of new shifts; those lines."""
    return app.drafts.let_go(await _gone(app, view))


async def _gone(app: "ShifterApp", view: TodayView) -> set[str]:
    """The cards with words of theirs that can't be gone on with any more."""
    gone = app.drafts.begun_on(CARD, TAKEN_BACK) - _on_cards(view)
    if gone and (waiting := await app.ask(app.companion.picks.waiting)):
        gone.discard(waiting.id)
    return gone


def _on_cards(view: TodayView) -> set[str]:
    """The ids of what stands on the card, or will when it is asked about."""
    cards = {FIRST_START, *(taken.offer for taken in view.pocket)}
    if isinstance(view.card, OpenCard | TimerCard):
        cards.add(view.card.pick.offer)
    return cards


async def bring_back(app: "ShifterApp") -> None:
    """Say once what was half written when the app was last closed, unless it is on the screen."""
    drafts, companion = app.drafts, app.companion
    view = await app.ask(companion.today.view)
    gone = await _gone(app, view)
    drafts.forget_taken_back(gone)
    shifts = drafts.begun_on(SHIFT, EDIT)
    gone.update([id for id in shifts if not await app.ask(companion.shifts.has, id)])
    names: dict[str, str] = {}
    if about := drafts.begun_on(IDEA):
        names = {idea.id: idea.name for idea in await app.ask(companion.ideas.all, ended=True)}
        gone |= about - names.keys()
    drafts.let_go(gone)
    if app.current_mode != "today":
        return
    untold = drafts.tell()
    if untold:
        (place, words), *others = untold.items()
        also = " also" if drafts.newest_is_in_sight else ""
        begun = f"You were{also} writing {beginning(in_one_line(words), _SHOWN)}."
        kept_too = _kept_too([words for _, words in others])
        app.say_also(f"{begun} {_where(app, view, place, names)}{kept_too}", seconds=_SAID_FOR)


def _where(app: "ShifterApp", view: TodayView, place: str, names: Mapping[str, str]) -> str:
    """How to go on with what was begun at a place; `names` are those of ideas, by id."""
    on_reply = view.card.shift.id if isinstance(view.card, ReplyCard) else ""
    if place.startswith(NEW_SHIFT):
        return f"{app.key_named('today.add')} on Today goes on with it."
    if place.startswith(DAY):
        streaks, add = map(app.key_named, ("everywhere.streaks", "streaks.add"))
        day = date.fromisoformat(place.removeprefix(DAY))
        return f"{streaks}, then {add} on {long_day(day)} goes on with it."
    if place.startswith(IDEA):
        name = in_passing(quoted(names[place.split()[1]]))
        return f"It stands in {name}, where you were writing it."
    if place == NEW_IDEA:
        ideas, add = map(app.key_named, ("everywhere.ideas", "ideas.add"))
        return f"{ideas}, then {add} goes on with it."
    if place.startswith((SHIFT, EDIT)) and place.split()[1] != on_reply:
        story, edits = map(app.key_named, ("everywhere.story", "story.edit"))
        return f"{story}, then {short(edits)} on that shift goes on with it."
    return "It stands where you were writing it."


def _kept_too(others: list[str]) -> str:
    """What else is half written, by how it begins."""
    if not others:
        return ""
    named = ", ".join(beginning(in_one_line(words), _SHOWN_OF_OTHERS) for words in others[:_NAMED])
    more = f" and {in_words(len(others) - _NAMED)} more" if len(others) > _NAMED else ""
    return f" Kept too: {named}{more}."
