"""What README says of the keys and of `--help`, out of the program: `python -m tests.readme`."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from shifter.cli.overview import overview
from shifter.tui import commands
from shifter.tui.commands import Command

README = Path(__file__).parents[1] / "README.md"

_OTHERS: Mapping[str, tuple[Command, ...]] = {
    "On Streaks": commands.STREAKS,
    "On Ideas": commands.IDEAS,
    "On an idea that was opened": commands.IDEA,
    "On Story": commands.STORY,
    "On a week": commands.WEEK,
}


def with_what_is_generated(readme: str) -> str:
    """README with each part between `<!-- NAME -->` and `<!-- end of NAME -->` made anew."""
    for name, text in _parts().items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, _, rest = readme.partition(begin)
        _, _, after = rest.partition(end)
        readme = f"{before}{begin}\n\n{text}\n\n{end}{after}"
    return readme


def _parts() -> dict[str, str]:
    others = [f"**{where}**\n\n{_table(found)}" for where, found in _OTHERS.items()]
    return {
        "keys": _table([*commands.TODAY, *commands.EVERYWHERE]),
        "other keys": "\n\n".join(others),
        "help": f"```text\n{overview()}\n```",
    }


def _table(listed: Iterable[Command]) -> str:
    rows = [f"| {_keys(command)} | {command.name} | {command.help} |" for command in listed]
    return "\n".join(["| key | | |", "|---|---|---|", *rows])


def _keys(command: Command) -> str:
    return " ".join(f"`{commands.key_name(key)}`" for key in command.key.split(","))


def main() -> None:
    """Bring README up to date."""
    README.write_text(with_what_is_generated(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
