"""What is half written in the app's fields, kept so that a closed terminal loses none of it."""

from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

from shifter.core.number_words import in_words
from shifter.core.text import beginning, in_one_line
from shifter.core.views import ReplyCard, TimerCard
from shifter.tui.background import in_the_background

if TYPE_CHECKING:
    from shifter.store.half_written import HalfWritten, Words
    from shifter.tui.app import ShifterApp

DRAFTS_KEPT_EVERY = 1.0
"""Seconds between saves of what was typed."""

NEW_SHIFT = "new shift"
NEW_IDEA = "new idea"
FIRST_START = "first-start"
_CARD = "card "
_TAKEN_BACK = "taken-back "
_IN_SIGHT = 2
_TOLD = "told"
_SHOWN = 60
_SHOWN_OF_OTHERS = 20
_NAMED = 2
_SAID_FOR = 10.0  # seconds


def note_on(id: str) -> str:
    """The place of a note on the pick of an open offer, or on a shift that was just done."""
    return f"{_CARD}{id} note"


def lit_by(id: str) -> str:
    """The place of what a shift lit up."""
    return f"{_CARD}{id} lit"


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

    def on_card(self, id: str) -> str:
        """What is half written on the card of an offer, or was logged with it and then undone."""
        if words := self._entered.pop(id, ""):
            self.put(_TAKEN_BACK + id, (words,))
        begun = self.at(_CARD + id) or self.at(_TAKEN_BACK + id)
        return next(iter(begun), None) or ""

    def put_on_card(self, id: str, words: str) -> None:
        """Set what stands in the field of a card; what was logged before is not half written."""
        if self.at(_TAKEN_BACK + id) != (words,):
            self.put(_TAKEN_BACK + id, ())
            self.put(_CARD + id, (words or None,))

    def enter_on_card(self, id: str) -> None:
        """The card was logged with its words; where that is undone, they come back."""
        self._entered[id] = self.on_card(id)
        self.put_on_card(id, "")

    def settle(self, cards: Collection[str]) -> str | None:
        """Have what was begun on any other card go on in the line of a new shift.

        `cards` are the ids that can be gone on with. The newest words not in sight come back.
        What waits in that line already stands behind what is newer.
        """
        left = [
            place
            for place in self._words
            if place.startswith((_CARD, _TAKEN_BACK)) and place.split()[1] not in cards
        ]
        gone = [place for place in left if place.startswith(_CARD)]
        line, *when = self.at(NEW_SHIFT) or (None,)
        lines = [in_one_line(words) for place in gone for words in self.at(place) if words]
        if lines:
            newest_first = (*reversed(lines), *([line] if line else []))
            self.put(NEW_SHIFT, ("; ".join(newest_first), *when))
        for place in left:
            self.put(place, ())
        return next(iter(self._unseen_lines()), None)

    @property
    def newest_is_in_sight(self) -> bool:
        """Whether what was written last stands on a card."""
        places = [place for place in self._words if place != _TOLD]
        return bool(places) and _is_in_sight(places[-1])

    @property
    def unseen(self) -> list[str]:
        """The first words of each place whose words are not in sight, the newest first."""
        return [next(filter(None, words)) for words in self._out_of_sight()]

    def is_told(self, words: str) -> bool:
        """Whether these words were announced before."""
        return words in self.at(_TOLD)

    def tell(self) -> None:
        """It is said now, of all that there is, and not at the next start again."""
        self.put(_TOLD, tuple(self._unseen_lines()))

    def _unseen_lines(self) -> list[str]:
        """What is half written and not in sight, the newest first."""
        return [line for words in self._out_of_sight() for line in words if line]

    def _out_of_sight(self) -> "list[Words]":
        return [
            words
            for place, words in reversed(self._words.items())
            if place != _TOLD and not _is_in_sight(place) and any(words)
        ]

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

    def close(self) -> None:
        """Save them for the next start."""
        self.save()
        if self._keeper is not None:
            self._keeper.close()


def _is_in_sight(place: str) -> bool:
    """Whether it stands on a card, or will when that is asked about."""
    return place.startswith((_CARD, _TAKEN_BACK)) and len(place.split()) == _IN_SIGHT


async def bring_back(app: "ShifterApp") -> None:
    """Say once what was half written when the app was last closed, unless it is on the screen."""
    drafts, companion = app.drafts, app.companion
    waiting = await app.ask(companion.picks.waiting)
    view = await app.ask(companion.today.view)
    card = view.card
    cards = {FIRST_START, *(taken.offer for taken in view.pocket)}
    if waiting:
        cards.add(waiting.id)
    if isinstance(card, TimerCard):
        cards.add(card.pick.offer)
    elif isinstance(card, ReplyCard):
        cards.add(card.shift.id)
    words = drafts.settle(cards)
    if words is not None and not drafts.is_told(words) and app.current_mode == "today":
        drafts.tell()
        where = "It stands where you were writing it."
        if words in drafts.at(NEW_SHIFT):
            where = f"{app.key_named('today.add')} on Today goes on with it."
        elif words in drafts.at(NEW_IDEA):
            ideas, add = map(app.key_named, ("everywhere.ideas", "ideas.add"))
            where = f"{ideas}, then {add} goes on with it."
        also = " also" if drafts.newest_is_in_sight else ""
        begun = f"You were{also} writing {beginning(in_one_line(words), _SHOWN)}."
        app.say_also(f"{begun} {where}{_kept_too(drafts.unseen[1:])}", seconds=_SAID_FOR)


def _kept_too(others: list[str]) -> str:
    """What else is half written, by how it begins."""
    if not others:
        return ""
    named = ", ".join(beginning(in_one_line(words), _SHOWN_OF_OTHERS) for words in others[:_NAMED])
    more = f" and {in_words(len(others) - _NAMED)} more" if len(others) > _NAMED else ""
    return f" Kept too: {named}{more}."
