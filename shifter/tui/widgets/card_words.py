"""How a card words durations, places, what is at hand, and what somebody wrote earlier."""

from collections.abc import Sequence

from shifter.core.records import AtHand, Place, Quote
from shifter.tui.widgets.styled_line import StyledLine, assemble, shortened, styled, wrapped

_PLACES: dict[Place, str] = {
    "anywhere": "anywhere",
    "desk": "at a desk",
    "phone": "on the phone",
    "out": "out and about",
}

_MINUTE, _HOUR = 60, 3600
_BAR = "▎ "
BARRED_LINES = 2


def duration(seconds: int) -> str:
    """`30 seconds`, `5 min`, `1 hour`."""
    if seconds < _MINUTE:
        return f"{seconds} seconds"
    if seconds == _HOUR:
        return "1 hour"
    return f"{-(-seconds // _MINUTE)} min"


def duration_in_full(seconds: int) -> str:
    """`30 seconds`, `1 minute`, `5 minutes`."""
    minutes = -(-seconds // _MINUTE)
    if seconds < _MINUTE:
        return f"{seconds} seconds"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def places(where: Sequence[Place]) -> str:
    """`anywhere`, or `at a desk, on the phone or out and about`."""
    *others, last = (words for place, words in _PLACES.items() if place in where)
    return f"{', '.join(others)} or {last}" if others else last


def places_in_short(where: Sequence[Place]) -> str:
    """`desk or phone`, for a narrow card."""
    return " or ".join(place for place in _PLACES if place in where)


def at_hand_words(at_hand: AtHand, usual_minutes: int) -> str | None:
    """What was set for today; None if it is as on any other day."""
    said = []
    if at_hand.minutes != usual_minutes:
        said.append(duration(at_hand.minutes * 60))
    if at_hand.place is not None:
        said.append(_PLACES[at_hand.place])
    return f"at hand: {', '.join(said)}" if said else None


def signs_stay(key: str) -> str:
    """What is said of `#`, `@`, `10m` and `!` in a note; `key` edits shifts."""
    return f"Stays as written; {key} sets idea, person, minutes."


def barred(text: str, room: int, most: int = BARRED_LINES) -> list[StyledLine]:
    """Quoted words behind a bar, in their own lines and at most so many."""
    narrow = room - len(_BAR)
    said = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    lines = [part for line in said for part in wrapped(line, narrow, "$foreground")]
    if len(lines) > most:
        lines = _cut(said, narrow, most)
    return [assemble((_BAR, "$accent"), line) for line in lines]


def _cut(said: list[str], width: int, most: int) -> list[StyledLine]:
    """So many lines, each filled as far as possible, the last of them cut."""
    lines: list[StyledLine] = []
    for line in said:
        parts = styled(line, "$foreground").wrap(width)
        room = most - len(lines)
        if len(parts) > room:
            return [*lines, *shortened(parts, room, width)]
        lines += parts
        if len(lines) == most and line is not said[-1]:
            return [*lines[:-1], lines[-1].truncate(width - 2) + styled(" …", "$foreground")]
    return lines


def quote_lines(quote: Quote, room: int) -> list[StyledLine]:
    """What somebody wrote earlier, below a line that says when and on what."""
    return [*wrapped(quote.lead, room, "$quiet"), *barred(quote.text, room)]
