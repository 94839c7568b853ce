"""The if-then line, asked for once: "After I pour my coffee, I open shifter"."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from shifter.core.text import LINE_LIMIT
from shifter.tui.widgets.line_input import LineInput

_BEFORE, _AFTER = "After I ", ", I open shifter."
_FIELD_WIDTH = 30


def after_i(words: str) -> str:
    """The words as they follow "After I", which people often type again."""
    begun = r"(after\s+)?(i['’]ve\s+|i\s+)?"
    return re.sub(begun, "", words.strip(), count=1, flags=re.IGNORECASE).rstrip(" .,;")


class AnchorLine(Widget):
    """A quiet line below the card, which can be filled in or dismissed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "wave_away", show=False)]

    class Answered(Message):
        """The line was filled in, or dismissed (None)."""

        def __init__(self, text: str | None) -> None:
            super().__init__()
            self.text = text

    is_answered = False

    @property
    def is_begun(self) -> bool:
        """Whether words stand in it that nobody has entered or dismissed."""
        return not self.is_answered and any(field.value.strip() for field in self.query(Input))

    def compose(self) -> ComposeResult:
        yield LineInput(placeholder="pour my coffee", max_length=LINE_LIMIT, compact=True)

    def render(self) -> Content:
        line = Content.assemble(
            (_BEFORE, "$foreground"), " " * _FIELD_WIDTH, (_AFTER, "$foreground")
        )
        keys = [("enter", " Keep it")] if self.has_focus_within else [("tab", " Say when")]
        hints = Content("   ").join(
            Content.assemble((key, "$accent"), (does, "$quiet"))
            for key, does in (*keys, ("esc", " Not now"))
        )
        return Content("\n").join((line, hints))

    def on_descendant_focus(self) -> None:
        self.refresh()

    def on_descendant_blur(self) -> None:
        self.refresh()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        text = after_i(event.value)
        if text:
            self.is_answered = True
            self.post_message(self.Answered(text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that arrives after it has gone does nothing."""
        return self.is_attached and super().check_action(action, parameters)

    def action_wave_away(self) -> None:
        """Dismiss the line; words that were begun stay in the field."""
        if self.query_one(Input).value.strip():
            self.screen.set_focus(None)
        else:
            self.post_message(self.Answered(None))
