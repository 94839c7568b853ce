"""What is half written in the app's fields, kept so that a closed terminal loses none of it."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from shifter.core.records import Shift
from shifter.core.text import in_one_line
from shifter.tui.background import in_the_background

if TYPE_CHECKING:
    from shifter.store.half_written import HalfWritten, Words

DRAFTS_KEPT_EVERY = 1.0
"""Seconds between saves of what was typed."""

NEW_SHIFT = "new shift"
"""The line of a new shift; longer names begin with it where words came there from elsewhere."""

NEW_IDEA = "new idea"
FIRST_START = "first-start"

# What a place begins with, before the id or the day of what it is on.
CARD = "card "
SHIFT = "shift "
DAY = "day "
EDIT = "edit "
IDEA = "idea "
TAKEN_BACK = "taken-back "

_IN_SIGHT = 2
_TOLD = "told"


def note_on(offer: str) -> str:
    """The place of a note on the pick of an open offer."""
    return f"{CARD}{offer} note"


def smaller_than(offer: str) -> str:
    """The place of something smaller than the pick of an open offer."""
    return f"{CARD}{offer} smaller"


def note_of(shift: str) -> str:
    """The place of the note of a shift that was just done."""
    return f"{SHIFT}{shift} note"


def lit_by(shift: str) -> str:
    """The place of what a shift lit up."""
    return f"{SHIFT}{shift} lit"


def editing(shift: str) -> str:
    """The place where all of a shift is edited."""
    return f"{EDIT}{shift}"


def about_idea(idea: str, asked: str) -> str:
    """The place of what is asked about an idea."""
    return f"{IDEA}{idea} {asked}"


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
        return self.new_shift if day is None else f"{DAY}{day}"

    def on_card(self, id: str) -> str:
        """What is half written on the card of an offer, or was logged with it and then undone."""
        if words := self._entered.pop(id, ""):
            self.put(TAKEN_BACK + id, (words,))
        places = (CARD + id, TAKEN_BACK + id, _moved(CARD + id))
        return next((words for place in places for words in self.at(place) if words), "")

    def put_on_card(self, id: str, words: str) -> None:
        """Set what stands in the field of a card; what was logged before is not half written."""
        self.put(_moved(CARD + id), ())
        if self.at(TAKEN_BACK + id) != (words,):
            self.put(TAKEN_BACK + id, ())
            self.put(CARD + id, (words or None,))

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
            if place.startswith((CARD, SHIFT, EDIT, IDEA)) and place.split()[1] in gone
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
            self.put(TAKEN_BACK + id, ())

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
    return place.startswith((CARD, TAKEN_BACK)) and len(place.split()) == _IN_SIGHT
