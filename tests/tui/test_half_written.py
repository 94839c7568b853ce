"""What was typed and not yet entered stands there again, however the app came to its end."""

import json
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from shifter.companion import half_written, open_companion
from shifter.config import Config
from shifter.paths import backup_folder
from shifter.tui.app import ShifterApp
from shifter.tui.drafts import Drafts
from tests.tui.pseudo_terminal import PseudoTerminal
from tests.tui.stage import Stage, press, said, seen, settle, write
from tests.tui.today.acting import put_on_card
from tests.tui.today.test_asking import asking

FULL = "/dev/full"


@contextmanager
def sitting(stage: Stage) -> Iterator[ShifterApp]:
    """The app, which keeps what is typed, and finds what the sitting before has left."""
    drafts = Drafts(half_written(str(stage.file)))
    try:
        yield stage.app(drafts=drafts)
    finally:
        drafts.close()


def kept(stage: Stage) -> list[Path]:
    return list(Path(backup_folder(str(stage.file))).glob("half-written-*"))


async def type_and_leave(stage: Stage, key: str, text: str) -> None:
    with sitting(stage) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, key)
            await write(pilot, text)


async def test_the_words_on_the_card_are_back_in_its_field(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    await type_and_leave(lived_in, "enter", "half a thought")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert "half a thought" in seen(pilot)
            assert said(pilot) == []
            await press(pilot, "enter", "enter")
            assert "half a thought" in seen(pilot)
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "half a thought"


async def test_the_words_of_a_card_that_was_logged_are_told_no_more(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "enter")
            await write(pilot, "flour yeast salt")
            await press(pilot, "escape", "d")
    assert kept(lived_in) == []


async def test_a_timer_that_was_left_running_is_logged_with_the_words_on_its_card(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "space", "enter")
            await write(pilot, "flour yeast salt")
    lived_in.clock.go_on(timedelta(days=1))
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == []
            await press(pilot, "y")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "flour yeast salt"


async def test_a_note_that_was_begun_is_back_once_it_is_opened(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    await type_and_leave(lived_in, "enter", "first line\nsecond")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == [
                "You were writing “first line second”. It stands where you were writing it."
            ]
            await press(pilot, "enter")
            assert pilot.app.screen.query_one(TextArea).text == "first line\nsecond"
            await press(pilot, "ctrl+s")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "first line\nsecond"


async def test_a_line_that_was_begun_is_back_with_its_time(lived_in: Stage) -> None:
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            await write(pilot, "Emailed Ana about")
            await press(pilot, "tab")
            await write(pilot, "yesterday")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == [
                "You were writing “Emailed Ana about”. a on Today goes on with it."
            ]
            await press(pilot, "a")
            values = [field.value for field in pilot.app.screen.query(Input)]
            assert values == ["Emailed Ana about", "yesterday"]


async def test_another_question_is_not_answered_with_it(lived_in: Stage) -> None:
    """The same dialog on another shift begins as it always does."""
    with lived_in.companion() as companion:
        first, second = (companion.shifts.log(text).shift for text in ("Wrote", "Called"))
        assert first.id != second.id
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "e", "2")
            await write(pilot, " a letter")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "e", "1")
            assert pilot.app.screen.query_one("#text", Input).value == "Called"
            await press(pilot, "escape", "e", "2")
            assert pilot.app.screen.query_one("#text", Input).value == "Wrote a letter"


async def test_what_makes_curious_is_asked_with_what_was_begun(stage: Stage) -> None:
    with sitting(stage) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await write(pilot, "anything with cl")
    with sitting(stage) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert "anything with cl" in seen(pilot)
            assert said(pilot) == []
            await write(pilot, "ay")
            await press(pilot, "enter")
    assert kept(stage) == []
    with stage.companion() as companion:
        assert [idea.name for idea in companion.ideas.all(ended=False)] == ["anything with clay"]


