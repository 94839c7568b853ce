"""What a screen is for, its keys, and the few words that shifter uses; and a dialog's keys."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from textwrap import wrap
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from shifter.tui import commands
from shifter.tui.commands import Command
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.scrolled_text import ScrolledText
from shifter.tui.widgets.styled_line import wrapped

_COLUMNS = 50
"""What there is room for in the narrowest terminal."""

_WIDEST_KEY = 14
"""The columns of a key; whoever bound several has them on a line of their own."""

_KNOWN = {
    "arrows": "Move, as h j k l do; page up and down, home and end by more.",
    "/": "Find in a list; esc shows all of it again.",
    "tab": "On to the next field; shift+tab goes back.",
    "esc": "Leave a dialog. What you typed is kept for later.",
    "ctrl+q": "Quit from anywhere, even while you type.",
    "ctrl+n": "Start over with what was kept.",
}
"""What holds on all screens and in all dialogs."""


AnswerT = TypeVar("AnswerT")


class _ToRead(Dialog[AnswerT], Generic[AnswerT]):
    """Lines to scroll; the key that opened it closes it as well."""

    AUTO_FOCUS = "ScrolledText"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "leave", "Close", show=False),
    ]
    keys = (Key("esc", "Close", "leave"),)

    def compose_body(self) -> ComposeResult:
        yield ScrolledText([*self.lines()], id="to-read")

    def action_help(self) -> None:
        self.action_leave()

    def lines(self) -> Iterable[Content]:
        """What there is to read."""
        raise NotImplementedError


class DialogHelp(_ToRead[None]):
    """The help of a dialog, which stays below as it is: its keys, and those of all dialogs."""

    def __init__(self, keys_there: Sequence[Key]) -> None:
        super().__init__("Keys here")
        self._keys_there = keys_there

    def lines(self) -> Iterable[Content]:
        width = max(len(key) + 2 for key in (*_KNOWN, *(there.key for there in self._keys_there)))
        for key, name, _ in self._keys_there:
            yield from _entry(key, "$accent", name, width)
        yield Content("")
        yield from _known(width)


class HelpDialog(_ToRead[Command]):
    """The help of one screen. Results in the command that was clicked, if any."""

    def __init__(
        self,
        heading: str,
        purpose: str,
        screen_commands: Sequence[Command],
        key_of: Callable[[Command], str],
        *,
        words: Mapping[str, str],
        why: Sequence[str] = (),
    ) -> None:
        """`key_of` gives a command's key as people read it; `why` are sentences about a pick."""
        super().__init__(heading)
        self._words = words
        self._why = why
        self._key_of = key_of
        self._purpose = purpose
        self._commands = (*screen_commands, *commands.EVERYWHERE)

    def action_take(self, id: str) -> None:
        """Close with the command that was clicked, by its id."""
        self.dismiss(next(command for command in self._commands if command.id == id))

    def lines(self) -> Iterable[Content]:
        if self._why:
            yield Content.styled("Why this one?", "bold $ink")
            for sentence in self._why:
                yield from map(to_content, wrapped(sentence, _COLUMNS))
            yield Content("")
        yield from map(to_content, wrapped(self._purpose, _COLUMNS))
        keys = [*map(self._key_of, self._commands), *_KNOWN]
        width = max(len(key) for key in keys if len(key) <= _WIDEST_KEY) + 2
        for group in dict.fromkeys(command.group for command in self._commands):
            yield Content("")
            yield Content.styled(group, "bold $ink")
            for command in (each for each in self._commands if each.group == group):
                does = command.help[0].lower() + command.help[1:]
                click = Style.from_meta({"@click": f"screen.take('{command.id}')"})
                key, lead = self._key_of(command), f"{command.name}: "
                for line in _entry(key, "$accent", does, width, lead):
                    yield line.stylize(click)
        yield Content("")
        yield from _known(width)
        yield Content("")
        yield Content.styled("Words", "bold $ink")
        width = max(map(len, self._words)) + 2
        for word, meaning in self._words.items():
            yield from _entry(word, "$idea", meaning, width)


def _known(width: int) -> Iterable[Content]:
    yield Content.styled("In lists and dialogs", "bold $ink")
    for key, does in _KNOWN.items():
        yield from _entry(key, "$accent", does, width)


@cache
def _entry(name: str, style: str, meaning: str, width: int, lead: str = "") -> list[Content]:
    """A name, and beside it what it means, wrapped; a short `lead` stands out before that.

    A name that is too long for its column stands above. Kept, since the same are shown each time.
    """
    above: list[str] = []
    if len(name) >= width:
        name, above = "", wrap(name, _COLUMNS)
    first, *others = wrap(lead + meaning, _COLUMNS - width)
    content = Content.assemble((name.ljust(width), style), first)
    content = content.stylize("$ink", width, width + len(lead))
    return [
        *(Content.styled(line, style) for line in above),
        content,
        *(Content(" " * width + line) for line in others),
    ]
