"""The app: a companion on its own thread, four screens, and what works on all of them."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from threading import Event
from typing import TYPE_CHECKING, ClassVar, ParamSpec, TypeVar

from textual.binding import BindingType
from textual.constants import TEXTUAL_ANIMATIONS
from textual.signal import Signal

from shifter.companion import Companion
from shifter.config import SKIPPED, Config, Value, changed, save_config
from shifter.errors import Outdated, ShifterError
from shifter.tui import commands, garbage
from shifter.tui.commands import Command
from shifter.tui.companion_thread import CompanionThread
from shifter.tui.drafts import DRAFTS_KEPT_EVERY
from shifter.tui.everywhere.half_written import bring_back
from shifter.tui.everywhere.help import show_help
from shifter.tui.everywhere.left_out import LeftOut
from shifter.tui.everywhere.sitting import Sitting, redo, undo
from shifter.tui.keys import keymap
from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.keys.turns import in_turn
from shifter.tui.modes import ScreensApp
from shifter.tui.outside import LOOK_EVERY, Outside
from shifter.tui.theming.looks import BackgroundTold, Looks
from shifter.tui.theming.stylesheet import GrowingStylesheet
from shifter.tui.upkeep import keep_up

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.types import CSSPathType
    from textual.worker import Worker

    from shifter.core.views import TodayView
    from shifter.tui.drafts import Drafts
    from shifter.tui.start.foresight import Foresight

P = ParamSpec("P")
T = TypeVar("T")

_FOLDER = os.path.dirname(__file__)
_DEMO_SAID_FOR = 15.0  # seconds
_TURN = 0.0001
"""Seconds after which a thread makes way: with Python's own 0.005, what is drawn waits so long."""

_NOT_WHILE_TYPING = frozenset(
    {"undo", "redo", "themes", "settings", "backups", "prompts", "lessons"}
)
_NOT_AT_FIRST = frozenset(command.action for command in commands.EVERYWHERE) - {
    "redo",
    "suspend",
    "quit",
}
_WIDTHS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
_HEIGHTS = [(0, "-short"), (24, "-medium"), (36, "-tall")]


