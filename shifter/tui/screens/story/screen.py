"""The Story screen: everything that ever happened, to be read, searched and mended."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from shifter.companion.story import PAGE
from shifter.core.days import plain_day
from shifter.core.folding import folded
from shifter.core.number_words import counted
from shifter.core.story import (
    EVERYTHING,
    FOUND_MOST,
    StoryEntry,
    StoryFilter,
    StoryPage,
    StoryView,
)
from shifter.errors import ShifterError
from shifter.paths import short_path
from shifter.tui.commands import STORY, bindings
from shifter.tui.dialogs.choice import Choice, ChoiceDialog
from shifter.tui.keys.turns import in_turn
from shifter.tui.screens.story.actions import StoryActions
from shifter.tui.screens.story.entry import key_of
from shifter.tui.screens.story.lines import Looked, rests_told_with, story_lines
from shifter.tui.screens.story.stretch import NOTHING, with_newer, with_older
from shifter.tui.screens.story.words import nothing_told, wanted_in_words
from shifter.tui.widgets.line_input import LineInput
from shifter.tui.widgets.lines import Lines

_MARGINS = 7
_WIDEST = 118
_DEEDS = 200
_NEAR = 10
"""Lines from either end at which the next page is asked for."""


class StoryScreen(StoryActions):
    """The newest entries first; older ones are loaded as the cursor nears them."""

    CSS_PATH = "story.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STORY)]
    commands = STORY
    tab = "story"
    purpose = "Here is everything that happened, to reread and to edit."

    lines = getters.query_one(Lines)
    empty = getters.query_one("#empty", Static)
    wanted_line = getters.query_one("#wanted", Static)
    search = getters.query_one(Input)

    def __init__(self) -> None:
        super().__init__()
        self._view: StoryView | None = None
        self._stretch: StoryPage = NOTHING
        self._wanted = EVERYTHING
        self._found: int | None = None

    def compose_body(self) -> ComposeResult:
        search = LineInput(placeholder="what you did, an idea, a person", compact=True)
        search.display = False
        yield search
        yield Static(id="wanted")
        yield Static(id="empty")
        yield Lines()

    def on_mount(self) -> None:
        self.watch(self.lines, "scroll_y", self._load_near, init=False)

    async def load(self) -> None:
        """Reload what was loaded, and as much of it."""
        stretch = self._stretch
        until = stretch.entries[0].day if stretch.has_newer else None
        await self._begin(until, max(PAGE, len(stretch.entries)))
        there = {key_of(entry) for entry in self._stretch.entries}
        for back in [key for key in self.deleted if key in there]:
            self.deleted.remove(back)
            self.lines.move_to(back)

    def on_resize(self) -> None:
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be edited where nothing is written."""
        if not self.is_whole:
            return False
        if (allowed := self.can(action)) is not None:
            return allowed
        if action in ("search", "filter", "jump", "week", "write_out"):
            is_empty = self._wanted == EVERYTHING and not self._stretch.entries
            return not is_empty and not self.search.has_focus
        if action == "show_all":
            return self.search.display or self._wanted != EVERYTHING
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str | None:
        """Where nothing is written, or nothing was found, nothing can be done with it."""
        if self.entry is not None or action == "show_all":
            return super().why_not(action)
        if self._wanted != EVERYTHING:
            return f"Nothing is found here; {self.key_for('show_all')} shows all."
        return f"Nothing is written yet; {self.key_for('add')} writes the first line."

    @property
    def entry(self) -> StoryEntry | None:
        """What the cursor is on."""
        key = self.lines.key
        return next((entry for entry in self._stretch.entries if key_of(entry) == key), None)

    def rests_told_with(self, rest: StoryEntry) -> list[StoryEntry]:
        """The rest days that are told in one line with this one, the newest first."""
        view = self._view
        return rests_told_with(rest, self._stretch, view.week_start) if view else [rest]

    def action_search(self) -> None:
        self.search.display = True
        # At once, so that what is typed next is part of it.
        self.set_focus(self.search)

    @in_turn
    async def action_show_all(self) -> None:
        """Clear the search and the filter; the cursor stays on what was found."""
        await self.show_only(EVERYTHING, self.entry)
        self.lines.focus()

    async def show_only(self, wanted: StoryFilter, entry: StoryEntry | None = None) -> None:
        """Show what is wanted, with the cursor on an entry where one is given."""
        self._wanted = wanted
        self.search.value = wanted.words
        self.search.display = bool(wanted.words)
        await self._begin(entry.day if entry else None, PAGE)
        if entry is not None:
            self.lines.move_to(key_of(entry))

    @on(Input.Changed)
    def _search_as_typed(self) -> None:
        words = self.search.value.strip()
        if words != self._wanted.words:
            self._wanted = self._wanted._replace(words=words)
            self._stretch = NOTHING
            self.reload()

    @on(Input.Submitted)
    def _read_what_was_found(self) -> None:
        self.lines.focus()

    @on(Lines.Moved)
    def _moved(self) -> None:
        self.call_after_refresh(self.refresh_bindings)  # The cursor is drawn first.

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.action_edit()

    @on(Lines.Top)
    def _go_to_the_newest(self) -> None:
        if self._stretch.has_newer:
            self.action_newest()

    @in_turn
    async def action_newest(self) -> None:
        """Go to the newest entry of all."""
        await self._begin(None, PAGE)
        self.lines.move_to_first()

    @in_turn
    async def action_filter(self) -> None:
        """Only an idea, a person, a kind, the Little Yeses, a span."""
        from shifter.tui.dialogs.story_filter import StoryFilterDialog

        companion = self.companion
        ideas = await self.app.ask(companion.ideas.all, ended=True)
        people = await self.app.ask(companion.shifts.person_names)

        async def read(fields: Mapping[str, str]) -> StoryFilter:
            return await self.app.ask(
                companion.story.filter,
                idea=fields["idea"],
                person=fields["person"],
                told=fields["told"],
                little_yes=fields["little_yes"].strip().casefold() not in ("", "no", "n"),
                since=fields["since"],
                until=fields["until"],
            )

        dialog = StoryFilterDialog(
            self._wanted, read, idea_names=[idea.name for idea in ideas], person_names=people
        )
        wanted = await self.app.push_screen_wait(dialog)
        if wanted is not None:
            self._wanted = wanted._replace(words=self._wanted.words)
            await self._begin(None, PAGE)

    @in_turn
    async def action_jump(self) -> None:
        """Go to a day, and show what came before it; an empty line is today."""
        from shifter.tui.dialogs.story_day import StoryDayDialog

        async def read(text: str) -> date:
            return await self.app.ask(self.companion.read_day, text.strip() or "today")

        dialog = StoryDayDialog(read)
        day = await self.app.push_screen_wait(dialog)
        if day is not None:
            await self._begin(day, PAGE)
            self.lines.move_to_first()
            self._say_where_it_begins(day)

    def _say_where_it_begins(self, wanted: date) -> None:
        """Say so where nothing is as old as the day that was wanted."""
        view, entries = self._view, self._stretch.entries
        if view is not None and entries and entries[0].day > wanted:
            whole = "The story" if self._wanted == EVERYTHING else "What is shown"
            self.app.say_here(f"{whole} begins here, on {plain_day(entries[0].day, view.day)}.")

    @in_turn
    async def action_write_out(self) -> None:
        """Write what is shown to a file among the documents, as the long version."""
        choices = [
            Choice("t", "Plain text", "to read anywhere", "txt"),
            Choice("m", "Markdown", "to go on writing", "md"),
            Choice("p", "A web page", "with the towers, for a browser", "html"),
        ]
        kind = await self.app.push_screen_wait(ChoiceDialog("Write it out as", choices))
        if kind is not None:
            path = await self.app.ask(self.companion.telling.save, kind, self._wanted)
            self.app.say(f"The story is in {short_path(path)}")

    @in_turn
    async def action_history(self) -> None:
        """Show everything that was done, undone actions too."""
        from shifter.tui.dialogs.history import HistoryDialog

        deeds = await self.app.ask(self.companion.history.deeds, _DEEDS)
        await self.app.push_screen_wait(HistoryDialog(deeds))

    def action_week(self) -> None:
        """The week of what the cursor is on."""
        from shifter.tui.screens.week import WeekScreen

        entry = self.entry
        self.app.open_page(WeekScreen(self.tab, entry.day if entry else None))

    async def _begin(self, until: date | None, limit: int) -> None:
        """Show a stretch that begins on a day, or with the newest entry of all."""
        wanted = self._wanted
        view = await self.app.ask(self.companion.story.view, wanted, until=until, limit=limit)
        if wanted != self._wanted:
            return
        self._view, self._stretch, self._found = view, view.page, None
        self._show()
        if wanted != EVERYTHING:
            self._found = await self.app.ask(self.companion.story.count, wanted)
            self.header.notes = self._notes(view)

    def _load_near(self) -> None:
        """Load the next page when the end of what is loaded comes near."""
        lines, stretch = self.lines, self._stretch
        bottom = lines.scroll_offset.y + lines.size.height
        if stretch.has_older and bottom + _NEAR >= lines.virtual_size.height:
            self._load_more(older=True)
        elif stretch.has_newer and lines.scroll_offset.y < _NEAR:
            self._load_more(older=False)

    @work(group="more")
    async def _load_more(self, *, older: bool) -> None:
        stretch, wanted, story = self._stretch, self._wanted, self.companion.story
        ask, beside = (story.older, -1) if older else (story.newer, 0)
        try:
            page = await self.app.ask(ask, wanted, stretch.entries[beside].number)
        except ShifterError as error:
            self.app.tell(error)
            return
        # Something else may have been loaded in the meantime.
        if stretch is self._stretch:
            self._stretch = (with_older if older else with_newer)(stretch, page)
            self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.header.notes = self._notes(view)
        self.wanted_line.display = self._wanted._replace(words="") != EVERYTHING
        back = self.key_for("show_all")
        self.wanted_line.update(wanted_in_words(self._wanted, view.day, back))
        self.empty.display = not self._stretch.entries
        self.empty.update(nothing_told(self._wanted, self.key_for("add"), back))
        self.lines.display = bool(self._stretch.entries)
        width = min(self.size.width - _MARGINS, _WIDEST)
        words = tuple(folded(self._wanted.words).split())
        looked = Looked(view.day, view.week_start, width, words)
        self.lines.show(story_lines(self._stretch, looked))
        self.refresh_bindings()
        self.call_after_refresh(self._load_near)

    def _notes(self, view: StoryView) -> tuple[str, ...]:
        """How many shifts there are, or how much was found once that is counted."""
        if self._wanted == EVERYTHING:
            return (counted(view.total, "shift"),) if view.total else ()
        if self._found is None:
            return tuple(self.header.notes[:1])
        return (f"{self._found:,}{'+' if self._found == FOUND_MOST else ''} found",)
