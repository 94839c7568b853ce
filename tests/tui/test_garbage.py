"""Garbage is collected between keys."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from time import monotonic

import pytest
from textual.events import Key

from shifter.tui import garbage
from shifter.tui.garbage import collect, collect_young
from shifter.tui.keys import early_keys
from shifter.tui.outside import Outside
from tests.tui.stage import Stage, press, settle

_MANY = 2_000
_PATIENCE = 100

# What the app does, in a process that has nothing else to collect.
_A_SITTING = """
import gc, weakref
from shifter.tui import garbage

class Knot:
    def __init__(self):
        self.own = self

gc.disable()
knot = weakref.ref(Knot())
garbage.start_collecting()
assert gc.isenabled()
gc.collect()
assert knot() is not None, "what was there at the beginning stays"
garbage.collect_at_first_rest()
assert knot() is None
"""


class Knot:
    """Something that holds on to itself, so that only collecting removes it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def nothing_new() -> Iterator[None]:
    """Python does not collect by itself, and nothing new is there."""
    gc.disable()
    gc.collect(1)
    yield
    gc.enable()


def many() -> list[list[int]]:
    """So much that it is worth collecting; it has to be kept."""
    return [[number] for number in range(_MANY)]


def test_what_is_there_at_the_beginning_waits_for_the_first_rest() -> None:
    subprocess.run([sys.executable, "-c", _A_SITTING], check=True)


@pytest.mark.usefixtures("nothing_new")
def test_after_a_key_that_brought_much_what_is_new_is_collected() -> None:
    knot = weakref.ref(Knot())
    collect_young()
    assert knot() is not None, "it is not worth it yet"
    kept = many()
    collect_young()
    assert knot() is None
    assert len(kept) == _MANY


@pytest.mark.usefixtures("nothing_new")
def test_what_is_not_young_any_more_is_collected_at_rest() -> None:
    held = Knot()
    knot = weakref.ref(held)
    gc.collect(0)
    del held
    kept = many()
    collect_young()
    assert knot() is not None, "it is older than that"
    collect()
    assert knot() is None
    assert len(kept) == _MANY


async def test_young_garbage_is_collected_once_the_last_of_several_keys_has_been_answered(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[str] = []
    monkeypatch.setattr(garbage, "collect_young", lambda: collected.append("young"))
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        for key in "ZX":  # They do nothing, so both are heard at once.
            pilot.app.post_message(Key(key, key))
        for _ in range(_PATIENCE):
            if not collected:
                await pilot.pause(0.05)
        await pilot.pause(0.3)
        assert collected == ["young"]


async def test_everything_is_collected_only_while_nobody_types_be_there_a_dialog_or_not(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = monotonic()
    collected: list[str] = []
    app = lived_in.app()
    async with app.run_test() as pilot:
        await press(pilot, "a")
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun)
        monkeypatch.setattr(garbage, "collect", lambda: collected.append("all"))
        await Outside(app, None).look()
        assert collected == []
        monkeypatch.setattr(early_keys, "monotonic", lambda: begun + 3600)
        await Outside(app, None).look()
        assert collected
