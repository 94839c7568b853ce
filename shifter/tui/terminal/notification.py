"""A notification on the desktop, shown by the terminal itself, over ssh as well."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from shifter.core.text import for_terminal

if TYPE_CHECKING:
    from textual.app import App

_TITLE = "shifter"
# These know only OSC 777 (urxvt's); other terminals with notifications know OSC 9 (iTerm2's).
_KNOW_777 = ("rxvt", "foot")


def tell_desktop(app: "App[None]", text: str) -> None:
    """Ask the terminal to show a notification; one that can't shows nothing."""
    from shifter.tui.terminal.driver import write_unseen

    write_unseen(app, notification(text, os.environ))


def notification(text: str, environment: Mapping[str, str]) -> str:
    """The escape sequence; within tmux it is passed through to the outer terminal."""
    words = " ".join(for_terminal(text).split())
    terminal = environment.get("TERM", "")
    if terminal.startswith(_KNOW_777):
        sequence = f"\x1b]777;notify;{_TITLE};{words.replace(';', ',')}\x07"
    else:
        sequence = f"\x1b]9;{words}\x07"
    if "TMUX" in environment:
        escaped = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{escaped}\x1b\\"
    return sequence
