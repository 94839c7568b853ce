"""The board of ideas: lanes, the place for the Yes, the shelf, and where four weeks went."""

from collections.abc import Callable, Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget

from shifter.core.ideas_view import IdeaCard, IdeasView
from shifter.core.records import Stage
from shifter.tui.screens.ideas.finding import CardsByStage
from shifter.tui.widgets import four_weeks, shelf
from shifter.tui.widgets.four_weeks import FourWeeksLine
from shifter.tui.widgets.idea_card import Room
from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.lane_tabs import LaneTab, LaneTabs
from shifter.tui.widgets.shelf import Shelf
from shifter.tui.widgets.yes_place import YesPlace

SIDE_BY_SIDE = 100
"""The columns from which all lanes are seen at once."""

_FOUR_ABREAST = 140
"""The columns from which the place for the Yes stands beside the projects, not below them."""

_LANES: dict[Stage, tuple[str, str]] = {
    "hunch": ("Hunches", "a flicker is enough"),
    "exploring": ("Exploring", "having a taste"),
    "project": ("Projects", "small, with an end"),
    "dead_end": ("Ruled out", "with thanks"),
}
# The lanes get this much before the shelf stands in full, and before there is a shelf at all.
_LANE_ROWS = 12
_LEAST_LANE_ROWS = 7
_FEW = 24

Deck = Lane | Shelf


