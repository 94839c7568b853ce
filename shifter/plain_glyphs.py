"""Stand-ins of the same width, for a terminal whose encoding lacks some glyphs."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_UTF8 = "utf-8"
_ASCII = "ascii"

_GLYPHS = {
    **dict.fromkeys("─┄┅┈┉╌╍═╴╶╸╺╼╾⇠−–—", "-"),
    **dict.fromkeys("│┃┆┇┊┋╎╏║╵╷╹╻╽╿▎▍▏▐▌▋▊", "|"),
    **dict.fromkeys("━═", "="),
    **dict.fromkeys("·░", "."),
    **dict.fromkeys("▒▃", ":"),
    **dict.fromkeys("✦★", "*"),
    **dict.fromkeys("✓▆±", "+"),
    **dict.fromkeys("█▉▇", "#"),
    **dict.fromkeys("›→", ">"),
    **dict.fromkeys("◂‹←", "<"),
    **dict.fromkeys("▲↑▔▀", "^"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    # No glyph of a text's own: a full stop would read as its end.
    "…": "~",
    # What is chosen, and what is not.
    "●": "@",
    "○": "o",
    "◇": "o",
    # Beside the arrow of a next step the cursor is still another glyph.
    "▸": "}",
    "↓": "v",
    "×": "x",
    "▓": "%",
    "▁": "_",
    "▂": ".",
    "▄": "-",
    "▅": "=",
}
_FRAMES = range(0x2500, 0x2580)
_DOTS = range(0x2800, 0x2900)
_BY_DOTS = " ..::++##"


def terminal_encoding(stream: "TextIO | None" = None) -> str:
    """The terminal's encoding: Python's for a stream, or for its own output; ASCII in the C locale.

    Python writes UTF-8 in the C locale, which a terminal that runs in it may not show.
    """
    if not os.environ.get("PYTHONUTF8") and not os.environ.get("PYTHONIOENCODING"):
        locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
        if locale in ("C", "POSIX"):
            return _ASCII
    return (getattr(stream or sys.__stdout__, "encoding", None) or _UTF8).lower()


class PlainGlyphs(dict[int, str]):
    """A table for `str.translate`: what an encoding lacks becomes the closest glyph it has.

    `width` tells how many columns a character takes.
    """

    def __init__(self, encoding: str, width: "Callable[[str], int] | None" = None) -> None:
        super().__init__()
        self._encoding = encoding
        self._width = width or width_of

    def __missing__(self, code: int) -> str:
        glyph = chr(code)
        is_there = can_encode(self._encoding, glyph)
        self[code] = glyph if is_there else _closest(glyph, self._width)
        return self[code]


def can_encode(encoding: str, glyphs: str) -> bool:
    """Whether an encoding has all of these characters."""
    try:
        glyphs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _closest(glyph: str, width_of: "Callable[[str], int]") -> str:
    if glyph in _GLYPHS:
        return _GLYPHS[glyph]
    code = ord(glyph)
    if code in _FRAMES:
        return "+"
    if code in _DOTS:
        return _BY_DOTS[(code - _DOTS.start).bit_count()]
    width = width_of(glyph)
    from unicodedata import normalize

    letter = normalize("NFKD", glyph).encode(_ASCII, "ignore").decode()
    return letter if len(letter) == width else "?" * width


def width_of(glyph: str) -> int:
    """How many columns a character takes, as far as Python knows."""
    from unicodedata import category, east_asian_width

    if category(glyph) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(glyph) in ("W", "F") else 1
