"""A dead end as a card of plain text, to send to somebody who will be glad for you."""

from collections.abc import Iterator

from shifter.core.ideas_view import DeadEnd
from shifter.core.number_words import counted, in_words
from shifter.core.text import stopless

_BAR = "▎"
_MOST_LIGHTS = 20


def text_card(dead_end: DeadEnd) -> str:
    """Several lines, each behind a bar; nothing that was not written or counted is said."""
    return "\n".join(f"{_BAR} {line}".rstrip() for line in _lines(dead_end)) + "\n"


def kept(dead_end: DeadEnd) -> str:
    """`✦ ✦  and five ways on`: what is left of it all; empty where nothing is."""
    yeses, ways = dead_end.idea.little_yeses, len(dead_end.ways_open)
    lights = " ".join("✦" * yeses) if yeses <= _MOST_LIGHTS else f"✦ {yeses:,}"
    on = f"{in_words(ways)} {'way' if ways == 1 else 'ways'} on" if ways else ""
    if lights and on:
        return f"{lights}  and {on}"
    return lights or on


def took(dead_end: DeadEnd) -> str:
    """`11 shifts`, `no shift`."""
    shifts = dead_end.idea.shifts
    return counted(shifts, "shift") if shifts else "no shift"


def _lines(dead_end: DeadEnd) -> Iterator[str]:
    idea = dead_end.idea
    yield f"{stopless(idea.name)}: not this way."
    yield dead_end.found_out
    yield ""
    yield f"it took    {took(dead_end)}"
    if idea.spared:
        yield f"it spared  {idea.spared}"
    if idea.taught:
        yield f"I know     {idea.taught}"
    if kept(dead_end):
        yield f"I keep     {kept(dead_end)}"
