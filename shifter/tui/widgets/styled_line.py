"""Lines of styled text, and boxes of cells, that can be drawn before Textual is loaded.

`StyledLine` wraps and cuts exactly as Textual's `Content` does.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from shifter.core.quick_tuple import NamedTuple

# Letters, signs and frames that take one cell each in every terminal, as Rich has it too: the
# first of each range, and the last. No pattern, since re would add a tenth to what a start loads.
_FIRST = "\x20\xa0\xae\u0370\u2010\u203a\u2500\u2713\u2726\u2800"
_LAST = "\x7e\xac\u02ff\u0482\u2027\u203a\u25fc\u2713\u2726\u28ff"

NO_BREAK = "\u00a0"
_HELD = "\ufdd0"  # No character at all, so that nobody writes it.


class Box(NamedTuple):
    """First column and row, and how many of each: the four figures of Textual's `Region`."""

    x: int
    y: int
    width: int
    height: int


def grown(rows: int, wanted: int, spare: int) -> tuple[int, int]:
    """The rows of a part that gets up to `wanted` of them, and the spare ones left after it."""
    more = max(0, min(wanted - rows, spare))
    return rows + more, spare - more


class Span(NamedTuple):
    """Text in one style, such as `bold $ink`; `action` is what a click on it does."""

    text: str
    style: str = ""
    action: str = ""


class StyledLine:
    """An immutable line of spans."""

    __slots__ = ("plain", "spans")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = tuple(span for span in spans if span.text)
        self.plain = "".join(span.text for span in self.spans)

    def __add__(self, other: "StyledLine") -> "StyledLine":
        return StyledLine(self.spans + other.spans)

    @property
    def cell_length(self) -> int:
        """The columns that the line takes."""
        return cell_length(self.plain)

    def pad_left(self, count: int) -> "StyledLine":
        """The line with blanks before it."""
        return StyledLine((Span(" " * count), *self.spans))

    def pad_right(self, count: int) -> "StyledLine":
        """The line with blanks after it."""
        return StyledLine((*self.spans, Span(" " * count)))

    def rstrip(self) -> "StyledLine":
        """The line without blanks at its end."""
        return self.part(0, len(self.plain.rstrip()))

    def truncate(self, width: int) -> "StyledLine":
        """The line in at most `width` cells, with an ellipsis where it was cut."""
        if self.cell_length <= width:
            return self
        cut = f"{_cut(self.plain, width - 1)}…" if width > 0 else ""
        return StyledLine(_restyled(cut, self.spans))

    def wrap(self, width: int) -> list["StyledLine"]:
        """The line in lines of at most `width` cells, broken between words where possible."""
        cuts = [0, *_breaks(self.plain, width), len(self.plain)]
        parts = [self.part(start, end) for start, end in pairwise(cuts)]
        return [part.rstrip() for part in parts]

    def on_click(self, action: str) -> "StyledLine":
        """The line with an action on all of it."""
        return StyledLine(span._replace(action=action) for span in self.spans)

    def stylize(self, style: str) -> "StyledLine":
        """The line with one more style on all of it."""
        return StyledLine(span._replace(style=f"{span.style} {style}") for span in self.spans)

    def part(self, start: int, end: int) -> "StyledLine":
        """The characters from `start` up to `end`, in their styles."""
        spans: list[Span] = []
        for span in self.spans:
            spans.append(span._replace(text=span.text[max(0, start) : max(0, end)]))
            start, end = start - len(span.text), end - len(span.text)
        return StyledLine(spans)


def styled(text: str, style: str = "") -> StyledLine:
    """A line in one style."""
    return StyledLine((Span(text, style),))


