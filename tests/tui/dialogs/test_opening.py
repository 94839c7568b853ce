"""What a dialog costs when it opens, counted rather than timed."""

import sys

import pytest
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.events import AppBlur
from textual.strip import Strip

from shifter.companion.lessons import LessonsArea
from shifter.config import Config
from shifter.core.records import Pick
from shifter.tui.dialogs.help import HelpDialog
from shifter.tui.start.foresight import get_ready
from shifter.tui.widgets.scrolled_text import ScrolledText
from tests.tui.stage import Stage, press, seen, settle, write
from tests.tui.today.acting import on_today, plain, put_on_card, today

FEW_WIDGETS = 5
"""The box, the heading, the text with its bar, the keys; nothing that Textual adds to a screen."""


async def test_the_help_has_few_widgets_and_draws_what_is_in_sight(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    render_line = ScrolledText.render_line

    def render_counted(self: ScrolledText, y: int) -> Strip:
        drawn.append(y)
        return render_line(self, y)

    monkeypatch.setattr(ScrolledText, "render_line", render_counted)
    app = lived_in.app()
    async with app.run_test(size=(80, 24), tooltips=True, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        dialog = pilot.app.screen
        assert isinstance(dialog, HelpDialog)
        assert len(dialog.query("*")) <= FEW_WIDGETS
        assert len(drawn) <= 2 * dialog.query_one(ScrolledText).size.height


@pytest.mark.parametrize("key", ["question_mark", "a", "t"])
@pytest.mark.parametrize("is_ready", [True, False])
async def test_a_dialog_is_styled_once_its_focus_included(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch, key: str, is_ready: bool
) -> None:
    styled: list[DOMNode] = []
    apply = Stylesheet.apply

    def apply_counted(
        self: Stylesheet,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[tuple[object, ...], RulesMap] | None = None,
    ) -> None:
        styled.append(node)
        apply(self, node, animate=animate, cache=cache)

    monkeypatch.setattr(Stylesheet, "apply", apply_counted)
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        if is_ready:
            get_ready(app)
        await press(pilot, key)
        dialog = app.screen
        assert dialog.styles.align_horizontal == "center"
        again = [it for it in dialog.walk_children(with_self=True) if styled.count(it) > 1]
        assert again == [dialog] * (not is_ready)


async def test_while_the_terminal_has_no_focus_nothing_looks_as_if_it_had(
    lived_in: Stage,
) -> None:
    async with lived_in.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.post_message(AppBlur())
        await settle(pilot)
        today(pilot).action_at_hand()  # A key would tell that it has it.
        await settle(pilot)
        assert pilot.app.screen.is_modal
        assert not [it for it in pilot.app.screen.query("*") if it.has_focus]


async def test_a_field_has_its_label_without_another_widget(lived_in: Stage) -> None:
    async with lived_in.app(screen="story").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "e")
        rows = [*pilot.app.screen.query(".field")]
        labels = ("Shift", "Idea", "Person", "Minutes", "When", "Note")
        assert len(rows) == len(labels)
        for row, label in zip(rows, labels, strict=True):
            assert label in seen(pilot)
            assert len(row.query("*")) == 1


async def test_a_command_with_many_keys_has_them_on_lines_of_their_own(lived_in: Stage) -> None:
    many = "space," + ",".join(f"ctrl+shift+f{number}" for number in range(1, 5))
    app = lived_in.app(Config(keys={"today.timer": many}))
    async with app.run_test(size=(60, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        text = seen(pilot)
        assert "ctrl+shift+f1" in text
        assert "ctrl+shift+f4" in text
        assert "Timer: start, pause or resume it." in text
        assert "Done: log what is on the card." in text


async def test_where_a_dialog_has_no_room_what_it_says_and_its_keys_are_scrolled_to(
    lived_in: Stage,
) -> None:
    async with lived_in.app().run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "a", "x", "tab")
        await write(pilot, "blursday")
        await press(pilot, "enter")
        assert "“blursday” could not be read as" in seen(pilot)
        await press(pilot, "escape", "question_mark", "end")
        pilot.app.screen.query_one("#dialog").scroll_end(animate=False)
        await settle(pilot)
        assert "esc Close" in seen(pilot)


async def test_at_rest_all_is_loaded_that_the_first_dialog_needs(lived_in: Stage) -> None:
    app = lived_in.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        get_ready(app)
        files = {path for path, variable in app.stylesheet.source if not variable}
        modules = set(sys.modules)
        await press(pilot, "question_mark")
        assert "The card" in seen(pilot)
        assert {path for path, variable in app.stylesheet.source if not variable} == files
        assert not {name for name in sys.modules.keys() - modules if "shifter.tui" in name}


async def test_why_this_one_is_worked_out_at_rest_and_once_for_each_pick(
    lived_in: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    why = LessonsArea.why

    def why_counted(self: LessonsArea, pick: Pick) -> tuple[str, ...]:
        asked.append(pick.prompt)
        return why(self, pick)

    monkeypatch.setattr(LessonsArea, "why", why_counted)
    put_on_card(lived_in, plain)
    async with on_today(lived_in) as pilot:
        await today(pilot).look_ahead()
        assert len(asked) == 1
        await press(pilot, "question_mark")
        assert "Why this one?" in seen(pilot)
        await press(pilot, "escape", "question_mark")
        assert len(asked) == 1
        await press(pilot, "escape", "n", "question_mark")
        assert len(set(asked)) == len(asked) == 2


async def test_a_dialog_fits_a_terminal_that_becomes_another(lived_in: Stage) -> None:
    async with lived_in.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        for size, its_class in (((60, 18), "-short"), ((80, 24), "-medium"), ((160, 50), "-tall")):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert pilot.app.screen.has_class(its_class)
            assert "esc Close" in seen(pilot)
            assert pilot.app.screen.size == size
