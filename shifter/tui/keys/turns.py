"""Actions take turns: one begins when those before it are through, and leaving waits for them."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from textual import work
from textual.app import ScreenStackError
from textual.dom import DOMNode
from textual.worker import Worker

from shifter.errors import ShifterError
from shifter.tui.drafts import Drafts
from shifter.tui.keys.early_keys import EarlyKeysApp
from shifter.tui.keys.leaving import LeftOnce

if TYPE_CHECKING:
    from textual.driver import Driver

P = ParamSpec("P")
Node = TypeVar("Node", bound=DOMNode)


def in_turn(
    action: Callable[Concatenate[Node, P], Awaitable[None]],
) -> Callable[Concatenate[Node, P], None]:
    """Make an action run after those begun before it, while the screen goes on drawing.

    When its turn comes it is checked once more, so that a bounced key does nothing. It may wait
    for the companion and for dialogs; what is refused is told, in a dialog or in one toast.
    """
    name = action.__name__.removeprefix("action_")

    @wraps(action)
    def begin(node: Node, /, *args: P.args, **kwargs: P.kwargs) -> None:
        app = node.app
        assert isinstance(app, TurnTakingApp)
        app.take_turn(node, name, partial(action, node, *args, **kwargs))

    return begin


class TurnTakingApp(EarlyKeysApp):
    """An app whose actions take turns. `trouble` is what ended it, if something did.

    `drafts` is what is half written in its fields.
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

    @property
    def is_at_work(self) -> bool:
        """Whether an action is under way."""
        return self._turn.locked()

    def take_turn(
        self, node: DOMNode, name: str, action: Callable[[], Awaitable[None]]
    ) -> Worker[None]:
        """Run an action of a node once the ones before it are through; see `in_turn`."""

        # A worker that is handed the function calls it, or never does where its node goes first.
        async def run() -> None:
            async with self._turn_of(node):
                try:
                    if _is_there(node) and node.check_action(name, ()):
                        await action()
                except ScreenStackError:
                    return  # The app is being left, and every screen with it.
                except ShifterError as error:
                    if not (isinstance(node, LeftOnce) and node.show_trouble(error)):
                        self.tell(error)
                    if self._is_leaving:  # Nobody reads it any more.
                        self.trouble = error

        worker: Worker[None] = node.run_worker(run, group="actions")
        self.hold_keys(worker)
        return worker

    def _turn_of(self, node: DOMNode) -> asyncio.Lock:
        """Whose turn it is: a dialog has its own, since the action that opened it waits for it."""
        return node.turn if isinstance(node, LeftOnce) and node.is_modal else self._turn

    def tell(self, error: ShifterError) -> None:
        """Say in a toast what could not be done."""
        self.notify(error.message, title=error.title, severity="warning", markup=False)

    async def action_quit(self) -> None:
        """Leave once what was begun is done; a dialog that waits for an answer keeps nobody."""
        self._is_leaving = True
        self._leave()

    @work
    async def _leave(self) -> None:
        async with self._turn_of(self.screen):
            self.exit()


def _is_there(node: DOMNode) -> bool:
    """Whether something can still be done there.

    A screen that was left is not to ask anything: Textual makes whoever asks wait for its going,
    which stops him, and he stops its going halfway. That ends the app.
    """
    return not isinstance(node, LeftOnce) or node.is_whole
