"""Every command, declared once: for the keys, the footer, the palette and the help.

The part of an id after the dot names the action: `today.done` is `action_done`, `story.log-it`
would be `action_log_it`.
"""

from collections.abc import Iterable

from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


class Command(NamedTuple):
    """Something a person can do with a key.

    `name` is what the footer says, `help` one line for the help and the palette. `footer` is
    False if the key is shown elsewhere on the screen, or known to everybody. `at_once` runs the
    action before the next key is handled, so that what is typed next belongs to it.
    """

    id: str
    key: str
    name: str
    help: str
    group: str
    footer: bool = True
    at_once: bool = False

    @property
    def action(self) -> str:
        """The name of the action, as `check_action` gets it."""
        return action_of(self.id)


def action_of(id: str) -> str:
    """The name of the action of the command with this id."""
    return id.partition(".")[2].replace("-", "_")


_CARD = "The card"
_TODAY = "Your day"
_BOARD = "The board"
_CURSOR = "The cursor"
_IDEAS = "Ideas"
_IDEA = "This idea"
_TRAIL = "Its trail"
_STORY = "The story"
_ENTRY = "What happened"
_WEEK = "The week"
SCREENS = "Screens"
_ANYWHERE = "Anywhere"

TODAY: tuple[Command, ...] = (
    Command("today.done", "d", "Done", "Log what is on the card.", _CARD, footer=False),
    Command("today.timer", "space", "Timer", "Start, pause or resume it.", _CARD, footer=False),
    Command("today.smaller", "s", "Smaller", "One step smaller. It counts in full.", _CARD, False),
    Command(
        "today.another",
        "n",
        "Another",
        "Show something else, or the step that is offered.",
        _CARD,
        False,
    ),
    Command("today.never-again", "x", "Never again", "Don't show that one again.", _CARD, False),
    Command("today.pocket", "p", "Pocket it", "Take it along, and do it later.", _CARD, False),
    Command(
        "today.note", "enter", "Note", "Log it with a note, or add one to it.", _CARD, footer=False
    ),
    Command(
        "today.little-yes", "y", "It lit something up", "Make it a Little Yes.", _CARD, footer=False
    ),
    Command("today.hunch", "+", "Make it a hunch", "What lit up, as an idea.", _CARD, False),
    Command("today.add", "a", "Add what you did", "Log anything that isn't on the card.", _TODAY),
    Command("today.rest", "r", "Rest", "Make today, or some days, rest days.", _TODAY),
    Command("today.at-hand", "t", "At hand", "Say how much time there is, and where.", _TODAY),
    Command("today.idea", "i", "Idea", "Choose the idea to work on today.", _TODAY, False),
    Command("today.edit", "e", "Edit today's", "Change or delete a shift of today.", _TODAY, False),
    Command("today.week", "w", "Last week", "How last week went.", _TODAY, footer=False),
)

STREAKS: tuple[Command, ...] = (
    Command("streaks.show-all", "escape", "All ideas", "Show every idea again.", _BOARD),
    Command("streaks.add", "a", "Add", "Log something done on that day.", _BOARD),
    Command("streaks.rest", "r", "Rest", "Make that day, or some days, rest days.", _BOARD),
    Command("streaks.idea", "i", "One idea", "Narrow everything to one idea.", _BOARD),
    Command("streaks.numbers", "tab", "Numbers", "To the figures in detail, and back.", _BOARD),
    Command("streaks.edit", "e,enter", "Edit", "Change a shift of that day.", _BOARD),
    Command("streaks.hunch", "+", "Make it a hunch", "What lit up that day, as an idea.", _BOARD),
    Command(
        "streaks.week-before",
        "left,h",
        "Another day",
        "A week back.",
        _CURSOR,
    ),
    Command("streaks.week-after", "right,l", "Week after", "A week on.", _CURSOR, False),
    Command("streaks.day-before", "up,k", "Day before", "A day back.", _CURSOR, False),
    Command("streaks.day-after", "down,j", "Day after", "A day on.", _CURSOR, False),
    Command("streaks.month-before", "pageup", "Month before", "A month back.", _CURSOR, False),
    Command("streaks.month-after", "pagedown", "Month after", "A month on.", _CURSOR, False),
    Command("streaks.here", "home", "Today's window", "Back to today.", _CURSOR, False),
)

