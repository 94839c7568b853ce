"""A row of a few options, of which one is chosen with the arrow keys or by a click."""

from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

ValueT = TypeVar("ValueT")

_GAP = "  "


class Option(NamedTuple, Generic[ValueT]):
    """The name of an option, and its value."""

    name: str
    value: ValueT


class OptionRow(Widget, Generic[ValueT], can_focus=True):
    """The chosen option has a filled dot, so that it needs no colour."""

    DEFAULT_CSS = """
    OptionRow {
        height: 1;
        margin-bottom: 1;
        text-wrap: nowrap;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l,space", "step(1)", show=False),
        Binding("up,k", "app.focus_previous", show=False),
        Binding("down,j", "app.focus_next", show=False),
    ]

    chosen: reactive[int] = reactive(0)

    def __init__(
        self,
        label: str,
        options: Sequence[Option[ValueT]],
        current: ValueT,
        *,
        id: str | None = None,
    ) -> None:
        """`label` stands before the options; the one whose value is `current` is chosen first."""
        super().__init__(id=id)
        self._label = label
        self._options = options
        values = [option.value for option in options]
        self.set_reactive(OptionRow.chosen, values.index(current) if current in values else 0)

    @property
    def value(self) -> ValueT:
        """The value of the chosen option."""
        return self._options[self.chosen].value

    def render(self) -> Content:
        return Content.assemble(
            (self._label, "bold $ink" if self.has_focus else "$quiet"),
            *map(self._option, self._range()),
        )

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: Click) -> None:
        start = len(self._label)
        for number in self._range():
            end = start + self._option(number).cell_length
            if start <= event.x < end:
                self.chosen = number
            start = end

    def action_step(self, by: int) -> None:
        self.chosen = (self.chosen + by) % len(self._options)

    def _range(self) -> range:
        return range(len(self._options))

    def _option(self, number: int) -> Content:
        name = self._options[number].name
        if number == self.chosen:
            return Content.assemble(_GAP, ("● ", "$accent"), (name, "bold $ink"))
        return Content.assemble(_GAP, ("○ ", "$quiet"), (name, "$foreground"))
