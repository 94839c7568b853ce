"""What the next sitting says of what is half written: the newest words, once."""

from textual.widgets import Input

from shifter.config import Config
from tests.tui.half_written.sittings import kept, seated, sitting, type_and_leave
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import asking, put_on_card


async def test_what_was_told_is_not_told_again_once_newer_words_are_entered(
    lived_in: Stage,
) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    async with seated(lived_in) as pilot:
        await press(pilot, "3", "a")
        await write(pilot, "pott")
    for sayings in (["You were writing “pott”. 3, then a goes on with it."], []):
        with sitting(lived_in) as app:
            async with app.run_test(notifications=True) as pilot:
                await settle(pilot)
                assert said(pilot) == sayings
                await press(pilot, "3", "a")
                if sayings:
                    await press(pilot, "ctrl+n")
                await press(pilot, "escape")


async def test_what_was_half_written_is_told_once(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    told = ["You were writing “Emailed”. a on Today goes on with it."]
    for sayings in (told, [], []):
        with sitting(lived_in) as app:
            async with app.run_test(notifications=True) as pilot:
                await settle(pilot)
                assert said(pilot) == sayings
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        assert pilot.app.screen.query_one("#line", Input).value == "Emailed"
        await press(pilot, "enter")
    assert kept(lived_in) == []


async def test_it_is_told_after_what_is_wrong_with_a_setting(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    async with seated(
        lived_in, Config(problems=("minutes: 5 would do.",)), notifications=True
    ) as pilot:
        assert said(pilot) == [
            "A setting was skipped: minutes: 5 would do.",
            "You were writing “Emailed”. a on Today goes on with it.",
        ]


async def test_what_was_written_on_since_it_was_told_is_told_as_well(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    await type_and_leave(lived_in, "a", "Emailed Ana")
    async with seated(lived_in, notifications=True) as pilot:
        assert said(pilot) == ["You were writing “Emailed Ana”. a on Today goes on with it."]


async def test_of_several_things_the_one_written_last_is_told_and_the_others_named(
    lived_in: Stage,
) -> None:
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "the older one")
        await press(pilot, "escape", "3", "a")
        await write(pilot, "the newer one")
        await press(pilot, "escape", "1", "a", "escape")  # A look makes nothing newer.
    async with seated(lived_in, notifications=True) as pilot:
        where = "3, then a goes on with it. Kept too: “the older one”."
        assert said(pilot) == [f"You were writing “the newer one”. {where}"]


async def test_of_many_things_the_newest_two_others_are_named_by_how_they_begin(
    lived_in: Stage,
) -> None:
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            for place in ("first", "second", "third", "fourth"):
                app.drafts.put(f"the note on the {place}", (None, f"the {place} of all the notes"))
            await press(pilot, "a")
            await write(pilot, "the newest")
    async with seated(lived_in, notifications=True) as pilot:
        kept_too = "“the fourth of all th …”, “the third of all the …” and two more"
        where = "a on Today goes on with it."
        assert said(pilot) == [f"You were writing “the newest”. {where} Kept too: {kept_too}."]


async def test_beside_newer_words_on_the_card_older_ones_are_no_more_than_told_too(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    async with seated(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "the older one")
        await press(pilot, "escape", "enter")
        await write(pilot, "the newer one")
    async with seated(lived_in, notifications=True) as pilot:
        assert "the newer one" in seen(pilot)
        where = "a on Today goes on with it."
        assert said(pilot) == [f"You were also writing “the older one”. {where}"]