class ShifterApp(ScreensApp):
    """Shifter in a terminal."""

    TITLE = "shifter"
    # Today is the default screen; with a CSS_PATH of its own its styles would be applied twice.
    CSS_PATH: ClassVar["CSSPathType"] = [
        os.path.join(_FOLDER, "app.tcss"),
        os.path.join(_FOLDER, "screens", "today", "today.tcss"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVERYWHERE)]
    # Textual's own key for it would also work in dialogs.
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    companion: Companion

    def __init__(
        self,
        companion_factory: Callable[[], Companion],
        config: Config,
        *,
        first_view: "TodayView | None" = None,
        demo: bool = False,
        config_path: str | None = None,
        upkeep: Callable[[], None] | None = None,
        foresight: "Foresight | None" = None,
        drafts: "Drafts | None" = None,
        driver_class: "type[Driver] | None" = None,
    ) -> None:
        """Without a `config_path`, settings that are changed last until the app is closed.

        `first_view` is what Today shows first, if that is known already.
        `upkeep` runs in the background after the first frame, and every hour from then on.
        With `foresight`, the next start is prepared whenever something has changed.
        `drafts` brings back what was half written; without it, that is lost with the app.
        """
        looks = Looks(config.theme)
        super().__init__(
            driver_class=driver_class,
            ansi_color=looks.begin_with_the_terminals_colours or None,
            drafts=drafts,
        )
        self.stylesheet = GrowingStylesheet(variables=self.get_css_variables())
        self.config = config
        self.demo = demo
        self.changed: Signal[Screen[None] | None] = Signal(self, "changed")
        self.config_path = config_path
        self._upkeep = upkeep
        self._thread = CompanionThread(companion_factory)
        self._keys: Mapping[str, str] = {}
        self._left_out = LeftOut(self, config)
        self.first_frame = Event()
        self._still = ExitStack()
        self.first_view = first_view
        self.looks = looks
        looks.dress(self, self._left_out.tell, self.say)
        self.sitting = Sitting(None)
        self._outside = Outside(self, foresight)

    async def on_load(self) -> None:
        """Open the companion before anything is drawn; without it there is nothing to draw."""
        try:
            self.companion = await self._thread.open()
            await self.begin_sitting()
        except ShifterError as error:
            self.trouble = error
            self.exit(return_code=error.status)
            return
        if not self.config.motion:
            self.animation_level = "none"
        self._use_keys()
        if self.first_view is None and self.DEFAULT_MODE == "today":
            # If it fails, the screen asks again, and shows the error.
            with suppress(ShifterError):
                self.first_view = await self._thread.first_view()

    def on_mount(self) -> None:
        # The terminal shows none of it now, and Textual would draw only what it thinks changed.
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        self.set_interval(LOOK_EVERY, self._outside.look)
        self.set_interval(DRAFTS_KEPT_EVERY, self.drafts.look)

    def on_background_told(self, event: BackgroundTold) -> None:
        self.looks.terminal_told(event.rgb)

    def on_unmount(self) -> None:
        self._thread.close()

    def hold_still(self) -> None:
        """Hold drawing back until the first frame is complete; Textual would draw it twice more."""
        if not self.first_frame.is_set():
            self._still.enter_context(self.batch_update())

    def first_frame_is_shown(self) -> None:
        """Let keys in, and start what could wait for the first frame."""
        if not self.first_frame.is_set():
            self.call_next(self.draw_at_rest, self._still.pop_all())
            self.first_frame.set()
            self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Do what the first frame did not have to wait for."""
        garbage.start_collecting()
        sys.setswitchinterval(_TURN)
        if self.demo:
            key = self.key_named("everywhere.quit")
            told = f"Try everything, nothing is kept. {key} leaves; then shifter begins your own."
            self.say(told, seconds=_DEMO_SAID_FOR)
        self._left_out.tell_what_waited()
        if self._upkeep is not None:
            keep_up(self, self._upkeep)
        if not self.drafts.is_empty:
            self.take_turn(self, "bring_back", lambda: bring_back(self))
        _minding: Worker[None] = self.run_worker(self._outside.mind_the_clock)
        _reading: Worker[None] = self.run_worker(self._left_out.look_into_suggestions)

    def _use_keys(self) -> None:
        keys = keymap.check(self.config.keys)
        self._keys = keys.good
        self.set_keymap(keys.good)
        self._left_out.tell(*(ShifterError(SKIPPED, problem) for problem in keys.problems))

    def key_of(self, command: Command) -> str:
        """The key of a command as people read it: their own if they chose one."""
        return keymap.name_of(self._keys.get(command.id, command.key))

    def keys_of(self, command: Command) -> frozenset[str]:
        """The keys of a command as they are bound, in Textual's names."""
        return keymap.keys_of(command, self._keys.get(command.id))

    def key_named(self, id: str) -> str:
        """The key of the command with this id, as people read it."""
        return self.key_of(keymap.every_command()[id])

    async def ask(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a method of the companion on its own thread, and return its result."""
        return await self._thread.ask(function, *args, **kwargs)

    def tell(self, error: ShifterError) -> None:
        """Say what went wrong; where what was shown is not so any more, show what is."""
        super().tell(error)
        if isinstance(error, Outdated):
            self.changed.publish(None)

    @property
    def asks_first(self) -> bool:
        """Whether the first question of all is in front."""
        return isinstance(self.screen, LeftOnce) and self.screen.comes_first

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What works everywhere does not before the first question, nor by key while one types."""
        if self.asks_first:
            return action not in _NOT_AT_FIRST
        if action in _NOT_WHILE_TYPING and not (self.is_chosen or self.screen.is_modal):
            return self.focused is None or not self.focused.check_consume_key("a", "a")
        return super().check_action(action, parameters)

    async def action_palette(self) -> None:
        from shifter.tui.everywhere.palette import Palette

        async with self.in_front:  # What is typed next waits until it is open.
            if not self.screen.is_modal:
                await self.push_screen(Palette())

    @in_turn
    async def action_themes(self) -> None:
        from shifter.tui.everywhere.themes import choose_theme

        await choose_theme(self)

    @in_turn
    async def action_settings(self) -> None:
        from shifter.tui.everywhere.settings import change_settings

        await change_settings(self)

    @in_turn
    async def action_prompts(self) -> None:
        from shifter.tui.everywhere.prompts import show_prompts

        await show_prompts(self)

    @in_turn
    async def action_lessons(self) -> None:
        from shifter.tui.everywhere.lessons import change_lessons

        await change_lessons(self)

    @in_turn
    async def action_backups(self) -> None:
        from shifter.tui.everywhere.backups import choose_backup

        await choose_backup(self)

    @in_turn
    async def action_help(self) -> None:
        from shifter.tui.screens.base import ShifterScreen

        if isinstance(self.screen, ShifterScreen):
            await show_help(self, self.screen)

    @in_turn
    async def action_undo(self) -> None:
        await undo(self)

    @in_turn
    async def action_redo(self) -> None:
        await redo(self)

    def action_suspend(self) -> None:
        self.action_suspend_process()

    def action_help_quit(self) -> None:
        """Say on ctrl+c which key quits; Textual would name one of its own."""
        key = self.key_named("everywhere.quit")
        is_typing = self.focused is not None and self.focused.check_consume_key("q", "q")
        first = "esc leaves this; then " if self.screen.is_modal or is_typing else ""
        kept = "" if self.demo else " Everything is kept."
        self.say(f"{first}{key} quits.{kept}")

    async def action_quit(self) -> None:
        self.companion.hurry()
        await super().action_quit()

    async def begin_sitting(self) -> None:
        """Name whatever is in the file now before it is undone."""
        self.sitting = Sitting(await self.ask(self.companion.history.next_undo))

    def heard(self) -> None:
        """Show what was written elsewhere; an action named for undo has to be named again."""
        self.sitting.forget()
        self.changed.publish(None)

    async def keep_setting(self, name: str, value: Value) -> None:
        """Change a setting, and save it to config.toml if there is a file to write to."""
        if self.config_path is None:
            self.config = changed(self.config, name, value)
        else:
            self.config = await self.ask(save_config, self.config_path, name, value)
        self.companion.configure(self.config)
        if name == "theme":
            self.looks.choose(self.config.theme)
        self.animation_level = TEXTUAL_ANIMATIONS if self.config.motion else "none"
        self._use_keys()
        self.changed.publish(None)
