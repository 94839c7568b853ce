"""An app that asks one question."""

from typing import Any

from shifter.tui.app import ShifterApp
from shifter.tui.dialogs.base import Dialog
from shifter.tui.dialogs.choice import Choice
from shifter.tui.keys.turns import TurnTakingApp

STAGES = (
    Choice("1", "Hunch [/b]", "a flicker is enough", "hunch"),
    Choice("2", "Exploring", "having a taste", "exploring"),
    Choice("p", "Project", "small, with an end", "project"),
)
UNANSWERED = "unanswered"


class Asking(TurnTakingApp):
    """Asks one question, and keeps the answer."""

    VERTICAL_BREAKPOINTS = ShifterApp.VERTICAL_BREAKPOINTS

    def __init__(self, dialog: Dialog[Any]) -> None:
        super().__init__()
        self.dialog = dialog
        self.answer: object = UNANSWERED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.keep)

    def keep(self, answer: object) -> None:
        self.answer = answer

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(("ink", "quiet", "line", "lit", "idea"), "#888888")
