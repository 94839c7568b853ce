"""The command line: which commands there are, and how one of them is run.

Only the named command's module is imported and only its parser is built, since a person waits for
it; a command without arguments, or with --json alone, needs no parser at all.
"""

import gc
import os
import sys

from shifter.errors import ShifterError, WrongUsage

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is there
if TYPE_CHECKING:
    from collections.abc import Sequence

    from shifter.cli.command import Command
    from shifter.clock import Clock

# Each command, the class that runs it, and its line in the list of commands.
COMMANDS = {
    "pick": ("picks:Pick", "the one tiny action for now, or another, or a smaller one"),
    "done": ("picks:Done", "log the current pick"),
    "log": ("shifts:Log", "log anything else you did"),
    "today": ("today:Today", "the Today screen as plain text"),
    "rest": ("rest:Rest", "mark days of rest"),
    "shifts": ("shifts:Shifts", "what you did, newest first"),
    "edit": ("shifts:Edit", "change a shift"),
    "delete": ("shifts:Delete", "take a shift out of the log"),
    "undo": ("history:Undo", "take back the last thing that was done"),
    "redo": ("history:Redo", "do it again after all"),
    "history": ("history:History", "everything that was done, and undone"),
    "streak": ("figures:Streak", "what it all adds up to"),
    "days": ("figures:Days", "one row a day"),
    "line": ("figures:Line", "one short line for a shell prompt or a status bar"),
    "story": ("telling:Story", "the long version of it all, to keep"),
    "week": ("telling:Week", "how a week went, and a text to send"),
    "idea add": ("ideas.keeping:Add", "keep a new idea, as a hunch"),
    "idea list": ("ideas.keeping:List", "the ideas you are exploring"),
    "idea show": ("ideas.keeping:Show", "one idea, with its latest shifts"),
    "idea stage": ("ideas.moving:Move", "move an idea along"),
    "idea next": ("ideas.steps:Next", "the next step of an idea, or an experiment"),
    "idea found": ("ideas.steps:Found", "what you found out with a step or an experiment"),
    "idea note": ("ideas.keeping:Note", "keep a note with an idea"),
    "idea project": ("ideas.projects:Plan", "when a project begins, and its weeks"),
    "idea output": ("ideas.projects:Outputs", "what a project has to show"),
    "idea dead": ("ideas.moving:RuleOut", "rule an idea out, with what it taught"),
    "idea revive": ("ideas.moving:Revive", "bring an ended idea back"),
    "idea hunch": ("ideas.keeping:Hunch", "make a hunch of a Little Yes"),
    "idea edit": ("ideas.keeping:Edit", "what is behind an idea, and what would end it"),
    "idea rename": ("ideas.keeping:Rename", "give an idea another name"),
    "idea merge": ("ideas.keeping:Merge", "make one idea a part of another"),
    "idea delete": ("ideas.keeping:Delete", "take an idea away; its shifts stay"),
    "idea story": ("ideas.moving:Story", "print the way to the Yes"),
    "idea book": ("ideas.moving:Book", "close the book on the way, or open it again"),
    "prompt add": ("prompts:Add", "add a suggestion of your own"),
    "prompt list": ("prompts:List", "every suggestion a pick may come from"),
    "prompt edit": ("prompts:Edit", "change a suggestion of your own"),
    "prompt import": ("prompts:Import", "import suggestions from a text or TOML file"),
    "prompt retire": ("prompts:Retire", "never pick this one again"),
    "prompt restore": ("prompts:Restore", "let it be picked again"),
    "learn show": ("learn:Show", "what was learned from your picks"),
    "learn forget": ("learn:Forget", "forget all of it, and start afresh"),
    "learn kind": ("learn:Kinds", "turn a kind off, or ask for more of it"),
    "export": ("exchange.exporting:Export", "write everything you made into a file"),
    "import": ("exchange.importing:Import", "import what a file has"),
    "remind": ("exchange.remind:Remind", "a reminder for your calendar, or for cron"),
    "settings": ("settings:Settings", "every setting, or one, or change it"),
    "themes": ("themes:Themes", "the themes to choose from, or a new one of your own"),
    "paths": ("settings:Paths", "where shifter keeps its files"),
    "backup": ("safekeeping:Backup", "take a backup of the data file"),
    "restore": ("safekeeping:Restore", "bring a backup back"),
    "doctor": ("doctor:Doctor", "check the data file and all around it"),
    "completion": ("completion:Completion", "teach your shell to complete all of this"),
    "demo": ("demo:Demo", "look around in a throwaway year of somebody else's"),
}
GROUPS = {
    "idea": "the directions you are curious about",
    "prompt": "the suggestions that picks come from",
    "learn": "what shifter learned from your picks",
}

