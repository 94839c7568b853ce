"""Widgets that paint their rows whole, on their own background and without a border."""

from typing import Self

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class PaintedRows(Widget):
    """Hands out its rows as they are; Textual would read all styles anew and copy each of them.

    So a row that was kept is drawn again at no cost, but padding, opacity, tints and links under
    the mouse are not heeded. `forget_rows` is called when the rows may look different, be it only
    in colour.
    """

    def forget_rows(self) -> None:
        """Forget the rows that were kept."""

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.text_selection is not None:
            return super().render_lines(crop)  # Textual marks what is selected.
        _, background = self.background_colors
        rows = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            rows = [row.apply_filter(line_filter, background) for row in rows]
        # A bar that is needed only from now on leaves its column empty until it is laid out.
        style = self.visual_style.rich_style
        return [row.crop_extend(*crop.column_span, style) for row in rows]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Repaint; without regions all of it may look different."""
        if not regions:
            self.forget_rows()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Repaint everything in other colours."""
        super().notify_style_update()
        self.forget_rows()
