"""How the board's columns and rows are given out, for any size of it: pure arithmetic."""

from typing import NamedTuple

from shifter.tui.widgets import four_weeks, shelf

_SIDE_BY_SIDE = 100
_FOUR_ABREAST = 140
_GAP = 1
_LANE_ROWS = 12
"""The lanes get this much before the shelf stands in full."""

_FEW_LANE_ROWS = 7
"""The lanes get this much before there is a shelf at all."""

_LEAST_LANE_ROWS = 3


class Rows(NamedTuple):
    """The rows of the lanes and of the shelf, 0 where it is not seen; whether four weeks are."""

    lanes: int
    shelf: int
    has_weeks: bool


def is_side_by_side(width: int) -> bool:
    """Whether all lanes are seen at once."""
    return width >= _SIDE_BY_SIDE


def is_four_abreast(width: int) -> bool:
    """Whether the place for the Yes stands beside the projects, and not below them."""
    return width >= _FOUR_ABREAST


def lane_columns(width: int) -> int:
    """The columns of each lane on a board of so many."""
    lanes = 4 if is_four_abreast(width) else 3 if is_side_by_side(width) else 1
    return (width - 2 - (lanes - 1) * _GAP) // lanes


def share_rows(room: int, *, shelf_wanted: bool, weeks_wanted: bool) -> Rows:
    """Share the rows with what is below the lanes: there is that where there is room for it."""
    has_weeks = weeks_wanted and room >= _LANE_ROWS + four_weeks.ROWS + _GAP
    if has_weeks:
        room -= four_weeks.ROWS + _GAP
    rows = _shelf_rows(room)
    if shelf_wanted and room >= _FEW_LANE_ROWS + rows + _GAP:
        return Rows(room - rows - _GAP, rows, has_weeks)
    return Rows(room, 0, has_weeks)


def rows_above_yes(room: int, lane: int, place: int, *, wide: bool, taken: bool) -> int | None:
    """The rows of a lane of which the place for the Yes is right below; None where that is not.

    Side by side it stays, whatever scrolls; else cards come first, as other lanes have room.
    """
    least = min(lane, _FEW_LANE_ROWS) if wide else lane
    if taken or room >= least + place + _GAP:
        return max(_LEAST_LANE_ROWS, min(lane, room - place - _GAP))
    return None


def _shelf_rows(room: int) -> int:
    """How high the shelf may be, with so much room for it and the lanes."""
    for rows, lanes in ((shelf.HIGH_ROWS, 2 * _LANE_ROWS), (shelf.ROWS, _LANE_ROWS)):
        if room > lanes + rows:
            return rows
    return shelf.LOW_ROWS
