"""A reminder in the morning: for a calendar, or for what runs programs at a time of the day."""

from collections.abc import Iterator
from datetime import time
from typing import TYPE_CHECKING

from shifter.cli.command import Answer, Command
from shifter.companion.settings import WEEKDAYS
from shifter.errors import ShifterError, WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session

_FILE = "shifter-reminder.ics"
_WORDS = "Five minutes, one tiny thing."
_NOTIFY = f'notify-send shifter "{_WORDS}"'
_SERVICE = ("[Service]", "Type=oneshot", f"ExecStart={_NOTIFY}")
_DAYS = tuple(name[:3] for name in WEEKDAYS)


class Remind(Command):
    description = (
        "Write a reminder that comes again at a time of the day, for your calendar (an\n"
        ".ics file with an alarm), and show how cron, systemd or launchd would do it."
    )
    examples = (
        "shifter remind --at 08:30",
        "shifter remind --at 7am --days mon-fri",
        "shifter remind --at 20:00 --days sun,wed reminder.ics",
    )
    needs_arguments = True

    at: str
    days: str = "mon-sun"
    file: str = _FILE

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("--at", required=True, metavar="TIME", help="08:30, or 8:30 am")
        parser.add_argument("--days", metavar="DAYS", help="mon-fri, or sat,sun (every day)")
        parser.add_argument("file", nargs="?", metavar="FILE", help=f"where to ({_FILE})")

    def run(self, session: "Session") -> Answer:
        from shifter.cli.saving import save

        at, days = _time(self.at), _weekdays(self.days)
        text = session.companion.exchange.reminder(at, days)
        save(self.file, (text,), spare=session.database)
        return Answer(
            lambda: {
                "file": self.file,
                "at": f"{at:%H:%M}",
                "days": [_DAYS[day] for day in sorted(days)],
            },
            lambda page: self._lines(page, at, days),
        )

    def _lines(self, page: "Page", at: time, days: frozenset[int]) -> Iterator[str]:
        for lead, lines in (
            (f"The reminder is in {self.file}; open it with your calendar.", ()),
            ("With cron, a line in crontab -e:", _cron(at, days)),
            ("With systemd, ~/.config/systemd/user/shifter.service:", _SERVICE),
            ("and ~/.config/systemd/user/shifter.timer:", _timer(at, days)),
            ("then systemctl --user enable --now shifter.timer", ()),
            ("With launchd, ~/Library/LaunchAgents/shifter.plist:", _launchd(at, days)),
            ("then launchctl load ~/Library/LaunchAgents/shifter.plist", ()),
        ):
            yield page.strong(lead) if lines else lead
            yield from (f"    {line}" for line in lines)


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


def _cron(at: time, days: frozenset[int]) -> list[str]:
    on = ",".join(str(day + 1) for day in sorted(days)) if len(days) < len(_DAYS) else "*"
    # Cron knows nothing of the desktop that it is to notify.
    return [f"{at.minute} {at.hour} * * {on} XDG_RUNTIME_DIR=/run/user/$(id -u) {_NOTIFY}"]


def _timer(at: time, days: frozenset[int]) -> list[str]:
    on = ",".join(_DAYS[day].capitalize() for day in sorted(days))
    return [
        "[Timer]",
        f"OnCalendar={on} *-*-* {at:%H:%M}:00",
        "[Install]",
        "WantedBy=timers.target",
    ]


def _launchd(at: time, days: frozenset[int]) -> list[str]:
    every = "".join(
        f"<dict><key>Weekday</key><integer>{(day + 1) % 7}</integer>"
        f"<key>Hour</key><integer>{at.hour}</integer>"
        f"<key>Minute</key><integer>{at.minute}</integer></dict>\n"
        for day in sorted(days)
    )
    return [
        '<plist version="1.0"><dict>',
        "<key>Label</key><string>shifter</string>",
        "<key>ProgramArguments</key><array><string>osascript</string><string>-e</string>",
        f'<string>display notification "{_WORDS}" with title "shifter"</string></array>',
        "<key>StartCalendarInterval</key><array>",
        *every.splitlines(),
        "</array></dict></plist>",
    ]
