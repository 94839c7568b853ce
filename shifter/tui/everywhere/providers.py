"""What the palette finds: commands, ideas, people and themes by name, and shifts by their text."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.fuzzy import Matcher

from shifter import theme_files
from shifter.core.days import plain_day
from shifter.core.story import StoryFilter
from shifter.errors import ShifterError
from shifter.tui import commands
from shifter.tui.app import ShifterApp
from shifter.tui.commands import Command
from shifter.tui.everywhere import going
from shifter.tui.screens.base import ShifterScreen

_IDEA, _WEEK = "On the chosen idea", "On last week's page"
_ON_THE_BOARD = {command.name for command in commands.IDEAS}
_PLACES: tuple[tuple[str, str, tuple[Command, ...]], ...] = (
    ("today", "On Today", commands.TODAY),
    ("streaks", "On Streaks", commands.STREAKS),
    ("ideas", "On Ideas", commands.IDEAS),
    ("story", "On Story", commands.STORY),
    ("ideas", _IDEA, tuple(it for it in commands.IDEA if it.name not in _ON_THE_BOARD)),
    ("today", _WEEK, commands.WEEK),
)
"""The screen that is gone to, how the place is called, and what can be done there."""

_WORD_OF_NAME, _IN_NAME, _WORD_SAID, _SAID, _LETTERS = 5, 4, 3, 2, 1
"""Where the words stand: at the beginning of a word of the name, in it, in what it does, or apart.

