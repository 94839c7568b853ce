"""How little it took to find out, in words."""

from shifter.core.number_words import in_words

_TOLD_IN_WORDS = 99
_HOUR = 60


def found_out(shifts: int, minutes: int | None) -> str:
    """Say how little it took, as in “You found out in seventy minutes”.

    `minutes` is None unless every shift has its minutes noted: a part of them would tell too
    little.
    """
    if not shifts:
        return "You found out before it took a single minute."
    return f"You found out in {_minutes(minutes) if minutes else _steps(shifts)}."


def _steps(shifts: int) -> str:
    return "one tiny step" if shifts == 1 else f"{in_words(shifts)} tiny steps"


def _minutes(minutes: int) -> str:
    if minutes == _HOUR:
        return "an hour"
    if minutes == _HOUR + _HOUR // 2:
        return "an hour and a half"
    if minutes <= _TOLD_IN_WORDS:
        return "one minute" if minutes == 1 else f"{in_words(minutes)} minutes"
    halves = round(minutes / (_HOUR / 2))
    hours = in_words(halves // 2)
    told = f"{hours} and a half hours" if halves % 2 else f"{hours} hours"
    return told if halves * _HOUR == minutes * 2 else f"about {told}"
