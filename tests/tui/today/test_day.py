"""Add, rest, at hand, idea, edit: what is about the day rather than the card."""

import pytest
from textual.widgets import Input, Static

from shifter.core.views import OpenCard
from shifter.tui.widgets.key_row import KeyRow
from tests.tui.stage import SIZES, Stage, press, press_at_once, said, seen, settle, until, write
from tests.tui.today.acting import card, logged, on_today, plain, put_on_card, today, view


async def test_a_logs_one_line_with_its_signs(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Emailed Ana about the kiln #pottery @ana 10m !")
        assert "Pottery studio · Ana · 10 min · ✦ a Little Yes" in seen(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen is today(pilot)
        assert said(pilot) == [
            "✦ Emailed Ana about the kiln. u takes it back.\n+ makes it a hunch."
        ]
    shift = logged(lived_in)[0]
    assert shift[1] == "Emailed Ana about the kiln"
    assert (shift.idea, shift.person, shift.minutes) == ("Pottery studio", "Ana", 10)
    assert shift.little_yes


@pytest.mark.parametrize("size", SIZES)
async def test_however_long_the_line_two_lines_of_it_are_said(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    line = "Rang Ana about clay " * 25
    async with on_today(lived_in, size=size) as pilot:
        await press(pilot, "a")
        pilot.app.screen.query_one("#line", Input).value = line.strip()
        await press(pilot, "enter")
        head = seen(pilot).partition("Good")[0]
        assert "Rang Ana" in head
        assert len([row for row in head.splitlines() if "clay" in row]) <= 2
        await press(pilot, "u")
        head = seen(pilot).partition("Good")[0]
        assert "Undone" in head
        assert len([row for row in head.splitlines() if "clay" in row]) <= 2


async def test_names_are_suggested_and_tab_takes_the_first(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Walked past the kiln #pot")
        assert "Pottery studio tab" in seen(pilot)
        await press(pilot, "tab")
        assert pilot.app.screen.query_one("#line", Input).value == "Walked past the kiln #Pottery "
        await press(pilot, "enter")
    assert logged(lived_in)[0].idea == "Pottery studio"


async def test_the_second_field_says_when(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Called Tom")
        await press(pilot, "tab")
        await write(pilot, "yesterday 18:00")
        await press(pilot, "enter")
    found = next(shift for shift in logged(lived_in) if shift.text == "Called Tom")
    assert found.day.isoformat() == "2026-11-18"


@pytest.mark.parametrize(("line", "when"), [("Called #nobody", ""), ("Called Tom", "12.30")])
async def test_what_is_refused_is_said_in_place_and_nothing_typed_is_lost(
    lived_in: Stage, line: str, when: str
) -> None:
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, line)
        await press(pilot, "tab")
        await write(pilot, when)
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#line", Input).value == line
        assert pilot.app.screen.query_one("#on", Input).value == when
        assert pilot.app.screen.query_one("#trouble").display
        assert pilot.app.screen.query_one("#on" if when else "#line").has_focus
    assert logged(lived_in) == before


async def test_r_rests_today(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        assert not view(pilot).resting
        await press(pilot, "r")
        assert "Thursday 19 November" in seen(pilot)
        await press(pilot, "enter")
        assert view(pilot).resting
        assert said(pilot) == ["Thursday 19 November is a rest day. u takes it back."]
        assert "a rest day · " in seen(pilot)
        assert isinstance(card(pilot), OpenCard)


async def test_a_span_of_rest_is_shown_while_it_is_typed(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "r", "tab")
        for text in ("m", "mon", "monday"):  # Faster than any of it can be understood.
            pilot.app.screen.query_one("#until", Input).value = text
        await until(pilot, "Thursday 19 November to Monday 23 November, 5 days")
        await press(pilot, "enter")
        span = "Thursday 19 November to Monday 23 November"
        assert said(pilot) == [f"5 days are rest days: {span}. u takes it back."]
    lived_in.clock.set("2026-11-23T09:00:00")
    async with on_today(lived_in) as pilot:
        assert view(pilot).resting


async def test_a_span_that_runs_backwards_is_refused_in_place(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "r", "tab")
        await write(pilot, "2026-11-01")
        await press(pilot, "enter")
        assert pilot.app.screen is not today(pilot)
        assert not view(pilot).resting


async def test_coming_back_is_a_welcome_and_r_makes_the_days_away_rest_days(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        run = companion.figures.streak().current
    lived_in.clock.set("2026-11-30T08:00:00")
    async with on_today(lived_in) as pilot:
        assert "Were you away? r makes the days since 18 November rest days," in seen(pilot)
        assert "M   T   W" not in seen(pilot)
        assert "missed" not in seen(pilot)
        await press(pilot, "r")
        assert "Were you away?" not in seen(pilot)
        assert said(pilot) == ["Rest days now. u takes it back."]
    with lived_in.companion() as companion:
        assert companion.figures.streak().current.start == run.start


async def test_the_offer_to_somebody_who_was_away_can_be_clicked(lived_in: Stage) -> None:
    lived_in.clock.set("2026-11-30T08:00:00")
    async with on_today(lived_in) as pilot:
        line = next(line for line in seen(pilot).splitlines() if "Were you away?" in line)
        await pilot.click(offset=(line.index("makes"), today(pilot).body.panels.region.y))
        await settle(pilot)
        assert view(pilot).away is None


async def test_t_narrows_the_pick_for_today(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.seconds > 120)
    async with on_today(lived_in) as pilot:
        await press(pilot, "t")
        assert "● 5 min" in seen(pilot)
        await press(pilot, "left", "down", "right", "right", "enter")
        at_hand = view(pilot).at_hand
        assert (at_hand.minutes, at_hand.place) == (2, "phone")
        shown = card(pilot)
        assert isinstance(shown, OpenCard)
        assert shown.pick.seconds <= 120
        assert {"phone", "anywhere"} & set(shown.pick.places)
        assert "at hand: 2 min, on the phone" in seen(pilot)
    lived_in.clock.set("2026-11-20T08:00:00")
    async with on_today(lived_in) as pilot:
        assert view(pilot).at_hand.minutes == 5


async def test_i_chooses_the_idea_for_today(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        names = view(pilot).idea_names
        await press(pilot, "i", str(names.index("Pottery studio") + 1))
        assert view(pilot).at_hand.idea == "Pottery studio"
        assert "today: Pottery studio ─╮" in seen(pilot)
        await press(pilot, "i", "0")
        assert view(pilot).at_hand.idea is None


async def test_e_edits_a_shift_of_today(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "e")
        field = pilot.app.screen.query_one("#text", Input)
        field.value = "Did it my way"
        await press(pilot, "enter")
        assert "✓ Did it my way" in seen(pilot)
    assert logged(lived_in)[0].text == "Did it my way"


async def test_e_lets_one_choose_among_several_and_delete(lived_in: Stage) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("The first of today")
        lived_in.clock.set("2026-11-19T08:30:00")
        companion.shifts.log("The second of today")
    async with on_today(lived_in) as pilot:
        await press(pilot, "e")
        assert "The second of today" in seen(pilot)
        await press(pilot, "2", "ctrl+g")
        assert said(pilot) == ["Deleted: The first of today. u brings it back."]
    assert "The first of today" not in [shift.text for shift in logged(lived_in)]


async def test_e_says_so_where_nothing_is_logged_yet(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "e")
        assert said(pilot) == ["Nothing is logged today yet. Older ones are in the Story, on 4."]


_ODD = "Wrote to the radio people #jingles 10m"


async def test_an_unknown_idea_is_kept_as_a_hunch_by_a_second_enter(lived_in: Stage) -> None:
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, _ODD)
        await press(pilot, "enter")
        assert str(pilot.app.screen.query_one("#trouble", Static).content) == (
            "No idea is called “jingles” yet."
            " Press enter again to keep it as a new hunch, with this on it."
            " For a plain #, leave a blank after it: # jingles."
        )
        assert logged(lived_in) == before
        await press(pilot, "enter")
        shift = logged(lived_in)[0]
        assert (shift.text, shift.idea, shift.minutes) == (
            "Wrote to the radio people",
            "jingles",
            10,
        )
        await press(pilot, "u")
        assert said(pilot)[-1].endswith("with the new idea “jingles”")
    assert logged(lived_in) == before
    with lived_in.companion() as companion:
        assert "jingles" not in [idea.name for idea in companion.ideas.all(ended=True)]


async def test_a_name_that_two_ideas_have_is_refused_as_the_line_below_foretold(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        companion.ideas.add("Farm visits")
        companion.ideas.add("Bookkeeping for farmers")
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Rang the mill #farm 5m")
        several = "“farm” could be Bookkeeping for farmers or Farm visits"
        below = pilot.app.screen.query_one("#understood", Static)
        assert str(below.content).startswith(f"{several}\n")
        await press(pilot, "enter")
        assert not below.display
        trouble = pilot.app.screen.query_one("#trouble", Static)
        assert str(trouble.content) == f"{several}. Type a little more of it."
        await press(pilot, "backspace")
        assert below.display


async def test_what_was_understood_stays_where_only_the_time_is_wrong(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Rang the mill 5m")
        pilot.app.screen.query_one("#on", Input).value = "12.30"
        await press(pilot, "enter")
        below = pilot.app.screen.query_one("#understood", Static)
        assert (below.display, str(below.content)) == (True, "5 min")


async def test_a_little_yes_that_began_an_idea_is_not_offered_as_a_second_one(
    lived_in: Stage,
) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Wrote to them #jingles !")
        await press(pilot, "enter", "enter")
        assert said(pilot)[-1] == "✦ Wrote to them. u takes it back.\nA hunch now: jingles"


async def test_other_words_ask_anew_for_an_unknown_idea(lived_in: Stage) -> None:
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Wrote to them #jingle")
        await press(pilot, "enter", "s")
        assert "enter again" not in seen(pilot)
        assert "enter Log it" in seen(pilot)
        await press(pilot, "enter")
        assert "“jingles” yet" in seen(pilot)
        assert "enter Keep it as a hunch" in seen(pilot)
    assert logged(lived_in) == before


async def test_a_bounced_enter_accepts_nothing(lived_in: Stage) -> None:
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, _ODD)
        await press_at_once(pilot, "enter", "enter")
        assert "enter Keep it as a hunch" in seen(pilot)
    assert logged(lived_in) == before


async def test_an_unknown_idea_can_be_kept_with_the_mouse(lived_in: Stage) -> None:
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, _ODD)
        for _ in range(2):
            await pilot.click(KeyRow, offset=(2, 0))
            await settle(pilot)
        assert pilot.app.screen is today(pilot)
    assert logged(lived_in)[0].idea == "jingles"


async def test_a_shift_that_is_edited_may_go_to_a_new_idea(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "e")
        before = logged(lived_in)[0].idea
        pilot.app.screen.query_one("#idea", Input).value = "Jingles"
        await press(pilot, "ctrl+s")
        assert "ctrl+s Keep it as a hunch" in seen(pilot)
        await press(pilot, "ctrl+s")
        assert logged(lived_in)[0].idea == "Jingles"
        await press(pilot, "u")
        assert logged(lived_in)[0].idea == before
    with lived_in.companion() as companion:
        assert "Jingles" not in [idea.name for idea in companion.ideas.all(ended=True)]


@pytest.mark.parametrize(("there", "key"), [((), "a"), (("2",), "a"), (("4",), "a"), (("4",), "l")])
async def test_a_landing_is_told_wherever_the_shift_came_from(
    stage: Stage, there: tuple[str, ...], key: str
) -> None:
    with stage.companion() as companion:
        for number in range(8):
            companion.shifts.log(f"Rang Ana {number}")
    async with on_today(stage) as pilot:
        await press(pilot, *there)
        for text in ("Rang Bo", "Rang Mo"):
            assert not any("10" in words for words in said(pilot))
            await press(pilot, key)
            if key == "a":
                await write(pilot, text)
                await press(pilot, "enter")
        assert sum("10" in words for words in said(pilot)) == 1


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_two_lines_that_are_said_take_the_place_of_the_greeting_and_move_nothing(
    lived_in: Stage, size: tuple[int, int]
) -> None:
    with lived_in.companion() as companion:
        companion.picks.pocket("tomorrow")
    app = lived_in.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = [line.rstrip() for line in seen(pilot).splitlines()]
        assert "In your pocket" in "".join(before)
        app.say("One line.\nAnd another.")
        await settle(pilot)
        after = [line.rstrip() for line in seen(pilot).splitlines()]
        assert "And another." in after[2]
        assert after[3:] == before[3:]
