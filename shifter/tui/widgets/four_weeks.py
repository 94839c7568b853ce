"""Where the shifts of four weeks went: a bar for each of the busiest ideas, then the others."""

from collections.abc import Iterator

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.four_weeks import FourWeeks
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.styled_line import StyledLine, assemble, filled, one_line, styled

ROWS = 2
_LEAD = 12
_GAP = 2
_LONGEST_BARS = (15, 12, 9, 7, 5)
_LONGEST_NAMES = (32, 24, 16, 11, 7)
_FEWEST = 2
"""Shares that stay, with their names cut; before that the smallest give way to whole names."""
# Told by glyph more than by shade: the largest share is the densest, the smallest still visible.
_BARS = (("█", "$level-4"), ("▓", "$level-3"), ("▒", "$level-3"), ("░", "$level-3"))


class FourWeeksLine(Widget):
    """Two rows: the bars, and below each its name."""

    DEFAULT_CSS = f"FourWeeksLine {{ height: {ROWS}; }}"

    four_weeks: reactive[FourWeeks] = reactive(FourWeeks((), 0))

    def render(self) -> Content:
        width = self.size.width - 2
        for shown, longest_bar, longest_name in _ways(min(len(_BARS), len(self.four_weeks.shares))):
            drawn = _drawn(self.four_weeks, shown, longest_bar, longest_name)
            rows = [row.rstrip() for row in drawn]
            if max(row.cell_length for row in rows) <= width:
                return Content("\n").join(to_content(row.pad_left(2)) for row in rows)
        return Content("")


def _ways(shares: int) -> Iterator[tuple[int, int, int]]:
    """Shares shown, longest bar and longest name, from the best: bars get shorter first."""
    longest, *cut = _LONGEST_NAMES
    for shown in range(shares, min(_FEWEST, shares) - 1, -1):
        yield from ((shown, bar, longest) for bar in _LONGEST_BARS)
    for shown in range(min(_FEWEST, shares), -1, -1):
        yield from ((shown, min(_LONGEST_BARS), name) for name in cut)


def _drawn(
    four_weeks: FourWeeks, shown: int, longest_bar: int, longest_name: int
) -> tuple[StyledLine, StyledLine]:
    """The bars, and the names below them."""
    shares, rest = four_weeks.shares[:shown], four_weeks.shares[shown:]
    others = sum(share.shifts for share in rest)
    most = max((share.shifts for share in shares), default=1)
    bars = [filled(styled("Four weeks", "bold $ink"), _LEAD)]
    names = [filled(styled("went to", "$quiet"), _LEAD)]
    for share, (glyph, style) in zip(shares, _BARS, strict=False):
        name = one_line(share.name, longest_name, "$quiet")
        cells = max(1, round(share.shifts * longest_bar / most))
        bar = assemble((glyph * cells, style), (f" {share.shifts:,}", "$quiet"))
        column = max(name.cell_length, bar.cell_length) + _GAP
        bars.append(filled(bar, column))
        names.append(filled(name, column))
    for shifts, where in ((others, "others"), (four_weeks.elsewhere, "elsewhere")):
        if shifts:
            column = max(len(where), len(f"{shifts:,}")) + _GAP
            bars.append(filled(styled(f"{shifts:,}", "$quiet"), column))
            names.append(filled(styled(where, "$quiet"), column))
    return assemble(*bars), assemble(*names)
