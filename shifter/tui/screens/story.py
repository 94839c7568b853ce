"""The Story screen: everything that was done, to be read, searched and mended."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from shifter.companion.shifts import ShiftEdit
from shifter.core.records import Shift
from shifter.core.views import StoryView
from shifter.tui.app import in_turn
from shifter.tui.commands import STORY, bindings
from shifter.tui.dialogs.edit_shift import EditShiftDialog
from shifter.tui.screens.adding import AddingScreen
from shifter.tui.screens.story_lines import story_lines
from shifter.tui.widgets.lines import Lines

_AT_ONCE = 200
_WIDEST = 120


class StoryScreen(AddingScreen):
    """The log, newest first; older rows come when the cursor gets there."""

    CSS_PATH = "story.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(STORY),
        Binding("escape", "leave_search", "Leave the search", show=False),
    ]
    commands = STORY
    tab = "story"
    purpose = "Here is everything you did, to read again and to mend."

    lines = getters.query_one(Lines)
    empty = getters.query_one("#empty", Static)
    search = getters.query_one(Input)

    def __init__(self) -> None:
        super().__init__()
        self._view: StoryView | None = None
        self._limit = _AT_ONCE

    def compose_body(self) -> ComposeResult:
        search = Input(placeholder="search", compact=True)
        search.display = False
        yield search
        yield Static(id="empty")
        yield Lines()

    async def load(self) -> None:
        self._view = await self.app.ask(
            self.companion.story.view, search=self.search.value.strip() or None, limit=self._limit
        )
        self._show()

    def on_resize(self) -> None:
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be mended where nothing is written."""
        if not self.is_mounted:
            return False
        shift = self._shift()
        if action in ("edit", "delete", "little_yes"):
            return shift is not None
        if action == "hunch":
            return shift is not None and shift.little_yes
        if action == "search":
            return not self.search.has_focus
        if action == "leave_search":
            return self.search.display
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        self.search.display = True
        self.search.focus()

    def action_leave_search(self) -> None:
        self.search.value = ""
        self.search.display = False
        self.lines.focus()

    @on(Input.Changed)
    def _search_as_typed(self) -> None:
        self._limit = _AT_ONCE
        self.reload()

    @on(Input.Submitted)
    def _read_what_was_found(self) -> None:
        self.lines.focus()

    @on(Lines.Moved)
    def _load_older(self, moved: Lines.Moved) -> None:
        self.refresh_bindings()
        view = self._view
        if view is None or len(view.rows) == view.total:
            return
        if moved.key == view.rows[-1].shift.id:
            self._limit = len(view.rows) + _AT_ONCE
            self.reload()

    @in_turn
    async def action_add(self) -> None:
        await self.add_shift()

    @in_turn
    async def action_edit(self) -> None:
        shift = self._shift()
        if shift is None:
            return
        ideas = await self.app.ask(self.companion.ideas.all, ended=True)

        async def save(changes: ShiftEdit) -> Shift:
            return await self.app.ask(self.companion.shifts.edit, shift.id, changes)

        dialog = EditShiftDialog(shift, save, idea_names=[idea.name for idea in ideas])
        if await self.app.push_screen_wait(dialog) is not None:
            await self._changed()

    @in_turn
    async def action_delete(self) -> None:
        shift = self._shift()
        if shift is not None:
            await self.app.ask(self.companion.shifts.delete, shift.id)
            await self._changed()
            self.app.say(f"Deleted: {shift.text}. u brings it back.")

    @in_turn
    async def action_little_yes(self) -> None:
        shift = self._shift()
        if shift is not None:
            changes = ShiftEdit(little_yes=not shift.little_yes)
            await self.app.ask(self.companion.shifts.edit, shift.id, changes)
            await self._changed()

    @in_turn
    async def action_hunch(self) -> None:
        """What lit up becomes a hunch of its own."""
        shift = self._shift()
        if shift is not None:
            idea = await self.change(self.companion.ideas.become_hunch, shift.id)
            self.app.say(f"A hunch now: {idea.name}")

    def _shift(self) -> Shift | None:
        """The shift that the cursor is on."""
        if self._view is None:
            return None
        key = self.lines.key
        return next((row.shift for row in self._view.rows if row.shift.id == key), None)

    async def _changed(self) -> None:
        self.app.changed.publish(self)
        await self.load()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.header.notes = _notes(view, is_search=bool(self.search.value))
        self.empty.display = not view.rows
        self.empty.update(_nothing(is_search=bool(self.search.value)))
        self.lines.display = bool(view.rows)
        self.lines.show(story_lines(view, min(self.size.width, _WIDEST) - 7))
        self.refresh_bindings()


def _notes(view: StoryView, *, is_search: bool) -> tuple[str, ...]:
    if is_search:
        return (f"{view.total} found",)
    return (f"{view.total} shifts" if view.total != 1 else "1 shift",) if view.total else ()


def _nothing(*, is_search: bool) -> Content:
    if is_search:
        return Content.assemble(
            "Nothing written with these words. ", ("esc", "$accent"), " shows all."
        )
    return Content.assemble(
        "Everything you do will be told here, newest first. ",
        ("a", "$accent"),
        " writes the first line.",
    )