async def test_the_same_question_about_another_pick_begins_empty(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.can_shrink)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await ask_for_smaller(pilot)
            await write(pilot, "half of a step")
    put_on_card(lived_in, lambda pick: pick.can_shrink)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "n")
            await ask_for_smaller(pilot)
            assert pilot.app.screen.query_one("#dialog Input", Input).value == ""


async def ask_for_smaller(pilot: Pilot[None]) -> None:
    """Go down to the question for something smaller still."""
    while not pilot.app.screen.query("#dialog"):
        await press(pilot, "s")


async def test_a_line_that_was_left_stands_there_at_the_next_a_until_it_is_logged(
    lived_in: Stage,
) -> None:
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            await write(pilot, "Emailed")
            await press(pilot, "escape", "a")
            assert pilot.app.screen.query_one("#line", Input).value == "Emailed"
            await press(pilot, "right")
            await write(pilot, " Ana")
            await press(pilot, "enter", "a")
            assert pilot.app.screen.query_one("#line", Input).value == ""
    assert kept(lived_in) == []


KEPT = "Kept as you left it, for when you come back."


async def test_escape_leaves_what_is_half_written_and_says_so(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: pick.can_shrink)
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            await ask_for_smaller(pilot)
            await press(pilot, "escape")
            assert said(pilot) == []
            await press(pilot, "s")
            assert "as you left it" not in seen(pilot)
            await write(pilot, "half of a step")
            await press(pilot, "escape")
            assert said(pilot) == [KEPT]
            await press(pilot, "s")
            assert pilot.app.screen.query_one("#dialog Input", Input).value == "half of a step"
            assert "as you left it · ctrl+n starts over" in seen(pilot)


async def start_by_key(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+n")


async def start_by_mouse(pilot: Pilot[None]) -> None:
    words = pilot.app.screen.query_one("#heading", Static)
    await pilot.click("#heading", offset=(str(words.render()).index("starts over"), 0))
    await settle(pilot)


@pytest.mark.parametrize("start_over", [start_by_key, start_by_mouse])
async def test_what_was_left_is_begun_anew(
    lived_in: Stage, start_over: Callable[[Pilot[None]], Awaitable[None]]
) -> None:
    with lived_in.companion() as companion:
        companion.shifts.log("Wrote")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "e")
            await write(pilot, " a letter")
            await press(pilot, "escape", "e")
            assert pilot.app.screen.query_one("#text", Input).value == "Wrote a letter"
            await start_over(pilot)
            assert pilot.app.screen.query_one("#text", Input).value == "Wrote"
            assert "as you left it" not in seen(pilot)
            await press(pilot, "escape")
    assert kept(lived_in) == []


async def test_what_lit_up_is_asked_again_while_its_words_wait(lived_in: Stage) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "d", "y")
            await write(pilot, "the warm")
            await press(pilot, "escape", "y")
            await write(pilot, " kiln")
            await press(pilot, "enter")
    assert kept(lived_in) == []
    with lived_in.companion() as companion:
        shift = companion.shifts.find().shifts[0]
        assert (shift.little_yes, shift.note) == (True, "the warm kiln")


async def test_a_note_to_a_shift_that_is_no_more_on_the_card_goes_on_in_a_new_one(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, lambda pick: not asking(pick))
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "d", "enter")
            await write(pilot, "first line\nsecond")
            await press(pilot, "escape", "n")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == [
                "You were writing “first line second”. a on Today goes on with it."
            ]


async def test_what_was_told_is_not_told_again_once_newer_words_are_entered(
    lived_in: Stage,
) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "3", "a")
            await write(pilot, "pott")
    where = "3, then a goes on with it. Kept too: “Emailed”."
    for sayings in ([f"You were writing “pott”. {where}"], []):
        with sitting(lived_in) as app:
            async with app.run_test(notifications=True) as pilot:
                await settle(pilot)
                assert said(pilot) == sayings
                await press(pilot, "3", "a")
                if sayings:
                    await press(pilot, "ctrl+n")
                await press(pilot, "escape")


