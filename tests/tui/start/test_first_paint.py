"""The first paint: what Today shows, before Textual is there, or nothing at all."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from textual.color import Color

from shifter import theme_files
from shifter.config import Config
from shifter.core.views import OpenCard, Stairs, TimerState
from shifter.tui.screens.today.body import TodayBody
from shifter.tui.start.first_colours import Colour, colours_for
from shifter.tui.start.first_paint import first_paint
from shifter.tui.theming import textual_theme
from tests.tui.stage import Stage
from tests.tui.today.samples import PICK, REPLY, VIEW

_MOVES = re.compile(r"\x1b\[(\d+);1H")
_STYLES = re.compile(r"\x1b\[[\d;]*m")
VIEWS = {
    "a usual day": VIEW,
    "the first one": VIEW._replace(week=None, boil=(), stairs=Stairs(0, 0, 10)),
    "one that asks": VIEW._replace(card=OpenCard(PICK._replace(asks="Their name"))),
    "wide glyphs": VIEW._replace(card=OpenCard(PICK._replace(text="漢字 かな ✦ “x” " * 9))),
    "markup": VIEW._replace(card=OpenCard(PICK._replace(text="[b]x[/b] [/] \\[red]"))),
    "a rest day": VIEW._replace(resting=True),
}


@pytest.fixture(autouse=True)
def _true_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def rows(painted: str | None) -> list[str]:
    assert painted is not None
    return _MOVES.split(_STYLES.sub("", painted))[2::2]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (160, 50)])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
async def test_the_card_and_the_greeting_stand_where_today_has_them(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, view: object, size: tuple[int, int]
) -> None:
    monkeypatch.setattr("shifter.companion.today.Today.view", lambda _: view)
    painted = rows(first_paint(view, Config(), *size))  # type: ignore[arg-type]
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        body = app.screen.query_one(TodayBody)
        there = body.arrangement(body.size)
        strips = app.screen._compositor.render_strips()  # noqa: SLF001
    whole = ["".join(segment.text for segment in strip) for strip in strips]
    for part in (there.greeting, there.card):
        for y in range(part.y + 2, part.y + 2 + part.height):
            assert painted[y].rstrip() == whole[y].rstrip()


@pytest.mark.parametrize(
    ("view", "config", "size"),
    [
        (VIEW._replace(first_start=True), Config(), (80, 24)),
        (VIEW._replace(card=REPLY), Config(), (80, 24)),
        (VIEW._replace(timer=TimerState("o", 300, 10, None)), Config(), (80, 24)),
        (VIEW, Config(keys={"today.done": "f"}), (80, 24)),
        (VIEW, Config(theme="nord"), (80, 24)),
        (VIEW, Config(), (59, 24)),
        (VIEW, Config(), (80, 17)),
    ],
)
def test_it_steps_aside(view: object, config: Config, size: tuple[int, int]) -> None:
    assert first_paint(view, config, *size) is None  # type: ignore[arg-type]


def test_without_colours_or_with_sixteen_it_steps_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert first_paint(VIEW, Config(), 80, 24) is None
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "xterm")
    assert first_paint(VIEW, Config(), 80, 24) is None


def test_a_theme_of_ones_own_is_drawn_in_its_colours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("shifter.paths.config_folder", lambda: str(tmp_path))
    names = theme_files.COLORS
    (tmp_path / "themes").mkdir()
    lines = ['name = "mine"', "dark = true", "[colors]", *(f'{name} = "#0102ff"' for name in names)]
    (tmp_path / "themes" / "mine.toml").write_text("\n".join(lines))
    assert set((colours_for("mine") or {}).values()) == {Colour("38;2;1;2;255", "48;2;1;2;255")}
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert set((colours_for("mine") or {}).values()) == {Colour("38;5;21", "48;5;21")}


@pytest.mark.parametrize("name", theme_files.all_themes().themes)
def test_it_has_the_colours_of_every_theme_that_ships(name: str) -> None:
    theme = textual_theme.load(name)
    colours = colours_for(name)
    assert theme is not None
    assert colours is not None
    for key, colour in colours.items():
        color = Color.parse(theme.variables[key]).rich_color
        assert ";".join(color.get_ansi_codes()) == colour.text
        assert ";".join(color.get_ansi_codes(foreground=False)) == colour.ground


def test_it_loads_nothing_that_textual_needs() -> None:
    code = "import shifter.tui.start.first_paint, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.split()
    assert not {"textual", "rich", "asyncio", "dataclasses", "inspect"} & set(loaded)


def test_what_was_kept_is_shown_before_anything_slow_is_loaded() -> None:
    code = (
        "import shifter.cli, shifter.cli.app; "
        "import shifter.tui.start.kept_picture, shifter.tui.terminal.terminal; "
        "import sys; print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.split()
    assert not {"typing", "re", "datetime", "sqlite3", "json", "shifter.config"} & set(loaded)
