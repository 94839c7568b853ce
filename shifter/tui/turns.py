"""Actions take turns: one begins when those before it are through, and leaving waits for them."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from textual import work
from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.worker import Worker

from shifter.errors import ShifterError
from shifter.tui.drafts import Drafts
from shifter.tui.leaving import LeftOnce

if TYPE_CHECKING:
    from textual.driver import Driver

P = ParamSpec("P")
Node = TypeVar("Node", bound=DOMNode)


def in_turn(
    action: Callable[Concatenate[Node, P], Awaitable[None]],
) -> Callable[Concatenate[Node, P], None]:
    """Make an action run after those begun before it, while the screen goes on drawing.

    When its turn comes it is checked once more, so that a bounced key does nothing. It may wait
    for the companion and for dialogs; what is refused is told in one toast.
    """
    name = action.__name__.removeprefix("action_")

    @wraps(action)
    def begin(node: Node, /, *args: P.args, **kwargs: P.kwargs) -> None:
        app = node.app
        assert isinstance(app, TurnTakingApp)
        app.take_turn(node, name, partial(action, node, *args, **kwargs))

    return begin


class TurnTakingApp(App[None]):
    """An app whose actions take turns. `trouble` is what ended it, if something did.

    `drafts` is what is half written in its fields.
    """

    def __init__(
        self, driver_class: "type[Driver] | None" = None, *, ansi_color: bool | None = None
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.trouble: ShifterError | None = None
        self.drafts = Drafts()
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
            async with self._turn:
                try:
                    if node.check_action(name, ()):
                        await action()
                except ScreenStackError:
                    return  # The app is being left, and every screen with it.
                except ShifterError as error:
                    self.tell(error)
                    if self._is_leaving:  # Nobody reads a toast any more.
                        self.trouble = error
                except NoMatches:
                    if not isinstance(node, LeftOnce) or node.is_active:
                        raise  # Else its screen was left meanwhile, with all that was on it.

        return node.run_worker(run, group="actions")

    def tell(self, error: ShifterError) -> None:
        """Say in a toast what could not be done."""
        self.notify(error.message, title=error.title, severity="warning", markup=False)

    async def action_quit(self) -> None:
        """Leave once what was begun is done; a dialog that waits for an answer keeps nobody."""
        self._is_leaving = True
        if self.screen.is_modal:
            self.exit()
        else:
            self._leave()

    @work
    async def _leave(self) -> None:
        async with self._turn:
            self.exit()
