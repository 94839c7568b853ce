"""Lines: a cursor on what can be chosen, and nothing lost when the lines change."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from shifter.tui.widgets.lines import Line, Lines


def lines(*keys: str | None) -> list[Line]:
    return [Line(Content(f"line {key}"), key) for key in keys]


class Shown(App[None]):
    CSS = "Lines { height: 4; }"

    def __init__(self, shown: Sequence[Line]) -> None:
        super().__init__()
        self.lines = Lines(shown)
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.lines

    def on_lines_chosen(self, chosen: Lines.Chosen) -> None:
        self.chosen.append(chosen.key)


async def test_the_cursor_skips_what_cannot_be_chosen() -> None:
    app = Shown(lines(None, "a", None, "b", None))
    async with app.run_test() as pilot:
        assert app.lines.key == "a"
        await pilot.press("down")
        assert app.lines.key == "b"
        await pilot.press("down", "down")
        assert app.lines.key == "b"
        await pilot.press("home")
        assert app.lines.key == "a"
        await pilot.press("end", "up", "up")
        assert app.lines.key == "a"


async def test_a_page_goes_a_page() -> None:
    app = Shown(lines(*map(str, range(20))))
    async with app.run_test() as pilot:
        await pilot.press("pagedown")
        assert app.lines.key == "3"
        await pilot.press("pagedown", "pageup")
        assert app.lines.key == "3"


async def test_the_cursor_stays_in_sight() -> None:
    app = Shown(lines(*map(str, range(20))))
    async with app.run_test() as pilot:
        for key in ("end", "up", "pageup", "home", "pagedown"):
            await pilot.press(key)
            assert app.lines.cursor is not None
            assert 0 <= app.lines.cursor - app.lines.scroll_offset.y < 4


async def test_going_home_shows_the_heading_above_the_first_choice() -> None:
    app = Shown(lines(None, *map(str, range(20))))
    async with app.run_test() as pilot:
        await pilot.press("end", "home")
        assert app.lines.scroll_offset.y == 0


async def test_other_lines_keep_the_cursor_where_it_was() -> None:
    app = Shown(lines("a", "b", "c"))
    async with app.run_test() as pilot:
        await pilot.press("down")
        app.lines.show(lines(None, "new", "a", "b", "c"))
        assert app.lines.key == "b"
        app.lines.show(lines("new", "a", "c"))
        assert app.lines.key == "c"
        app.lines.show([])
        assert app.lines.key is None
        await pilot.press("down", "up", "pagedown", "end", "enter")
        assert app.chosen == []


async def test_enter_and_a_second_click_choose() -> None:
    app = Shown(lines("a", "b", None))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.click(Lines, offset=(3, 1))
        assert app.lines.key == "b"
        assert app.chosen == ["a"]
        await pilot.click(Lines, offset=(3, 1), times=2)
        assert app.chosen == ["a", "b"]
        await pilot.click(Lines, offset=(3, 2))
        assert app.lines.key == "b"


async def test_a_line_is_cut_to_the_width_and_shows_its_text_as_it_is() -> None:
    app = Shown([Line(Content("[b]日本語[/b] " * 20), "a")])
    async with app.run_test(size=(30, 10)):
        strip = app.lines.render_line(0)
        assert strip.cell_length == 30
        assert strip.text.startswith("▸ [b]日本語[/b] ")
        assert "…" in strip.text


async def test_a_line_is_cut_with_a_sign_beside_the_bar_too() -> None:
    app = Shown([Line(Content("wide " * 20), str(number)) for number in range(9)])
    async with app.run_test(size=(30, 10)):
        strip = app.lines.render_line(0)
        assert app.lines.show_vertical_scrollbar
        assert strip.cell_length == app.lines.scrollable_content_region.width < 30
        assert strip.text.endswith("…")


async def test_the_cursor_stays_in_sight_where_more_came_above_it_than_there_is_room() -> None:
    app = Shown(lines("a", "b"))
    async with app.run_test() as pilot:
        app.lines.show(lines(*"123456", "a", "b"))
        await pilot.pause()
        assert app.lines.key == "a"
        assert 0 <= 6 - app.lines.scroll_offset.y < 4


async def test_a_line_of_several_rows_is_one_choice() -> None:
    app = Shown(lines("a", "b", "b", "b", "c"))
    async with app.run_test() as pilot:
        await pilot.press("down")
        assert app.lines.key == "b"
        await pilot.press("down")
        assert app.lines.key == "c"
        await pilot.press("home")
        await pilot.click("Lines", offset=(3, 3))
        assert app.lines.key == "b"
        await pilot.click("Lines", offset=(3, 2))
        assert app.chosen == ["b"]


async def test_a_line_of_several_rows_is_seen_whole() -> None:
    app = Shown(lines("a", "b", "c", "d", "d", "e"))
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "down")
        await pilot.pause()
        assert app.lines.key == "d"
        assert app.lines.scroll_offset.y == 1


async def test_a_key_paints_only_the_line_that_is_left_and_the_one_that_is_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []
    render_lines = Lines.render_lines

    def noted(self: Lines, crop: Region) -> list[Strip]:
        drawn.extend(crop.line_range)
        return render_lines(self, crop)

    app = Shown(lines("a", "b", "b", "c", "d", "e"))
    async with app.run_test() as pilot:
        monkeypatch.setattr(Lines, "render_lines", noted)
        rows = range(app.lines.size.height)
        before = [app.lines.render_line(y) for y in rows]
        for key, changed in (
            ("down", [0, 1, 2]),
            ("up", [0, 1, 2]),
            ("up", []),
            ("end", [0, 1, 2, 3]),  # What is out of sight moves all of them.
        ):
            drawn.clear()
            await pilot.press(key)
            assert set(drawn) >= set(changed)
            after = [app.lines.render_line(y) for y in rows]
            assert [y for y in rows if after[y] is not before[y]] == changed
            before = after


async def test_where_a_bar_is_wanted_that_is_not_there_yet_its_column_is_empty() -> None:
    app = Shown(lines("a", "b", "c", "d", "e"))
    async with app.run_test():
        width = app.lines.scrollable_content_region.width
        (before,) = app.lines.render_lines(Region(0, 0, width, 1))
        (row,) = app.lines.render_lines(Region(0, 0, width + 1, 1))
        assert row.text == before.text + " "
        assert row.cell_length == width + 1


async def test_a_line_that_was_kept_takes_on_another_theme() -> None:
    app = Shown(lines("a", "b"))
    async with app.run_test() as pilot:
        before = app.lines.render_line(0)
        app.theme = "textual-light"
        await pilot.pause()
        assert app.lines.render_line(0) != before
