"""Replies that a terminal sends unasked or late, kept apart from what is typed.

Textual 8.2 reads a reply it does not know as typed characters, so a colour report could log a
shift.
"""

import re
from typing import NamedTuple

from shifter.core.text import for_terminal

ESC = "\x1b"

# OSC, DCS and APC strings: they end with BEL or ST, or where another escape sequence begins.
_STRING = "(?:\\][0-9lLI]|P[0-9>!]|_G)[^\x07\x18\x1a\x1b]*"
_STRING_END = "(?:[\x07\x18\x1a]|\x1b\\\\|(?=\x1b[^\\\\]))"
# Private reports (device attributes, keyboard flags), but for those of modes, which Textual reads.
_PRIVATE = r"\[[?>=][0-9;:]*(?:[ -#%-/][ -/]*[@-~]|\$(?!y)[ -/]*[@-~]|[@-~])"
# Status, window and parameter reports; a window report that begins with 48 is a resize.
_PUBLIC = r"\[[0-9][0-9;]*[nx]|\[(?!48;)[0-9][0-9;]*t"
_REPLY = re.compile(f"\x1b(?:{_STRING}{_STRING_END}|{_PRIVATE}|{_PUBLIC})")
_BEGUN = re.compile(f"\x1b(?:{_STRING}\x1b?|\\[[ -?]+)\\Z")
_PERHAPS = re.compile("\x1b(?:[]P_O]|\\[\\[?)?\\Z")
_BACKGROUND = re.compile("\x1b\\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_PASTE_BEGIN, _PASTE_END = "\x1b[200~", "\x1b[201~"
# Half of a line break is held back too.
_PASTE_END_PERHAPS = re.compile("(?:\r|\x1b(?:\\[(?:2(?:01?)?)?)?)\\Z")

SHORTLY = 0.025
"""Seconds after which escape is a key: a sequence comes at once, and fingers are slower."""

_A_MOMENT = 0.1
"""Seconds to wait for the rest of what may also be alt and a bracket or a letter."""

PATIENCE = 1.0
"""Seconds to wait for the rest of what can only be a sequence."""

_LONGEST = 65_536


class Rgb(NamedTuple):
    """A colour that a terminal reported; each component from 0 to 255."""

    red: int
    green: int
    blue: int


def background_in(text: str) -> Rgb | None:
    """The background that a terminal reported somewhere in its input, or None."""
    told = _BACKGROUND.search(text)
    return Rgb(*(_in_a_byte(part) for part in told.groups())) if told else None


class ReplyFilter:
    """Takes a terminal's replies out of its input; what is typed and pasted goes through, whole.

    `background` is the background that was reported since it was last set to None. `shortly` is
    the time in seconds after which escape is a key.
    """

    def __init__(self, shortly: float = SHORTLY) -> None:
        self._shortly = shortly
        self.background: Rgb | None = None
        self._held = ""
        self._pasting = False

    @property
    def wait(self) -> float | None:
        """Seconds after which `give_up` is due if nothing else comes; None if it is not."""
        if not self._held or self._pasting:
            return None
        if _BEGUN.match(self._held):
            return PATIENCE
        return self._shortly if self._held == ESC else max(self._shortly, _A_MOMENT)

    def keys(self, text: str) -> str:
        """The input without replies; what might still become one is held back."""
        text, self._held = self._held + text, ""
        typed: list[str] = []
        while text:
            if self._pasting:
                pasted, end, text = text.partition(_PASTE_END)
                if not end:
                    pasted = self._hold_back_from_paste(pasted)
                # Textual would read a pasted control sequence as keys.
                typed += [for_terminal(pasted), end]
                self._pasting = not end
                continue
            before, begin, after = text.partition(_PASTE_BEGIN)
            before = _REPLY.sub(self._taken, before)
            if not begin:
                before = self._hold_back(before)
            typed += [before, begin]
            self._pasting, text = bool(begin), after
        return "".join(typed)

    def give_up(self) -> str:
        """What was held back but is a key after all; an unfinished sequence is dropped."""
        if self._pasting:
            return ""
        held, self._held = self._held, ""
        return "" if _BEGUN.match(held) else held

    def _taken(self, reply: re.Match[str]) -> str:
        self.background = background_in(reply[0]) or self.background
        return ""

    def _hold_back_from_paste(self, pasted: str) -> str:
        begun = _PASTE_END_PERHAPS.search(pasted)
        self._held = begun[0] if begun else ""
        return pasted[: begun.start()] if begun else pasted

    def _hold_back(self, text: str) -> str:
        begun = _BEGUN.search(text) or _PERHAPS.search(text)
        if begun is None:
            return text
        if len(text) - begun.start() > _LONGEST:
            return text[: begun.start()]
        self._held = text[begun.start() :]
        return text[: begun.start()]


def _in_a_byte(digits: str) -> int:
    """A part of a colour with one to four hexadecimal digits, from 0 to 255."""
    return round(255 * int(digits, 16) / int("f" * len(digits), 16))
