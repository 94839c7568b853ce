"""What a key has changed is drawn at once, and nothing else with it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from shifter.tui.terminal.drawn_at_once import DrawnAtOnce


class Noting(Widget):
    """Notes which of its rows were asked for, and which were painted."""

    DEFAULT_CSS = "Noting { height: 3; }"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []
        self.painted: list[int] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked += crop.line_range
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return Strip.blank(self.size.width)

    def forget(self) -> None:
        self.asked.clear()
        self.painted.clear()


class Page(DrawnAtOnce[None]):
    def __init__(self) -> None:
        super().__init__()
        self.upper, self.lower = Noting(), Noting()
        self.drawn = 0

    def _compositor_refresh(self) -> None:
        self.drawn += 1
        super()._compositor_refresh()

    def hear_of(self, widget: Widget) -> None:
        """Know that it has changed, as once its message has come."""
        self._dirty_widgets.add(widget)
        widget._repaint_required = False  # noqa: SLF001 - Textual has taken it back by then

    def compose(self) -> ComposeResult:
        yield self.upper
        yield self.lower

    def forget(self) -> None:
        self.drawn = 0
        self.upper.forget()
        self.lower.forget()


class Shown(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def get_default_screen(self) -> Page:
        return self.page


@asynccontextmanager
async def at_rest() -> AsyncIterator[tuple[Shown, Pilot[None]]]:
    """The app once all of it is drawn; what is noted from now on is of the test."""
    app = Shown()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.page.forget()
        yield app, pilot


async def test_what_has_changed_is_drawn_at_once_and_once() -> None:
    async with at_rest() as (app, pilot):
        app.page.upper.refresh()
        app.page.draw_changes()
        assert app.page.upper.painted == [0, 1, 2]
        await pilot.pause()
        assert app.page.drawn == 1


async def test_what_was_to_be_drawn_before_comes_with_it() -> None:
    async with at_rest() as (app, _pilot):
        app.page.lower.refresh()
        app.page.hear_of(app.page.lower)
        app.page.upper.refresh()
        app.page.draw_changes()
        assert app.page.upper.painted == app.page.lower.painted == [0, 1, 2]


async def test_only_the_rows_that_are_drawn_are_asked_for() -> None:
    async with at_rest() as (app, _pilot):
        app.page.upper.refresh(Region(0, 1, 5, 1))
        app.page.draw_changes()
        assert app.page.upper.asked == [1]
        assert app.page.lower.asked == []


async def test_what_lies_behind_others_is_not_asked_for() -> None:
    async with at_rest() as (app, pilot):
        behind = Noting()
        behind.styles.layer, app.page.styles.layers = "behind", "behind default"
        await app.page.mount(behind)
        app.page.lower.styles.height = "1fr"  # The two of them cover all of the screen.
        await pilot.pause()
        app.page.forget()
        behind.forget()
        app.page.draw_all()
        assert app.page.upper.asked == [0, 1, 2]
        assert behind.asked == []


async def test_what_moves_waits_until_it_has_its_place() -> None:
    async with at_rest() as (app, pilot):
        app.page.upper.styles.height = 2
        app.page.draw_changes()
        assert app.page.upper.painted == []
        await pilot.pause()
        assert set(app.page.upper.painted) == {0, 1}


async def test_nothing_is_drawn_while_drawing_is_held_back() -> None:
    async with at_rest() as (app, pilot):
        with app.batch_update():
            app.page.upper.refresh()
            app.page.draw_changes()
            assert app.page.upper.painted == []
        await pilot.pause()
        assert app.page.upper.painted == [0, 1, 2]


async def test_nothing_is_drawn_for_a_screen_that_is_covered() -> None:
    app, cover = Shown(), Page()
    async with app.run_test() as pilot:
        await app.push_screen(cover)
        await pilot.pause()
        app.page.forget()
        cover.forget()
        app.page.upper.refresh()
        app.page.draw_changes()
        await pilot.pause()
        assert app.page.upper.painted == cover.upper.painted == []