What comes closer goes first, wherever it can be done; what is as close goes by what follows.
"""

_HERE, _NAMED, _ELSEWHERE = 0.6, 0.3, 0.0
"""Commands that work here, then ideas, people and themes, then commands of other screens."""

_AT_THE_BEGINNING = 0.1

_SHIFTS, _SHORTEST = 8, 2
_LAST = 0.01


class _Found(NamedTuple):
    """An entry, and what choosing it does; it is found by `says` as well as by its name."""

    display: Content
    run: Callable[[], object]
    name: str
    help: str
    says: str = ""


class CommandsProvider(Provider):
    """Everything that can be done here, by name, with its key; and what other screens can do."""

    async def discover(self) -> Hits:
        for found in self._here():
            yield DiscoveryHit(found.display, found.run, found.name, found.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for place, all_found in ((_HERE, self._here()), (_ELSEWHERE, self._elsewhere())):
            for found in all_found:
                score = _likeness(matcher, found.name, found.says)
                if score > 0:
                    yield Hit(place + score, found.display, found.run, found.name, found.help)

    def _here(self) -> Iterator[_Found]:
        for command, node in self._enabled():
            run = partial(self.app.run_action, command.action, node)
            yield self._found(command, run, command.help, command.help)

    def _elsewhere(self) -> Iterator[_Found]:
        screen = self.screen if isinstance(self.screen, ShifterScreen) else None
        here = screen.commands if screen else ()
        names = {command.name for command in here}
        for tab, place, group in _PLACES:
            on_this_tab = screen is not None and screen.tab == tab
            for command in group:
                is_here = command in here or (on_this_tab and command.name in names)
                if not is_here and command.action != "back":
                    go = partial(_go_and_do, _app(self), tab, place, command)
                    run = partial(_begin, _app(self), go)
                    # By what it does before where.
                    said, found_by = f"{place}: {command.help}", f"{command.help} {place}"
                    yield self._found(command, run, said, found_by)

    def _found(self, command: Command, run: Callable[[], object], help: str, says: str) -> _Found:
        key = (_app(self).key_of(command), "not bold")
        return _Found(Content.assemble(command.name, "  ", key), run, command.name, help, says)

    def _enabled(self) -> Iterator[tuple[Command, DOMNode]]:
        nodes: list[tuple[tuple[Command, ...], DOMNode]] = [(commands.EVERYWHERE, self.app)]
        if isinstance(self.screen, ShifterScreen):
            nodes.insert(0, (self.screen.commands, self.screen))
        for group, node in nodes:
            for command in group:
                is_palette = command.id == "everywhere.palette"
                if not is_palette and node.check_action(command.action, ()):
                    yield command, node


class NamesProvider(Provider):
    """Every idea, person and theme by its name; choosing one goes there, or wears it."""

    _names: Sequence[_Found] | None = None

    async def search(self, query: str) -> Hits:
        # Not in `startup`: a letter typed while that waits would cancel it for good.
        if self._names is None:
            self._names = await self._all_names()
        matcher = self.matcher(query)
        for found in self._names:
            score = _likeness(matcher, found.name)
            if score > 0:
                yield Hit(_NAMED + score, found.display, found.run, found.name, found.help)

    async def _all_names(self) -> Sequence[_Found]:
        app = _app(self)
        try:
            ideas = await app.ask(app.companion.ideas.all, ended=True)
            people = await app.ask(app.companion.shifts.person_names)
        except ShifterError as error:
            app.tell(error)
            return ()
        found = [
            self._found(idea.name, partial(going.go_to_idea, app, idea.name), "Go to this idea.")
            for idea in ideas
        ]
        for person in people:
            go = partial(going.go_to_story, app, StoryFilter(person=person))
            found.append(self._found(person, go, "What you did with them."))
        for theme in theme_files.all_names():
            wear = partial(app.keep_setting, "theme", theme)
            found.append(self._found(theme, wear, "Use this theme."))
        return found

    def _found(self, name: str, action: Callable[[], Awaitable[None]], help: str) -> _Found:
        return _Found(Content(name), partial(_begin, _app(self), action), name, help)


class ShiftsProvider(Provider):
    """Any shift by its text, the newest first; choosing one goes there in the Story."""

    async def search(self, query: str) -> Hits:
        app = _app(self)
        if len(query.strip()) < _SHORTEST:
            return
        wanted = StoryFilter(words=query, told="shift")
        try:
            view = await app.ask(app.companion.story.view, wanted, limit=_SHIFTS)
        except ShifterError:
            return  # A query that can't be searched for finds nothing.
        for place, entry in enumerate(view.page.entries):
            go = partial(going.go_to_story, app, StoryFilter(), entry)
            day = plain_day(entry.day, view.day)
            run = partial(_begin, app, go)
            yield Hit(_LAST / (place + 1), Content(entry.text), run, entry.text, day)


def _likeness(matcher: Matcher, name: str, says: str = "") -> float:
    """How well an entry fits: its name by its letters too, and what it does by whole words alone.

    Letters that lie far apart in a sentence would find nearly everything.
    """
    words = matcher.query.casefold()
    for text, word, inside in ((name, _WORD_OF_NAME, _IN_NAME), (says, _WORD_SAID, _SAID)):
        place = f" {text.casefold()}".find(f" {words}")
        if place >= 0:
            return word + (_AT_THE_BEGINNING if place == 0 else 0)
        if words in text.casefold():
            return inside
    return _LETTERS if matcher.match(name) > 0 else 0


async def _go_and_do(app: ShifterApp, tab: str, place: str, command: Command) -> None:
    """Go to another screen, or a page of it, and carry out one of its commands there."""
    await going.go_to(app, tab)
    if place == _IDEA:
        await going.open_chosen_idea(app)
    elif place == _WEEK:
        await going.open_last_week(app)
    screen = app.screen
    if isinstance(screen, ShifterScreen) and command in screen.commands:
        await screen.load()
        if not screen.say_why_not(command):
            await app.run_action(command.action, screen)


def _begin(app: ShifterApp, action: Callable[[], Awaitable[None]]) -> None:
    """Begin what was chosen: Textual would have the whole app wait for it."""
    app.take_turn(app, "choose", action)


def _app(provider: Provider) -> ShifterApp:
    assert isinstance(provider.app, ShifterApp)
    return provider.app
