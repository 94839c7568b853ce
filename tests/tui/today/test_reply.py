"""After a shift: a Little Yes, a note, the next step, the if-then line."""

import re
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from shifter.config import Config, load_config
from shifter.core.views import OpenCard, ReplyCard
from shifter.tui.screens.today.anchor_line import AnchorLine, after_i
from tests.tui.stage import Stage, press, said, seen, write
from tests.tui.today.acting import card, logged, on_today, plain, put_on_card, today, view


async def test_y_makes_it_a_little_yes_with_what_lit_up(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y")
        await write(pilot, "the smell of clay")
        await press(pilot, "enter")
        assert "y It lit something up" not in seen(pilot)
        assert "▎ the smell of clay" in seen(pilot)
    shift = logged(lived_in)[0]
    assert shift.little_yes
    assert shift.note == "the smell of clay"


@pytest.mark.parametrize(("asking", "keep"), [("y", "enter"), ("enter", "ctrl+s")])
async def test_an_answer_is_kept_though_the_card_has_changed_behind_the_question(
    lived_in: Stage, asking: str, keep: str
) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", asking)
        await write(pilot, "the smell of clay")
        with lived_in.companion() as elsewhere:
            elsewhere.picks.another()
        await today(pilot).load()
        assert isinstance(card(pilot), OpenCard)
        await press(pilot, keep)
    assert logged(lived_in)[0].note == "the smell of clay"


async def test_a_note_to_a_pick_that_is_no_longer_there_logs_no_other(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = logged(lived_in)
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "the smell of clay")
        with lived_in.companion() as elsewhere:
            elsewhere.picks.another()
        await today(pilot).load()
        await press(pilot, "ctrl+s")
        assert "Another pick came up meanwhile." in seen(pilot)
        assert pilot.app.screen.query_one(TextArea).text == "the smell of clay"
    assert logged(lived_in) == before


async def test_what_lit_up_can_be_kept_as_a_hunch(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y")
        await write(pilot, "Glazes")
        await press(pilot, "tab", "right", "enter")
        assert "What is the hunch called?" in seen(pilot)
        assert pilot.app.screen.query_one(Input).value == "Glazes"
        await press(pilot, *"Kilns", "enter")
    with lived_in.companion() as companion:
        assert companion.ideas.get("Kilns").stage == "hunch"
    assert logged(lived_in)[0].note == "Glazes"


async def test_a_hunch_needs_no_words_but_its_name(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y", "tab", "right", "enter")
        await press(pilot, *"Kilns", "enter")
    with lived_in.companion() as companion:
        assert companion.ideas.get("Kilns").stage == "hunch"
    assert logged(lived_in)[0].little_yes


async def test_letters_typed_on_the_choice_go_to_the_words(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y", *"the", "tab", "space", "space", *"hills", "enter")
    assert logged(lived_in)[0].note == "thehills"
    with lived_in.companion() as companion:
        assert "thehills" not in [idea.name for idea in companion.ideas.all(ended=True)]


async def test_one_key_makes_what_lit_up_a_hunch(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y")
        await write(pilot, "The smell of clay")
        await press(pilot, "enter")
        assert "+ Make it a hunch" in seen(pilot)
        await press(pilot, "plus")
        assert "What is the hunch called?" in seen(pilot)
        assert "It lit up: The smell of clay" in seen(pilot)
        await press(pilot, "enter")
        assert "+ Make it a hunch" not in seen(pilot)
        assert said(pilot)[-1] == "A hunch now: The smell of clay"
        await press(pilot, "u")
        assert "+ Make it a hunch" in seen(pilot)
    shift = logged(lived_in)[0]
    with lived_in.companion() as companion:
        companion.history.redo()
        assert companion.ideas.get("The smell").why == f"It lit up: {shift.text}"


async def test_a_little_yes_that_was_just_added_becomes_a_hunch(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "a")
        await write(pilot, "Held a warm cup !")
        await press(pilot, "enter")
        assert said(pilot)[-1] == "✦ Held a warm cup. u takes it back.\n+ makes it a hunch."
        await press(pilot, "plus", *"Pottery", "enter")
    with lived_in.companion() as companion:
        assert companion.ideas.get("Pottery").stage == "hunch"
        assert companion.shifts.find().shifts[0].idea == "Pottery"


async def test_leaving_the_name_of_a_hunch_makes_none(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y", *"wonder, hands, mess", "enter", "plus")
        assert pilot.app.screen.query_one(Input).value == "wonder"
        await press(pilot, "escape")
        assert "+ Make it a hunch" in seen(pilot)
    with lived_in.companion() as companion:
        assert "wonder" not in [idea.name for idea in companion.ideas.all(ended=True)]


async def test_without_a_little_yes_that_key_says_how(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "plus")
        assert said(pilot)[-1].startswith("What lit up can be a hunch")


async def test_a_little_yes_of_today_becomes_a_hunch_though_it_is_not_in_sight(
    lived_in: Stage,
) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("Held a warm cup", little_yes=True)
    async with on_today(lived_in) as pilot:
        await press(pilot, "plus", "enter")
    with lived_in.companion() as companion:
        assert companion.ideas.get("Held a warm cup").stage == "hunch"


async def test_leaving_the_question_leaves_the_little_yes(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y", "escape")
        assert "✦" in seen(pilot)
    assert logged(lived_in)[0].little_yes


async def test_what_lit_up_in_an_idea_there_is_makes_no_second_one(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y")
        await write(pilot, "ux research")
        await press(pilot, "tab", "right", "enter")
        assert said(pilot)[-1].endswith("called “UX research”.")
    assert (logged(lived_in)[0].little_yes, logged(lived_in)[0].note) == (True, "ux research")


async def test_the_name_of_a_hunch_that_exists_is_refused_where_it_is_typed(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "y", "tab", "right", "enter", *"ux research", "enter")
        assert pilot.app.screen.query_one(Input).value == "ux research"
        assert pilot.app.screen.query_one(Input).has_focus


async def test_enter_adds_a_note_of_several_lines(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "enter")
        await write(pilot, "one [b]line")
        await press(pilot, "enter")
        await write(pilot, "and another")
        await press(pilot, "ctrl+s")
        assert re.search(r"▎ one \[b\]line.*\n.*▎ and another", seen(pilot))
    assert logged(lived_in)[0].note == "one [b]line\nand another"


async def test_a_note_is_edited_where_it_is_added(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "enter")
        await write(pilot, "one")
        await press(pilot, "ctrl+s", "enter")
        await write(pilot, " and two")
        await press(pilot, "ctrl+s")
    assert logged(lived_in)[0].note == "one and two"


async def test_a_note_that_is_left_waits_and_nobody_is_asked(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "enter")
        await write(pilot, "worth keeping")
        await press(pilot, "escape")
        assert pilot.app.screen is today(pilot)
        assert logged(lived_in)[0].note is None
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(TextArea).text == "worth keeping"
        await press(pilot, "ctrl+s")
    assert logged(lived_in)[0].note == "worth keeping"


async def test_an_empty_note_is_left_without_a_question(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d", "enter", "escape")
        assert pilot.app.screen is today(pilot)


async def test_enter_on_an_open_pick_is_done_with_a_note(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter")
        await write(pilot, "it was easy")
        assert len(logged(lived_in)) == before
        await press(pilot, "ctrl+s")
        assert isinstance(card(pilot), ReplyCard)
    assert logged(lived_in)[0].note == "it was easy"


async def test_leaving_that_note_logs_nothing(lived_in: Stage) -> None:
    put_on_card(lived_in, plain)
    before = len(logged(lived_in))
    async with on_today(lived_in) as pilot:
        await press(pilot, "enter", "escape")
        assert isinstance(card(pilot), OpenCard)
    assert len(logged(lived_in)) == before


async def test_n_takes_the_step_that_was_offered(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: plain(pick) and pick.then is not None)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d")
        reply = card(pilot)
        assert isinstance(reply, ReplyCard)
        assert reply.then is not None
        assert "Since you're here:" in seen(pilot)
        await press(pilot, "n")
        following = card(pilot)
        assert isinstance(following, OpenCard)
        assert following.pick.prompt == reply.then.prompt


async def test_n_is_one_more_where_no_step_was_offered(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: plain(pick) and pick.then is None)
    async with on_today(lived_in) as pilot:
        await press(pilot, "d")
        assert "n Another" in seen(pilot)
        await press(pilot, "n")
        assert isinstance(card(pilot), OpenCard)


@pytest.fixture
def config_path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


async def test_the_if_then_line_is_asked_for_once_and_kept(stage: Stage, config_path: Path) -> None:
    with stage.companion() as companion:
        companion.today.begin("pottery")
    async with on_today(stage, config_path=config_path) as pilot:
        assert "I open shifter" not in seen(pilot)
        await press(pilot, "d")
        assert ", I open shifter." in seen(pilot)
        assert "tab Say when   esc Not now" in seen(pilot)
        await press(pilot, "tab")
        assert "enter Keep it   esc Not now" in seen(pilot)
        await write(pilot, "pour my coffee")
        await press(pilot, "enter")
        assert not today(pilot).query(AnchorLine)
        await press(pilot, "n", "d")
        assert not today(pilot).query(AnchorLine)
    assert load_config(str(config_path)).anchor == "pour my coffee"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("pour my coffee", "pour my coffee"),
        ("I pour my coffee", "pour my coffee"),
        ("i've poured my coffee.", "poured my coffee"),
        ("I’ve poured my coffee", "poured my coffee"),
        ("I have my coffee", "have my coffee"),
        ("After I pour my coffee,", "pour my coffee"),
        ("iron a shirt", "iron a shirt"),
        ("I", "I"),
        (" ", ""),
    ],
)
def test_who_types_the_beginning_of_the_if_then_line_too_has_it_once(typed: str, kept: str) -> None:
    assert after_i(typed) == kept


async def test_the_if_then_line_can_be_waved_away(stage: Stage, config_path: Path) -> None:
    with stage.companion() as companion:
        companion.today.begin(None)
    async with on_today(stage, config_path=config_path) as pilot:
        await press(pilot, "d", "escape")
        assert not today(pilot).query(AnchorLine)
    async with on_today(stage, config_path=config_path) as pilot:
        assert not today(pilot).query(AnchorLine)
    assert load_config(str(config_path)) == Config()


async def test_an_if_then_line_that_was_begun_stays_until_it_is_entered(
    stage: Stage, config_path: Path
) -> None:
    with stage.companion() as companion:
        companion.today.begin(None)
    async with on_today(stage, config_path=config_path) as pilot:
        await press(pilot, "d", "tab")
        await write(pilot, "pour my coffee")
        await press(pilot, "escape", "n")
        assert isinstance(card(pilot), OpenCard)
        assert "pour my coffee" in seen(pilot)
        today(pilot).query_one(AnchorLine).query_one(Input).focus()
        await press(pilot, "enter")
        assert not today(pilot).query(AnchorLine)
    assert load_config(str(config_path)).anchor == "pour my coffee"


async def test_an_if_then_line_that_was_begun_can_be_waved_away(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.today.begin(None)
    async with on_today(stage) as pilot:
        await press(pilot, "d", "tab")
        await write(pilot, "pour my coffee")
        await press(pilot, "escape", "n", "escape")
        assert not today(pilot).query(AnchorLine)


async def test_going_on_is_an_answer_to_the_if_then_line_too(stage: Stage) -> None:
    with stage.companion() as companion:
        companion.today.begin(None)
    async with on_today(stage) as pilot:
        await press(pilot, "d", "n", "d")
        reply = card(pilot)
        assert isinstance(reply, ReplyCard)
        assert not reply.asks_anchor
        assert view(pilot).stairs.total == 2
