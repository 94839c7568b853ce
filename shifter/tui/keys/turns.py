"""Actions take turns: each starts once the ones before it are done, and quitting waits for them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from inspect import isawaitable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from textual import work
from textual.app import ScreenStackError
from textual.dom import DOMNode
from textual.worker import Worker

from shifter.errors import ShifterError
from shifter.tui.drafts import Drafts
from shifter.tui.keys.early_keys import EarlyKeysApp
from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.sayings import SayingApp

if TYPE_CHECKING:
    from textual.driver import Driver

_LEAVES = ("leave", "back", "numbers")
"""Actions that change nothing: what was said before them is still true."""

P = ParamSpec("P")
Node = TypeVar("Node", bound=DOMNode)


def in_turn(
    action: Callable[Concatenate[Node, P], Awaitable[None]],
) -> Callable[Concatenate[Node, P], None]:
    """Run an action after the ones begun before it, while the screen keeps drawing.

    It is checked again when its turn comes, so that a bounced key does nothing. It may await the
    companion and dialogs; a `ShifterError` is shown in the dialog or said.
    """
    name = action.__name__.removeprefix("action_")

    @wraps(action)
    def begin(node: Node, /, *args: P.args, **kwargs: P.kwargs) -> None:
        app = node.app
        assert isinstance(app, TurnTakingApp)
        app.take_turn(node, name, partial(action, node, *args, **kwargs))

    return begin


class TurnTakingApp(SayingApp, EarlyKeysApp):
    """An app whose actions take turns.

    `trouble` is the error that ended it, if one did; `drafts` is what its fields hold half written.
    """

    def __init__(
        self,
        driver_class: "type[Driver] | None" = None,
        *,
        ansi_color: bool | None = None,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.trouble: ShifterError | None = None
        self.drafts = drafts or Drafts()
        self._turn = asyncio.Lock()
        self._is_leaving = False
        self._is_chosen = False

    @property
    def is_at_work(self) -> bool:
        """Whether an action is under way."""
        return self._turn.locked()

    @property
    def is_chosen(self) -> bool:
        """Whether what is checked now was chosen by its name, and not by a key."""
        return self._is_chosen

    def take_turn(
        self, node: DOMNode, name: str, action: Callable[[], Awaitable[None]]
    ) -> Worker[None]:
        """Run an action of a node once the ones before it are done; see `in_turn`."""
        is_chosen = self._is_chosen

        # The worker gets a function: a coroutine would never be awaited if the node goes first.
        async def run() -> None:
            async with self._turn_of(node):
                try:
                    with self._as_chosen(is_chosen):
                        is_open = _is_there(node) and node.check_action(name, ())
                    if is_open:
                        if name not in _LEAVES:
                            self.say_no_longer()
                        await action()
                except ScreenStackError:
                    return  # The app is closing, and every screen with it.
                except ShifterError as error:
                    if not (isinstance(node, LeftOnce) and node.show_trouble(error)):
                        self.tell(error)
                    if self._is_leaving:  # Nothing that is said will be read any more.
                        self.trouble = error

        # From Python 3.12 on a worker runs at once, and may have opened a dialog when it is back.
        begun_on = self.screen if self.screen_stack else None
        worker: Worker[None] = node.run_worker(run, group="actions")
        if begun_on is not None:  # Otherwise the app is closing.
            self.hold_keys(worker, begun_on)
        return worker

    def carry_out(self, action: Callable[[], object]) -> None:
        """Do at once what was chosen on a screen that has closed; the next key waits for it."""

        async def run() -> None:
            with self._as_chosen(True):
                done = action()
                if isawaitable(done):
                    await done

        begun_on = self.screen
        self.hold_keys(self.run_worker(run), begun_on)

    @contextmanager
    def _as_chosen(self, is_chosen: bool) -> Iterator[None]:
        before, self._is_chosen = self._is_chosen, is_chosen
        try:
            yield
        finally:
            self._is_chosen = before

    def _turn_of(self, node: DOMNode) -> asyncio.Lock:
        """A node's lock: a dialog has its own, since the action that opened it holds the app's."""
        return node.turn if isinstance(node, LeftOnce) and node.is_modal else self._turn

    async def action_quit(self) -> None:
        """Quit once running actions are done, but without waiting for a dialog's answer."""
        self._is_leaving = True
        self._leave()

    @work
    async def _leave(self) -> None:
        async with self._turn_of(self.screen):
            self.exit()


def _is_there(node: DOMNode) -> bool:
    """Whether the node can still act.

    A screen that was left must not open a dialog: its worker would wait for the screen to go, the
    screen would cancel the worker, and the cancelled worker would stop it from going.
    """
    return not isinstance(node, LeftOnce) or node.is_whole
