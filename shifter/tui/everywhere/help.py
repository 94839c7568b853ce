"""The help on a screen: what it is for, its keys, and what its words mean."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.tui.app import ShifterApp
    from shifter.tui.commands import Command
    from shifter.tui.screens.base import ShifterScreen

_MEANING = {
    "shift": "one tiny thing you did toward work you love",
    "idea": "a direction you are curious about; keep several",
    "Little Yes": "a shift that lit something up",
    "run": "days with a shift that belong together",
    "on the boil": "the ideas you worked on lately, week by week",
    "landing": "10, 25, 50, then every fifty shifts: a step to stand on",
    "rest day": "a day off, by weekday or because you said so; it never counts against you",
    "paths": "ideas that were ruled out: little spent, much spared",
    "strength": "how settled the habit is; it falls slowly and comes back",
    "return": "the first shift after a run had ended",
    "hunch": "a flicker; half a thought is enough",
    "exploring": "having a taste of it",
    "project": "something small with an end, and up to three outputs to show",
    "the Yes": "the one you said yes to; its place is laid, and in no hurry",
    "hot, warm": "touched within three days, within a week",
    "cool, resting": "within two weeks, or longer ago; nothing is lost",
    "next step": "the tiny thing that comes next for it",
    "experiment": "a next step with a question, and a day to look at the answer",
    "dead end": "an idea that was ruled out, with what it taught",
    "#pottery": "in what you add: the idea, by any word of its name",
    "@ana": "in what you add: the person, by the first name",
    "10m": "at its end: the minutes it took",
    "!": "at its end: it lit something up",
}

_SIGNS = ("#pottery", "@ana", "10m", "!")

_ON = {
    "today": (
        *("shift", "idea", "Little Yes", "run", "on the boil", "landing", "rest day"),
        *_SIGNS,
    ),
    "streaks": (
        *("shift", "Little Yes", "run", "rest day", "paths", "landing", "strength", "return"),
        *_SIGNS,
    ),
    "ideas": (
        *("idea", "hunch", "exploring", "project", "the Yes", "Little Yes"),
        *("hot, warm", "cool, resting", "next step", "experiment", "dead end"),
    ),
    "story": ("shift", "idea", "Little Yes", "return", "dead end", *_SIGNS),
}


async def show_help(app: "ShifterApp", screen: "ShifterScreen") -> None:
    """Show what a screen is for, and its keys; a command that is clicked is carried out."""
    from shifter.tui.dialogs.help import HelpDialog

    def carry_out(command: "Command | None") -> None:
        if command is not None:
            node = screen if command in screen.commands else app
            if node is app or not screen.say_why_not(command):
                app.carry_out(partial(app.run_action, command.action, node))

    settings = await app.ask(app.companion.settings.all)
    dialog = HelpDialog(
        screen.heading,
        screen.purpose,
        screen.commands,
        app.key_of,
        words=_words_on(screen.tab, settings.grace),
        why=await screen.why_this_pick(),
    )
    await app.push_screen(dialog, carry_out)


def _words_on(tab: str, grace: int) -> Mapping[str, str]:
    """The words that stand on a screen, and what each means with so many days of grace."""
    from shifter.core.board_words import FORGIVEN  # Not before the help is asked for.

    forgiven = FORGIVEN[grace].removesuffix(".")
    meaning = {**_MEANING, "run": f"{_MEANING['run']}; {forgiven[0].lower()}{forgiven[1:]}"}
    return {word: meaning[word] for word in _ON[tab]}
