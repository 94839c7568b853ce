"""Every test of the app has a file and a clock of its own, and sees no setting of the terminal."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from shutil import copy
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from textual._animator import Animator
from textual.app import App
from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tests.standing_clock import StandingClock
from tests.tui.quiet import press_keys, quiet
from tests.tui.stage import Stage

if TYPE_CHECKING:
    from textual.css.model import RuleSet

Prepare = Callable[[Stage, Callable[[Stage], None]], Stage]
HalfSecond = Callable[[], None]
Compare = Callable[..., bool]

_TIMES_AS_QUICK = 20
_STYLES = 1000


@pytest.fixture(autouse=True)
def _same_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for place in ("textual.pilot", "textual.app"):
        monkeypatch.setattr(f"{place}.wait_for_idle", quiet)
    monkeypatch.setattr(App, "_press_keys", press_keys)
    # What moves does so in a few frames; where it arrives is what a test waits for.
    monkeypatch.setattr(Animator, "_get_time", lambda _: monotonic() * _TIMES_AS_QUICK)
    # To look through what all the tests before have left would take seconds.
    for function in ("start_collecting", "collect_young", "collect", "collect_at_first_rest"):
        monkeypatch.setattr(f"shifter.tui.garbage.{function}", lambda: None)
    # A cursor that blinks is there in one picture and gone in the next.
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)


@pytest.fixture(scope="session", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """Every app reads the same style sheets; what was parsed for one is right for the others."""
    kept: dict[frozenset[tuple[str, str]], LRUCache[tuple[object, ...], list[RuleSet]]] = {}
    begin, set_variables = Stylesheet.__init__, Stylesheet.set_variables

    def begin_with_what_is_kept(
        sheet: Stylesheet, *, variables: dict[str, str] | None = None
    ) -> None:
        begin(sheet, variables=variables)
        take(sheet, variables or {})

    def take_what_is_kept(sheet: Stylesheet, variables: dict[str, str]) -> None:
        sheet._parse_cache = LRUCache(1)  # noqa: SLF001 - it is emptied, and others need theirs
        set_variables(sheet, variables)
        take(sheet, variables)

    def take(sheet: Stylesheet, variables: dict[str, str]) -> None:
        worn = frozenset(variables.items())
        sheet._parse_cache = kept.setdefault(worn, LRUCache(_STYLES))  # noqa: SLF001

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "__init__", begin_with_what_is_kept)
        patch.setattr(Stylesheet, "set_variables", take_what_is_kept)
        yield


@pytest.fixture
def snap_compare(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Compares a picture of a screen; what is drawn on the way to it is looked at by nobody."""

    def pass_over(screen: Screen[object]) -> None:
        screen._dirty_widgets.clear()  # noqa: SLF001 - as if they had been drawn

    monkeypatch.setattr(Screen, "_compositor_refresh", pass_over)
    return snap_compare


@pytest.fixture
def half_second(monkeypatch: pytest.MonkeyPatch) -> HalfSecond:
    """Lets the half second pass in which a moment hears nothing; by itself it lasts for ever."""
    seconds = count(step=0.5)
    now = [next(seconds)]
    monkeypatch.setattr("shifter.tui.dialogs.moment.monotonic", lambda: now[0])

    def passes() -> None:
        now[0] = next(seconds)

    return passes


@pytest.fixture
def clock() -> StandingClock:
    """Thursday 19 November 2026, 07:58."""
    return StandingClock()


@pytest.fixture
def stage(new_file: Path, tmp_path: Path, clock: StandingClock) -> Stage:
    """An empty file at that hour."""
    return Stage(Path(copy(new_file, tmp_path / "shifter.db")), clock)


@pytest.fixture(scope="session")
def prepare(tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    """Fills the file of a stage; what one test has filled, the others get a copy of."""
    folder = tmp_path_factory.mktemp("prepared")

    def fill(stage: Stage, life: Callable[[Stage], None]) -> Stage:
        kept = folder / f"{life.__module__}.{life.__qualname__}.db"
        if not kept.exists():
            life(stage)
            copy(stage.file, kept)
        copy(kept, stage.file)
        stage.clock.set("2026-11-19T07:58:00")
        return stage

    return fill


@pytest.fixture
def lived_in(stage: Stage, prepare: Prepare) -> Stage:
    """A file with three weeks of shifts, five ideas and one that was ruled out."""
    return prepare(stage, live)


def live(stage: Stage) -> None:
    """Three weeks of shifts, five ideas and one that was ruled out."""
    clock = stage.clock
    with stage.companion() as companion:
        clock.set("2026-10-28T09:00:00")
        for name, why in (
            ("UX research", "watching people use things"),
            ("Pottery studio", "my hands want work"),
            ("Repair café", None),
            ("Psychoanalysis", None),
            ("[b]Radio[/b]", None),
        ):
            companion.ideas.add(name, why=why)
        companion.ideas.move("UX", "exploring")
        companion.ideas.move("Pottery", "exploring")
        companion.ideas.move("Repair", "project")
        for day, lines in _SHIFTS.items():
            for hour, line in enumerate(lines, start=8):
                clock.set(f"2026-{day}T{hour:02}:15:00")
                companion.shifts.log(line)
        companion.ideas.rule_out(
            "Psychoanalysis",
            taught="I want to listen, not to treat.",
            spared="two years and 9,000 of fees",
        )


_SHIFTS = {
    "10-28": ["Ana showed me how she plans a study #UX @Ana !", "Thanked Ana #UX @Ana 5m"],
    "10-29": ["Walked past the kiln #Pottery 10m"],
    "10-30": ["Listened to a recorded session #Psycho 40m", "Read one page #Psycho 30m"],
    "11-05": ["Put up the sign for Saturday's table #Repair"],
    "11-10": ["Wrote three lines to Ines Calder #Pottery @Ines", "Asked Tom for an hour @Tom"],
    "11-11": ["Ines wrote back #Pottery @Ines !"],
    "11-17": [
        "Found two helpers #Repair",
        "Took the long way home, past the kiln #Pottery 10m",
        "[i]Sent[/i] the [link=x]form[/link] [/b] #UX",
        "Drew the table's plan #Repair 15m",
        "Named one more person to ask #UX",
    ],
    "11-18": ["Asked Ana how she found her first client #UX @Ana !"],
}