def assemble(*parts: str | StyledLine | tuple[str, str]) -> StyledLine:
    """A line out of plain text, other lines, and texts with their styles."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, StyledLine):
            spans += part.spans
        elif isinstance(part, str):
            spans.append(Span(part))
        else:
            spans.append(Span(*part))
    return StyledLine(spans)


def joined(between: StyledLine, lines: Sequence[StyledLine]) -> StyledLine:
    """The lines as one, with something between each two."""
    parts = [part for line in lines for part in (between, line)]
    return assemble(*parts[1:])


def one_line(text: str, width: int, style: str = "") -> StyledLine:
    """The text on one line of at most `width` cells, with an ellipsis where it was cut."""
    return styled(" ".join(text.split()), style).truncate(max(0, width))


def wrapped(text: str, width: int, style: str = "") -> list[StyledLine]:
    """The text in lines of at most `width` cells, as `evenly` breaks them."""
    return evenly(styled(" ".join(text.split()), style), width)


def closely(text: str, width: int, style: str = "") -> list[StyledLine]:
    """The text in lines of at most `width` cells, as many words in each as it holds.

    Never broken at a no-break space, at which Textual would break as well.
    """
    held = " ".join(text.replace(NO_BREAK, _HELD).split())
    lines = styled(held, style).wrap(max(2, width))
    return [styled(line.plain.replace(_HELD, " "), style) for line in lines]


def evenly(line: StyledLine, width: int) -> list[StyledLine]:
    """The line wrapped in as few lines as possible, evened out so that the last is not too short.

    A last line shorter than a third of the width gets words from the lines above it.
    """
    width = max(2, width)
    lines = line.wrap(width)

    def is_narrow_enough(columns: int) -> bool:
        tried = line.wrap(columns)
        return len(tried) > len(lines) or _ends_well(tried, width)

    if _ends_well(lines, width):
        return lines
    longest_word = max(map(cell_length, line.plain.split()))
    narrower = range(width - 1, max(width // 2, longest_word) - 1, -1)
    widest = bisect_left(narrower, True, key=is_narrow_enough)
    evened = line.wrap(narrower[widest]) if widest < len(narrower) else []
    return evened if len(evened) == len(lines) else lines


def _ends_well(lines: Sequence[StyledLine], width: int) -> bool:
    return len(lines) == 1 or lines[-1].cell_length * 3 >= width


def shortened(lines: Sequence[StyledLine], most: int, width: int) -> list[StyledLine]:
    """At most `most` of the lines, the last of them cut if others were left out."""
    if len(lines) <= most:
        return list(lines)
    if most <= 0:
        return []
    rest = joined(styled(" "), lines[most - 1 :])
    return [*lines[: most - 1], rest.truncate(width)]


def filled(line: StyledLine, width: int) -> StyledLine:
    """The line, cut or padded to exactly `width` cells."""
    line = line.truncate(width)
    return line.pad_right(width - line.cell_length)


def cell_length(text: str) -> int:
    """The columns that a text takes; Rich is only loaded for glyphs that may be wide."""
    if _has_plain_cells(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _has_plain_cells(text: str) -> bool:
    """Whether every character takes one cell, so that they need only be counted."""
    return (text.isascii() and text.isprintable()) or all(map(_takes_one_cell, set(text)))


def _takes_one_cell(character: str) -> bool:
    before = bisect_right(_FIRST, character)
    return before > 0 and character <= _LAST[before - 1]


def _cut(text: str, width: int) -> str:
    """The text, which is longer, cut to exactly `width` cells."""
    if _has_plain_cells(text):
        return text[:width]
    from rich.cells import set_cell_size

    return set_cell_size(text, width)


def _restyled(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    """Another text with the styles of the same positions."""
    for span in spans:
        yield span._replace(text=text[: len(span.text)])
        text = text[len(span.text) :]


def _breaks(text: str, width: int) -> Sequence[int]:
    """Where lines begin, but for the first; found as Rich finds them, which Textual wraps with."""
    breaks: list[int] = []
    column = 0
    for start, word in _words(text):
        length = cell_length(word.rstrip())
        if column + length <= width:
            column += cell_length(word)
        elif length <= width:
            if column and start:
                breaks.append(start)
            column = cell_length(word)
        else:
            # A word longer than any line begins one of its own.
            at = start
            for part in _chopped(word, width):
                if at:
                    breaks.append(at)
                at += len(part)
                column = cell_length(part)
    return breaks


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Each word with the blanks after it, the first with those before it too; where it begins."""
    begins: list[int] = []
    end = 0
    for word in text.split():
        begins.append(text.index(word, end))
        end = begins[-1] + len(word)
    for start, end in pairwise([*([0] if begins else []), *begins[1:], len(text)]):
        yield start, text[start:end]


def _chopped(word: str, width: int) -> Sequence[str]:
    """The word in parts of at most so many cells."""
    if _has_plain_cells(word):
        return [word[start : start + width] for start in range(0, len(word), width)]
    from rich.cells import chop_cells

    return chop_cells(word, width)
