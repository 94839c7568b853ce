"""Every suggestion, the user's own and shifter's: looked through, retired, restored."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content

from shifter.core.placeholders import text_of
from shifter.core.records import Kind, Prompt
from shifter.tui.dialogs.list import FindingListDialog
from shifter.tui.keys.turns import in_turn
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.lines import Line

Turn = Callable[[Prompt], Awaitable[Sequence[Prompt]]]


class Wanted(NamedTuple):
    """What to do next; `id` is that of the prompt to edit."""

    act: Literal["add", "change", "take in"]
    id: str | None = None


class PromptsDialog(FindingListDialog[Wanted]):
    """Results in what the list was left for. Retiring and restoring are done in place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "want('add')", "Add", show=False),
        Binding("i", "want('take in')", "Import", show=False),
        Binding("x", "turn(True)", "Never again", show=False),
        Binding("v", "turn(False)", "Allow it", show=False),
    ]

    def __init__(
        self,
        prompts: Sequence[Prompt],
        turn: Turn,
        kinds: Mapping[Kind, str],
        *,
        current: str | None,
    ) -> None:
        """`turn` retires or restores a prompt, and returns all of them as they are then.

        `kinds` is what each kind is called.

        The cursor starts on the prompt whose id is `current`.
        """
        super().__init__("Suggestions")
        self._prompts = prompts
        self._turn = turn
        self._kinds = kinds
        self._current = current
        # The order is fixed, so that none moves away from under the cursor.
        self._order = {
            heading: [prompt.id for prompt in group] for heading, group in _groups(prompts, kinds)
        }

    def on_mount(self) -> None:
        if self._current is not None:
            self.lines.move_to(self._current)
        self.explain()

    @property
    def prompt(self) -> Prompt | None:
        """What the cursor is on."""
        return next((prompt for prompt in self._prompts if prompt.id == self.lines.key), None)

    def all_lines(self) -> Iterator[Line]:
        known = {prompt.id: prompt for prompt in self._prompts}
        for heading, ids in self._order.items():
            found = [known[id] for id in ids if id in known and self._is_found(known[id])]
            if found:
                yield Line(Content.styled(heading, "bold $ink"))
                yield from (Line(_row(prompt), prompt.id) for prompt in found)
                yield Line(Content(""))

    def about(self) -> str:
        prompt = self.prompt
        if prompt is None:
            return self.NONE_FOUND
        # In full, since it may be cut in the list.
        text, smaller = text_of(prompt), len(prompt.ladder) - 1
        parts = ["never picked"] if prompt.retired else []
        parts += [f"{prompt.minutes} min", ", ".join(prompt.places), self._kinds[prompt.kind]]
        parts += [f"{smaller} smaller"] if smaller else []
        parts += [prompt.id] if prompt.origin == "catalogue" else []
        return f"{text}\n{' · '.join(parts)}"

    def keys_here(self) -> tuple[Key, ...]:
        if self.search.has_focus:
            return self.keys_of_finding
        prompt = self.prompt
        adding = Key("a", "Add", "want('add')"), Key("i", "Import", "want('take in')")
        find, close = self.FIND, self.way_out
        if prompt is None:
            return (*adding, find, close)
        never = Key("x", "Never again", "turn(True)")
        turn = Key("v", "Allow it", "turn(False)") if prompt.retired else never
        if prompt.origin == "own":
            # The user's own stand first and need no finding; a small terminal lacks the room.
            return (Key("enter", "Change", "submit"), *adding, turn, close)
        return (*adding, turn, find, close)

    def on_lines_chosen(self) -> None:
        self.action_submit()

    @in_turn
    async def action_submit(self) -> None:
        """Change one of one's own."""
        prompt = self.prompt
        if prompt is not None and prompt.origin == "own":
            self.dismiss(Wanted("change", prompt.id))

    @in_turn
    async def action_want(self, act: Literal["add", "take in"]) -> None:
        self.dismiss(Wanted(act))

    def action_turn(self, retired: bool) -> None:
        """Retire the one under the cursor, or restore it."""
        id = self.lines.key

        async def turn() -> None:
            prompt = next((prompt for prompt in self._prompts if prompt.id == id), None)
            if prompt is not None and prompt.retired != retired:
                self._prompts = await self._turn(prompt)

        self.change(turn)

    def _is_found(self, prompt: Prompt) -> bool:
        return self.is_found(
            f"{text_of(prompt)} {prompt.kind} {self._kinds[prompt.kind]} {prompt.id}"
        )


def _groups(
    prompts: Iterable[Prompt], kinds: Mapping[Kind, str]
) -> Iterator[tuple[str, list[Prompt]]]:
    """The user's own first, then what was retired, then the rest by kind."""
    own = [prompt for prompt in prompts if prompt.origin == "own"]
    others = [prompt for prompt in prompts if prompt.origin == "catalogue"]
    yield "Your own", own
    yield "Never again", [prompt for prompt in others if prompt.retired]
    for kind, words in kinds.items():
        coming = [prompt for prompt in others if prompt.kind == kind and not prompt.retired]
        yield words.capitalize(), coming


def _row(prompt: Prompt) -> Content:
    if prompt.retired:
        return Content.assemble(("× ", "$accent"), (text_of(prompt), "$quiet"))
    return Content(f"  {text_of(prompt)}")
