"""The first start: one question, which may be left open, and a staircase that only begins."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from shifter.core.text import LINE_LIMIT, quoted
from shifter.core.views import TodayView
from shifter.errors import ShifterError
from shifter.tui.app import ShifterApp
from shifter.tui.drafts import FIRST_START, NEW_IDEA
from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.keys.turns import in_turn
from shifter.tui.sayings import in_passing
from shifter.tui.widgets.header import Header
from shifter.tui.widgets.key_row import Key, KeyRow
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.prose import Prose

_TREAD = 10
_FIRST_TREAD = 4
_LANDING = 12


class StairsAhead(Widget):
    """You on the first tread, and stairs that climb out of sight."""

    def render(self) -> Content:
        return Content("\n").join(stairs_ahead(*self.size))


def stairs_ahead(width: int, height: int) -> list[Content]:
    """As many stairs as there are rows and columns for, the lowest last."""
    if height <= 0:
        return []
    steps = min(height - 1, (width - _FIRST_TREAD - _LANDING - 8) // _TREAD)
    rows = [_step(steps - number, steps) for number in range(steps)]
    blank = [Content("")] * (height - 1 - steps)
    lowest = Content.assemble(
        ("━━━━━━━", "$level-3"), ("●", "$ink"), ("┄" * _FIRST_TREAD + "┘", "$quiet")
    )
    return [*blank, *rows, lowest]


def _step(number: int, steps: int) -> Content:
    """The tread of a step, counted from below; the last one fades, as the end is out of sight."""
    start = 8 + _FIRST_TREAD + (number - 1) * _TREAD
    if number == steps:
        return Content.assemble(" " * start, ("┌┄ ┄ ┄ ┄ ┄ ┄", "$line"))
    here = Content.assemble("you", " " * (start - 3)) if number == 1 else Content(" " * start)
    style = "$quiet" if number == 1 else "$line"
    return Content.assemble(here, ("┌" + "┄" * (_TREAD - 1) + "┘", style))


class FirstStart(LeftOnce[TodayView]):
    """Results in the view with the first pick, once the question is answered or left open."""

    CSS_PATH = "first_start.tcss"
    AUTO_FOCUS = "Input"
    comes_first = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "begin_anyway", show=False)]

    app = getters.app(ShifterApp)

    def __init__(
        self,
        begin: Callable[[str | None], Awaitable[TodayView]],
        look: Callable[[], Awaitable[TodayView]],
    ) -> None:
        super().__init__()
        self._begin_with = begin
        self._look = look

    def compose(self) -> ComposeResult:
        header = Header(None, demo=self.app.demo)
        header.notes = ("five minutes a day toward work you love",)
        yield header
        with Middle(), Center(), Vertical(id="opening"):
            yield Static(Content.styled("Nobody changes career in one leap.", "bold $ink"))
            yield Prose(
                "They make some fourteen hundred tiny moves, and tell it as one.", id="told"
            )
            yield Prose("What makes you curious lately? A word will do, or half an idea.")
            begun = self.app.drafts.on_card(FIRST_START)
            yield LineInput(begun, max_length=LINE_LIMIT, select_on_focus=False)
            yield KeyRow(
                Key("enter", "begin", "begin"),
                Key("esc", "I don't know yet, begin anyway", "begin_anyway"),
            )
        yield StairsAhead()

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, self._on_changed)

    def on_screen_resume(self) -> None:
        self.query_one(Header).saying = self.app.saying  # It was not in front when that was said.

    def _on_changed(self, origin: Screen[None] | None) -> None:
        if origin is None:
            self._leave_if_begun()

    @work(group="look", exclusive=True)
    async def _leave_if_begun(self) -> None:
        """Ask no longer what was answered elsewhere, or by redoing it."""
        try:
            view = await self._look()
        except ShifterError as error:
            self.app.tell(error)
            return
        if not view.first_start:
            self._leave(view)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.app.drafts.put_on_card(FIRST_START, event.value)

    def on_input_submitted(self) -> None:
        self.action_begin()

    @in_turn
    async def action_begin(self) -> None:
        """Begin with what was typed, if anything."""
        view = await self._begin_with(self.query_one(Input).value.strip() or None)
        self.app.drafts.enter_on_card(FIRST_START)
        self.dismiss(view)

    @in_turn
    async def action_begin_anyway(self) -> None:
        """Begin without an answer; what was typed waits where ideas are added."""
        self._leave(await self._begin_with(None))

    def _leave(self, view: TodayView) -> None:
        written = self.query_one(Input).value.strip()
        self.app.drafts.put_on_card(FIRST_START, "")
        self.dismiss(view)
        if written:
            self.app.drafts.put(NEW_IDEA, (written,))
            ideas, add = map(self.app.key_named, ("everywhere.ideas", "ideas.add"))
            words, kept = in_passing(quoted(written)), self.app.drafts.kept_told()
            self.app.say(f"{words} {kept}: {ideas}, then {add} goes on with it.")
