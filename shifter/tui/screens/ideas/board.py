"""The board of ideas: lanes, the place for the Yes, the shelf, and where four weeks went."""

from collections.abc import Callable, Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget

from shifter.core.ideas_view import IdeasView
from shifter.core.records import Stage
from shifter.tui.screens.ideas import arrangement
from shifter.tui.screens.ideas.finding import CardsByStage
from shifter.tui.widgets.deck import Deck
from shifter.tui.widgets.four_weeks import FourWeeksLine
from shifter.tui.widgets.idea_card import Room
from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.lane_tabs import LaneTab, LaneTabs
from shifter.tui.widgets.shelf import Shelf
from shifter.tui.widgets.yes_place import YesPlace

_LANES: dict[Stage, tuple[str, str]] = {
    "hunch": ("Hunches", "a flicker is enough"),
    "exploring": ("Exploring", "having a taste"),
    "project": ("Projects", "small, with an end"),
    "dead_end": ("Ruled out", "with thanks"),
}
_FEW = 24
"""Cards that are worth measuring twice."""


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
        return self._current_deck.key

    def show(self, view: IdeasView, words: str = "") -> None:
        """Show the ideas that hold all of these words."""
        first = self._view is None
        if view is not self._view or self._cards is None:
            self._cards = CardsByStage(view)
        self._view, self._words = view, words.casefold().split()
        self._deal(view, self._cards)
        self._arrange()
        if first:
            self._begin(view)
        elif self.key is None:
            self._find_a_deck()

    def move_to(self, key: str) -> None:
        """Choose an idea, wherever it stands."""
        for deck in self._decks():
            if deck.move_to(key):
                if deck is self.place:
                    self._turn_to("project")  # The lane that it is seen below from elsewhere.
                self._use(deck)

    def go(self, step: int) -> None:
        """To the lane on the left or on the right; side by side, to the card beside."""
        lanes = [lane for lane in self._columns() if lane.keys or not self._is_side_by_side]
        ids = [lane.id for lane in lanes]
        here = self._deck if self._deck in ids else self._current_lane
        there = (ids.index(here) if here in ids else 0) + step
        if not 0 <= there < len(lanes):
            return
        lane, deck = lanes[there], self._current_deck
        if self._is_side_by_side and isinstance(deck, Lane):
            row = deck.chosen_row
            if self._is_above_yes(lane) and row >= self.place.region.y:
                lane = self.place
            lane.choose_beside(row)
        self._enter(lane)

    def leave_shelf(self) -> None:
        """Up from the shelf to the lanes."""
        lanes = [lane for lane in self._columns() if lane.keys]
        if self._deck == "shelf" and lanes:
            self._use(lanes[0])

    def focus_deck(self) -> None:
        """Go on where the cursor was."""
        self._current_deck.focus()

    def go_to_found(self) -> None:
        """Go to the first idea that is called so, unless the cursor is on one; else where it is."""
        called = self._cards.called(self._words) if self._cards else []
        if called and self.key not in called:
            self.move_to(called[0])
        else:
            self.focus_deck()

    def on_resize(self, _event: Resize) -> None:
        self._arrange()

    @on(Deck.Moved)
    def _moved(self) -> None:
        focused = self.screen.focused
        if isinstance(focused, Deck):
            self._turn_to(focused.id)
        self.post_message(self.Chose())

    @on(Lane.PastEnd)
    def _past_end(self, event: Lane.PastEnd) -> None:
        lane, step = event.lane, event.step
        if step > 0 and self._is_above_yes(lane):
            self._use(self.place)
        elif step > 0 and self.shelf.display and self.shelf.keys:
            self._use(self.shelf)
        elif step < 0 and lane is self.place:
            above = self._lane(self._current_lane)
            if above.keys and self._is_above_yes(above):
                self._use(above)

    @on(LaneTabs.Chosen)
    def _tab_chosen(self, event: LaneTabs.Chosen) -> None:
        self._enter(self._lane(event.lane))

    @property
    def _is_side_by_side(self) -> bool:
        return arrangement.is_side_by_side(self.size.width)

    @property
    def _is_four_abreast(self) -> bool:
        return arrangement.is_four_abreast(self.size.width)

    @property
    def _current_deck(self) -> Deck:
        """The lane or the shelf that has the focus, or had it last."""
        return self.shelf if self._deck == "shelf" else self._lane(self._deck)

    @property
    def _current_lane(self) -> str:
        """The lane in which the cursor is, or below which it is on the Yes."""
        if self._deck != "yes" or self._is_four_abreast:
            return self._deck
        return "project" if self._is_side_by_side else self._above

    def _lane(self, id: str) -> Lane:
        return self.query_one(f"#{id}", Lane)

    def _lanes(self) -> list[Lane]:
        """The lanes that can be seen in this width, without the place for the Yes."""
        stages = [stage for stage in _LANES if stage != "dead_end" or not self._is_side_by_side]
        return [self._lane(stage) for stage in stages]

    def _columns(self) -> list[Lane]:
        """The lanes from left to right; the place is one where it stands beside, or alone."""
        lanes = self._lanes()
        if not self.place.keys or not self._is_side_by_side:
            return lanes
        if self._is_four_abreast:
            return [*lanes, self.place]
        return lanes if lanes[-1].keys else [*lanes[:-1], self.place]

    def _decks(self) -> Sequence[Deck]:
        """Whatever holds ideas and can be seen in this width, as it is gone through."""
        lanes = [*self._lanes(), self.place]
        return [*lanes, self.shelf] if self._is_side_by_side else lanes

    def _is_above_yes(self, lane: Lane) -> bool:
        """Whether the Yes is right below this lane; one at a time, it is always."""
        if not self.place.keys or lane is self.place or self._is_four_abreast:
            return False
        return lane.id == "project" or not self._is_side_by_side

    def _begin(self, view: IdeasView) -> None:
        """With the idea that was touched last, one on the boil if there is any."""
        living = [card for card in view.cards if card.idea.ended is None]
        if view.cards:
            self.move_to((living or view.cards)[0].idea.id)
        else:
            self._use(self._lane("hunch"))

    def _use(self, deck: Deck) -> None:
        """Make this lane, or the shelf, the one that keys act on."""
        self._turn_to(deck.id)
        if not self._is_side_by_side:
            self._arrange()
        deck.focus()
        self.post_message(self.Chose())

    def _enter(self, lane: Lane) -> None:
        """Go to a lane; one without cards leaves the cursor to the Yes below it."""
        self._use(lane)
        if not lane.keys and self._is_above_yes(lane):
            self._use(self.place)

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
            if isinstance(self.screen.focused, Deck):
                deck.focus()

    def _deal(self, view: IdeasView, cards_by_stage: CardsByStage) -> None:
        """Give every lane its cards."""
        tabs = []
        for stage, (name, _) in _LANES.items():
            cards = cards_by_stage.holding(stage, self._words)
            found = f"{len(cards)} found" if self._words else None
            empty = self._empty_words(view, stage)
            self._lane(stage).show(cards, self._room(view), empty=empty, note=found)
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
            return "" if self._is_side_by_side else "Nothing here with these words."
        words = view.empty_words.get(stage, "")
        return f"{words} {self._add_key()} adds one." if stage == "hunch" else words

    def _arrange(self) -> None:
        """Decide what is seen, by the room there is."""
        view = self._view
        if view is None or not self.size.area:
            return
        wide = self._is_side_by_side
        self.screen.set_class(wide, "-side-by-side")
        self.screen.set_class(self._is_four_abreast, "-four-abreast")
        self.place.has_heading = self._is_four_abreast
        self._fit_deck(wide=wide)
        current = self._current_lane
        self.tabs.display, self.tabs.current = not wide, current
        for stage in _LANES:
            lane = self._lane(stage)
            lane.has_heading = wide
            lane.display = (stage != "dead_end") if wide else (stage == current)
        rows = arrangement.share_rows(
            self.size.height - self._rows_above,
            shelf_wanted=wide and bool(self.shelf.keys),
            weeks_wanted=bool(view.four_weeks.shares),
        )
        self.line.display = rows.has_weeks
        self.shelf.display = bool(rows.shelf)
        self.shelf.styles.height = rows.shelf
        self._fit_cards(view, rows.lanes)
        self._fit_place(rows.lanes, wide=wide)

    @property
    def _rows_above(self) -> int:
        """The rows of the tabs and the blank ones, as the style sheet has them."""
        if self._is_side_by_side:
            return 0
        return 1 if self.screen.has_class("-short") else 2

    def _room(self, view: IdeasView) -> Room:
        return Room(arrangement.lane_columns(self.size.width), 1, view.busiest_week, view.day)

    def _fit_deck(self, *, wide: bool) -> None:
        """What was ruled out stands on the shelf or in a lane, and so does the cursor."""
        if self._deck != ("dead_end" if wide else "shelf"):
            return
        here = self._current_deck
        self._deck = "shelf" if wide else "dead_end"
        there = self._current_deck
        there.cursor = here.cursor
        if here.has_focus:
            self.call_after_refresh(there.focus)

    def _fit_cards(self, view: IdeasView, rows: int) -> None:
        """Where all cards fit with their texts on two rows, they get two."""
        lanes = [*self._lanes(), self.place]
        is_below = self._is_side_by_side and not self._is_four_abreast
        place = self.place.rows + 1 if is_below else 0
        for most in (2, 1) if len(view.cards) <= _FEW else (1,):
            for lane in lanes:
                lane.fit(self._room(view)._replace(most_rows=most))
            if all(lane.rows + place * (lane.id == "project") <= rows for lane in lanes):
                return

    def _fit_place(self, rows: int, *, wide: bool) -> None:
        """The place for the Yes stands beside the cards, or right below them if both fit."""
        last = self.query_one("#last")
        if self._is_four_abreast:
            self.place.display = last.display = True
            for lane in (*self._lanes(), self.place):
                lane.styles.height = "1fr"
            return
        above = self._lane("project" if wide else self._current_lane)
        height = arrangement.rows_above_yes(
            rows, above.rows, self.place.rows, wide=wide, taken=bool(self.place.keys)
        )
        self.place.display = height is not None
        self.place.styles.height = self.place.rows
        for lane in self._lanes():
            lane.styles.height = height if height is not None and lane is above else "1fr"
        last.display = self.place.display or wide or above.id == "project"
