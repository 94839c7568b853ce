"""A list that stays open while what stands in it is changed, line by line."""

from collections.abc import Awaitable, Callable, Iterator
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from shifter.tui.dialogs.base import SEARCH, Dialog
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key, KeyRow
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.lines import Line, Lines

AnswerT = TypeVar("AnswerT")


class ListDialog(Dialog[AnswerT], Generic[AnswerT]):
    """Lines, and below them what there is to say and to do about the one under the cursor.

    A subclass has the lines, what to say, and in `keys_here` what can be done.
    """

    AUTO_FOCUS = "Lines"

    lines: Lines

    def all_lines(self) -> Iterator[Line]:
        """The lines as things stand."""
        raise NotImplementedError

    def about(self) -> str:
        """What there is to say about the line under the cursor."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        self.lines = Lines()
        self.lines.show(list(self.all_lines()))
        yield self.lines
        yield Static(id="meaning", classes="told")

    def on_mount(self) -> None:
        self.explain()

    def on_lines_moved(self) -> None:
        self.explain()

    def show_lines(self) -> None:
        """Show the lines anew."""
        self.lines.show(list(self.all_lines()))
        self.explain()

    def explain(self) -> None:
        """Say what the cursor is on."""
        self.hide_trouble()
        self.query_one("#meaning", Static).update(Content(self.about()))
        self.query_one(KeyRow).show(*self.keys_here())

    @in_turn
    async def change(self, change: Callable[[], Awaitable[None]]) -> None:
        """Change something at once, one after another; what is refused is said in the dialog."""
        await change()
        self.show_lines()


class FindingListDialog(ListDialog[AnswerT], Generic[AnswerT]):
    """A list that is narrowed as one types; a subclass asks `is_found` of each of its lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "find", "Find", show=False)]
    FIND = Key("/", "Find", "find")
    NONE_FOUND = "Nothing matches; esc shows all of them."

    search: Input

    def compose_body(self) -> ComposeResult:
        self.search = LineInput(placeholder="a word or two", id=SEARCH, select_on_focus=False)
        self.search.display = False
        yield self.search
        yield from super().compose_body()

    def is_found(self, text: str) -> bool:
        """Whether a text has all the words in it that are looked for."""
        return all(word in text.casefold() for word in self.search.value.casefold().split())

    def best_found(self) -> str | None:
        """The line that is meant before the first of them, if one is."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where words are typed, its key is a sign like any other."""
        if action == "find":
            return self.is_whole and not self.search.has_focus
        return super().check_action(action, parameters)

    @property
    def keys_of_finding(self) -> tuple[Key, ...]:
        """What keys do while words are typed to find a line."""
        going = (Key("enter", "Go to it", "go_to_found"),) if self.lines.key is not None else ()
        return *going, Key("esc", "Show all", "leave")

    @property
    def way_out(self) -> Key:
        """What escape does from the list."""
        return Key("esc", "Show all" if self.search.display else "Close", "leave")

    def action_find(self) -> None:
        self.search.display = True
        self.search.focus()

    def action_go_to_found(self) -> None:
        self.lines.focus()

    def on_descendant_focus(self) -> None:
        """Keys do something else in the field than in the list."""
        self.query_one(KeyRow).show(*self.keys_here())

    @in_turn
    async def action_leave(self) -> None:
        """Leave what was begun in the list, or else the list."""
        if not self.steps_back():
            self.dismiss(None)

    def steps_back(self) -> bool:
        """Show all again; False if all are shown."""
        is_finding = self.search.display
        self.search.value = ""
        self.search.display = False
        self.lines.focus()
        return is_finding

    @on(Input.Changed, "#search")
    def _find_as_typed(self) -> None:
        """Show what is found, with the cursor on what fits best; all again, and it stays."""
        self.show_lines()
        if self.search.value:
            self.lines.action_first()
            if (best := self.best_found()) is not None:
                self.lines.move_to(best)

    @on(Input.Submitted, "#search")
    def _go_to_the_found(self, event: Input.Submitted) -> None:
        event.prevent_default()  # Nothing is answered by it.
        self.action_go_to_found()
