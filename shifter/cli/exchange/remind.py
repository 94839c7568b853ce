"""A reminder in the morning: for a calendar, or for what runs programs at a time of the day."""

from collections.abc import Iterator
from datetime import time

from shifter.cli.command import Answer, Command
from shifter.cli.saving import save
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.weeks import WEEKDAYS
from shifter.errors import ShifterError, WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session

_FILE = "shifter-reminder.ics"
_WORDS = "Five minutes, one tiny thing."
_NOTIFY = f'notify-send shifter "{_WORDS}"'
_DAYS = tuple(name[:3] for name in WEEKDAYS)


class Remind(Command):
    description = (
        "Write a reminder that comes again at a time of the day, for your calendar: an\n"
        ".ics file with an alarm, in the current folder unless you name another. --by\n"
        "shows how cron, systemd or launchd would do it, and writes nothing."
    )
    examples = (
        "shifter remind --at 08:30",
        "shifter remind --at 7am --days mon-fri",
        "shifter remind --at 20:00 --days sun,wed reminder.ics",
        "shifter remind --at 08:30 --by systemd",
    )
    needs_arguments = True

    at: str
    days: str = "mon-sun"
    by: str | None = None
    file: str = _FILE
    force: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("--at", required=True, metavar="TIME", help="08:30, or 8:30 am")
        parser.add_argument("--days", metavar="DAYS", help="mon-fri, or sat,sun (every day)")
        parser.add_argument("--by", choices=tuple(_SHOWN), help="show how one of these does it")
        parser.add_argument("file", nargs="?", metavar="FILE", help=f"where to ({_FILE})")
        parser.may_replace()

    def run(self, session: "Session") -> Answer:
        at, days = _time(self.at), _weekdays(self.days)
        about = {"at": f"{at:%H:%M}", "days": [_DAYS[day] for day in sorted(days)]}
        if self.by is not None:
            shown = "\n".join(_SHOWN[self.by](at, days))
            return Answer(lambda: {"shown": shown, **about}, lambda _: (shown,))
        text = session.companion.exchange.reminder(at, days)
        save(self.file, (text,), spare=session.database, force=self.force)
        return Answer(
            lambda: {"file": self.file, **about},
            lambda page: self._lines(page, at),
        )

    def _lines(self, page: "Page", at: time) -> Iterator[str]:
        import os
        import shlex

        yield f"The reminder is in {os.path.abspath(self.file)}; open it with your calendar."
        yield "Without a calendar, one of these says what to do:"
        for program in _SHOWN:
            days = shlex.quote(self.days)
            yield page.quiet(f"    shifter remind --at {at:%H:%M} --days {days} --by {program}")


def _time(words: str) -> time:
    """A time of the day, on whichever clock is at hand."""
    from shifter.core.written import read

    try:
        written = read(words)
    except ShifterError:
        written = None
    if written is None or written.day or written.clock is None or written.clock.tzinfo:
        raise WrongUsage("At what time?", "--at is a time of the day, such as 08:30 or 7am.")
    return written.clock.replace(second=0, microsecond=0)


def _weekdays(words: str) -> frozenset[int]:
    """Weekdays, Monday 0: their names with commas, or from one to another."""
    days: set[int] = set()
    for part in words.lower().replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        start, end = _number(first), _number(last if dash else first)
        days.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return frozenset(days)


def _number(word: str) -> int:
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= len(_DAYS[0]) and name.startswith(word):
            return number
    raise WrongUsage("On which days?", "--days are weekdays, such as mon-fri or sat,sun.")


def _by_cron(at: time, days: frozenset[int]) -> list[str]:
    on = ",".join(str(day + 1) for day in sorted(days)) if len(days) < len(_DAYS) else "*"
    # Cron knows nothing of the desktop that it is to notify.
    line = f"{at.minute} {at.hour} * * {on} XDG_RUNTIME_DIR=/run/user/$(id -u) {_NOTIFY}"
    return ["A line in crontab -e:", *_indented(line)]


def _by_systemd(at: time, days: frozenset[int]) -> list[str]:
    on = ",".join(_DAYS[day].capitalize() for day in sorted(days))
    when = f"OnCalendar={on} *-*-* {at:%H:%M}:00"
    return [
        "~/.config/systemd/user/shifter.service:",
        *_indented("[Service]", "Type=oneshot", f"ExecStart={_NOTIFY}"),
        "~/.config/systemd/user/shifter.timer:",
        *_indented("[Timer]", when, "[Install]", "WantedBy=timers.target"),
        "then systemctl --user enable --now shifter.timer",
    ]


def _by_launchd(at: time, days: frozenset[int]) -> list[str]:
    every = [
        f"<dict><key>Weekday</key><integer>{(day + 1) % 7}</integer>"
        f"<key>Hour</key><integer>{at.hour}</integer>"
        f"<key>Minute</key><integer>{at.minute}</integer></dict>"
        for day in sorted(days)
    ]
    return [
        "~/Library/LaunchAgents/shifter.plist:",
        *_indented(
            '<plist version="1.0"><dict>',
            "<key>Label</key><string>shifter</string>",
            "<key>ProgramArguments</key><array><string>osascript</string><string>-e</string>",
            f'<string>display notification "{_WORDS}" with title "shifter"</string></array>',
            "<key>StartCalendarInterval</key><array>",
            *every,
            "</array></dict></plist>",
        ),
        "then launchctl load ~/Library/LaunchAgents/shifter.plist",
    ]


def _indented(*lines: str) -> list[str]:
    return [f"    {line}" for line in lines]


_SHOWN = {"cron": _by_cron, "systemd": _by_systemd, "launchd": _by_launchd}
"""How each of these programs is told of a time on some weekdays, Monday 0."""
