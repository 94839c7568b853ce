"""The palette: every command, idea, person and theme by name, and any shift by its text."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.command import Command as Entry
from textual.command import CommandPalette
from textual.css.styles import RenderStyles
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import WorkerCancelled

from shifter.tui.app import ShifterApp
from shifter.tui.everywhere.providers import CommandsProvider, NamesProvider, ShiftsProvider
from shifter.tui.keys.leaving import LeftOnce

_IN_THE_LIST = {
    "down": "cursor_down",
    "up": "cursor_up",
    "pagedown": "page_down",
    "pageup": "page_up",
    "ctrl+home,shift+home": "first",
    "ctrl+end,shift+end": "last",
}
"""The keys that move in the list, and the list's action for each."""


class Palette(CommandPalette, LeftOnce[None]):
    """Textual's palette, with styles that are read when it is first opened.

    Enter chooses from the list of what is typed, and the arrows move in that: Textual would take
    the list that happens to be there, while it still looks for what was typed last.
    """

    CSS_PATH = "palette.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "app.suspend", show=False, id="everywhere.suspend"),
        *(Binding(keys, f"move('{move}')", show=False) for keys, move in _IN_THE_LIST.items()),
    ]

    def __init__(self) -> None:
        super().__init__([CommandsProvider, NamesProvider, ShiftsProvider])

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False  # As in every other field.

    def action_move(self, move: str) -> None:
        """Move in the list, if it has anything in it, and room: Textual would crash otherwise."""

        async def act() -> None:
            found = self.query_one(OptionList)
            if found.option_count and found.scrollable_content_region:
                await found.run_action(move)

        self._once_all_is_found(act)

    @on(Input.Submitted)
    def _choose(self, event: Input.Submitted) -> None:
        """Choose what the cursor is on: the first, unless it was moved."""
        event.stop()
        event.prevent_default()

        async def act() -> None:
            self._carry_out(self.query_one(OptionList).highlighted_option)

        self._once_all_is_found(act)

    @on(OptionList.OptionSelected)
    def _choose_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        event.prevent_default()
        self._carry_out(event.option)

    def _once_all_is_found(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something with the list of what is typed now, unless something else is meanwhile."""
        field = self.query_one(Input)
        words = field.value
        begun = [it for it in self.workers if it.node is self and not it.is_cancelled]

        async def wait() -> None:
            for search in begun:
                with suppress(WorkerCancelled):
                    await search.wait()
            if self.is_whole and field.value == words:
                await act()

        self._app.take_turn(self, "choose", wait)

    def _carry_out(self, chosen: Option | None) -> None:
        if isinstance(chosen, Entry) and self.is_whole:
            with self._app.in_one_frame(with_what_follows=True):
                self.dismiss()
                self._app.carry_out(chosen.hit.command)

    @property
    def _app(self) -> ShifterApp:
        assert isinstance(self.app, ShifterApp)
        return self.app

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of a component; once it is left, it still gathers hits for a moment."""
        return super().get_component_styles(*names) if self.is_attached else self.styles
