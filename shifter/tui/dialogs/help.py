"""What the screen is for, its keys, and the few words that shifter uses."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from textwrap import wrap
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
from shifter.tui.everywhere.help_words import HelpPart
from shifter.tui.widgets.key_row import Key

_COLUMNS = 50
"""What there is room for in the narrowest terminal."""

_KNOWN = {
    "arrows": "Move, as h j k l do; page up and down, home and end by more.",
    "/": "Find in a list; esc shows all of it again.",
    "tab": "On to the next field; shift+tab goes back.",
    "esc": "Leave a dialog. What you typed is kept for later.",
    "ctrl+q": "Quit from anywhere, even while you type.",
    "ctrl+n": "Start over with what was kept.",
}
"""What holds on all screens and in all dialogs."""


class HelpDialog(Dialog[Command]):
    """The help of one screen. Results in the command that was clicked, if any."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter", "leave", "Close", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]
    keys = (Key("esc", "Close", "leave"),)

    def __init__(
        self,
        heading: str,
        purpose: str,
        screen_commands: Sequence[Command],
        key_of: Callable[[Command], str],
        *,
        words: Mapping[str, str],
        first: HelpPart | None = None,
    ) -> None:
        """`key_of` gives a command's key as people read it; `first` stands above the rest."""
        super().__init__(heading)
        self._words = words
        self._first = first
        self._key_of = key_of
        self._purpose = purpose
        self._commands = (*screen_commands, *commands.EVERYWHERE)

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            lines = Static(Content("\n").join(self._lines()))
            # They are keys rather than links, and should not look like links.
            lines.auto_links = False
            yield lines

    def action_take(self, id: str) -> None:
        """Close with the command that was clicked, by its id."""
        self.dismiss(next(command for command in self._commands if command.id == id))

    def _lines(self) -> Iterable[Content]:
        if self._first is not None:
            yield Content.styled(self._first.heading, "bold $ink")
            yield from (Content(sentence) for sentence in self._first.sentences)
            yield Content("")
        yield Content(self._purpose)
        width = max(len(self._key_of(command)) for command in self._commands) + 2
        width = max(width, *(len(key) + 2 for key in _KNOWN))
        for group in dict.fromkeys(command.group for command in self._commands):
            yield Content("")
            yield Content.styled(group, "bold $ink")
            for command in (each for each in self._commands if each.group == group):
                does = command.help[0].lower() + command.help[1:]
                line = _entry(self._key_of(command), "$accent", does, width, f"{command.name}: ")
                yield line.stylize(Style.from_meta({"@click": f"screen.take('{command.id}')"}))
        yield Content("")
        yield Content.styled("In lists and dialogs", "bold $ink")
        yield from (_entry(key, "$accent", does, width) for key, does in _KNOWN.items())
        yield Content("")
        yield Content.styled("Words", "bold $ink")
        width = max(map(len, self._words)) + 2
        for word, meaning in self._words.items():
            yield _entry(word, "$idea", meaning, width)

    def action_scroll(self, direction: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=direction, animate=False)


def _entry(name: str, style: str, meaning: str, width: int, lead: str = "") -> Content:
    """A name, and beside it what it means, wrapped; a short `lead` stands out before that."""
    first, *others = wrap(lead + meaning, _COLUMNS - width)
    content = Content.assemble((name.ljust(width), style), first)
    content = content.stylize("$ink", width, width + len(lead))
    return Content("\n").join((content, *(Content(" " * width + line) for line in others)))
