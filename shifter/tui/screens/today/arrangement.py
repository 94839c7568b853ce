"""Where the parts of the Today screen stand, for any size of it: pure arithmetic."""

from shifter.core.quick_tuple import NamedTuple
from shifter.tui.widgets.styled_line import Box, grown

CARD_WIDTH = 84
"""The most columns of a card; longer lines are hard to read."""

INSET = 1
"""Columns by which the other parts are indented from the card's left edge."""

_NARROW = 72
_NARROWEST = 16
_GAP = 1
_AFTER_SIGN = 2


class Wants(NamedTuple):
    """The rows that each part needs, 0 where it has nothing to say.

    `least` keeps all of the card's words, `wanted` adds air, `most` is all that it can fill.
    `more_panels` are the rows beyond `panels` in which the panels leave nothing out, `luxury` those
    that they can fill besides. `air` is the part of `wanted` that keeps words off the card's
    borders, `giving` what the panels give up for it. `quiet` are rows below those of `line`, for
    what is shown only where everything else has room.
    """

    greeting: int
    least: int
    wanted: int
    most: int
    line: int
    panels: int
    more_panels: int
    stairs: int
    luxury: int = 0
    air: int = 0
    giving: int = 0
    quiet: int = 0


NOTHING = Wants(0, 0, 0, 0, 0, 0, 0, 0)


class Arrangement(NamedTuple):
    """Where each part stands; one without rows had no room."""

    greeting: Box
    card: Box
    line: Box
    panels: Box
    stairs: Box


def columns(width: int) -> tuple[int, int]:
    """The first column of the card and how many it has."""
    margin = 2 if width >= _NARROW else 1
    card = max(_NARROWEST, min(CARD_WIDTH, width - 2 * margin))
    return max(0, (width - card) // 2), card


def inner_columns(card: int) -> int:
    """The columns of the other parts, beside a card of so many."""
    return card - INSET


def arrange(width: int, height: int, wants: Wants) -> Arrangement:
    """Give out rows in order of importance: card, greeting, line, panels, stairs, the rest."""
    card = min(wants.least, height - wants.greeting)
    spare = height - wants.greeting - card
    line, spare = _admitted(wants.line, spare)
    panels, spare = _admitted(wants.panels, spare)
    stairs, spare = _admitted(wants.stairs, spare)
    gap_of_quiet = 0 if line else _GAP
    if wants.quiet and spare >= wants.quiet + gap_of_quiet + wants.air:
        line, spare = line + wants.quiet, spare - wants.quiet - gap_of_quiet
    if panels and spare < wants.air:
        panels, spare = panels - wants.giving, spare + wants.giving
    if panels and spare >= wants.more_panels:
        panels, spare = panels + wants.more_panels, spare - wants.more_panels
    card, spare = grown(card, wants.wanted, spare)
    top, spare = grown(0, _GAP, spare)
    spare = max(0, spare - _GAP)
    if wants.most - card <= spare:
        card, spare = grown(card, wants.most, spare)
    gap = _GAP
    parts = sum(1 for rows in (line, panels, stairs) if rows)
    if spare >= 2 * parts + 4:
        gap, spare = 2 * _GAP, spare - parts
        if panels and spare >= wants.luxury + 4:
            panels, spare = panels + wants.luxury, spare - wants.luxury
    top += spare // 3
    return _stacked(width, top, gap, (wants.greeting, card, line, panels, stairs))


def below_saying(stands: Arrangement, rows: int, height: int) -> Arrangement:
    """Where the parts stand in a body that lost so many rows above to what is said for a moment.

    The blank rows above the greeting go first, then the greeting, so that the card stays as long
    as there are rows above it. What has no room any more as a whole is not there meanwhile.
    """
    up = min(rows, stands.card.y)
    moved = (box._replace(y=box.y - up) for box in stands)
    return Arrangement(
        *(
            box if 0 <= box.y <= height - box.height else box._replace(y=0, height=0)
            for box in moved
        )
    )


def _admitted(rows: int, spare: int) -> tuple[int, int]:
    """The rows that a part gets, all or none, and what is left after it and its gap."""
    return (rows, spare - rows - _GAP) if rows and rows + _GAP <= spare else (0, spare)


def _stacked(
    whole_width: int, top: int, gap: int, rows: tuple[int, int, int, int, int]
) -> Arrangement:
    start, width = columns(whole_width)
    inner, inner_width = start + INSET, inner_columns(width)
    greeting, card, *below = rows
    card_top = top + greeting
    regions = []
    y = card_top + card
    for part in below:
        y += gap if part else 0
        regions.append(Box(inner, y, inner_width, part))
        y += part
    line, panels, stairs = regions
    return Arrangement(
        Box(inner, top, inner_width, greeting),
        Box(start, card_top, width, card),
        line,
        panels,
        stairs,
    )


def field_box(card: Box, field: Box | None) -> Box:
    """Where the text field is on the screen, given its place on the card."""
    if field is None:
        return Box(0, 0, 0, 0)
    x = card.x + field.x + _AFTER_SIGN
    return Box(x, card.y + field.y, field.width - _AFTER_SIGN, 1)
