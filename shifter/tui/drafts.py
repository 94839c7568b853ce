"""What is half written in the app's fields, kept so that a closed terminal loses none of it."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from shifter.core.days import long_day
from shifter.core.number_words import in_words
from shifter.core.records import Shift
from shifter.core.text import beginning, in_one_line, quoted
from shifter.core.views import OpenCard, ReplyCard, TimerCard, TodayView
from shifter.tui.background import in_the_background
from shifter.tui.sayings import in_passing
from shifter.tui.widgets.footer import short

if TYPE_CHECKING:
    from shifter.store.half_written import HalfWritten, Words
    from shifter.tui.app import ShifterApp

DRAFTS_KEPT_EVERY = 1.0
"""Seconds between saves of what was typed."""

NEW_SHIFT = "new shift"
"""The line of a new shift; longer names begin with it where words came there from elsewhere."""

NEW_IDEA = "new idea"
FIRST_START = "first-start"
_CARD = "card "
_SHIFT = "shift "
_DAY = "day "
_EDIT = "edit "
_IDEA = "idea "
_TAKEN_BACK = "taken-back "
_IN_SIGHT = 2
_TOLD = "told"
_SHOWN = 60
_SHOWN_OF_OTHERS = 20
_NAMED = 2
_SAID_FOR = 10.0  # seconds


def note_on(offer: str) -> str:
    """The place of a note on the pick of an open offer."""
    return f"{_CARD}{offer} note"


def smaller_than(offer: str) -> str:
    """The place of something smaller than the pick of an open offer."""
    return f"{_CARD}{offer} smaller"


def note_of(shift: str) -> str:
    """The place of the note of a shift that was just done."""
    return f"{_SHIFT}{shift} note"


def lit_by(shift: str) -> str:
    """The place of what a shift lit up."""
    return f"{_SHIFT}{shift} lit"


def editing(shift: str) -> str:
    """The place where all of a shift is edited."""
    return f"{_EDIT}{shift}"


def about_idea(idea: str, asked: str) -> str:
    """The place of what is asked about an idea."""
    return f"{_IDEA}{idea} {asked}"


class Drafts:
    """The words begun in each place; none once a place was submitted or left."""

    def __init__(self, keeper: "HalfWritten | None" = None) -> None:
        """Without a keeper they last until the app is closed."""
        self._keeper = keeper
        self._words = keeper.take_over() if keeper else {}
        self._kept = dict(self._words)
        self._entered: dict[str, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is half written."""
        return not self._words

    def at(self, place: str) -> "Words":
        """What is half written at a place."""
        return self._words.get(place, ())

    def put(self, place: str, words: "Words") -> None:
        """Set what stands in the fields of a place; None for a field that is as it was."""
        if self.at(place) == words:
            return  # Looked at, and no newer than it was.
        self._words.pop(place, None)
        if any(each is not None for each in words):
            self._words[place] = words
        elif self._words.keys() == {_TOLD}:
            self._words.clear()

    @property
    def new_shift(self) -> str:
        """The place where the line of a new shift goes on: the newest of those begun."""
        begun = (place for place in reversed(self._words) if place.startswith(NEW_SHIFT))
        return next(begun, NEW_SHIFT)

    def of_new_shift(self, *, day: date | None, idea: str | None) -> str:
        """The place of a new shift's line: on a day of the board, on an idea, or on neither."""
        if idea is not None:
            return about_idea(idea, f"shift on {day or 'any day'}")
        return self.new_shift if day is None else f"{_DAY}{day}"

    def on_card(self, id: str) -> str:
        """What is half written on the card of an offer, or was logged with it and then undone."""
        if words := self._entered.pop(id, ""):
            self.put(_TAKEN_BACK + id, (words,))
        places = (_CARD + id, _TAKEN_BACK + id, _moved(_CARD + id))
        return next((words for place in places for words in self.at(place) if words), "")

    def put_on_card(self, id: str, words: str) -> None:
        """Set what stands in the field of a card; what was logged before is not half written."""
        self.put(_moved(_CARD + id), ())
        if self.at(_TAKEN_BACK + id) != (words,):
            self.put(_TAKEN_BACK + id, ())
            self.put(_CARD + id, (words or None,))

    def enter_on_card(self, id: str) -> None:
        """The card was logged with its words; where that is undone, they come back."""
        self._entered[id] = self.on_card(id)
        self.put_on_card(id, "")

    def take_note(self, shift: Shift) -> str | None:
        """The note of a shift as it was begun, and what lit up, which go on elsewhere from now."""
        note, lit = (next(iter(self.at(place(shift.id))), None) for place in (note_of, lit_by))
        self.put(note_of(shift.id), ())
        self.put(lit_by(shift.id), ())
        if note is None and lit is None:
            return None
        return "\n".join(filter(None, (shift.note if note is None else note, lit)))

    def begun_on(self, *kinds: str) -> set[str]:
        """The ids of the cards, or of the shifts, on which something was begun."""
        return {place.split()[1] for place in self._words if place.startswith(kinds)}

    def let_go(self, gone: Collection[str]) -> list[str]:
        """Have what was begun on cards, shifts and ideas that have gone go on in new shifts.

        Each place has a line of its own, the newest of which is offered first.
        """
        places = [
            place
            for place in self._words
            if place.startswith((_CARD, _SHIFT, _EDIT, _IDEA)) and place.split()[1] in gone
        ]
        lines = []
        for place in places:
            line, there = in_one_line(" ".join(filter(None, self.at(place)))), _moved(place)
            self.put(place, ())
            if line:
                while self.at(there):  # It was let go before, and begun anew.
                    there += "+"
                self.put(there, (line,))
                lines.append(line)
        return lines

    def forget_taken_back(self, gone: Collection[str]) -> None:
        """Forget what was logged on cards that have gone, and then undone."""
        for id in gone:
            self.put(_TAKEN_BACK + id, ())

    @property
    def newest_is_in_sight(self) -> bool:
        """Whether what was written last stands on a card."""
        places = [place for place in self._words if place != _TOLD]
        return bool(places) and _is_in_sight(places[-1])

    def tell(self) -> dict[str, str]:
        """The first words of each place that are not in sight, the newest first, each told once."""
        unseen = {
            place: first
            for place, words in reversed(self._words.items())
            if place != _TOLD and not _is_in_sight(place)
            for first in list(filter(None, words))[:1]
        }
        told = self.at(_TOLD)
        self.put(_TOLD, tuple(unseen.values()))
        return {place: words for place, words in unseen.items() if words not in told}

    @property
    def is_behind(self) -> bool:
        """Whether something was typed since the last save."""
        return self._keeper is not None and self._words != self._kept

    async def look(self) -> None:
        """Save what was typed since, without blocking the screen."""
        if self.is_behind:
            await in_the_background(self.save)

    def save(self) -> None:
        """Save what was typed since; safe to call from any thread."""
        words = dict(self._words)
        if self._keeper is not None and self.is_behind:
            with suppress(OSError):  # Where there is no room, it is tried again.
                self._keeper.keep(words)
                self._kept = words

    def keeps(self) -> bool:
        """Save what was typed; whether it outlasts the app now."""
        self.save()
        return not self.is_behind

    def kept_told(self) -> str:
        """The same in words, after what it is that is kept."""
        return "is kept" if self.keeps() else "is kept only till you quit"

    def close(self) -> None:
        """Save them for the next start."""
        self.save()
        if self._keeper is not None:
            self._keeper.close()


