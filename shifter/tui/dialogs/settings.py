"""Every setting and every key, changed in place."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key as KeyPress
from textual.widgets import Input

from shifter.errors import ShifterError
from shifter.tui.dialogs.base import Dialog
from shifter.tui.dialogs.list import FindingListDialog
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.lines import Line

_NAME_WIDTH, _VALUE_WIDTH, _LONGEST_VALUE, _GAP = 20, 18, 20, 2
_AWAITED = "press the new key"
_BACK_TO_DEFAULT = ("backspace", "delete")
_FEW = 7
"""So many values can be told in a line."""


class Setting(NamedTuple):
    """A line of the dialog: a setting or a command's key, as it is now.

    `value` is what would be typed, and empty where nothing is set; `shown` is what people read
    then too. `source` says where it comes from.
    `choices` are all the values there are, in their order; without them any text may be typed.
    `check` raises a `ShifterError` with what would do. A command's key is pressed rather than
    typed; `default_key` is the one it has unless changed, as people read it.
    """

    id: str
    name: str
    meaning: str
    value: str
    shown: str
    source: str
    check: Callable[[str], None]
    choices: Sequence[str] = ()
    default_key: str = ""


Groups = Mapping[str, Sequence[Setting]]


class SettingsDialog(FindingListDialog[None]):
    """The settings in groups; what is changed is kept at once, through `keep`.

    `keep` takes a setting's id and its new value as typed, and returns all settings as they are
    then; it may refuse.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "turn(-1)", "Value before", show=False),
        Binding("right,l", "turn(1)", "Next value", show=False),
    ]
    editor: Input

    def __init__(self, groups: Groups, keep: Callable[[str, str], Awaitable[Groups]]) -> None:
        super().__init__("Settings")
        self._groups = groups
        self._keep = keep
        self._awaits_key = False

    def compose_body(self) -> ComposeResult:
        self.editor = LineInput(id="editor", select_on_focus=False)
        self.editor.display = False
        yield from super().compose_body()
        yield self.editor

    def all_lines(self) -> Iterator[Line]:
        for heading, settings in self._groups.items():
            found = [it for it in settings if self.is_found(f"{it.name} {it.meaning} {it.id}")]
            if found:
                yield Line(Content.styled(heading, "bold $ink"))
                yield from map(self._line, found)
                yield Line(Content(""))

    def best_found(self) -> str | None:
        """The first that has the words in its name, rather than in what it means."""
        settings = (it for group in self._groups.values() for it in group)
        return next((it.id for it in settings if self.is_found(it.name)), None)

    def about(self) -> str:
        setting = self.current
        if setting is None:
            return self.NONE_FOUND
        if not 0 < len(setting.choices) <= _FEW:
            return setting.meaning
        *others, last = setting.choices
        told = f"{', '.join(others)} or {last}."
        return f"{setting.meaning} {told[0].upper()}{told[1:]}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not told below does nothing."""
        setting = self.current if self.is_whole else None
        if action == "turn":
            return setting is not None and bool(setting.choices) and not self.editor.display
        if action == "find" and self.is_whole and self._is_typing:
            return False
        return super().check_action(action, parameters)

    def keys_here(self) -> tuple[Key, ...]:
        setting = self.current
        if setting is not None and self._awaits_key:
            default = Key("del", f"Back to {setting.default_key}", "default")
            return default, Key("esc", "Leave it", "leave")
        if self.editor.display:
            return Dialog.keys
        if self.search.has_focus:
            return self.keys_of_finding
        keys = [Key("enter", "Change", "change")] if setting is not None else []
        keys += [Key("← →", "Next value", "turn(1)")] if setting and setting.choices else []
        return (*keys, self.FIND, self.way_out)

    @property
    def current(self) -> Setting | None:
        """The setting that the cursor is on."""
        return self._setting(self.lines.key)

    def on_lines_moved(self) -> None:
        if self._is_typing:
            self._stop_typing()

    def on_lines_chosen(self) -> None:
        self.action_change()

    @on(Input.Changed, "#editor")
    def _check_as_typed(self, event: Input.Changed) -> None:
        """Say while it is typed what would not do."""
        setting = self.current
        self.hide_trouble()
        if setting is None:
            return
        try:
            setting.check(event.value)
        except ShifterError as error:
            self.show_trouble(error)

    def action_change(self) -> None:
        """Type another value, or press another key."""
        setting = self.current
        if setting is None:
            return
        if setting.default_key:
            self._awaits_key = True
        else:
            self.editor.display = True
            self.editor.value = setting.value
            self.editor.cursor_position = len(self.editor.value)
            self.editor.focus()
        self.show_lines()

    def on_key(self, event: KeyPress) -> None:
        """Take the key that was asked for, whatever it does elsewhere."""
        if not self._awaits_key:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self._stop_typing()
        elif event.key in _BACK_TO_DEFAULT:
            self.action_default()
        else:
            self._take_key(_as_typed(event))

    def action_default(self) -> None:
        """Give a command the key back that it had at first."""
        self._take_key("")

    def action_turn(self, step: int) -> None:
        """Take the next value of those there are, or the one before."""
        self._turn(self.lines.key, step)

    def steps_back(self) -> bool:
        """Leave what is being typed, or else show all again."""
        if not self._is_typing:
            return super().steps_back()
        self._stop_typing()
        return True

    def action_submit(self) -> None:
        setting = self.current
        if setting is not None:
            self._change(setting, self.editor.value)

    @in_turn
    async def _turn(self, id: str | None, step: int) -> None:
        setting = self._setting(id)
        choices = list(setting.choices) if setting is not None else []
        if setting is not None and choices:
            place = choices.index(setting.value) if setting.value in choices else 0
            await self._keep_value(setting, choices[(place + step) % len(choices)])
            self.show_lines()

    @in_turn
    async def _change(self, setting: Setting, value: str) -> None:
        await self._keep_value(setting, value)
        self._stop_typing()

    def _take_key(self, key: str) -> None:
        self._awaits_key = False  # The next one is no second answer.
        setting = self.current
        if setting is not None:
            self._change_key(setting, key)

    @in_turn
    async def _change_key(self, setting: Setting, key: str) -> None:
        try:
            await self._keep_value(setting, key)
        except ShifterError:
            self._awaits_key = True
            raise
        finally:
            self.show_lines()

    async def _keep_value(self, setting: Setting, value: str) -> None:
        setting.check(value)
        self._groups = await self._keep(setting.id, value)

    @property
    def _is_typing(self) -> bool:
        return self.editor.display or self._awaits_key

    def _stop_typing(self) -> None:
        self._awaits_key = False
        self.editor.display = False
        self.lines.focus()
        self.show_lines()

    def _setting(self, id: str | None) -> Setting | None:
        settings = (it for settings in self._groups.values() for it in settings)
        return next((setting for setting in settings if setting.id == id), None)

    def _line(self, setting: Setting) -> Line:
        name = Content(setting.name).truncate(_NAME_WIDTH, ellipsis=True, pad=True)
        return Line(name + self._value(setting), setting.id)

    def _value(self, setting: Setting) -> Content:
        if self._awaits_key and setting.id == self.lines.key:
            return Content.styled(_AWAITED, "$lit")
        value = Content.styled(setting.shown, "$accent")
        shown = value.truncate(_LONGEST_VALUE, ellipsis=True)
        gap = max(_GAP, _VALUE_WIDTH - shown.cell_length)
        return Content.assemble(shown, " " * gap, (setting.source, "$quiet"))


def _as_typed(press: KeyPress) -> str:
    """A key as it is written in config.toml: the sign it types, or its name."""
    sign = press.character
    if sign is None or sign == " " or not press.is_printable or "+" in press.key:
        return press.key
    return sign