async def test_what_made_curious_and_was_passed_by_waits_where_ideas_are_added(
    stage: Stage,
) -> None:
    with sitting(stage) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            await write(pilot, "clay")
            await press(pilot, "escape")
            assert said(pilot) == ["“clay” is kept: 3, then a goes on with it."]
            await press(pilot, "3", "a")
            assert pilot.app.screen.query_one("#dialog Input", Input).value == "clay"
            await press(pilot, "enter")
    assert kept(stage) == []


async def test_what_was_half_written_is_told_once(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    told = ["You were writing “Emailed”. a on Today goes on with it."]
    for sayings in (told, [], []):
        with sitting(lived_in) as app:
            async with app.run_test(notifications=True) as pilot:
                await settle(pilot)
                assert said(pilot) == sayings
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            assert pilot.app.screen.query_one("#line", Input).value == "Emailed"
            await press(pilot, "enter")
    assert kept(lived_in) == []


async def test_what_was_written_on_since_it_was_told_is_told_as_well(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Emailed")
    await type_and_leave(lived_in, "a", "Emailed Ana")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == ["You were writing “Emailed Ana”. a on Today goes on with it."]


async def test_words_for_a_card_that_is_gone_go_on_in_the_line_of_a_new_shift(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    await type_and_leave(lived_in, "enter", "half a thought")
    lived_in.clock.set("2026-11-20T07:58:00")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == ["You were writing “half a thought”. a on Today goes on with it."]
            await press(pilot, "a")
            assert pilot.app.screen.query_one("#line", Input).value == "half a thought"


async def test_of_several_things_the_one_written_last_is_told_and_the_others_named(
    lived_in: Stage,
) -> None:
    await type_and_leave(lived_in, "a", "the older one")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "3", "a")
            await write(pilot, "the newer one")
            await press(pilot, "escape", "1", "a", "escape")  # A look makes nothing newer.
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
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
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            kept_too = "“the fourth of all th …”, “the third of all the …” and two more"
            where = "a on Today goes on with it."
            assert said(pilot) == [f"You were writing “the newest”. {where} Kept too: {kept_too}."]


async def test_beside_newer_words_on_the_card_older_ones_are_no_more_than_told_too(
    lived_in: Stage,
) -> None:
    put_on_card(lived_in, asking)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            await write(pilot, "the older one")
            await press(pilot, "escape", "enter")
            await write(pilot, "the newer one")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert "the newer one" in seen(pilot)
            where = "a on Today goes on with it."
            assert said(pilot) == [f"You were also writing “the older one”. {where}"]


async def test_words_for_a_card_that_is_gone_stand_before_older_ones(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            await write(pilot, "the older one")
            await press(pilot, "tab")
            await write(pilot, "yesterday")
            await press(pilot, "escape", "enter")
            await write(pilot, "the newer one")
    lived_in.clock.set("2026-11-20T07:58:00")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            both = "the newer one; the older one"
            assert said(pilot) == [f"You were writing “{both}”. a on Today goes on with it."]
            await press(pilot, "a")
            assert pilot.app.screen.query_one("#line", Input).value == both
            assert pilot.app.screen.query_one("#on", Input).value == "yesterday"


async def test_what_was_left_is_not_glued_to_what_is_typed_without_a_look(lived_in: Stage) -> None:
    await type_and_leave(lived_in, "a", "Rang Tom")
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            assert "as you left it · → goes on" in seen(pilot)
            await press(pilot, *"Ok", "enter")
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].text == "Ok"


@pytest.mark.parametrize("leave", [("p", "m"), ("n",), ()])
async def test_an_answer_that_was_taken_back_is_no_new_shift(
    lived_in: Stage, leave: tuple[str, ...]
) -> None:
    put_on_card(lived_in, asking)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "enter")
            await write(pilot, "abc def")
            await press(pilot, "enter", "u")
            assert "abc def" in seen(pilot)
            await press(pilot, *leave)
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == []
            assert seen(pilot).count("abc def") == (0 if leave else 1)
            await press(pilot, "a")
            assert pilot.app.screen.query_one("#line", Input).value == ""


async def test_the_words_on_a_pocketed_card_wait_in_the_pocket(lived_in: Stage) -> None:
    put_on_card(lived_in, asking)
    with sitting(lived_in) as app:
        async with app.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "enter")
            await write(pilot, "half a thought")
            await press(pilot, "escape", "p", "m")
    lived_in.clock.set("2026-11-20T20:00:00")
    with sitting(lived_in) as app:
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert said(pilot) == []
            await press(pilot, "y")
    with lived_in.companion() as companion:
        assert companion.shifts.find().shifts[0].note == "half a thought"


