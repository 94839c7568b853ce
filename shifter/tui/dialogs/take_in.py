"""What a file of suggestions would add."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from shifter.core.number_words import counted
from shifter.core.placeholders import fill, text_of
from shifter.core.records import Prompt
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.key_row import Key


class _LookDialog(Dialog[bool]):
    """Lines to look through; enter confirms."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Go on", show=False)]

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="to-read"):
            yield Static(Content("\n").join(self.all_lines()))

    def all_lines(self) -> Iterator[Content]:
        """What there is to look through."""
        raise NotImplementedError

    async def answer(self) -> bool:
        return True


class TakeInDialog(_LookDialog):
    """Results in True if all of it is to be imported."""

    keys = (Key("enter", "Add them", "submit"), Key("esc", "Leave it", "leave"))

    def __init__(self, name: str, prompts: Sequence[Prompt]) -> None:
        """`name` is the file's."""
        super().__init__(f"{counted(len(prompts), 'suggestion')} in {name}")
        self._prompts = prompts

    def all_lines(self) -> Iterator[Content]:
        names = {prompt.id: text_of(prompt) for prompt in self._prompts}
        for prompt in self._prompts:
            detail = f"  {prompt.minutes} min, {prompt.kind}"
            yield Content.assemble((text_of(prompt), "$ink"), (detail, "$quiet"))
            for rung in prompt.ladder[1:]:
                yield Content.styled(f"  smaller: {fill(rung.text, None, None)}", "$quiet")
            if prompt.then is not None:
                then = names.get(prompt.then, prompt.then)
                yield Content.styled(f"  then: {then}", "$quiet")


class FaultsDialog(_LookDialog):
    """Results in True if the file is to be asked for again."""

    keys = (Key("enter", "Back to the file", "submit"), Key("esc", "Leave it", "leave"))

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("Fix these first, then all of it can come in")
        self._faults = faults

    def all_lines(self) -> Iterator[Content]:
        yield from map(Content, self._faults)
