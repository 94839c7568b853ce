"""Stand-ins of the same width, for a terminal whose encoding lacks some signs."""

import os
import sys
from functools import lru_cache

_UTF8 = "utf-8"
_ASCII = "ascii"

_SIGNS = {
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
    # No sign of a text's own: a full stop would read as its end.
    "…": "~",
    # What is chosen, and what is not.
    "●": "@",
    "○": "o",
    "◇": "o",
    # Beside the arrow of a next step the cursor is still another sign.
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


def terminal_encoding() -> str:
    """The terminal's encoding: Python's, but ASCII in the C locale.

    Python writes UTF-8 in the C locale, which a terminal that runs in it may not show.
    """
    if not os.environ.get("PYTHONUTF8") and not os.environ.get("PYTHONIOENCODING"):
        locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
        if locale in ("C", "POSIX"):
            return _ASCII
    return (getattr(sys.__stdout__, "encoding", None) or _UTF8).lower()


class PlainSigns(dict[int, str]):
    """A table for `str.translate`: what an encoding lacks becomes the closest sign it has."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if _has(self._encoding, sign) else _closest(sign)
        return self[code]


def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


@lru_cache(maxsize=1024)
def _closest(sign: str) -> str:
    from rich.cells import get_character_cell_size

    if sign in _SIGNS:
        return _SIGNS[sign]
    code = ord(sign)
    if code in _FRAMES:
        return "+"
    if code in _DOTS:
        return _BY_DOTS[(code - _DOTS.start).bit_count()]
    width = get_character_cell_size(sign)
    from unicodedata import normalize

    letter = normalize("NFKD", sign).encode(_ASCII, "ignore").decode()
    return letter if len(letter) == width else "?" * width