class IdeaBoard(Widget):
    """All lanes beside one another, or one at a time where it is narrow."""

    tabs = getters.query_one(LaneTabs)
    place = getters.query_one(YesPlace)
    shelf = getters.query_one(Shelf)
    line = getters.query_one(FourWeeksLine)

    class Chose(Message):
        """Another idea is chosen."""

    def __init__(self, add_key: Callable[[], str]) -> None:
        """`add_key` gives the key that adds an idea, as people read it."""
        super().__init__()
        self._add_key = add_key
        self._view: IdeasView | None = None
        self._cards: CardsByStage | None = None
        self._words: list[str] = []
        self._deck: str = "hunch"
        self._above = "hunch"

    def compose(self) -> ComposeResult:
        yield LaneTabs()
        with Horizontal(id="lanes"):
            yield Lane(*_LANES["hunch"], id="hunch")
            yield Lane(*_LANES["exploring"], id="exploring")
            yield Lane(*_LANES["dead_end"], id="dead_end")
            with Vertical(id="last"):
                yield Lane(*_LANES["project"], id="project")
                yield YesPlace(id="yes")
        yield Shelf(id="shelf")
        yield FourWeeksLine()

    @property
    def key(self) -> str | None:
        """The id of the idea that is chosen."""
        return self.deck.key

    @property
    def deck(self) -> Deck:
        """The lane or the shelf that has the focus, or had it last."""
        return self.shelf if self._deck == "shelf" else self.query_one(f"#{self._deck}", Lane)

    @property
    def is_side_by_side(self) -> bool:
        """Whether all lanes are seen at once."""
        return self.size.width >= SIDE_BY_SIDE

    @property
    def is_four_abreast(self) -> bool:
        """Whether the place for the Yes is a column of its own."""
        return self.size.width >= _FOUR_ABREAST

    def show(self, view: IdeasView, words: str = "") -> None:
        """Show the ideas that hold all of these words."""
        first = self._view is None
        if view is not self._view or self._cards is None:
            self._cards = CardsByStage(view)
        self._view, self._words = view, words.casefold().split()
        self._deal(view, self._cards)
        self._arrange()
        if first:
            self._begin()
        elif self.key is None:
            self._find_a_deck()

    def move_to(self, key: str) -> None:
        """Choose an idea, wherever it stands."""
        for deck in self._decks():
            if deck.move_to(key):
                if deck is self.place:
                    self._turn_to("project")  # The lane that it is seen below from elsewhere.
                self.use(deck)

    def use(self, deck: Deck) -> None:
        """Make this lane, or the shelf, the one that keys act on."""
        self._turn_to(deck.id)
        if not self.is_side_by_side:
            self._arrange()
        deck.focus()
        self.post_message(self.Chose())

    def enter(self, lane: Lane) -> None:
        """Go to a lane; one without cards leaves the cursor to the Yes below it."""
        self.use(lane)
        if not lane.keys and self.place.keys and self._is_above_place(lane):
            self.use(self.place)

    def focus_deck(self) -> None:
        """Go on where the cursor was."""
        self.deck.focus()

    def go_to_found(self) -> None:
        """Go to the first idea that is called so, unless the cursor is on one; else where it is."""
        cards = self._view.cards if self._view else ()
        called = [card.idea.id for card in cards if self._is_called_so(card)]
        if called and self.key not in called:
            self.move_to(called[0])
        else:
            self.focus_deck()

    def _is_called_so(self, card: IdeaCard) -> bool:
        name = card.idea.name.casefold()
        return all(word in name for word in self._words)

    def go(self, step: int) -> None:
        """To the lane on the left or on the right; side by side, to the card beside."""
        lanes = [lane for lane in self._columns() if lane.keys or not self.is_side_by_side]
        ids = [lane.id for lane in lanes]
        here = self._deck if self._deck in ids else self._current_lane()
        place = ids.index(here) if here in ids else 0
        there = place + step
        if not 0 <= there < len(lanes):
            return
        lane = lanes[there]
        if self.is_side_by_side and isinstance(self.deck, Lane):
            row = self.deck.chosen_row
            if self._is_above_place(lane) and self.place.keys and row >= self.place.region.y:
                lane = self.place
            lane.choose_beside(row)
        self.enter(lane)

    def leave_shelf(self) -> None:
        """Up from the shelf to the lanes."""
        lanes = [lane for lane in self._columns() if lane.keys]
        if self._deck == "shelf" and lanes:
            self.use(lanes[0])

    def on_resize(self, _event: Resize) -> None:
        if self._view is not None:
            self._arrange()

    @on(Lane.Moved)
    def _moved(self) -> None:
        focused = self.screen.focused
        if isinstance(focused, Lane | Shelf):
            self._turn_to(focused.id)
        self.post_message(self.Chose())

    @on(Lane.PastEnd)
    def _past_end(self, event: Lane.PastEnd) -> None:
        lane, step = event.lane, event.step
        above = self.query_one(f"#{self._current_lane()}", Lane)
        if step > 0 and self.place.keys and self._is_above_place(lane):
            self.use(self.place)
        elif lane is self.place and step < 0:
            if above.keys and self._is_above_place(above):
                self.use(above)
        elif step > 0 and self.shelf.display and self.shelf.keys:
            self.use(self.shelf)

    @on(LaneTabs.Chosen)
    def _tab_chosen(self, event: LaneTabs.Chosen) -> None:
        self.enter(self.query_one(f"#{event.lane}", Lane))

    def _decks(self) -> Sequence[Deck]:
        """Whatever holds ideas and can be seen in this width, as it is gone through."""
        lanes = [*self._lanes(), self.place]
        return [*lanes, self.shelf] if self.is_side_by_side else lanes

    def _lanes(self) -> list[Lane]:
        stages = [stage for stage in _LANES if stage != "dead_end" or not self.is_side_by_side]
        return [self.query_one(f"#{stage}", Lane) for stage in stages]

    def _columns(self) -> list[Lane]:
        """The lanes from left to right; the place is one where it stands beside, or alone."""
        lanes = self._lanes()
        if not self.place.keys or not self.is_side_by_side:
            return lanes
        if self.is_four_abreast:
            return [*lanes, self.place]
        return lanes if lanes[-1].keys else [*lanes[:-1], self.place]

    def _is_above_place(self, lane: Lane) -> bool:
        """Whether the place for the Yes is right below this lane; one at a time, it is always."""
        if self.is_four_abreast or lane is self.place:
            return False
        return lane.id == "project" or not self.is_side_by_side

    def _begin(self) -> None:
        """With the idea that was touched last."""
        view = self._view
        assert view is not None
        living = next((card for card in view.cards if card.idea.ended is None), None)
        if living is not None:
            self.move_to(living.idea.id)
        elif view.cards:
            self.move_to(view.cards[0].idea.id)
        else:
            self.use(self.query_one("#hunch", Lane))

    def _turn_to(self, deck: str | None) -> None:
        """Remember where the cursor is; for the Yes, also below which lane it was reached."""
        if deck == "yes" and self._deck in _LANES:
            self._above = self._deck
        self._deck = deck or self._deck

    def _find_a_deck(self) -> None:
        """Where nothing is left in a lane, go on in one that has something."""
        deck = next((deck for deck in self._decks() if deck.keys), None)
        if deck is not None:
            self._turn_to(deck.id)
            self._arrange()
            if isinstance(self.screen.focused, Lane | Shelf):
                deck.focus()

    def _deal(self, view: IdeasView, cards_by_stage: CardsByStage) -> None:
        """Give every lane its cards."""
        tabs = []
        for stage, (name, _) in _LANES.items():
            cards = cards_by_stage.holding(stage, self._words)
            lane = self.query_one(f"#{stage}", Lane)
            found = f"{len(cards)} found" if self._words else None
            empty = self._empty_words(view, stage)
            lane.show(cards, self._room(view), empty=empty, note=found)
            tabs.append(LaneTab(stage, name, len(cards)))
            if stage == "dead_end":
                self.shelf.show(cards, view.day)
        self.tabs.tabs = tabs
        yes = cards_by_stage.holding("yes", self._words)
        is_taken = any(card.idea.stage == "yes" for card in view.cards)
        empty = "Not among those found." if is_taken else view.empty_words.get("yes", "")
        self.place.show(yes, self._room(view), empty=empty)
        self.place.can_focus = bool(yes)
        self.line.four_weeks = view.four_weeks

    def _empty_words(self, view: IdeasView, stage: Stage) -> str:
        if self._words:
            # Side by side the headings say how many were found.
            return "" if self.is_side_by_side else "Nothing here with these words."
        words = view.empty_words.get(stage, "")
        return f"{words} {self._add_key()} adds one." if stage == "hunch" else words

    def _arrange(self) -> None:
        """Decide what is seen, by the room there is."""
        if self._view is None or not self.size.area:
            return
        wide = self.is_side_by_side
        self.screen.set_class(wide, "-side-by-side")
        self.screen.set_class(self.is_four_abreast, "-four-abreast")
        self.place.has_heading = self.is_four_abreast
        self._fit_deck(wide=wide)
        current = self._current_lane()
        self.tabs.display, self.tabs.current = not wide, current
        for stage in _LANES:
            lane = self.query_one(f"#{stage}", Lane)
            lane.has_heading = wide
            lane.display = (stage != "dead_end") if wide else (stage == current)
        room = self._fit_below(wide=wide)
        self._fit_cards(self._view, room)
        self._fit_place(room, wide=wide)

    def _fit_cards(self, view: IdeasView, rows: int) -> None:
        """Where all cards fit with their texts on two rows, they get two."""
        lanes = [*self._lanes(), self.place]
        is_below = self.is_side_by_side and not self.is_four_abreast
        place = self.place.rows + 1 if is_below else 0
        for most in (2, 1) if len(view.cards) <= _FEW else (1,):
            for lane in lanes:
                lane.fit(self._room(view)._replace(most_rows=most))
            if all(lane.rows + place * (lane.id == "project") <= rows for lane in lanes):
                return

    def _room(self, view: IdeasView) -> Room:
        width = self.size.width - 2
        abreast = 4 if self.is_four_abreast else 3 if self.is_side_by_side else 1
        lane = (width - abreast + 1) // abreast
        return Room(lane, 1, view.busiest_week, view.day)

    def _fit_deck(self, *, wide: bool) -> None:
        """What was ruled out stands on the shelf or in a lane, and so does the cursor."""
        if wide and self._deck == "dead_end":
            self._deck = "shelf"
        elif not wide and self._deck == "shelf":
            self._deck = "dead_end"
        else:
            return
        there = self.deck
        here = self.shelf if there is not self.shelf else self.query_one("#dead_end", Lane)
        there.cursor = here.cursor
        if here.has_focus:
            self.call_after_refresh(there.focus)

    def _fit_below(self, *, wide: bool) -> int:
        """Show below the lanes what there is room for; the rows left for the lanes come back."""
        view = self._view
        room = self.size.height - self._rows_above
        has_weeks = view is not None and bool(view.four_weeks.shares)
        self.line.display = has_weeks and room >= _LANE_ROWS + four_weeks.ROWS + 1
        room -= (four_weeks.ROWS + 1) * self.line.display
        rows = _shelf_rows(room)
        self.shelf.styles.height = rows
        self.shelf.display = wide and bool(self.shelf.keys) and room >= _LEAST_LANE_ROWS + rows + 1
        return room - (rows + 1) * self.shelf.display

    def _fit_place(self, room: int, *, wide: bool) -> None:
        """The place for the Yes stands beside the cards, or right below them if both fit."""
        if self.is_four_abreast:
            self.place.display = self.query_one("#last").display = True
            for lane in (*self._lanes(), self.place):
                lane.styles.height = "1fr"
            return
        above = self.query_one("#project" if wide else f"#{self._current_lane()}", Lane)
        rows = self.place.rows
        # Side by side it stays, whatever scrolls; else cards come first: other lanes have room.
        least = min(above.rows, _LEAST_LANE_ROWS) if wide else above.rows
        fits = room >= least + rows + 1
        self.place.display = bool(self.place.keys) or fits
        self.place.styles.height = rows
        below = (rows + 1) * self.place.display
        for lane in self._lanes():
            is_above = bool(below) and lane is above
            lane.styles.height = max(3, min(lane.rows, room - below)) if is_above else "1fr"
        self.query_one("#last").display = self.place.display or wide or above.id == "project"

    def _current_lane(self) -> str:
        """The lane in which the cursor is, or below which it is on the Yes."""
        if self._deck != "yes" or self.is_four_abreast:
            return self._deck
        return "project" if self.is_side_by_side else self._above

    @property
    def _rows_above(self) -> int:
        """The rows of the tabs and the blank ones, as the style sheet has them."""
        if self.is_side_by_side:
            return 0
        return 1 if self.screen.has_class("-short") else 2


def _shelf_rows(room: int) -> int:
    """How high the shelf may be, beside lanes that need so many rows."""
    for rows, lanes in ((shelf.HIGH_ROWS, 2 * _LANE_ROWS), (shelf.ROWS, _LANE_ROWS)):
        if room > lanes + rows:
            return rows
    return shelf.LOW_ROWS
