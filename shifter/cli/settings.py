"""Settings and paths: how shifter counts, how it looks, and where it keeps its files."""

from collections.abc import Iterator

from shifter import config, paths
from shifter.cli.command import Answer, Command
from shifter.core import records
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.setting_words import in_words
from shifter.core.weeks import WEEKDAYS
from shifter.errors import WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session

Value = str | int | list[str] | None


class Settings(Command):
    description = (
        "Show every setting, or one, or change it. rollover, week_start, rest_weekdays\n"
        "and grace decide how days are counted. They live in the data file; all but\n"
        "rollover apply to the whole history."
    )
    examples = (
        "shifter settings",
        "shifter settings grace 2",
        "shifter settings rest_weekdays sunday",
        'shifter settings anchor "pour my coffee"',
    )

    name: str | None = None
    value: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("name", nargs="?", metavar="NAME", help="one of them")
        parser.add_argument("value", nargs="?", metavar="VALUE", help="its new value")

    def run(self, session: "Session") -> Answer:
        if self.value is not None and self.name is not None:
            self._change(session, self.name, self.value)
        settings = _all(session)
        if self.name is not None:
            settings = {self.name: _known(settings, self.name)}
        return Answer(lambda: {"settings": settings}, lambda _: self._lines(settings))

    def _change(self, session: "Session", name: str, value: str) -> None:
        if name in records.Settings._fields:
            session.companion.settings.change(name, value)
        elif name in config.ALLOWED:
            config.save_config(paths.config_file(), name, config.read_value(name, value))
        else:
            _known(_all(session), name)

    def _lines(self, settings: dict[str, Value]) -> Iterator[str]:
        if self.name is not None and self.value is None:
            yield _shown(self.name, settings[self.name])
            return
        for name, value in settings.items():
            yield f"{name:<15}{_shown(name, value)}"


class Paths(Command):
    description = "Show where shifter keeps its files."
    examples = ("shifter paths", "shifter paths --json")

    def run(self, session: "Session") -> Answer:
        places = {
            "data": session.database,
            "config": paths.config_file(),
            "config_folder": paths.config_folder(),
            "backups": paths.backup_folder(session.database),
            "first_pictures": paths.pictures_file(),
        }
        return Answer(
            lambda: {"paths": places},
            lambda _: (f"{name.replace('_', ' '):<15}{place}" for name, place in places.items()),
        )


def _all(session: "Session") -> dict[str, Value]:
    counting = session.configured_companion.settings.all()
    looks = config.load_config(paths.config_file())
    return {
        "rollover": counting.rollover,
        "week_start": WEEKDAYS[counting.week_start],
        "rest_weekdays": [WEEKDAYS[day] for day in sorted(counting.rest_weekdays)],
        "grace": counting.grace,
        "theme": looks.theme,
        "minutes": looks.minutes,
        "anchor": looks.anchor or None,
        "motion": looks.motion,
        "bell": looks.bell,
        "notify": looks.notify,
    }


def _known(settings: dict[str, Value], name: str) -> Value:
    if name not in settings:
        from shifter.core.names import did_you_mean

        every = f"Choose from {', '.join(settings)}."
        raise WrongUsage(
            f"There is no setting {name}", f"{did_you_mean(name, settings)} {every}".lstrip()
        )
    return settings[name]


def _shown(name: str, value: Value) -> str:
    """The value in the words that people read; it can be typed so, too."""
    return in_words(name, (",".join(value) or "none") if isinstance(value, list) else value)
