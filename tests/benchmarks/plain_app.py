"""An app of Textual's own parts, in which keys do what shifter's do.

What a key press costs depends on what it shows. Here every key of shifter's that is measured has
its counterpart, made of the widgets that Textual comes with, and with as much to read.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Input, OptionList, Static

READY = "ready"
"""What stands on the first screen once it is whole."""

_LINE = "[bold $accent]{:>3}[/]  some words that stand in a line and then end"
_CARD = "\n".join(map(_LINE.format, range(8)))
_HELP = "\n".join(map(_LINE.format, range(40)))


class _Help(ModalScreen[None]):
    """A text to read, with a heading and what closes it."""

    CSS = """
    _Help { align: center middle; }
    #box { width: 66; height: auto; max-height: 96%; border: round $accent; padding: 1 3; }
    #text { height: auto; max-height: 66vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static("Help")
            with VerticalScroll(id="text"):
                yield Static(_HELP)
            yield Static("esc Close")


class _Form(ModalScreen[None]):
    """Two fields, with a heading, a hint, and what enters them."""

    CSS = """
    _Form { align: center middle; }
    #box { width: 66; height: auto; border: round $accent; padding: 1 3; }
    Horizontal { height: 3; }
    #label { width: 13; }
    Horizontal Input { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Leave it")]

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static("What did you do?")
            yield Input(placeholder="Emailed Ana about the kiln")
            yield Static("#idea  @person  10m  and ! for a Little Yes")
            with Horizontal():
                yield Static("When", id="label")
                yield Input(placeholder="now, or yesterday, monday 18:00 …")
            yield Static("enter Log it   esc Leave it")


class _List(Screen[None]):
    """Lines to go through."""

    def compose(self) -> ComposeResult:
        yield Static("list")
        yield OptionList(*(f"Option {number}" for number in range(60)))
        yield Footer()


class _Card(Screen[None]):
    """A card that changes, with something above and below it."""

    CSS = "#card { border: round $accent; padding: 1 3; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("n", "another", "Another"),
        ("question_mark", "help", "Help"),
        ("a", "add", "Add"),
    ]

    _shown = 0

    def compose(self) -> ComposeResult:
        yield Static(READY)
        yield Static(_CARD, id="card")
        yield Static("below it")
        yield Footer()

    def action_another(self) -> None:
        """Show as many other words; every second time a line more, as other picks have."""
        self._shown += 1
        words = _CARD.replace("some", f"{self._shown} other")
        self.query_one("#card", Static).update(words + "\nand more" * (self._shown % 2))

    def action_help(self) -> None:
        self.app.push_screen(_Help())

    def action_add(self) -> None:
        self.app.push_screen(_Form())


class PlainApp(App[None]):
    """Two screens, and two dialogs over the first."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"card": _Card, "list": _List}
    DEFAULT_MODE = "card"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("1", "switch_mode('card')", "Card"),
        ("2", "switch_mode('list')", "List"),
        ("q", "quit", "Quit"),
    ]


if __name__ == "__main__":
    PlainApp().run()
