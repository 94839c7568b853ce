"""What there is: the list of commands, a group's list, and the nearest name to a wrong one."""

from shifter.cli import COMMANDS, GROUPS, load_command
from shifter.core.names import did_you_mean
from shifter.errors import WrongUsage

_WIDTH = 12
_LINE = 80
_FEW = 4
_ALL = "shifter --help lists them all."
_OPTIONS = ("--help", "--version", "--once-a-day", "--db")

# What stands above a command, and above those that follow it.
_HEADINGS = {
    "pick": "Day by day",
    "shifts": "What you did",
    "streak": "What it adds up to",
    "idea add": "Ideas and suggestions",
    "export": "To and from elsewhere",
    "settings": "The program and its files",
}
_REST = """\
  --db FILE   use this data file (or name it in SHIFTER_DB)
  --version   show the version
  --once-a-day
              print the card once a day; for the file your shell starts with

A DAY is today, yesterday, 2 days ago, monday, last monday, 22 November or
2026-11-22; WHEN is one of them with or without a time, such as "yesterday
19:30". An idea is named by any part of its name that only it has, a person by
the first name.

Every command takes --json after it. `shifter help COMMAND`, or --help after it,
tells more about it, with examples.

Exit status: 0 done; 1 refused, with a reason, and nothing changed; 2 wrong
usage.

examples:
  shifter pick
  shifter done --note "she said yes"
  shifter log 'Emailed Ana about the kiln #pottery @ana 10m !'
  shifter shifts --since monday"""


def overview() -> str:
    """`shifter --help`."""
    lines = [
        "usage: shifter [--db FILE] [COMMAND ...]",
        "",
        "Five minutes a day toward work you love. Without a command, the app opens.",
    ]
    listed: list[str] = []
    for name, (_, line) in COMMANDS.items():
        if heading := _HEADINGS.get(name):
            lines += ["", f"{heading}:"]
        group = name.partition(" ")[0]
        if group not in GROUPS:
            lines.append(_row(name, line))
        elif group not in listed:
            listed.append(group)
            lines += [_row(group, GROUPS[group]), *_wrapped(_members(group))]
    return "\n".join([*lines, "", _REST])


def group_help(group: str) -> str:
    """`shifter idea --help`."""
    lines = [f"usage: shifter {group} COMMAND ...", "", f"Commands for {GROUPS[group]}:", ""]
    members = _members(group)
    lines += [_row(member, COMMANDS[f"{group} {member}"][1]) for member in members]
    first = (load_command(f"{group} {member}") for member in members[:_FEW])
    lines += ["", "examples:", *(f"  {command.examples[0]}" for command in first)]
    return "\n".join(lines)


def version() -> str:
    """`shifter --version`."""
    from importlib.metadata import version

    return f"shifter {version('shifter')}"


def unknown_command(name: str) -> WrongUsage:
    """Says which commands come near to what was typed."""
    group, space, rest = name.partition(" ")
    title = f"There is no command {name}"
    if space:
        members = _members(group)
        near = did_you_mean(rest, members, f"{group} ")
        goes_on = f"shifter {group} goes on with one of {', '.join(members)}."
        return WrongUsage(title, f"{near} {goes_on}".lstrip())
    if name.startswith("--"):
        return _unknown_option(name)
    names = [*dict.fromkeys(known.partition(" ")[0] for known in COMMANDS), "help"]
    return WrongUsage(title, f"{did_you_mean(name, names)} {_ALL}".lstrip())


def _unknown_option(name: str) -> WrongUsage:
    """Says which options come near to one that was given without a command."""
    from shifter.cli.arguments import Parser

    of_the_pick = (f"pick {option}" for option in Parser(load_command("pick"), "pick").options)
    near = did_you_mean(name, (*_OPTIONS, *of_the_pick), "shifter ")
    return WrongUsage(f"There is no option {name}", f"{near} {_ALL}".lstrip())


def _members(group: str) -> list[str]:
    return [name.split()[1] for name in COMMANDS if name.startswith(f"{group} ")]


def _wrapped(members: list[str]) -> list[str]:
    """The members of a group, as many on a line as fit."""
    lines = [" " * (_WIDTH + 1)]
    for member in members:
        if len(lines[-1]) + 1 + len(member) > _LINE:
            lines.append(" " * (_WIDTH + 1))
        lines[-1] += f" {member}"
    return lines


def _row(name: str, line: str) -> str:
    return f"  {name:<{_WIDTH}}{line}"
