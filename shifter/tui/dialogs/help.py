"""What the screen is for, its keys, and the few words that shifter uses."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from shifter.tui import commands
from shifter.tui.commands import Command
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key

_WORDS = (
    ("shift", "one tiny thing you did toward work you love"),
    ("idea", "a direction you are curious about; keep several"),
    ("Little Yes", "a shift that lit something up"),
    ("run", "days with a shift that belong together; one empty day never ends it"),
)


class HelpDialog(Dialog[Command]):
    """The help of one screen; a click on a command is as good as its key."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter", "leave", "Close", show=False)
    ]
    keys = (Key("esc", "Close", "leave"),)

    def __init__(
        self,
        heading: str,
        purpose: str,
        screen_commands: Sequence[Command],
        key_of: Callable[[Command], str],
    ) -> None:
        """`key_of` tells the key a command has, as people read it."""
        super().__init__(heading)
        self._key_of = key_of
        self._purpose = purpose
        self._commands = (*screen_commands, *commands.EVERYWHERE)

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            lines = Static(Content("\n").join(self._lines()))
            # They are keys first of all, so they don't look like links.
            lines.auto_links = False
            yield lines

    def action_take(self, id: str) -> None:
        """The command with this id was clicked."""
        self.dismiss(next(command for command in self._commands if command.id == id))

    def _lines(self) -> Iterable[Content]:
        yield Content(self._purpose)
        width = max(len(self._key_of(command)) for command in self._commands) + 2
        for group, members in groupby(self._commands, key=lambda command: command.group):
            yield Content("")
            yield Content.styled(group, "bold $ink")
            for command in members:
                key = self._key_of(command).ljust(width)
                line = Content.assemble((key, "$accent"), command.help)
                yield line.stylize(Style.from_meta({"@click": f"screen.take('{command.id}')"}))
        yield Content("")
        yield Content.styled("Words", "bold $ink")
        for word, meaning in _WORDS:
            yield Content.assemble((word.ljust(12), "$idea"), meaning)
