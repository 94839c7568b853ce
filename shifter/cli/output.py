"""Standard output and standard error: what is printed, and what happens when nobody listens."""

import io
import os
import sys
from collections.abc import Iterable

from shifter.cli.command import Document
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.plain_glyphs import PlainGlyphs, can_encode, terminal_encoding

if TYPE_CHECKING:
    from typing import TextIO


def write(text: str, *, failed: int = 1, to_the_letter: bool = False) -> int:
    """Print a text and return the exit status; `failed` is the one for a full disk.

    What the terminal can't show is replaced, unless the text is wanted to the letter. A reader
    that has seen enough, such as `head`, is no failure.
    """
    stream = sys.stdout
    if stream is None:  # closed by whoever started the program
        return 0
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return _write((text if to_the_letter else _plain(text, stream), "\n"), stream, failed)


def write_file(pieces: Iterable[str]) -> int:
    """Print what could as well be a file: in UTF-8, and with its line ends as they are."""
    stream = sys.stdout
    if stream is None:
        return 0
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="")
    return _write(pieces, stream, 1)


def _write(pieces: Iterable[str], stream: "TextIO", failed: int) -> int:
    try:
        stream.writelines(pieces)
        stream.flush()
    except BrokenPipeError:
        _drop_the_rest()
    except OSError as error:
        _drop_the_rest()
        tell(f"shifter: The answer could not be written. {error.strerror}.")
        return failed
    return 0


def tell(text: str) -> None:
    """Print a text on standard error, as far as there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(_plain(fitted(harmless(text), sys.stderr), sys.stderr) + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody is there to be told; the exit status still tells it.
        return


def harmless(text: str) -> str:
    """The text without anything that a terminal could take for a command."""
    if text.isprintable():  # most are, and the rule for the others takes a while to load
        return text
    from shifter.core.text import for_terminal

    return for_terminal(text)


def fitted(text: str, stream: "TextIO") -> str:
    """The text with lines no longer than the terminal's, where the stream leads to one."""
    if not stream.isatty():
        return text
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return text
    # At most: a character may take two columns, and to know it takes a while to load.
    columns = (len(line) * (1 if line.isascii() else 2) for line in text.split("\n"))
    if not width or max(columns) <= width:
        return text
    from shifter.cli.wrapping import wrapped

    return "\n".join(wrapped(text, width))


def _plain(text: str, stream: "TextIO") -> str:
    """The text in glyphs that the terminal has."""
    encoding = "utf-8" if text.isascii() else terminal_encoding(stream)
    if encoding == "utf-8":
        return text
    return text.translate(PlainGlyphs(encoding))


def as_json(document: Document) -> str:
    """One JSON document on one line; a terminal sees no control character in it either."""
    from shifter.core import quick_json as json
    from shifter.core.text import escape_in_json

    return escape_in_json(json.dumps(document, ensure_ascii=not _speaks_unicode()))


def can_print(symbols: str) -> bool:
    """Whether standard output, and the terminal behind it, have these characters."""
    return can_encode(terminal_encoding(sys.stdout), symbols)


def wants_colour() -> bool:
    """Whether standard output is a terminal, and nobody asked for no colour."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_shown()


def is_shown() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def _speaks_unicode() -> bool:
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return can_encode(encoding, "\u2726\U0001f642")


def _drop_the_rest() -> None:
    """Keep Python from trying once more, and complaining, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
