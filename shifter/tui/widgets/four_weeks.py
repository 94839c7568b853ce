"""Where the shifts of four weeks went: a bar for each of the busiest ideas, and the rest."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.four_weeks import FourWeeks, Share
from shifter.tui.widgets.wrapping import filled, one_line

ROWS = 2
_LEAD = 13
_GAP = 2
# The longest bar and the longest name: as much of both as there is room for.
_LENGTHS = ((15, 24), (12, 16), (9, 14), (7, 11), (5, 8))
# Told by glyph more than by shade: the largest share is the densest, the smallest still visible.
_BARS = (("█", "$level-4"), ("▓", "$level-3"), ("▒", "$level-3"), ("░", "$level-3"))


class FourWeeksLine(Widget):
    """Two rows: the bars, and below each its name."""

    DEFAULT_CSS = f"FourWeeksLine {{ height: {ROWS}; }}"

    four_weeks: reactive[FourWeeks] = reactive(FourWeeks((), 0))

    def render(self) -> Content:
        width = self.size.width - 2
        shares = self.four_weeks.shares
        elsewhere = self.four_weeks.elsewhere
        while True:
            for longest_bar, longest_name in _LENGTHS:
                rows = _drawn(shares, elsewhere, longest_bar, longest_name)
                if rows[1].cell_length <= width and rows[0].cell_length <= width:
                    return Content("\n").join(row.pad_left(2) for row in rows)
            if not shares:
                return Content("")
            elsewhere += shares[-1].shifts
            shares = shares[:-1]


def _drawn(
    shares: tuple[Share, ...], elsewhere: int, longest_bar: int, longest_name: int
) -> tuple[Content, Content]:
    most = max((share.shifts for share in shares), default=1)
    bars = [filled(Content.styled("Four weeks", "bold $ink"), _LEAD)]
    names = [filled(Content.styled("went to", "$quiet"), _LEAD)]
    for share, (glyph, style) in zip(shares, _BARS, strict=False):
        name = one_line(share.name, longest_name, "$quiet")
        cells = max(1, round(share.shifts * longest_bar / most))
        bar = Content.assemble((glyph * cells, style), (f" {share.shifts:,}", "$quiet"))
        column = max(name.cell_length, bar.cell_length) + _GAP
        bars.append(filled(bar, column))
        names.append(filled(name, column))
    if elsewhere:
        names.append(Content.styled(f"{elsewhere:,} elsewhere", "$quiet"))
    return Content("").join(bars), Content("").join(names)
