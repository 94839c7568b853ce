"""Signs in words that the card asks for: they stay there as they are, and it says so."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from shifter.config import Config
from shifter.core.records import Pick
from tests.tui.stage import Stage, press, seen, write
from tests.tui.today.acting import logged, on_today, plain, put_on_card

STAYS = "Stays as written; e sets idea, person, minutes."


def asking(pick: Pick) -> bool:
    return pick.asks is not None and not pick.names_person


def asking_for_a_name(pick: Pick) -> bool:
    return pick.names_person


class Place(NamedTuple):
    """Where words are typed: on which pick, and the keys that lead there."""

    pick: Callable[[Pick], bool]
    keys: tuple[str, ...]


PLACES = {
    "the field on the card": Place(asking, ("enter",)),
    "a note with done": Place(plain, ("enter",)),
    "a note on what was done": Place(plain, ("d", "enter")),
    "what lit up": Place(plain, ("d", "y")),
    "something smaller": Place(plain, ("s",)),
}


async def reach(pilot: Pilot[None], place: Place) -> None:
    await press(pilot, *place.keys)
    while place.keys == ("s",) and not pilot.app.screen.query("#dialog"):
        await press(pilot, "s")


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("size", [(60, 18), (80, 24)], ids=str)
async def test_a_sign_is_told_to_stay_as_long_as_it_stands_there_and_nothing_moves(
    lived_in: Stage, place: Place, size: tuple[int, int]
) -> None:
    put_on_card(lived_in, place.pick)
    async with on_today(lived_in, size=size) as pilot:
        await reach(pilot, place)
        await write(pilot, "warm")
        before = seen(pilot)
        assert STAYS not in before
        await write(pilot, " #k")
        after = seen(pilot)
        rows = zip(before.split("\n"), after.split("\n"), strict=True)
        changed = "\n".join(now for then, now in rows if now != then)
        assert changed.count("\n") == 1
        assert "warm #k" in changed
        assert STAYS in changed
        await press(pilot, "backspace", "backspace")
        assert STAYS not in seen(pilot)


async def test_a_note_that_had_signs_says_so_at_once_and_keeps_them(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "warm #kiln\n@ana 10m !")
        await press(pilot, "ctrl+s", "enter")
        assert STAYS in seen(pilot)
    shift = logged(lived_in)[0]
    assert (shift.note, shift.little_yes) == ("warm #kiln\n@ana 10m !", False)


async def test_the_key_is_named_as_it_is_bound(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in, Config(keys={"today.edit": "f7"})) as pilot:
        await press(pilot, "enter")
        await write(pilot, "#kiln")
        assert STAYS.replace("e sets", "f7 sets") in seen(pilot)


async def test_out_of_the_field_the_card_says_what_it_is_as_before(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    async with on_today(lived_in) as pilot:
        before = seen(pilot).split("\n")
        await press(pilot, "enter")
        await write(pilot, "#kiln")
        await press(pilot, "escape")
        assert [line for line in seen(pilot).split("\n") if line not in before] == [
            line for line in seen(pilot).split("\n") if "#kiln" in line
        ]


async def test_a_name_may_have_its_sign(lived_in: Stage) -> None:
    put_on_card(lived_in, asking_for_a_name)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "@Rosa Lind")
        assert STAYS not in seen(pilot)
        await write(pilot, " #kiln")
        assert STAYS in seen(pilot)
        await press(pilot, *["backspace"] * len(" #kiln"), "enter")
    shift = logged(lived_in)[0]
    assert (shift.person, shift.note) == ("Rosa Lind", "Rosa Lind")
    assert "Rosa Lind" in shift.text
    assert "@" not in shift.text
