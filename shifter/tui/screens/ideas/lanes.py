"""The lanes of the board, side by side or one at a time, and the place for the Yes among them."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from shifter.core.ideas_view import IdeasView
from shifter.core.records import Stage
from shifter.core.stage_words import MOTTOES
from shifter.tui.screens.ideas import arrangement
from shifter.tui.widgets.idea_card import Room
from shifter.tui.widgets.lane import Lane
from shifter.tui.widgets.yes_place import YesPlace

LANES: dict[Stage, tuple[str, str]] = {
    "hunch": ("Hunches", MOTTOES["hunch"]),
    "exploring": ("Exploring", MOTTOES["exploring"]),
    "project": ("Projects", MOTTOES["project"]),
    "dead_end": ("Ruled out", MOTTOES["dead_end"]),
}
_FEW = 24
"""Cards that are worth measuring twice."""


class Lanes(Horizontal):
    """A lane a stage; what was ruled out has one where they are seen one at a time."""

    place = getters.query_one(YesPlace)

    def __init__(self, board: Widget) -> None:
        super().__init__(id="lanes")
        self._board = board

    def compose(self) -> ComposeResult:
        yield Lane(*LANES["hunch"], id="hunch")
        yield Lane(*LANES["exploring"], id="exploring")
        yield Lane(*LANES["dead_end"], id="dead_end")
        with Vertical(id="last"):
            yield Lane(*LANES["project"], id="project")
            yield YesPlace(id="yes")

    @property
    def are_side_by_side(self) -> bool:
        """Whether all are seen at once."""
        return arrangement.is_side_by_side(self._board.size.width)

    @property
    def are_four_abreast(self) -> bool:
        """Whether the place for the Yes is one of them."""
        return arrangement.is_four_abreast(self._board.size.width)

    def at(self, id: str) -> Lane:
        """The lane of a stage, or the place for the Yes."""
        return self.query_one(f"#{id}", Lane)

    def seen(self) -> list[Lane]:
        """Those that can be seen in this width, without the place for the Yes."""
        return [
            self.at(stage) for stage in LANES if stage != "dead_end" or not self.are_side_by_side
        ]

    def columns(self) -> list[Lane]:
        """Those from left to right; the place is one where it stands beside, or alone."""
        lanes = self.seen()
        if not self.place.keys or not self.are_side_by_side:
            return lanes
        if self.are_four_abreast:
            return [*lanes, self.place]
        return lanes if lanes[-1].keys else [*lanes[:-1], self.place]

    def leads_to_yes(self, lane: Lane) -> bool:
        """Whether the Yes is right below this lane; one at a time, it is always."""
        if not self.place.keys or lane is self.place or self.are_four_abreast:
            return False
        return lane.id == "project" or not self.are_side_by_side

    def room(self, view: IdeasView) -> Room:
        """What a card is drawn into."""
        columns = arrangement.lane_columns(self._board.size.width)
        return Room(columns, 1, view.busiest_week, view.day)

    def fit(self, view: IdeasView, rows: int, current: str) -> None:
        """Give out the rows; one at a time it is the current lane that is seen."""
        wide = self.are_side_by_side
        self.place.has_heading = self.are_four_abreast
        for stage in LANES:
            lane = self.at(stage)
            lane.has_heading = wide
            lane.display = (stage != "dead_end") if wide else (stage == current)
        self._fit_cards(view, rows)
        self._fit_place(rows, self.at("project" if wide else current))

    def _fit_cards(self, view: IdeasView, rows: int) -> None:
        """Where all cards fit with their texts on two rows, they get two."""
        lanes = [*self.seen(), self.place]
        is_below = self.are_side_by_side and not self.are_four_abreast
        place = self.place.rows + 1 if is_below else 0
        for most in (2, 1) if len(view.cards) <= _FEW else (1,):
            for lane in lanes:
                lane.fit(self.room(view)._replace(most_rows=most))
            if all(lane.rows + place * (lane.id == "project") <= rows for lane in lanes):
                return

    def _fit_place(self, rows: int, above: Lane) -> None:
        """The place for the Yes stands beside the cards, or right below them if both fit."""
        place, wide, last = self.place, self.are_side_by_side, self.query_one("#last")
        if self.are_four_abreast:
            place.display = last.display = True
            for lane in (*self.seen(), place):
                lane.styles.height = "1fr"
            return
        height = arrangement.rows_above_yes(
            rows, above.rows, place.rows, wide=wide, taken=bool(place.keys)
        )
        place.display = height is not None
        place.styles.height = place.rows
        for lane in self.seen():
            lane.styles.height = height if height is not None and lane is above else "1fr"
        last.display = place.display or wide or above.id == "project"
