"""Keys: shown as they are bound, h j k l where arrows move, and no letter lost while typing."""

import pytest
from textual.widgets import Input, TextArea

from shifter.config import Config
from shifter.tui.app import ShifterApp
from shifter.tui.commands import EVERYWHERE, STORY
from shifter.tui.dialogs.help import HelpDialog
from shifter.tui.keys.keymap import every_command
from shifter.tui.screens.ideas import IdeasScreen
from shifter.tui.screens.story import StoryScreen
from shifter.tui.widgets.scrolled_text import ScrolledText
from tests.tui.stage import Stage, press, said, seen, settle
from tests.tui.today.acting import put_on_card

OWN = {
    "today.done": "g",
    "today.another": "ctrl+n",
    "everywhere.streaks": "f2",
    "everywhere.help": "f1",
    "everywhere.undo": "z",
}


async def test_keys_are_shown_as_they_are_bound(lived_in: Stage) -> None:
    app = lived_in.app(Config(keys=OWN))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        shown = seen(pilot)
        for words in ("g Done", "ctrl+n Another", "f2 Streaks", "f1 Help", "z Undo"):
            assert words in shown
        await press(pilot, "f1")
        helped = seen(pilot)
        assert "Why this one?" in helped
        assert helped.index("Why this one?") < helped.index("One tiny thing now.")
        why, rests_on, _ = helped.partition("Why this one?")[2].splitlines()[1:4]
        assert why.strip(" │")
        assert rests_on.strip(" │")
        assert "g  " in helped
        await press(pilot, "escape", "z")
        assert "Press z again" in said(pilot)[-1]
        await press(pilot, "d")
        assert "✓" not in seen(pilot)
        await press(pilot, "g")
        assert "✓" in seen(pilot)


async def test_a_hint_names_a_key_as_it_is_bound(stage: Stage) -> None:
    own = {"today.little-yes": "f3", "everywhere.ideas": "f4", "everywhere.story": "f5"}
    with stage.companion() as companion:
        companion.today.begin(None)
    app = stage.app(Config(keys={**own, "idea.next-step": "f6", "idea.found": "f7"}))
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        for key, bound in (("i", "f4"), ("e", "f5"), ("+", "f3")):
            await press(pilot, key)
            assert bound in said(pilot)[-1]
        await press(pilot, "f4", "a", *"Maps", "enter", "enter")
        assert "f6 " in seen(pilot).partition("Next")[2]


async def test_ctrl_c_says_which_key_quits(lived_in: Stage) -> None:
    app = lived_in.app(Config(keys={"everywhere.quit": "f10"}))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+c")
        assert said(pilot) == ["f10 quits. Everything is kept."]
        await press(pilot, "a", "ctrl+c")
        assert said(pilot) == ["esc leaves this; then f10 quits. Everything is kept."]
        assert "esc leaves this" in seen(pilot)
        await press(pilot, "escape", "ctrl+c")
        assert said(pilot) == ["f10 quits. Everything is kept."]
        await press(pilot, "question_mark", "ctrl+c")
        assert said(pilot) == ["esc leaves this; then f10 quits. Everything is kept."]


@pytest.mark.parametrize("own", [{}, {"everywhere.suspend": "f9", "everywhere.undo": "ctrl+z"}])
@pytest.mark.parametrize("opens", [(), ("a",), ("comma",), ("question_mark",), ("ctrl+p",)])
async def test_the_key_to_the_shell_works_over_every_screen(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch, opens: tuple[str, ...], own: dict[str, str]
) -> None:
    paused: list[bool] = []
    monkeypatch.setattr(ShifterApp, "action_suspend_process", lambda _: paused.append(True))
    app = lived_in.app(Config(keys=own))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, *opens)
        for key in ("f9", "ctrl+z"):
            before = len(paused)
            await press(pilot, key)
            assert (len(paused) > before) == (key == own.get("everywhere.suspend", "ctrl+z"))


async def test_a_note_keeps_the_key_for_its_own_undo(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    paused: list[bool] = []
    monkeypatch.setattr(ShifterApp, "action_suspend_process", lambda _: paused.append(True))
    put_on_card(lived_in, lambda pick: pick.asks is None)
    async with lived_in.app().run_test() as pilot:
        await settle(pilot)
        await press(pilot, "enter", "x", "ctrl+z")
        assert pilot.app.screen.query_one(TextArea).text == ""
    assert paused == []


@pytest.mark.parametrize("screen", ["today", "streaks", "story"])
async def test_the_help_has_each_heading_once_and_tells_the_signs(
    lived_in: Stage, screen: str
) -> None:
    app = lived_in.app(screen=screen)
    async with app.run_test(size=(80, 140)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        lines = [line.strip(" │─") for line in seen(pilot).splitlines()]
        headings = (*dict.fromkeys(command.group for command in EVERYWHERE + STORY), "Words")
        assert max(lines.count(heading) for heading in headings) == 1
        firsts = {line.partition("  ")[0] for line in lines}
        assert firsts >= {"#pottery", "@ana", "10m", "!"}


@pytest.mark.parametrize(
    ("grace", "meaning"),
    [
        ("0", "rest days never end it"),
        ("1", "one empty day never ends it"),
        ("3", "three empty days in a row never end it"),
    ],
)
async def test_the_help_says_of_a_run_what_is_true_for_the_setting(
    lived_in: Stage, grace: str, meaning: str
) -> None:
    with lived_in.companion() as companion:
        companion.settings.change("grace", grace)
    async with lived_in.app().run_test(size=(80, 140)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        told = " ".join(seen(pilot).replace("│", " ").split())
        assert f"days with a shift that belong together; {meaning}" in told


async def test_letters_move_where_arrows_do(lived_in: Stage) -> None:
    app = lived_in.app(screen="story")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen)
        first = app.screen.lines.key
        await press(pilot, "j")
        assert app.screen.lines.key != first
        await press(pilot, "k")
        assert app.screen.lines.key == first
        await press(pilot, "question_mark", "j")
        assert isinstance(app.screen, HelpDialog)
        assert app.screen.query_one(ScrolledText).scroll_y == 1
        await press(pilot, "escape", "3")
        assert isinstance(app.screen, IdeasScreen)
        before = app.screen.focused
        await press(pilot, "l")
        assert app.screen.focused is not before
        await press(pilot, "h")
        assert app.screen.focused is before


@pytest.mark.parametrize(
    ("screen", "keys"),
    [
        ("story", ("slash",)),
        ("ideas", ("slash",)),
        ("streaks", ("a",)),
        ("today", ("a",)),
        ("story", ("comma", "down", "down", "enter")),
        ("story", ("ctrl+p",)),
    ],
)
async def test_a_text_field_gets_every_letter(
    lived_in: Stage, screen: str, keys: tuple[str, ...]
) -> None:
    bound = {key for command in every_command().values() for key in command.key.split(",")}
    letters = "".join(sorted({key for key in bound if len(key) == 1} | {*"?/, Z@é漢"}))
    app = lived_in.app(screen=screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        field = app.screen.focused
        assert isinstance(field, Input)
        await pilot.press(*("space" if letter == " " else letter for letter in letters))
        await settle(pilot)
        assert field.value == letters