async def test_two_apps_keep_their_words_apart(lived_in: Stage) -> None:
    with sitting(lived_in) as first:
        async with first.run_test() as pilot:
            await settle(pilot)
            await press(pilot, "a")
            await write(pilot, "Emailed")
            first.drafts.save()
            assert half_written(str(lived_in.file)).take_over() == {}
    assert half_written(str(lived_in.file)).take_over() == {"new shift": ("Emailed", None)}


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"new shift": 7}', "\0"])
def test_what_is_no_words_is_let_be(lived_in: Stage, garbage: str) -> None:
    folder = Path(backup_folder(str(lived_in.file)))
    folder.mkdir()
    (folder / "half-written-7").write_text(garbage)
    assert half_written(str(lived_in.file)).take_over() == {}
    assert kept(lived_in) == []


def test_where_there_is_no_room_the_words_of_before_stay(lived_in: Stage) -> None:
    keeper = half_written(str(lived_in.file))
    drafts = Drafts(keeper)
    drafts.put_on_card("one", "half")
    drafts.save()
    (file,) = kept(lived_in)
    file.with_name(f"{file.name}.partial").symlink_to(FULL)
    drafts.put_on_card("one", "half a thought")
    drafts.save()
    assert json.loads(file.read_text()) == {"card one": ["half"]}
    assert drafts.is_behind
    drafts.close()
    assert json.loads(file.read_text()) == {"card one": ["half a thought"]}


@pytest.fixture
def terminal(new_file: Path, tmp_path: Path) -> Iterator[PseudoTerminal]:
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    companion = open_companion(str(file), config=Config())
    companion.today.begin(None)
    companion.close()
    terminal = begin(tmp_path)
    yield terminal
    terminal.close()


def begin(folder: Path) -> PseudoTerminal:
    return PseudoTerminal(
        {
            "SHIFTER_DB": str(folder / "shifter.db"),
            "HOME": str(folder),
            "COLORTERM": "truecolor",
            "PYTHONUTF8": "1",
        }
    )


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_a_closed_terminal_or_a_kill_loses_none_of_it(
    terminal: PseudoTerminal, tmp_path: Path, number: signal.Signals
) -> None:
    terminal.read_until("Quit")
    terminal.type("a")
    terminal.read_until("What did you do?")
    terminal.type("Sewed a bag of")
    terminal.read_until("bag of")
    if number == signal.SIGKILL:
        for _ in range(40):  # what was typed a second ago has been kept
            terminal.read(0.05)
    terminal.signal(number)
    assert terminal.leave() == -number
    again = begin(tmp_path)
    try:
        again.read_until("You were writing “Sewed a bag of”")
        again.type("a")
        again.read_until("What did you do?")
        again.type("\x05 hemp\r")
        again.read_until("✓")
        again.type("q")
        assert again.leave() == 0
    finally:
        again.close()
    companion = open_companion(str(tmp_path / "shifter.db"), config=Config())
    assert companion.shifts.find().shifts[0].text == "Sewed a bag of hemp"
    companion.close()
