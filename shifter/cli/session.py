"""One run of a command: the data file it works on, and the printing of its answer."""

from functools import cached_property

from shifter.cli.command import Answer, Command
from shifter.cli.output import as_json, tell, write, write_file
from shifter.companion import Companion, open_companion
from shifter.companion.diagnosis import diagnosed
from shifter.config import Config, load_config
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.paths import config_file

if TYPE_CHECKING:
    from shifter.clock import Clock
    from shifter.companion.safekeeping import Safekeeping


class Session:
    """Where a command finds what it needs; the file is opened by the first that asks."""

    def __init__(self, database: str, clock: "Clock | None", *, warns: bool = False) -> None:
        """`warns` says whether a clock that went back is worth a word."""
        self.database = database
        self._warns = warns
        self._opened: Companion | None = None
        self.clock = clock

    @cached_property
    def companion(self) -> Companion:
        """Everything a person can do. Raises FileTrouble."""
        companion = open_companion(self.database, config=Config(), clock=self.clock)
        self._opened = companion
        warning = companion.clock_warning() if self._warns else None
        if warning is not None:
            tell(f"shifter: {warning}")
        return companion

    @cached_property
    def configured_companion(self) -> Companion:
        """The same, for the commands that need config.toml; the others need not wait for TOML."""
        self.companion.configure(self.config)
        return self.companion

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """What can be done for the data file without opening it."""
        from shifter.companion.safekeeping import Safekeeping

        return Safekeeping(self.database, self.clock)

    @cached_property
    def config(self) -> Config:
        """The settings that decide no figures; what is wrong among them is told."""
        config = load_config(config_file())
        for problem in config.problems:
            tell(f"shifter: {problem}")
        return config

    def close(self) -> None:
        """Let go of the file, if it was opened."""
        if self._opened is not None:
            self._opened.close()


def perform(command: Command, database: str, clock: "Clock | None") -> int:
    """Run the command and print its answer. Returns the exit status."""
    session = Session(database, clock, warns=command.changes)
    try:
        with diagnosed(database):
            answer = command.run(session)
            if answer.file is not None and not command.json:
                return write_file(answer.file())
            text = _text(answer, command, session)
    finally:
        session.close()
    status = write(text, failed=0 if command.changes else 1, to_the_letter=command.json)
    if answer.trouble is None:
        return status
    tell(f"shifter: {answer.trouble}")
    return 1


def _text(answer: Answer, command: Command, session: Session) -> str:
    if command.json:
        return as_json(answer.document())
    from shifter.cli.page import Page

    page = Page(lambda: session.companion.day())  # noqa: PLW0108 - opens no file unasked
    return page.finished(answer.lines(page))