IDEAS: tuple[Command, ...] = (
    Command("ideas.add", "a", "Add", "A new idea. Half a thought will do.", _IDEAS),
    Command("ideas.open", "enter", "Open", "Everything about the chosen idea.", _IDEAS),
    Command("ideas.move", "m", "Move along", "To exploring, project or the Yes, or back.", _IDEAS),
    Command("ideas.rule-out", "x", "Rule out", "This one is not the way.", _IDEAS),
    Command("ideas.revive", "v", "Bring back", "Put it on the boil again.", _IDEAS),
    Command(
        "ideas.find", "/", "Find", "Show what has these words, as you type.", _IDEAS, at_once=True
    ),
    Command("ideas.leave-find", "escape", "Show all", "Leave the search.", _IDEAS),
    Command("ideas.next-step", "n", "Next step", "What comes next, or an experiment.", _IDEAS),
    Command("ideas.found", "f", "Found", "Write down what you found out.", _IDEAS),
    Command("ideas.edit", "e", "Edit", "Its name, and what is behind it.", _IDEAS, footer=False),
)

IDEA: tuple[Command, ...] = (
    Command("idea.back", "escape", "Back", "To the board.", _IDEA),
    Command("idea.add", "a", "Log a shift", "Something you did for it.", _IDEA),
    Command("idea.take-step", "d", "Did the step", "Log the next step as done.", _IDEA),
    Command("idea.next-step", "n", "Next step", "What comes next, or an experiment.", _IDEA),
    Command("idea.found", "f", "Found", "Write down what you found out.", _IDEA),
    Command("idea.outputs", "o", "Outputs", "What the project has to show.", _IDEA),
    Command("idea.the-way", "y", "The way", "How it became the Yes, and its book.", _IDEA),
    Command("idea.revive", "v", "Bring back", "Put it on the boil again.", _IDEA),
    Command("idea.note", "w", "Note", "Write down what is worth keeping.", _IDEA),
    Command("idea.move", "m", "Move along", "To exploring, project or the Yes, or back.", _IDEA),
    Command("idea.rule-out", "x", "Rule out", "This one is not the way.", _IDEA),
    Command("idea.weeks", "p", "Weeks", "How long the project may take.", _IDEA, footer=False),
    Command("idea.edit", "e", "Edit", "Its name, and what is behind it.", _IDEA, footer=False),
    Command("idea.merge", "g", "Merge", "Make it a part of another idea.", _IDEA, footer=False),
    Command(
        "idea.delete", "delete", "Delete", "The idea goes, its shifts stay.", _IDEA, footer=False
    ),
    Command("idea.mend", "enter", "Edit", "Change what that line says.", _TRAIL, footer=False),
    Command("idea.hunch", "+", "Make it a hunch", "What lit up, as an idea.", _TRAIL),
)

STORY: tuple[Command, ...] = (
    Command("story.show-all", "escape", "Show all", "Leave the search and the filter.", _STORY),
    Command(
        "story.search",
        "/",
        "Search",
        "Show what has these words, as you type.",
        _STORY,
        at_once=True,
    ),
    Command("story.filter", "f", "Filter", "Only one idea, person, kind or period.", _STORY),
    Command("story.edit", "e,enter", "Edit", "Change what is written there.", _ENTRY),
    Command("story.little-yes", "y", "Little Yes", "It lit something up, or it did not.", _ENTRY),
    Command("story.jump", "g", "Go to a day", "Show a day, and what came before.", _STORY),
    Command("story.again", "l", "Log again", "The same once more, done just now.", _ENTRY),
    Command("story.delete", "delete", "Delete", "Take it out. Undo brings it back.", _ENTRY),
    Command("story.hunch", "+", "Make it a hunch", "What lit up, as an idea.", _ENTRY),
    Command("story.add", "a", "Add", "Log something you did.", _STORY),
    Command("story.week", "w", "The week", "How that week went.", _STORY),
    Command("story.write-out", "x", "Write it out", "Export it as text, or as a web page.", _STORY),
    Command("story.history", "h", "History", "Everything you did and undid.", _STORY, False),
)

