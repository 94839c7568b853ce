"""Screens that are left once, however often a key bounces, and their workers when they are."""

from asyncio import CancelledError, Lock
from functools import cached_property
from inspect import isawaitable
from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.events import Event, Resize
from textual.worker import Worker, WorkType

from shifter.errors import ShifterError
from shifter.tui.terminal.drawn_at_once import DrawnAtOnce

ResultT = TypeVar("ResultT")
T = TypeVar("T")


class LeftOnce(DrawnAtOnce[ResultT]):
    """A screen that closes only while it is on top; Textual would pop whichever screen is."""

    comes_first: ClassVar[bool] = False
    """Whether nothing else can be gone to before it is answered."""

    _is_left = False

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close with a result; a second time does nothing."""
        if self._is_left or not (self.is_active and self.is_mounted):
            return AwaitComplete()
        self._is_left = True
        return super().dismiss(result)

    @property
    def is_whole(self) -> bool:
        """Whether it is composed, and not being closed."""
        # When the app quits, a screen stops running before its widgets go, the innermost first.
        is_there = self.is_running and self.is_mounted and self.is_attached
        return is_there and bool(self.children) and not self._is_left

    async def on_event(self, event: Event) -> None:
        """Leave out a size that the terminal had before.

        Textual tells itself each size once more: two that wait at once would go on for ever.
        """
        if not (isinstance(event, Resize) and event.size != self.app.size):
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No action works before it is composed, or once it is left."""
        return self.is_whole and super().check_action(action, parameters)

    def run_worker(  # noqa: PLR0917 - as Textual has it
        self,
        work: WorkType[T],
        name: str | None = "",
        group: str = "default",
        description: str = "",
        exit_on_error: bool = True,
        start: bool = True,
        exclusive: bool = False,
        thread: bool = False,
    ) -> Worker[T]:
        """Run a worker as Textual does; one that finds its widgets gone with the screen just ends.

        Only here is it known that NoMatches means that, and nothing worse.
        """

        async def until_left() -> T:
            try:
                working = work() if callable(work) else work
                return await working if isawaitable(working) else working
            except NoMatches:
                if self.is_whole:
                    raise
                raise CancelledError from None

        return super().run_worker(
            work if thread else until_left,
            name,
            group,
            description,
            exit_on_error,
            start,
            exclusive,
            thread,
        )

    def get_ready(self) -> None:
        """Have its styles, and the classes of this size, before anything on it is styled.

        Textual would style the screen in front once more, and lay this one out twice; from Python
        3.12 on it may compose a screen before it loads its styles.
        """
        sheet = self.app.stylesheet
        for path in map(str, self.css_path):
            if not sheet.has_source(path):
                sheet.read(path)
                sheet.reparse()
        for cells, breakpoints in (
            (self.app.size.width, self.app.HORIZONTAL_BREAKPOINTS or ()),
            (self.app.size.height, self.app.VERTICAL_BREAKPOINTS or ()),
        ):
            fitting = [name for least, name in breakpoints if least <= cells]
            self.add_class(*fitting[-1:], update=False)

    @cached_property
    def turn(self) -> Lock:
        """Held by a dialog's running action; the next one waits for it, and so does closing."""
        return Lock()

    def make_room_for_toasts(self) -> None:
        """Have what toasts are shown in, since there is one to show."""

    def show_trouble(self, _error: ShifterError) -> bool:
        """Show an error on the screen itself; False where there is no place for it."""
        return False