def _moved(place: str) -> str:
    """Where what was begun there goes on once its place is no more."""
    return f"{NEW_SHIFT} {place}"


def _is_in_sight(place: str) -> bool:
    """Whether it stands on a card, or will when that is asked about."""
    return place.startswith((_CARD, _TAKEN_BACK)) and len(place.split()) == _IN_SIGHT


async def settle(app: "ShifterApp", view: TodayView) -> list[str]:
    """Have what was begun on cards that have gone go on in lines of new shifts; those lines."""
    return app.drafts.let_go(await _gone(app, view))


async def _gone(app: "ShifterApp", view: TodayView) -> set[str]:
    """The cards with words of theirs that can't be gone on with any more."""
    gone = app.drafts.begun_on(_CARD, _TAKEN_BACK) - _on_cards(view)
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
    shifts = drafts.begun_on(_SHIFT, _EDIT)
    gone.update([id for id in shifts if not await app.ask(companion.shifts.has, id)])
    names: dict[str, str] = {}
    if about := drafts.begun_on(_IDEA):
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
    if place.startswith(_DAY):
        streaks, add = map(app.key_named, ("everywhere.streaks", "streaks.add"))
        day = date.fromisoformat(place.removeprefix(_DAY))
        return f"{streaks}, then {add} on {long_day(day)} goes on with it."
    if place.startswith(_IDEA):
        name = in_passing(quoted(names[place.split()[1]]))
        return f"It stands in {name}, where you were writing it."
    if place == NEW_IDEA:
        ideas, add = map(app.key_named, ("everywhere.ideas", "ideas.add"))
        return f"{ideas}, then {add} goes on with it."
    if place.startswith((_SHIFT, _EDIT)) and place.split()[1] != on_reply:
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
