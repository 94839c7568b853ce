"""The long version as Markdown; what people wrote is never taken for a sign of it."""

import re
from collections.abc import Iterator

from shifter.core.days import long_day, whole_day
from shifter.core.telling.long_version import LongVersion, Told, told

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$])")
# What would begin a list, or underline a title.
_AT_BEGINNING = re.compile(r"^(\s*\d*)([-+=.)])")


def markdown(story: LongVersion) -> Iterator[str]:
    """Line by line."""
    yield f"# {story.title}"
    for line in story.opening:
        yield from ("", escaped(line))
    if story.turning_points:
        yield from ("", "## The turning points", "")
        for point in story.turning_points:
            yield f"- **{whole_day(point.day)}** {point.glyph} {escaped(point.text)}"
    for chapter in story.chapters():
        yield from ("", f"## {chapter.month:%B %Y}")
        if chapter.adds_up_to:
            yield from ("", f"*{chapter.adds_up_to}*")
        for day, entries in chapter.days:
            yield from ("", f"### {long_day(day)}", "")
            for entry in entries:
                yield from _entry(told(entry))
    for line in story.closing:
        yield from ("", escaped(line))


def _entry(words: Told) -> Iterator[str]:
    beside = f"*({escaped(words.beside)})*" if words.beside else ""
    parts = (words.time, words.glyph, escaped(words.text), beside)
    yield f"- {' '.join(part for part in parts if part)}"
    if words.quoted:
        yield ""
        for line in words.quoted.splitlines():
            yield f"  > {escaped(line)}"
        yield ""


def escaped(text: str) -> str:
    """The text as it is, none of it a sign of Markdown's."""
    return _AT_BEGINNING.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))
