"""The long version as plain text."""

from collections.abc import Iterator

from shifter.core.days import long_day, whole_day
from shifter.core.telling.long_version import LongVersion, Told, told


def plain(story: LongVersion) -> Iterator[str]:
    """Line by line; only what people wrote can be longer than a screen is wide."""
    yield f"{story.title}."
    yield ""
    yield from story.opening
    if story.turning_points:
        yield from ("", "The turning points", "")
        for point in story.turning_points:
            yield f"  {whole_day(point.day):>17}  {point.glyph} {point.text}"
    for chapter in story.chapters():
        yield from ("", f"{chapter.month:%B %Y}")
        if chapter.adds_up_to:
            yield f"{chapter.adds_up_to}."
        for day, entries in chapter.days:
            yield from ("", long_day(day))
            for entry in entries:
                yield from _entry(told(entry))
    if story.closing:
        yield ""
        yield from story.closing


def _entry(words: Told) -> Iterator[str]:
    beside = f"  ({words.beside})" if words.beside else ""
    yield f"  {words.time:5} {words.glyph or ' '} {words.text}{beside}"
    for line in words.quoted.splitlines():
        yield f"          ▎ {line}"
