"""Undo and redo: they reach back over restarts."""

from typing import TYPE_CHECKING

from shifter.cli.command import Answer, Command

if TYPE_CHECKING:
    from shifter.cli.session import Session


class Undo(Command):
    description = "Take back the last thing that was done, here or in the app."
    examples = ("shifter undo",)
    changes = True

    def run(self, session: "Session") -> Answer:
        label = session.companion.history.undo()
        return Answer(
            lambda: {"undone": label},
            lambda page: (f"Undone: {label}. {page.quiet('shifter redo brings it back')}",),
        )


class Redo(Command):
    description = "Do again what was undone last, if nothing else was done since."
    examples = ("shifter redo",)
    changes = True

    def run(self, session: "Session") -> Answer:
        label = session.companion.history.redo()
        return Answer(lambda: {"redone": label}, lambda _: (f"Done again: {label}.",))
