"""The board of ideas: the lanes, the shelf, where four weeks went, and the cursor among them."""

from collections.abc import Callable, Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget

from shifter.core.ideas_view import IdeasView
from shifter.core.records import Stage
from shifter.tui.screens.ideas import arrangement
from shifter.tui.screens.ideas.finding import CardsByStage
from shifter.tui.screens.ideas.lanes import LANES, Lanes
from shifter.tui.widgets.deck import Deck
from shifter.tui.widgets.four_weeks import FourWeeksLine
from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.lane_tabs import LaneTab, LaneTabs
from shifter.tui.widgets.shelf import Shelf


class IdeaBoard(Widget):
    """What was ruled out stands on the shelf where the lanes are side by side."""

    tabs = getters.query_one(LaneTabs)
    lanes = getters.query_one(Lanes)
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
        yield Lanes(self)
        yield Shelf(id="shelf")
        yield FourWeeksLine()

    @property
    def key(self) -> str | None:
        """The id of the idea that is chosen."""
        return self._current_deck.key

    def show(self, view: IdeasView, words: str = "") -> None:
        """Show the ideas that hold all of these words."""
        first, chosen = self._view is None, self.key
        if view is not self._view or self._cards is None:
            self._cards = CardsByStage(view)
        self._view, self._words = view, words.casefold().split()
        self._deal(view, self._cards)
        self._arrange()
        if first:
            self._begin(view)
        elif chosen is not None and self._has_moved(chosen):
            self.move_to(chosen)
        elif self.key is None:
            self._find_a_deck()

    def move_to(self, key: str) -> None:
        """Choose an idea, wherever it stands."""
        for deck in self._decks():
            if deck.move_to(key):
                if deck is self.lanes.place:
                    self._turn_to("project")  # The lane that it is seen below from elsewhere.
                self._use(deck)

    def go(self, step: int) -> None:
        """To the lane on the left or on the right; side by side, to the card beside."""
        wide = self.lanes.are_side_by_side
        lanes = [lane for lane in self.lanes.columns() if lane.keys or not wide]
        ids = [lane.id for lane in lanes]
        here = self._deck if self._deck in ids else self._current_lane
        there = (ids.index(here) if here in ids else 0) + step
        if not 0 <= there < len(lanes):
            return
        lane, deck = lanes[there], self._current_deck
        if wide and isinstance(deck, Lane):
            row = deck.chosen_row
            if self.lanes.leads_to_yes(lane) and row >= self.lanes.place.region.y:
                lane = self.lanes.place
            lane.choose_beside(row)
        self._enter(lane)

    def leave_shelf(self) -> None:
        """Up from the shelf to the lanes."""
        lanes = [lane for lane in self.lanes.columns() if lane.keys]
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
        if step > 0 and self.lanes.leads_to_yes(lane):
            self._use(self.lanes.place)
        elif step > 0 and self.shelf.display and self.shelf.keys:
            self._use(self.shelf)
        elif step < 0 and lane is self.lanes.place:
            above = self.lanes.at(self._current_lane)
            if above.keys and self.lanes.leads_to_yes(above):
                self._use(above)

    @on(LaneTabs.Chosen)
    def _tab_chosen(self, event: LaneTabs.Chosen) -> None:
        self._enter(self.lanes.at(event.lane))

    @property
    def _current_deck(self) -> Deck:
        """The lane or the shelf that has the focus, or had it last."""
        return self.shelf if self._deck == "shelf" else self.lanes.at(self._deck)

    @property
    def _current_lane(self) -> str:
        """The lane in which the cursor is, or below which it is on the Yes."""
        if self._deck != "yes" or self.lanes.are_four_abreast:
            return self._deck
        return "project" if self.lanes.are_side_by_side else self._above

    def _decks(self) -> Sequence[Deck]:
        """Whatever holds ideas and can be seen in this width, as it is gone through."""
        lanes = [*self.lanes.seen(), self.lanes.place]
        return [*lanes, self.shelf] if self.lanes.are_side_by_side else lanes

    def _has_moved(self, key: str) -> bool:
        """Whether the cursor was on this idea, which stands elsewhere by now."""
        is_here = any(key in deck.keys for deck in self._decks())
        return is_here and self.key != key and isinstance(self.screen.focused, Deck)

    def _begin(self, view: IdeasView) -> None:
        """With the idea that was touched last, one on the boil if there is any."""
        living = [card for card in view.cards if card.idea.ended is None]
        if view.cards:
            self.move_to((living or view.cards)[0].idea.id)
        else:
            self._use(self.lanes.at("hunch"))
        self.screen.set_focus(self._current_deck)  # In the first frame, not after it.

    def _use(self, deck: Deck) -> None:
        """Make this lane, or the shelf, the one that keys act on."""
        self._turn_to(deck.id)
        if not self.lanes.are_side_by_side:
            self._arrange()
        deck.focus()
        self.post_message(self.Chose())

    def _enter(self, lane: Lane) -> None:
        """Go to a lane; one without cards leaves the cursor to the Yes below it."""
        self._use(lane)
        if not lane.keys and self.lanes.leads_to_yes(lane):
            self._use(self.lanes.place)

    def _turn_to(self, deck: str | None) -> None:
        """Remember where the cursor is; for the Yes, also below which lane it was reached."""
        if deck == "yes" and self._deck in LANES:
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
        for stage, (name, _) in LANES.items():
            cards = cards_by_stage.holding(stage, self._words)
            found = f"{len(cards)} found" if self._words else None
            empty = self._empty_words(view, stage)
            self.lanes.at(stage).show(cards, self.lanes.room(view), empty=empty, note=found)
            tabs.append(LaneTab(stage, name, len(cards)))
            if stage == "dead_end":
                self.shelf.show(cards, view.day)
        self.tabs.tabs = tabs
        yes = cards_by_stage.holding("yes", self._words)
        is_taken = any(card.idea.stage == "yes" for card in view.cards)
        empty = "Not among those found." if is_taken else view.empty_words.get("yes", "")
        self.lanes.place.show(yes, self.lanes.room(view), empty=empty)
        self.lanes.place.can_focus = bool(yes)
        self.line.four_weeks = view.four_weeks

    def _empty_words(self, view: IdeasView, stage: Stage) -> str:
        if self._words:
            # Side by side the headings say how many were found.
            return "" if self.lanes.are_side_by_side else "Nothing here with these words."
        words = view.empty_words.get(stage, "")
        return f"{words} {self._add_key()} adds one." if stage == "hunch" else words

    def _arrange(self) -> None:
        """Decide what is seen, by the room there is."""
        view = self._view
        if view is None or not self.size.area:
            return
        wide = self.lanes.are_side_by_side
        self.screen.set_class(wide, "-side-by-side")
        self.screen.set_class(self.lanes.are_four_abreast, "-four-abreast")
        self._fit_deck(wide=wide)
        current = self._current_lane
        self.tabs.display, self.tabs.current = not wide, current
        rows = arrangement.share_rows(
            self.size.height - self._rows_above,
            shelf_wanted=wide and bool(self.shelf.keys),
            weeks_wanted=bool(view.four_weeks.shares),
        )
        self.line.display = rows.has_weeks
        self.shelf.display = bool(rows.shelf)
        self.shelf.styles.height = rows.shelf
        self.lanes.fit(view, rows.lanes, current)

    @property
    def _rows_above(self) -> int:
        """The rows of the tabs and the blank ones, as the style sheet has them."""
        if self.lanes.are_side_by_side:
            return 0
        return 1 if self.screen.has_class("-short") else 2

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
