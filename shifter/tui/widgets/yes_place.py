"""The place laid for the Yes from the first day."""

from textual.content import Content

from shifter.core.stage_words import MOTTOES
from shifter.tui.widgets.content import centred
from shifter.tui.widgets.idea_border import STROKES, row
from shifter.tui.widgets.lane import Lane

ROWS = 5
"""The rows of the place while it is empty."""


class YesPlace(Lane):
    """A lane that stays empty, in no hurry, until an idea has become the Yes."""

    def __init__(self, *, id: str) -> None:
        super().__init__("The Yes", MOTTOES["yes"], id=id)
        self.set_reactive(Lane.has_heading, False)

    @property
    def rows(self) -> int:
        return super().rows if self.keys else ROWS

    def empty_rows(self, width: int) -> list[Content]:
        stroke = STROKES["resting"]
        name = () if self.has_heading else (Content.styled("The Yes", "bold $ink"), Content(""))
        lines = (*name, self._in_no_hurry())
        flat = stroke.flat * (width - 2)
        return [
            Content.styled(stroke.left_top + flat + stroke.right_top, stroke.style),
            *(row(centred(line, width - 4), stroke, width) for line in lines),
            Content.styled(stroke.left_bottom + flat + stroke.right_bottom, stroke.style),
        ]

    def _in_no_hurry(self) -> Content:
        words = self.empty_words
        return Content.styled(words[:1].lower() + words[1:].removesuffix("."), "$quiet")
