"""What there is: the list of commands, a group's list, and the nearest name to a wrong one."""

from shifter.cli import COMMANDS, GROUPS
from shifter.errors import WrongUsage

_WIDTH = 12


def overview() -> str:
    """`shifter --help`."""
    lines = [
        "usage: shifter [--db FILE] [COMMAND ...]",
        "",
        "Five minutes a day toward work you love. Without a command, the app opens.",
        "",
    ]
    listed: list[str] = []
    for name, (_, line) in COMMANDS.items():
        group = name.partition(" ")[0]
        if group not in GROUPS:
            lines.append(_row(name, line))
        elif group not in listed:
            listed.append(group)
            members = "|".join(_members(group))
            lines += [_row(group, GROUPS[group]), _row("", members)]
    return "\n".join(
        [
            *lines,
            "",
            "  --db FILE   use this data file (or name it in SHIFTER_DB)",
            "  --version   tell which shifter this is",
            "  --once-a-day",
            "              print the card once a day; for the file your shell starts with",
            "",
            "Every command takes --json after it, and --help tells more about it.",
            "Exit status: 0 done; 1 refused, with a reason, and nothing changed;",
            "2 wrong usage.",
        ]
    )


def group_help(group: str) -> str:
    """`shifter idea --help`."""
    lines = [f"usage: shifter {group} {'|'.join(_members(group))} ...", "", GROUPS[group], ""]
    lines += [_row(member, COMMANDS[f"{group} {member}"][1]) for member in _members(group)]
    return "\n".join(lines)


def version() -> str:
    """`shifter --version`."""
    from importlib.metadata import version

    return f"shifter {version('shifter')}"


def unknown_command(name: str) -> WrongUsage:
    """Says which commands come near to what was typed."""
    from difflib import get_close_matches

    group, space, rest = name.partition(" ")
    if space:
        members = ", ".join(_members(group))
        title = f"There is no command {name}" if rest else f"{group} what?"
        return WrongUsage(title, f"shifter {group} goes on with one of {members}.")
    names = [*dict.fromkeys(known.partition(" ")[0] for known in COMMANDS)]
    near = get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]}?" if near else "shifter --help lists them all."
    return WrongUsage(f"There is no command {name}", hint)


def _members(group: str) -> list[str]:
    return [name.split()[1] for name in COMMANDS if name.startswith(f"{group} ")]


def _row(name: str, line: str) -> str:
    return f"  {name:<{_WIDTH}}{line}"
