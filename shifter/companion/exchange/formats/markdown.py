"""The ideas and the log as Markdown, to be read by people wherever Markdown is shown."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from shifter.core.days import long_day
from shifter.core.records import Idea, Shift
from shifter.core.stage_words import NAMES
from shifter.core.telling.markdown import escaped
from shifter.core.text import for_terminal


def write_markdown(ideas: Sequence[Idea], shifts: Iterable[Shift]) -> Iterator[str]:
    """Line by line: the ideas as they were given, then the shifts day by day."""
    yield "# Shifts\n"
    if ideas:
        yield "\n## Ideas\n"
    for idea in ideas:
        yield f"\n### {_plain(idea.name)}\n\n{NAMES[idea.stage]}"
        yield f", {idea.ended}\n" if idea.ended else f", since {idea.added}\n"
        if idea.why:
            yield f"\n{_quote('', idea.why)}"
        for lead, words in (("It taught", idea.taught), ("It spared", idea.spared)):
            if words:
                yield f"\n{lead}:\n\n{_quote('', words)}"
    month, day = "", date.min
    for shift in shifts:
        if f"{shift.day:%B %Y}" != month:
            month = f"{shift.day:%B %Y}"
            yield f"\n## {month}\n"
        if shift.day != day:
            day = shift.day
            yield f"\n### {long_day(day)}\n\n"
        yield _shift(shift)


def _shift(shift: Shift) -> str:
    parts = (
        f"{shift.wall:%H:%M} {_plain(shift.text)}",
        _plain(shift.idea) if shift.idea else None,
        f"with {_plain(shift.person)}" if shift.person else None,
        f"{shift.minutes} min" if shift.minutes is not None else None,
        "a Little Yes" if shift.little_yes else None,
    )
    line = f"- {' · '.join(part for part in parts if part)}\n"
    return f"{line}\n{_quote('  ', shift.note)}\n" if shift.note else line


def _quote(indent: str, text: str) -> str:
    lines = for_terminal(text).split("\n")
    return "".join(f"{indent}> {_plain(line)}  \n" for line in lines)


def _plain(text: str) -> str:
    return escaped(for_terminal(text))
