"""The settings that decide figures, changed by name."""

from shifter.companion.context import Context
from shifter.core.days import ROLLOVERS
from shifter.core.records import MOST_GRACE, Settings
from shifter.core.weeks import WEEKDAYS
from shifter.errors import WrongUsage
from shifter.store.settings import given_settings, write_setting

MEANING = {
    "rollover": "The hour a day ends, so that a late evening still belongs to it.",
    "week_start": "The day a week begins with.",
    "rest_weekdays": "Days off, week after week, in the past too. They never count against you.",
    "grace": "How many empty days in a row a run survives.",
}
"""What each setting is for, in a sentence."""

ALLOWED = {
    "rollover": "the hour at which a day ends, 0, 4, 5 or 6",
    "week_start": "a weekday, such as Monday or Sunday",
    "rest_weekdays": "weekdays with commas, such as Saturday, Sunday, or none",
    "grace": "how many empty days in a row a run survives, 0, 1, 2 or 3",
}
"""What each setting can be, as it is typed."""


class DataSettings:
    """Settings that live in the data file and apply to the whole history."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> Settings:
        """Every setting as it is now."""
        return self._context.store.settings()

    def given(self) -> frozenset[str]:
        """The names of those that were ever set; the others have their defaults."""
        return given_settings(self._context.store)

    def text(self, name: str) -> str:
        """A setting in the form that commands have."""
        if name not in ALLOWED:
            raise _unknown(name)
        return _text(self.all()._asdict()[name], name)

    def change(self, name: str, value: str) -> Settings:
        """Change one; WrongUsage says what would do."""
        from shifter.core.setting_words import NAMES, in_words

        read = read_value(name, value)
        words = in_words(name, _text(read, name))
        with self._context.action(f"set “{NAMES[name]}” to {words}") as writer:
            if read != self.all()._asdict()[name]:
                write_setting(writer, name, read)
            return self.all()


def read_value(name: str, value: str) -> int | frozenset[int]:
    """A setting's value as it is typed, in words or as commands have it.

    Raises `WrongUsage`, which says what would do.
    """
    from shifter.core.setting_words import as_kept

    if name not in ALLOWED:
        raise _unknown(name)
    read = _read(name, as_kept(name, value).strip().lower())
    if read is None:
        raise WrongUsage(f"That does not fit {name}", f"What fits: {ALLOWED[name]}.")
    return read


def _unknown(name: str) -> WrongUsage:
    return WrongUsage("Unknown setting", f"There is no setting called {name}.")


def _text(value: int | frozenset[int], name: str) -> str:
    if isinstance(value, frozenset):
        return ",".join(WEEKDAYS[day] for day in sorted(value)) or "none"
    return WEEKDAYS[value] if name == "week_start" else str(value)


def _read(name: str, value: str) -> int | frozenset[int] | None:
    if name == "rest_weekdays":
        if value in ("none", ""):
            return frozenset()
        days = [_weekday(word.strip()) for word in value.split(",")]
        known = frozenset(day for day in days if day is not None)
        return known if None not in days else None
    if name == "week_start":
        return _weekday(value)
    allowed = ROLLOVERS if name == "rollover" else range(MOST_GRACE + 1)
    return next((number for number in allowed if str(number) == value), None)


def _weekday(word: str) -> int | None:
    """The weekday with this name or its first three letters; Monday is 0."""
    for number, name in enumerate(WEEKDAYS):
        if word in (name, name[:3]):
            return number
    return None
