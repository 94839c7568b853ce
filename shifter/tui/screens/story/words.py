"""What the Story says above its lines: what is shown of it, and that there is nothing."""

from datetime import date

from textual.content import Content

from shifter.core.days import plain_day
from shifter.core.story import EVERYTHING, TOLD_WORDS, StoryFilter


def wanted_in_words(wanted: StoryFilter, today: date, back: str) -> Content:
    """`Pottery studio · with Ana · lit up · since 1 March   esc shows all`."""
    parts = [
        TOLD_WORDS[wanted.told] if wanted.told else "",
        wanted.idea or "",
        f"with {wanted.person}" if wanted.person else "",
        "lit up" if wanted.little_yes else "",
        f"since {plain_day(wanted.since, today)}" if wanted.since else "",
        f"until {plain_day(wanted.until, today)}" if wanted.until else "",
    ]
    told = " · ".join(part for part in parts if part)
    return Content.assemble((told, "$ink"), (f"   {back}", "$accent"), (" shows all", "$quiet"))


def nothing_told(wanted: StoryFilter, add: str, back: str) -> Content:
    """The way on where there is nothing: back to all of it, or to the first line."""
    if wanted != EVERYTHING:
        return Content.assemble(
            "Nothing written with these words. " if wanted.words else "Nothing of that kind yet. ",
            (back, "$accent"),
            " shows all.",
        )
    return Content.assemble(
        "Everything you do will be told here, newest first. ",
        (add, "$accent"),
        " writes the first line.",
    )
