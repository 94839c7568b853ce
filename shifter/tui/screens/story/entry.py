"""One entry of the Story as lines: the time, what happened, and what it belongs to."""

from collections.abc import Iterator
from functools import lru_cache
from re import finditer

from textual.content import Content

from shifter.core.folding import folded
from shifter.core.records import Shift
from shifter.core.stage_words import WENT_TO
from shifter.core.story import StoryEntry
from shifter.tui.widgets.content import column
from shifter.tui.widgets.lines import Line
from shifter.tui.widgets.shift_words import shift_words

_LEAD = 10
_NOTE_LINES = 4
_LEAST_TEXT = 12
_MINUTES = 9
_MINUTES_FROM = 76
_NARROWEST_IDEA, _WIDEST_IDEA = 12, 26


def key_of(entry: StoryEntry) -> str:
    """What an entry is known by, for as long as it is told."""
    return f"{entry.kind} {entry.id}"


@lru_cache(maxsize=2000)
def entry_lines(entry: StoryEntry, width: int, words: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines of an entry in a width in cells."""
    told = (
        _happening(entry, width, words)
        if entry.shift is None
        else _shift(entry.shift, width, words)
    )
    return tuple(Line(content, key_of(entry)) for content in told)


def _shift(shift: Shift, width: int, words: tuple[str, ...]) -> Iterator[Content]:
    about = _about(shift, width)
    room = max(_LEAST_TEXT, width - _LEAD - about.cell_length - 2)
    first, *others = _pointed(shift_words(shift), words).wrap(room)
    yield Content.assemble(
        (f"{shift.wall:%H:%M}  ", "$quiet"),
        ("✦  ", "$lit") if shift.little_yes else "   ",
        first.rstrip().truncate(room, pad=True),
        "  ",
        about,
    )
    for line in others:
        yield line.pad_left(_LEAD)
    yield from _quoted(shift.said, width, words)


def _about(shift: Shift, width: int) -> Content:
    """Idea and minutes in columns of their own, as far as there is room."""
    idea = column(shift.idea or "", max(_NARROWEST_IDEA, min(width // 4, _WIDEST_IDEA)), "$idea")
    if width < _MINUTES_FROM:
        return idea
    minutes = "" if shift.minutes is None else f"{shift.minutes:,} min"
    return Content.assemble(idea, (minutes.rjust(_MINUTES), "$quiet"))


def _happening(entry: StoryEntry, width: int, words: tuple[str, ...]) -> Iterator[Content]:
    sign, style, text, quoted = _told(entry)
    lines = _pointed(text, words).wrap(max(_LEAST_TEXT, width - _LEAD))
    for number, line in enumerate(lines):
        lead = Content.styled(f"{sign}  ", style).pad_left(_LEAD - 3)
        yield (Content(" " * _LEAD) if number else lead) + line.rstrip()
    yield from _quoted(quoted, width, words)


def _told(entry: StoryEntry) -> tuple[str, str, Content, str | None]:
    """The sign and its style, the words, and what is quoted below them."""
    idea = Content.styled(entry.idea or "", "$idea")
    match entry.kind:
        case "stage" if entry.stage == "dead_end":
            spared = f"It spared {entry.about}" if entry.about else ""
            quoted = "\n".join(part for part in (entry.text, spared) if part)
            return "┫", "$ended", Content.assemble(idea, f": {WENT_TO[entry.stage]}"), quoted
        case "stage" if entry.stage is not None:
            return "◇", "$idea", Content.assemble(idea, f": {WENT_TO[entry.stage]}"), entry.text
        case "joined":
            return "◇", "$idea", Content.assemble(entry.text, " became a part of ", idea), None
        case "found":
            return "=", "$lit", Content.assemble("Found out: ", entry.text), entry.about
        case "output":
            came = f": {entry.about}" if entry.about else ""
            return "✓", "$done", Content.assemble(entry.text, came, "  ", idea), None
        case _:
            return "▎", "$accent", Content.assemble("On ", idea), entry.text


def _quoted(text: str | None, width: int, words: tuple[str, ...]) -> Iterator[Content]:
    """What was noted, behind a bar; a long note is cut, and `enter` shows all of it."""
    if not text:
        return
    lines = _pointed(Content(text), words).wrap(max(_LEAST_TEXT, width - _LEAD - 2))
    bar = Content.assemble(" " * _LEAD, ("▎ ", "$quiet"))
    for line in lines[:_NOTE_LINES]:
        yield bar + line.stylize_before("$foreground")
    if len(lines) > _NOTE_LINES:
        yield bar + Content("…")


def _pointed(text: Content, words: tuple[str, ...]) -> Content:
    """The text with every word that was sought underlined."""
    if not words:
        return text
    for found in finditer(r"\w+", text.plain):
        letters = folded(found[0]).strip()
        sought = max((word for word in words if letters.startswith(word)), key=len, default="")
        if sought:
            text = text.stylize("bold underline", found.start(), found.start() + len(sought))
    return text
