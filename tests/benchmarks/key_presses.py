"""How long a person waits for a key press, as ratios: `python -m tests.benchmarks.key_presses`.

A key counts until its answer stands on the screen. What it costs depends on what it shows, so each
of shifter's keys is held against one that shows as much in an app of Textual's own parts, and the
cursor on the board against a label in an empty app. All are interleaved; the figures are medians.
"""

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.plain_app import READY
from tests.benchmarks.sittings import (
    EMPTY_APP,
    SETTLED,
    SHIFTER,
    Environment,
    left,
    until_still,
    wait,
)
from tests.benchmarks.table import Figures, Row, Subject, measured, print_table
from tests.benchmarks.two_lives import two_lives
from tests.tui.pseudo_terminal import WHOLE, PseudoTerminal

_EMPTY, _PLAIN = "an empty app", "an app of Textual's own parts"
_PLAIN_APP = str(Path(__file__).with_name("plain_app.py"))
_ESCAPE, _DOWN, _ERASE = "\x1b", "\x1b[B", "\x7f"
_MOST = 1.3
_POINTER = re.compile(rb"\x1b]22;[^\x07]*\x07")
"""The shape of the mouse's pointer, which Textual tells well before it draws a dialog."""


class Press(NamedTuple):
    """A key, and the last words of its answer; without those, the first that is drawn counts.

    One without a name is not measured; the median of all with the same name is.
    """

    key: str
    name: str = ""
    answer: str = ""


_LABEL, _CARD, _LINE, _LETTER = "a label", "a card", "a line of a list", "a letter in a form"
_HELP, _HELP_AGAIN = "a text over the screen", "that text again"
_FORM, _FORM_AGAIN = "a form over the screen", "that form again"
_SCREEN, _SCREEN_AGAIN = "another screen", "that screen again"

_IN_EMPTY = (Press("n"), *[Press("n", _LABEL)] * 5)
_IN_PLAIN = (
    Press("n"),
    *[Press("n", _CARD)] * 3,
    *(Press("?", _HELP, "Close"), Press(_ESCAPE), Press("?", _HELP_AGAIN, "Close"), Press(_ESCAPE)),
    Press("a", _FORM, "Leave it"),
    *[Press("x", _LETTER)] * 3,
    *(Press(_ESCAPE), Press("a", _FORM_AGAIN, "Leave it"), Press(_ESCAPE)),
    Press("2", _SCREEN, WHOLE),
    *[Press(_DOWN, _LINE)] * 3,
    *(Press("1", _SCREEN_AGAIN, WHOLE), Press("2", _SCREEN_AGAIN, WHOLE)),
)
_ANOTHER, _TIMER = "`n`, another pick", "`space`, the timer"
_IN_SHIFTER = (
    *[Press("n", _ANOTHER)] * 3,
    *[Press(" ", _TIMER)] * 2,
    Press(_ESCAPE),
    *(Press("?", "`?`, the help", "Close"), Press(_ESCAPE)),
    *(Press("?", "`?` again", "Close"), Press(_ESCAPE)),
    Press("a", "`a`, a form", "Leave it"),
    *[Press("x", "a letter in it")] * 3,
    *[Press(_ERASE)] * 3,
    *(Press(_ESCAPE), Press("a", "`a` again", "Leave it"), Press(_ESCAPE)),
    Press("2", "`2`, another screen", WHOLE),
    *[Press(key, "`h` and `l` on the board") for key in "hlh"],
    *(Press("1", "`1` and `2` again", WHOLE), Press("2", "`1` and `2` again", WHOLE)),
    Press("4"),
    *[Press(key, "`j` and `k` in the Story") for key in "jkj"],
    Press("1"),
)
_COUNTERPARTS = {
    "`h` and `l` on the board": (_EMPTY, _LABEL),
    _ANOTHER: (_PLAIN, _CARD),
    _TIMER: (_PLAIN, _CARD),
    "`j` and `k` in the Story": (_PLAIN, _LINE),
    "a letter in it": (_PLAIN, _LETTER),
    "`?`, the help": (_PLAIN, _HELP),
    "`?` again": (_PLAIN, _HELP_AGAIN),
    "`a`, a form": (_PLAIN, _FORM),
    "`a` again": (_PLAIN, _FORM_AGAIN),
    "`2`, another screen": (_PLAIN, _SCREEN),
    "`1` and `2` again": (_PLAIN, _SCREEN_AGAIN),
}


def main() -> None:
    """Measure the keys and print their tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--shifts", type=int, default=1_000_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        tell(two_lives(Path(home), arguments.shifts), arguments.rounds)


def tell(in_lives: Mapping[str, Environment], rounds: int) -> None:
    """Print the ratios, and the milliseconds that they are of."""
    environment = next(iter(in_lives.values()))
    subjects = {
        _EMPTY: _sitting([sys.executable, "-c", EMPTY_APP], environment, READY, _IN_EMPTY),
        _PLAIN: _sitting([sys.executable, _PLAIN_APP], environment, READY, _IN_PLAIN),
    } | {life: _sitting([SHIFTER], there, WHOLE, _IN_SHIFTER) for life, there in in_lives.items()}
    found = measured(subjects, rounds)
    print_table(
        [*in_lives],
        [
            Row(
                f"{name}, to {against}",
                [found[life][name] / found[whose][against] for life in in_lives],
                _MOST,
            )
            for name, (whose, against) in _COUNTERPARTS.items()
        ],
    )
    sys.stdout.write(f"\n| milliseconds | its counterpart | {' | '.join(in_lives)} |\n")
    sys.stdout.write(f"|{' --- |' * (2 + len(in_lives))}\n")
    for name, (whose, against) in _COUNTERPARTS.items():
        seconds = [found[whose][against], *(found[life][name] for life in in_lives)]
        told = " | ".join(f"{1000 * each:.1f}" for each in seconds)
        sys.stdout.write(f"| {name} | {told} |\n")


def _sitting(
    words: list[str], environment: Environment, whole: str, presses: Sequence[Press]
) -> Subject:
    """A sitting in which keys are pressed one by one, each once all is still."""

    def run() -> Figures:
        terminal = PseudoTerminal(environment, words)
        taken: dict[str, list[float]] = {}
        try:
            terminal.read_until(whole)
            wait(terminal, SETTLED)
            for press in presses:
                seconds = _pressed(terminal, press)
                if press.name:
                    taken.setdefault(press.name, []).append(seconds)
            left(terminal)
        finally:
            terminal.close()
        return {name: statistics.median(seconds) for name, seconds in taken.items()}

    return run


def _pressed(terminal: PseudoTerminal, press: Press) -> float:
    """The seconds from a key to its answer."""
    drawn, pressed = len(terminal.drawn), time.perf_counter()
    terminal.type(press.key)
    while not _is_answered(terminal.drawn[drawn:], press.answer):
        assert terminal.read(5.0), f"{press} has no answer"
    taken = time.perf_counter() - pressed
    until_still(terminal)
    return taken


def _is_answered(drawn: bytes, answer: str) -> bool:
    return answer.encode() in drawn if answer else bool(_POINTER.sub(b"", drawn))


if __name__ == "__main__":
    main()
