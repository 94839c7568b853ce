"""The command palette: the commands of the screen and of everywhere, and the ideas by name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from shifter.errors import ShifterError
from shifter.tui import commands
from shifter.tui.app import ShifterApp
from shifter.tui.commands import Command
from shifter.tui.screens.base import ShifterScreen


class Palette(CommandPalette):
    """Textual's palette, whose looks are read when it is first opened."""

    CSS_PATH = "palette.tcss"


class _Found(NamedTuple):
    """An entry, and what choosing it does."""

    display: Content
    run: Callable[[], object]
    name: str
    help: str


class CommandsProvider(Provider):
    """Everything that can be done here, by name, with its key."""

    async def discover(self) -> Hits:
        for found in self._found():
            yield DiscoveryHit(found.display, found.run, found.name, found.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for found in self._found():
            score = matcher.match(f"{found.name} {found.help}")
            if score > 0:
                yield Hit(score, found.display, found.run, found.name, found.help)

    def _found(self) -> Iterator[_Found]:
        for command, node in self._enabled():
            display = Content.assemble(
                command.name, "  ", (_app(self).key_of(command), "$accent not bold")
            )
            run = partial(self.app.run_action, command.action, node)
            yield _Found(display, run, command.name, command.help)

    def _enabled(self) -> Iterator[tuple[Command, DOMNode]]:
        nodes: list[tuple[tuple[Command, ...], DOMNode]] = [(commands.EVERYWHERE, self.app)]
        if isinstance(self.screen, ShifterScreen):
            nodes.insert(0, (self.screen.commands, self.screen))
        for group, node in nodes:
            for command in group:
                is_palette = command.id == "everywhere.palette"
                if not is_palette and node.check_action(command.action, ()):
                    yield command, node


class IdeasProvider(Provider):
    """Every idea by its name; choosing one goes there."""

    async def startup(self) -> None:
        self._names: tuple[str, ...] = ()
        app = _app(self)
        try:
            ideas = await app.ask(app.companion.ideas.all, ended=True)
        except ShifterError as error:
            app.tell(error)
            return
        self._names = tuple(idea.name for idea in ideas)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name in self._names:
            score = matcher.match(name)
            if score > 0:
                go = partial(_app(self).go_to_idea, name)
                yield Hit(score, Content(name), go, name, "Go to this idea.")


def _app(provider: Provider) -> ShifterApp:
    assert isinstance(provider.app, ShifterApp)
    return provider.app