WEEK: tuple[Command, ...] = (
    Command("week.back", "escape", "Back", "To where you were.", _WEEK),
    Command("week.copy", "c", "Copy", "A few lines to send to somebody.", _WEEK),
    Command("week.sent", "s", "Sent it", "Log the sending as a shift.", _WEEK),
    Command("week.hunch", "+", "Make it a hunch", "What lit up that week, as an idea.", _WEEK),
    Command("week.before", "left,h", "Week before", "One week back.", _WEEK),
    Command("week.after", "right,l", "Week after", "One week on.", _WEEK, footer=False),
)

EVERYWHERE: tuple[Command, ...] = (
    Command("everywhere.today", "1", "Today", "The tiny thing to do now.", SCREENS, footer=False),
    Command("everywhere.streaks", "2", "Streaks", "How it adds up.", SCREENS, footer=False),
    Command("everywhere.ideas", "3", "Ideas", "What is on the boil.", SCREENS, footer=False),
    Command("everywhere.story", "4", "Story", "Everything you did.", SCREENS, footer=False),
    Command("everywhere.undo", "u", "Undo", "Take back the last thing done.", _ANYWHERE),
    Command(
        "everywhere.redo", "ctrl+r", "Redo", "Do again what was undone.", _ANYWHERE, footer=False
    ),
    Command(
        "everywhere.palette",
        "ctrl+p",
        "Palette",
        "Find any command by name.",
        _ANYWHERE,
        footer=False,
    ),
    Command("everywhere.themes", "ctrl+t", "Themes", "Try on other colours.", _ANYWHERE, False),
    Command(
        "everywhere.suspend",
        "ctrl+z",
        "To the shell",
        "Pause; fg brings it back.",
        _ANYWHERE,
        False,
    ),
    Command(
        "everywhere.settings",
        "comma",
        "Settings",
        "Change any setting, or rebind keys.",
        _ANYWHERE,
        False,
    ),
    Command(
        "everywhere.prompts",
        "ctrl+o",
        "Suggestions",
        "Add your own, or hide any.",
        _ANYWHERE,
        False,
    ),
    Command(
        "everywhere.lessons",
        "ctrl+l",
        "Learned",
        "What your picks have taught shifter.",
        _ANYWHERE,
        False,
    ),
    Command(
        "everywhere.backups",
        "ctrl+k",
        "Backups",
        "Take one now, or bring one back.",
        _ANYWHERE,
        False,
    ),
    Command("everywhere.help", "?", "Help", "What this screen is for, and its keys.", _ANYWHERE),
    Command("everywhere.quit", "q", "Quit", "Leave. Everything is kept.", _ANYWHERE),
)

_KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "delete": "del",
    "escape": "esc",
    "pageup": "page up",
    "pagedown": "page down",
}


NAMED_KEYS = frozenset({"left", "right", "up", "down", "home", "end", "tab", "space", "enter"}) | {
    "escape",
    "delete",
    "backspace",
    "insert",
    "pageup",
    "pagedown",
}
"""Keys that people know by name rather than by a character."""


def bindings(commands: Iterable[Command]) -> "list[Binding]":
    """The commands as key bindings, with ids that a keymap can name."""
    from textual.binding import Binding

    return [
        Binding(
            command.key,
            command.action,
            command.name,
            tooltip=command.help,
            priority=command.at_once,
            id=command.id,
            group=Binding.Group(command.group),
        )
        for command in commands
    ]


def key_name(key: str) -> str:
    """How a key is written for people, given its name in Textual."""
    return _KEY_NAMES.get(key, key)
