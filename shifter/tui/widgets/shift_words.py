"""What was done, in the words in which every list of shifts tells it."""

from textual.content import Content

from shifter.core.records import Shift


def shift_words(shift: Shift, style: str = "", *, with_idea: bool = False) -> Content:
    """The text, then the idea if that is told here, and the person whom the text does not name."""
    about = Content.styled(", ", "$quiet").join(
        Content.styled(words, of)
        for words, of in ((with_idea and shift.idea, "$idea"), (shift.with_whom, "$quiet"))
        if words
    )
    return Content.assemble((" ".join(shift.whole_text.split()), style), "  ", about).rstrip()
