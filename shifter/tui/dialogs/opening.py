"""A screen over another, which is styled once, and with no more on it than is seen."""

from typing import TYPE_CHECKING, Generic, TypeVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.events import Event, Resize, ScreenResume
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widget import Widget

from shifter.tui.dialogs.dimmed import Dimmed
from shifter.tui.keys.leaving import LeftOnce
from shifter.tui.keys.turns import TurnTakingApp

if TYPE_CHECKING:
    from textual.geometry import Size

ResultT = TypeVar("ResultT")

_EDITOR = "NoteArea"
"""A field of several lines, which has more to do once it gets the focus; slow to load."""


class OpensAtOnce(ModalScreen[ResultT], LeftOnce[ResultT], Generic[ResultT]):
    """What is behind it is dimmed. Textual would style all of it two or three times as it opens."""

    def __init__(self) -> None:
        super().__init__()
        self._fits: Size | None = None
        self._is_new = True
        self._for_toasts: list[Widget] = []

    async def on_event(self, event: Event) -> None:
        """Leave out the first size it is told: it is laid out for that, and would be once more."""
        if isinstance(event, Resize):
            fits, self._fits = self._fits, None
            if event.size == fits:
                return
        if isinstance(event, ScreenResume):
            self._prepare_to_be_seen(event)
        await super().on_event(event)

    def _prepare_to_be_seen(self, event: ScreenResume) -> None:
        if self._turns.saying is not None:
            self.make_room_for_toasts()
        if self._is_new:
            self._is_new, event.refresh_styles = False, False
            if not self.styles.has_rule("align_horizontal"):
                self.app.stylesheet.apply(self)  # Its styles have only just been loaded.

    def render(self) -> RenderableType:
        """What lies behind, dimmed."""
        behind = super().render()
        return Dimmed(behind.screen, behind.color) if type(behind) is BackgroundScreen else behind

    def focused_first(self, widgets: ComposeResult) -> ComposeResult:
        """The widgets; the one that gets the focus looks so at once, and is styled once."""
        is_found = not self.app.app_focus
        for widget in widgets:
            names = (None, type(widget).__name__, f"#{widget.id}")
            if not is_found and widget.can_focus and self.AUTO_FOCUS in names:
                is_found = True
                if widget.display and _EDITOR not in names:
                    widget.set_reactive(Widget.has_focus, True)
            yield widget

    async def mount_composed_widgets(self, widgets: list[Widget]) -> None:
        """Leave out what Textual adds to each screen for toasts until there is one to show."""
        self._for_toasts = [it for it in widgets if it.has_class("-textual-system")]
        await super().mount_composed_widgets([it for it in widgets if it not in self._for_toasts])

    def make_room_for_toasts(self) -> None:
        self.mount(*self._for_toasts)
        self._for_toasts = []

    def get_ready(self) -> None:
        super().get_ready()
        self._fits = self.app.size

    @property
    def _turns(self) -> TurnTakingApp:
        assert isinstance(self.app, TurnTakingApp)
        return self.app
