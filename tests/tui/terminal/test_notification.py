"""Telling the desktop through the terminal."""

import pytest

from shifter.tui.terminal.notification import notification


@pytest.mark.parametrize(
    ("environment", "sequence"),
    [
        ({"TERM": "xterm-256color"}, "\x1b]9;That was 5 minutes.\x07"),
        ({}, "\x1b]9;That was 5 minutes.\x07"),
        ({"TERM": "foot"}, "\x1b]777;notify;shifter;That was 5 minutes.\x07"),
        ({"TERM": "rxvt-unicode-256color"}, "\x1b]777;notify;shifter;That was 5 minutes.\x07"),
        (
            {"TERM": "tmux-256color", "TMUX": "socket,1,0"},
            "\x1bPtmux;\x1b\x1b]9;That was 5 minutes.\x07\x1b\\",
        ),
    ],
)
def test_each_terminal_is_told_in_the_way_it_knows(
    environment: dict[str, str], sequence: str
) -> None:
    assert notification("That was 5 minutes.", environment) == sequence


def test_no_text_ends_the_sequence_or_begins_another() -> None:
    told = notification("a\x07b\x1b]0;c\n\x9cd", {"TERM": "foot"})
    assert told == "\x1b]777;notify;shifter;ab]0,c d\x07"
