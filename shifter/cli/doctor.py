"""A look at the data file and at everything around it."""

import shlex
from collections.abc import Iterator

from shifter.cli.command import Answer, Command, Document
from shifter.cli.safekeeping import contents_document, told
from shifter.cli.terminal import Terminal, look_at_terminal
from shifter.core.number_words import counted
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.store.backups import in_words
from shifter.store.troubles import command

if TYPE_CHECKING:
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.core.examination import Examination, Salvage

_WIDTH = 14
_COLOURS = {0: "no colour", 16: "16 colours", 256: "256 colours", 1 << 24: "all colours"}


class Doctor(Command):
    description = (
        "Examine the data file, its backups, your settings, themes and suggestions, and\n"
        "the terminal. What is counted from your shifts is put right where it is wrong.\n"
        "Of a damaged file, what can be read goes into a new one; nothing that you wrote\n"
        "is touched. The exit status is 1 where the file, or a backup, needs somebody."
    )
    examples = ("shifter doctor", "shifter doctor --json")
    changes = True

    def run(self, session: "Session") -> Answer:
        from shifter.companion.catalogue import own_faults
        from shifter.companion.doctor import examine
        from shifter.config import load_config
        from shifter.paths import config_file
        from shifter.theme_files import all_themes
        from shifter.tui.problems import settings_problems

        config = load_config(config_file())
        found = examine(session.database, session.clock)
        settings, themes = settings_problems(config), all_themes().problems
        faults, terminal = own_faults(), look_at_terminal()
        return Answer(
            lambda: {
                "doctor": {
                    **_document(found),
                    "settings": list(settings),
                    "themes": list(themes),
                    "suggestions": list(faults),
                    "terminal": terminal._asdict(),
                }
            },
            lambda page: (
                *_file_lines(page, found),
                *_rows(page, "Settings", settings, "fine"),
                *_rows(page, "Themes", themes, "fine"),
                *_rows(page, "Suggestions", tuple(f"{fault}." for fault in faults), "fine"),
                *_rows(page, "Terminal", (), _terminal_words(terminal)),
            ),
            trouble=_trouble(found),
        )


def _trouble(found: "Examination") -> str | None:
    """What needs somebody, and can't be put right by shifter alone."""
    what = {
        "damaged": "The data file is damaged",
        "lost": "The data file is lost",
        "barred": "The data file can't be reached",
        "unusable": "The data file can't be used",
    }.get(found.state, "A backup is damaged" if _wrong_backups(found) else None)
    return f"{what}; the report says more." if what else None


def _document(found: "Examination") -> Document:
    recounted = found.recounted
    return {
        "file": found.path,
        "state": found.state,
        "size": found.size,
        "trouble": found.trouble,
        "damages": list(found.damages),
        "contents": contents_document(found.contents) if found.contents else None,
        "recounted": None if recounted is None else list(recounted),
        "backups": [
            {"name": kept.name, "taken": kept.taken.isoformat(), "whole": kept.is_whole}
            for kept in found.backups
        ],
        "salvaged": found.salvage._asdict() if found.salvage else None,
        "clock_behind": found.clock_behind.isoformat() if found.clock_behind else None,
    }


def _file_lines(page: "Page", found: "Examination") -> Iterator[str]:
    size = f", {found.size:,} bytes" if found.size else ""
    yield from _rows(page, "File", (), f"{found.path}{size}")
    if found.state == "new":
        yield from _rows(page, "", (), "not there yet; the first thing you log makes it")
        return
    yield from _rows(page, "Condition", _conditions(found), "whole")
    if found.state == "barred":
        return
    if found.salvage is not None:
        yield from _rows(page, "Salvaged", (), _salvage_words(found.salvage))
        restore = command(found.path, f"restore {shlex.quote(found.salvage.path)}")
        yield from _rows(page, "", (), f"“{restore}” makes it the file in use.")
    elif found.state == "damaged":
        yield from _rows(page, "Salvaged", ("Nothing of yours could be read in it.",), "")
    if found.contents is not None:
        version = f"version {found.contents.version}"
        yield from _rows(page, "Contents", (), f"{told(found.contents)}; {version}")
    if found.recounted is not None:
        yield from _rows(
            page,
            "Figures",
            _wrong_figures(found.recounted),
            "right: counted again, they come to the same",
        )
    yield from _rows(page, "Backups", _wrong_backups(found), _backups_words(found))
    if found.clock_behind is not None:
        last = f"{found.clock_behind:%Y-%m-%d %H:%M} UTC"
        yield from _rows(page, "Clock", (f"It is behind the last thing you did, at {last}.",), "")


def _conditions(found: "Examination") -> tuple[str, ...]:
    return (*((found.trouble,) if found.trouble else ()), *found.damages)


def _salvage_words(salvage: "Salvage") -> str:
    rows, total = salvage.rows, sum(salvage.rows.values())
    shown = (
        ("shift", "shift", "shifts"),
        ("idea", "idea", "ideas"),
        ("person", "person", "people"),
    )
    parts = [counted(rows.get(table, 0), one, several) for table, one, several in shown]
    lost = {None: "how many did not, nobody can tell", 0: "nothing is lost"}.get(
        salvage.lost, f"{counted(salvage.lost or 0, 'row')} did not"
    )
    return (
        f"{counted(total, 'row')} came over, {', '.join(parts)} among them; {lost}: {salvage.path}"
    )


def _wrong_figures(recounted: tuple[str, ...]) -> tuple[str, ...]:
    if not recounted:
        return ()
    return (f"counted again and put right: {', '.join(recounted)}",)


def _wrong_backups(found: "Examination") -> tuple[str, ...]:
    return tuple(f"{kept.name} is damaged" for kept in found.backups if not kept.is_whole)


def _backups_words(found: "Examination") -> str:
    if not found.backups:
        return "none yet; the app takes one a day"
    newest = in_words(found.backups[0].taken)
    return f"{counted(len(found.backups), 'backup')}, the newest from {newest}"


def _terminal_words(terminal: Terminal) -> str:
    if not terminal.is_terminal:
        return "none here: the output goes elsewhere"
    unicode = "Unicode" if terminal.unicode else "plain letters only"
    size = f"{terminal.columns} by {terminal.rows}"
    return f"{terminal.name or 'unnamed'}, {size}, {_COLOURS[terminal.colours]}, {unicode}"


def _rows(page: "Page", name: str, wrong: tuple[str, ...], fine: str) -> Iterator[str]:
    """A line with what is fine, or one for each thing that is wrong."""
    mark = page.lit("!") if wrong else page.good(page.done) if name else " "
    for number, words in enumerate(wrong or (fine,)):
        heading, sign = (name, mark) if not number else ("", " ")
        yield f"{sign} {heading:<{_WIDTH}}{words}"
