"""What all dialogs share: a box over the screen, and an answer that may be refused."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key as KeyPress
from textual.style import Style
from textual.widgets import Input, Static

from shifter.errors import FileTrouble, ShifterError
from shifter.tui.dialogs.opening import OpensAtOnce
from shifter.tui.drafts import Drafts
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key, KeyRow
from shifter.tui.widgets.option_row import OptionRow

if TYPE_CHECKING:
    from textual.widgets import TextArea

AnswerT = TypeVar("AnswerT")

_WIDEST, _SHARE, _FRAME = 66, 0.96, 9
"""As in dialogs.tcss: the most columns, the most of the terminal's; border, padding, scrollbar."""

_START_OVER = "ctrl+n"
_NOT_WORDS = (" ", "?")

_KEPT = "Kept as you left it, for when you come back."
_KEPT_FOR_NOW = "Kept only till you quit, since it can't be saved. Copy what you can't do without."

SEARCH = "search"
"""The id of a field that finds something, and answers nothing."""


class Dialog(OpensAtOnce[AnswerT | None], Generic[AnswerT]):
    """A question over the screen; escape leaves it with None as the result.

    A subclass composes its body and gives the answer, for which it may ask the companion. An error
    is shown inside the dialog, so that nothing typed is lost. What is typed in a dialog with a
    place stands there again, however it was left before it was entered.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave it", show=False),
        Binding(_START_OVER, "start_over", "Start over", show=False),
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("ctrl+c", "app.help_quit", "What quits", show=False),
        Binding("ctrl+z", "app.suspend", show=False, id="everywhere.suspend"),
        Binding("question_mark", "help", "Help", show=False, id="everywhere.help"),
    ]

    begins_anew: ClassVar[bool] = False
    """Whether words that were kept stand there selected: what is typed takes their place."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Save", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(self, heading: str, *, place: str = "") -> None:
        """`heading` may hold what people wrote; it is shown as it is.

        `place` tells this question from all others, in words that stay when what it is about
        changes; without one, nothing that is typed is kept.
        """
        super().__init__()
        self._heading = heading
        self._place = place
        self._keeps_words = bool(place)
        self._at_first: list[str] = []

    def compose(self) -> ComposeResult:
        self.get_ready()
        with Vertical(id="dialog"):
            heading = Static(self._heading_here(), id="heading")
            heading.auto_links = False
            yield heading
            yield from self.focused_first(self.compose_body())
            yield KeyRow(*self.keys_here())

    def compose_body(self) -> ComposeResult:
        """The widgets between the heading and the keys."""
        yield from ()

    def columns_for(self, width: int) -> int:
        """The columns for text in a dialog with a scrollbar, in a terminal so wide."""
        return min(_WIDEST, int(width * _SHARE)) - _FRAME

    def keys_here(self) -> tuple[Key, ...]:
        """The keys in the last row."""
        return self.keys

    async def answer(self) -> AnswerT:
        """The result of the dialog. A `ShifterError` is shown, and the dialog stays."""
        raise NotImplementedError

    # Leaving takes its turn after an answer under way, so that what was written is shown.

    @in_turn
    async def action_leave(self) -> None:
        self.dismiss(None)

    @in_turn
    async def action_submit(self) -> None:
        """Close with the answer; a second enter in the meantime does nothing."""
        self.dismiss(await self.answer())

    @in_turn
    async def action_help(self) -> None:
        """Tell the keys here, over the dialog; where words are typed, its key is one of them."""
        from shifter.tui.dialogs.help import DialogHelp

        await self.app.push_screen(DialogHelp(self.keys_here()))

    def action_save(self) -> None:
        """Close with the answer, from any field: in one of many lines enter is a new one."""
        if any(field.display and field.id != SEARCH for field in self.query("Input, TextArea")):
            self.action_submit()

    def on_mount(self) -> None:
        self._at_first = [_text(editor) for editor in self._editors()]
        begun = self.begun()
        if begun:
            self.show_heading(is_begun=True)
        for editor, words in zip(self._editors(), begun, strict=False):
            if words is not None:
                _fill(editor, words)
        if begun and self.begins_anew:
            self.query(Input).first().action_select_all()

    def begun(self) -> tuple[str | None, ...]:
        """What was left in each field; none where nothing was."""
        return self.drafts.at(self._place)

    def action_start_over(self) -> None:
        """Have the fields as they were before anything was typed."""
        for editor, text in zip(self._editors(), self._at_first, strict=True):
            _fill(editor, text)
        self.show_heading()

    def dismiss(self, result: AnswerT | None = None) -> AwaitComplete:
        """Leave with a result, and what was typed is entered by then; without one it waits."""
        is_kept = False
        if self.is_active and self.is_mounted and self._place:
            if result is not None:
                self.drafts.put(self._place, ())
            is_kept = bool(self.drafts.at(self._place))
            self._place = ""
        left = super().dismiss(result)
        if is_kept:
            self.say_kept()
        return left

    def say_kept(self) -> None:
        """Say that what was typed is not lost, or what to do before it is."""
        self._turns.say(_KEPT if self.drafts.keeps() else _KEPT_FOR_NOW)

    def on_input_submitted(self) -> None:
        self.action_submit()

    def on_text_area_changed(self) -> None:
        self._keep_words()

    def on_key(self, event: KeyPress) -> None:
        """Words typed on a row of options are meant for the only field."""
        fields = [*self.query(Input)]
        if not isinstance(self.focused, OptionRow) or len(fields) != 1:
            return
        if event.is_printable and event.character and event.character not in _NOT_WORDS:
            event.stop()
            event.prevent_default()
            self.set_focus(fields[0])
            fields[0].insert_text_at_cursor(event.character)

    @property
    def drafts(self) -> Drafts:
        """What is half written, here and elsewhere."""
        return self._turns.drafts

    def show_heading(self, *, is_begun: bool = False) -> None:
        """Show the heading, and whether the fields hold what was begun before."""
        self.query_one("#heading", Static).update(self._heading_here(is_begun=is_begun))

    def _heading_here(self, *, is_begun: bool = False) -> Content:
        heading = Content.styled(self._heading, "bold $ink")
        if not is_begun:
            return heading
        if self.begins_anew:
            on = Content.assemble(("→", "$accent"), (" goes on", "$quiet"))
            return Content.assemble(heading, ("  as you left it · ", "$quiet"), on)
        over = Content.assemble((_START_OVER, "$accent"), (" starts over", "$quiet"))
        click = Style.from_meta({"@click": "screen.start_over"})
        return Content.assemble(heading, ("  as you left it · ", "$quiet"), over.stylize(click))

    def _editors(self) -> "list[Input | TextArea]":
        if not self._keeps_words:
            return []
        if not self.query("TextArea"):
            return [*self.query(Input)]
        from textual.widgets import TextArea  # slow to load, and few dialogs have one

        return [*self.query(Input), *self.query(TextArea)]

    @on(Input.Changed)
    def _keep_words(self) -> None:
        texts = [_text(editor) for editor in self._editors()]
        if self._place and len(texts) == len(self._at_first):
            self.drafts.put(
                self._place,
                tuple(
                    None if text == first else text
                    for text, first in zip(texts, self._at_first, strict=True)
                ),
            )

    def hide_trouble(self) -> None:
        """Hide the error that was shown."""
        self.query("#trouble").set(display=False)

    def show_trouble(self, error: ShifterError) -> bool:
        """Show an error inside the dialog; False if it was left in the meantime."""
        # Trouble with a file is only understood with its title; a refusal says it all.
        told = (
            f"{error.title}. {error.message}" if isinstance(error, FileTrouble) else error.message
        )
        if self.query("#trouble"):
            trouble = self.query_one("#trouble", Static)
            trouble.update(Content(told))
            trouble.display = True
        elif self.is_whole:
            trouble = Static(Content(told), id="trouble")
            self.query_one("#dialog").mount(trouble, before=self.query_one(KeyRow))
        self._go_to_the_fault(error.field)
        if self.is_whole:
            self.call_after_refresh(self.query("#trouble").last().scroll_visible, animate=False)
        return self.is_whole

    def _go_to_the_fault(self, field: str | None) -> None:
        """Have the focus in the field that is wrong; of unknown ones a changed one is likelier."""
        for wrong in self.query(f"#{field}") if field is not None else ():
            self.set_focus(wrong)
            return
        editors = self._editors()
        if not editors or self.focused in editors:
            return
        first = zip(editors, self._at_first, strict=True)
        changed = [editor for editor, text in first if _text(editor) != text]
        self.set_focus((changed or editors)[0])


def _text(editor: "Input | TextArea") -> str:
    return editor.value if isinstance(editor, Input) else editor.text


def _fill(editor: "Input | TextArea", text: str) -> None:
    if isinstance(editor, Input):
        editor.value = text
        editor.cursor_position = len(text)
    else:
        editor.text = text
        editor.move_cursor(editor.document.end)
