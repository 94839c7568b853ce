"""Numbers in words: `seventy-one`, `1,234 shifts`, `9 shifts on 5 days`."""

_SMALL = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED = 100


def in_words(number: int) -> str:
    """A number from 0 to 99 in words; a larger one in figures, since its words are long."""
    if number < len(_SMALL):
        return _SMALL[number]
    if number >= _HUNDRED:
        return f"{number:,}"
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_SMALL[ones]}" if ones else _TENS[tens - 2]


def counted(number: int, one: str, several: str | None = None) -> str:
    """`1 shift`, `1,234 shifts`; `several` is the plural where an s at the end does not make it."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def summed_up(shifts: int, days: int, little_yeses: int) -> str:
    """`9 shifts on 5 days, 2 Little Yeses`."""
    told = f"{counted(shifts, 'shift')} on {counted(days, 'day')}"
    if not little_yeses:
        return told
    return f"{told}, {counted(little_yeses, 'Little Yes', 'Little Yeses')}"


def front_row(
    shifts: int, people: int, little_yeses: int, ruled_out: int
) -> tuple[tuple[int, str], ...]:
    """The four numbers that cannot fall, each with its word; one that is still 0 is left out."""
    figures = (
        (shifts, "shift", "shifts"),
        (people, "person", "people"),
        (little_yeses, "Little Yes", "Little Yeses"),
        (ruled_out, "path ruled out", "paths ruled out"),
    )
    return tuple((n, one if n == 1 else several) for n, one, several in figures if n)
