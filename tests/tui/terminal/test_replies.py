"""What a terminal answers is never taken for typing, however it ends and wherever it is cut."""

import os

import pytest
from textual import events
from textual.message import Message

from shifter.tui.terminal.driver import KeyReader
from shifter.tui.terminal.replies import Rgb
from shifter.tui.theming.looks import BackgroundTold

REPLIES = {
    "a colour, ended by BEL": b"\x1b]11;rgb:1616/1616/1d1d\x07",
    "a colour, ended by ST": b"\x1b]11;rgb:1616/1616/1d1d\x1b\\",
    "a palette colour": b"\x1b]4;1;rgb:d1d1/0000/0000\x1b\\",
    "a window title": b"\x1b]ldraw\x1b\\",
    "the terminal's version": b"\x1bP>|XTerm(390)\x1b\\",
    "a setting": b"\x1bP1$r0 q\x1b\\",
    "a capability": b"\x1bP1+r524742=38\x1b\\",
    "graphics": b"\x1b_Gi=31;OK\x1b\\",
    "device attributes": b"\x1b[?64;1;2;6;9;15;18;21;22c",
    "more device attributes": b"\x1b[>41;390;0c",
    "keyboard flags": b"\x1b[?1u",
    "status": b"\x1b[0n",
    "private status": b"\x1b[?13n",
    "the window's size": b"\x1b[8;24;80t",
    "a mode": b"\x1b[?2026;2$y",
    "a colour scheme": b"\x1b[?997;1n",
}


class Listener:
    def __init__(self) -> None:
        self.keys: list[str] = []
        self.told: list[Rgb] = []

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key):
            self.keys.append(message.key)
        if isinstance(message, events.Paste):
            self.keys.append(f"pasted {message.text}")
        if isinstance(message, BackgroundTold):
            self.told.append(message.rgb)


def heard(*pieces: bytes | None) -> list[str]:
    """The keys in what was typed, piece by piece; None is a pause."""
    return listened(*pieces).keys


def listened(*pieces: bytes | None) -> Listener:
    listener = Listener()
    reading, writing = os.pipe()
    reader = KeyReader(listener.process_message, reading)
    try:
        for piece in pieces:
            if piece is None:
                reader.nothing_came()
            elif piece:
                os.write(writing, piece)
                reader.read()
        return listener
    finally:
        os.close(reading)
        os.close(writing)


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_a_reply_is_no_key_wherever_it_is_cut(reply: bytes) -> None:
    for cut in range(len(reply) + 1):
        assert heard(b"a", reply[:cut], reply[cut:], b"z") == ["a", "z"]


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_a_reply_byte_by_byte_between_keys(reply: bytes) -> None:
    assert heard(b"n", *(bytes([byte]) for byte in reply), b"d") == ["n", "d"]


def test_many_replies_at_once() -> None:
    assert heard(b"".join(REPLIES.values()) + b"q") == ["q"]


def test_a_reply_that_never_ends_is_dropped() -> None:
    assert heard(b"\x1b]11;rgb:16", None, b"d") == ["d"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (b"\x1b[A", "up"),
        (b"\x1bOP", "f1"),
        (b"\x1b[3~", "delete"),
        (b"\x1b[1;5C", "ctrl+right"),
        (b"\x1b[100u", "d"),
        (b"\x1b[Z", "shift+tab"),
        ("é".encode(), "é"),
        (b"\r", "enter"),
    ],
)
def test_keys_go_through_wherever_they_are_cut(typed: bytes, key: str) -> None:
    [whole] = heard(typed)
    assert whole == key
    for cut in range(1, len(typed)):
        assert heard(typed[:cut], typed[cut:]) == [whole]


def test_what_is_pasted_stays_as_it_is() -> None:
    assert heard(b"\x1b[200~1d\x1b[201~r") == ["pasted 1d", "r"]


def test_nothing_in_a_paste_is_taken_for_keys_wherever_it_is_cut() -> None:
    pasted = b"\x1b[200~one\ttwo \x1b[31mred\x1b[0m\r\nthree\x1b\x1b[201~d"
    for cut in range(1, len(pasted)):
        assert heard(pasted[:cut], pasted[cut:]) == ["pasted one\ttwo [31mred[0m\nthree", "d"]


def test_a_reply_begun_inside_a_paste_does_not_swallow_its_end() -> None:
    assert heard(b"\x1b[200~a \x1b]11;\x1b[201~", b"d")[-1] == "d"


@pytest.mark.parametrize(
    ("reply", "rgb"),
    [
        (b"\x1b]11;rgb:ffff/ffff/dddd\x1b\\", Rgb(255, 255, 221)),
        (b"\x1b]11;rgb:ff/ff/dd\x07", Rgb(255, 255, 221)),
        (b"\x1b]11;rgba:1616/1616/1d1d/ffff\x07", Rgb(22, 22, 29)),
        (b"\x1b]11;rgb:f/0/8\x07", Rgb(255, 0, 136)),
    ],
)
def test_a_background_is_told_once_however_it_is_written(reply: bytes, rgb: Rgb) -> None:
    for cut in range(len(reply)):
        listener = listened(b"a", reply[:cut], reply[cut:], b"z")
        assert listener.told == [rgb]
        assert listener.keys == ["a", "z"]


@pytest.mark.parametrize("reply", [b"\x1b]11;?\x07", b"\x1b]10;rgb:0/0/0\x07", b"\x1b]11;red\x07"])
def test_what_is_no_background_is_not_told(reply: bytes) -> None:
    listener = listened(reply, b"z")
    assert listener.told == []
    assert listener.keys == ["z"]
