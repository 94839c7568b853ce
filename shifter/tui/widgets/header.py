"""The header: the name, the four tabs, on the right the day or a short note, and what is said."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from shifter.tui import commands
from shifter.tui.commands import Command
from shifter.tui.sayings import Saying, SayingApp
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.styled_line import Span, StyledLine, assemble, evenly, shortened, styled

_NAME = " shifter"
_DEMO_NOTES = (
    "demo: a made-up year, nothing here is kept",
    "demo: nothing is kept",
    "demo",
)

_SAID = "$ink on $panel"
_AROUND = 5
"""Columns around what is said: a bar, two blanks, and a piece of the rule on either side."""

_ROOMY = 66
_NARROWEST, _LOWEST = 60, 18
_TOO_SMALL = (
    " A little small for all of it: 60 by 18 is enough ",
    " Too small: 60 by 18 is enough ",
    " Too small ",
)


class _Tab(NamedTuple):
    """A tab and the columns it takes, a blank on either side included."""

    command: Command
    key: str
    start: int
    end: int


def _tabs(key_of: Callable[[Command], str], width: int) -> tuple[_Tab, ...]:
    tabs: list[_Tab] = []
    # In a narrow terminal the tabs begin further left, so that a date stands clear of them.
    start = len(_NAME) + (4 if width >= _ROOMY else 2)
    for command in commands.EVERYWHERE:
        if command.group == commands.SCREENS:
            key = key_of(command)
            end = start + len(f" {key} {command.name} ")
            tabs.append(_Tab(command, key, start, end))
            start = end + 1
    return tuple(tabs)


def _fitting(notes: Sequence[str], room: int) -> str:
    """The longest note that stands clear of the tabs; only the shortest may touch them."""
    clear = next((note for note in notes if cell_len(note) < room), "")
    return clear or next((note for note in notes[-1:] if cell_len(note) <= room), "")


def _hung_on(rule: Content, told: list[StyledLine], width: int) -> list[Content]:
    """The rule with what is said on its right end, and the rest of it below."""
    if not told:
        return [rule]
    start = width - 1 - told[0].cell_length
    first, *others = map(to_content, told)
    on_rule = Content.assemble(rule.truncate(start), first, ("─", "$line"))
    return [on_rule, *(Content(" " * start) + line for line in others)]


class Header(Widget):
    """Two rows: names, and a rule that is heavy below the current tab.

    What is said in passing stands on the rule; where it is longer than a line, the rest takes rows
    of the screen meanwhile, which gives what matters least.

    `tab` is the current screen; None shows no tabs. Of `notes`, longest first, the first that fits
    stands on the right; a demo says instead that it is one.
    """

    tab: reactive[str | None] = reactive[str | None](None)
    notes: reactive[Sequence[str]] = reactive[Sequence[str]](())
    saying: reactive[Saying | None] = reactive[Saying | None](None)

    def __init__(
        self,
        tab: str | None,
        *,
        demo: bool = False,
        key_of: Callable[[Command], str] = lambda command: command.key,
    ) -> None:
        """`key_of` gives a command's key as people read it."""
        super().__init__()
        self._key_of = key_of
        self._demo = demo
        self._shown: tuple[_Tab, ...] = ()
        self.set_reactive(Header.tab, tab)

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings_updated)
        if isinstance(self.app, SayingApp):
            self.watch(self.app, "saying", self._hear)

    def watch_saying(self, before: Saying | None, now: Saying | None) -> None:
        """Make room for all of it."""
        width = self.size.width
        if len(self._told(before, width)) != len(self._told(now, width)):
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The names, and the rule or what stands in its place."""
        del container, viewport
        return 1 + max(1, len(self._told(self.saying, width)))

    @property
    def pushes(self) -> int:
        """The rows by which what is said pushes the screen down."""
        return max(0, len(self._told(self.saying, self.size.width)) - 1)

    def _on_bindings_updated(self, _screen: object) -> None:
        """Show the keys that were changed meanwhile."""
        width = self.size.width
        if self.tab is not None and _tabs(self._key_of, width) != self._shown:
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        self._shown = _tabs(self._key_of, width)
        rule = self._too_small(width) or self._rule(width)
        below = _hung_on(rule, self._told(self.saying, width), width)
        return Content("\n").join((self._names(width).truncate(width), *below))

    async def on_click(self, event: Click) -> None:
        """A tab switches screens; the name opens the palette, where a mouse finds every command."""
        if self.tab is None or (self.saying is not None and event.y):
            return
        if event.x <= len(_NAME):
            await self.app.run_action("palette")
        for tab in _tabs(self._key_of, self.size.width):
            if tab.start <= event.x < tab.end:
                await self.app.run_action(tab.command.action)

    def _hear(self, saying: Saying | None) -> None:
        """Say it, unless a dialog is open that says it; what is said no longer goes anyhow."""
        if saying is None or self.screen.is_active:
            self.saying = saying

    def _told(self, saying: Saying | None, width: int) -> list[StyledLine]:
        """What is said, in lines of the same length; half of the screen stays in any case."""
        if saying is None or width <= _AROUND:
            return []
        words = StyledLine((Span(saying.title, "bold $lit on $panel"),))
        if saying.title:
            words += StyledLine((Span("  ", "$ink on $panel"),))
        first, *others = saying.text.split("\n")
        whole = [words + styled(first, _SAID), *(styled(line, _SAID) for line in others)]
        lines = [part for line in whole for part in evenly(line, width - _AROUND)]
        lines = shortened(lines, max(1, self.app.size.height // 2 - 1), width - _AROUND)
        longest = max(line.cell_length for line in lines)
        bar = styled("█", "$lit on $panel" if saying.is_trouble else "$done on $panel")
        return [
            assemble(bar, (" ", _SAID), line, (" " * (longest - line.cell_length + 1), _SAID))
            for line in lines
        ]

    def _names(self, width: int) -> Content:
        names = Content.styled(_NAME, "$accent")
        for tab in _tabs(self._key_of, width) if self.tab is not None else ():
            style = "bold $ink" if tab.command.action == self.tab else "$quiet"
            names = names.pad_right(tab.start - len(names))
            names = Content.assemble(
                names, (f" {tab.key} ", "$quiet"), (tab.command.name, style), " "
            )
        room = width - len(names) - 1
        note = _fitting(self._all_notes(), room)
        return Content.assemble(names, (" " * (room - cell_len(note)) + note, "$quiet"))

    def _all_notes(self) -> Sequence[str]:
        return _DEMO_NOTES if self._demo else self.notes

    def _too_small(self, width: int) -> Content | None:
        """What replaces the rule where the terminal is too small for everything."""
        if width >= _NARROWEST and self.app.size.height >= _LOWEST:
            return None
        note = next((note for note in _TOO_SMALL if len(note) < width), "")
        return Content.assemble((note, "$lit"), ("─" * (width - len(note)), "$line"))

    def _rule(self, width: int) -> Content:
        start, end = 0, len(_NAME) + 1
        for tab in _tabs(self._key_of, width):
            if tab.command.action == self.tab:
                start, end = tab.start, tab.end
        return Content.assemble(
            ("─" * start, "$line"),
            ("━" * (end - start), "$accent"),
            ("─" * max(0, width - end), "$line"),
        )
