"""The errors a person can meet; a front end catches `ShifterError` once an action.

Each carries a short title and a message of one or two sentences: what happened, and what to do.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shifter.core.records import Shift


class ShifterError(Exception):
    """Anything that is told to a person instead of being done.

    `status` is the exit status that the command line gives it. `field` is the one of several that
    it is about, by the name that they have where they are read.
    """

    status = 1
    field: str | None = None

    def __init__(self, title: str, message: str) -> None:
        super().__init__(f"{title}: {message}")
        self.title = title
        self.message = message


class Refused(ShifterError):
    """What was asked for can't be done as things stand; nothing was changed."""


class UnclearName(Refused):
    """The name that was typed stands for nothing that is known, or for more than one.

    `short` says so in a few words, `told` in full, and the message how one is added as well.
    """

    def __init__(self, title: str, short: str, told: str, how_to_add: str = "") -> None:
        super().__init__(title, f"{told} {how_to_add}".rstrip())
        self.short = short
        self.told = told


class UnknownIdea(UnclearName):
    """No idea has the name that was typed; `plain` says how it is written where none was meant."""

    plain = ""


class Outdated(Refused):
    """What was shown is not so any more: another window or command was there meanwhile."""


class Gone(Outdated):
    """What was shown is there no more; `what` it was, and `how` it went."""

    def __init__(self, what: str, how: str = "deleted") -> None:
        super().__init__(f"That {what} is gone", f"It was {how} elsewhere meanwhile.")


class ChangedElsewhere(Outdated):
    """A shift is no longer what it was when it was shown; `now` is what it is."""

    def __init__(self, told: str, now: "Shift") -> None:
        super().__init__("It was changed elsewhere", told)
        self.now = now


class WrongUsage(ShifterError):
    """What was typed can't be understood; nothing was changed."""

    status = 2


class FileTrouble(ShifterError):
    """The data file, or the disk below it, does not let shifter read or write."""


class field:  # noqa: N801 - read as the statement that it is: `with field("on"):`
    """A context in which a refusal is about one of several fields, unless it names another."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        if isinstance(error, Refused | WrongUsage) and error.field is None:
            error.field = self._name


class Replaced(FileTrouble):
    """What stands in the data file's place is not the file that was opened, or nothing does."""