INTERRUPTED = 130


def main(argv: "Sequence[str] | None" = None, *, clock: "Clock | None" = None) -> int:
    """Run what the arguments say; without a command, the app. Returns the exit status.

    0 is done, 1 refused with a reason and nothing changed, 2 wrong usage.
    """
    if argv is not None:
        return _status(list(argv), clock)
    # A command's process is over before collecting garbage would pay; this saves a tenth of it.
    gc.disable()
    status = _status(sys.argv[1:], clock)
    gc.freeze()
    return status


def _status(words: list[str], clock: "Clock | None") -> int:
    try:
        return _run(words, clock)
    except ShifterError as error:
        from shifter.cli.output import tell

        end = "" if error.title.endswith("?") else "."
        tell(f"shifter: {error.title}{end} {error.message}")
        return error.status
    except SystemExit as stop:  # argparse printed its help, or what was wrong
        return stop.code if isinstance(stop.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except RuntimeError as error:
        # Python 3.11 makes this of an interrupt while a class is being made.
        if isinstance(error.__cause__, KeyboardInterrupt):
            return INTERRUPTED
        raise


def _run(words: list[str], clock: "Clock | None") -> int:
    database = _take_database(words)
    if not words:
        from shifter.cli.app import open_app

        return open_app(database)
    if words[0] == "--once-a-day":
        words[:1] = ["today", "--once-a-day"]
    if words[0] == "help" and len(words) > 1:
        words = [*words[1:], "--help"]
    if words[0] in {"-h", "--help", "help", "--version"}:
        from shifter.cli.output import write
        from shifter.cli.overview import overview, version

        return write(version() if words[0] == "--version" else overview())
    name = _command_name(words)
    if name is None:
        from shifter.cli.output import write
        from shifter.cli.overview import group_help

        return write(group_help(words[0]))
    command = load_command(name)
    if words == ["--json"] and not command.needs_arguments:
        command.json = True
    elif words and command.plain_words and not any(word.startswith("-") for word in words):
        setattr(command, command.plain_words, " ".join(words))
    elif words or command.needs_arguments:
        from shifter.cli.arguments import parse

        parse(command, name, words)
    from shifter.cli.session import perform

    return perform(command, database, clock)


def _take_database(words: list[str]) -> str:
    """The data file: `--db` before the command, else SHIFTER_DB, else the user's own place."""
    named = os.environ.get("SHIFTER_DB", "")
    while words and (words[0] == "--db" or words[0].startswith("--db=")):
        option, equals, value = words.pop(0).partition("=")
        if not equals:
            value = words.pop(0) if words else ""
        if not value:
            raise WrongUsage("Which file?", f"{option} wants the name of a data file after it.")
        named = value
    if named:
        return named
    from shifter.paths import data_file

    return data_file()


def _command_name(words: list[str]) -> str | None:
    """Take the command off the front of `words`; None where a group stands alone."""
    first = words[0]
    if first in COMMANDS:
        return words.pop(0)
    if first in GROUPS:
        if words[1:] in ([], ["-h"], ["--help"]):
            return None
        name = f"{first} {words[1]}"
        if name in COMMANDS:
            del words[:2]
            return name
        first = name
    from shifter.cli.overview import unknown_command

    raise unknown_command(first)


def load_command(name: str) -> "Command":
    """The command of this name, with only its own module imported."""
    module, _, attribute = COMMANDS[name][0].partition(":")
    loaded = __import__(f"shifter.cli.{module}", fromlist=[attribute])
    command: type[Command] = getattr(loaded, attribute)
    return command()
