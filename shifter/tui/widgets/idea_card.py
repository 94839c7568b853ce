"""An idea's card as rows of text: what it is about, in a few words inside its border."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from shifter.core.days import plain_day
from shifter.core.ideas_view import IdeaCard
from shifter.core.next_steps import Step
from shifter.core.number_words import counted
from shifter.core.projects import OUTPUTS, Output, Project, in_front
from shifter.core.records import Idea
from shifter.tui.dates import shortest_day
from shifter.tui.widgets.boil import sparkline
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.idea_border import (
    PLAQUE,
    STROKES,
    YES,
    Stroke,
    lower_edge,
    row,
    upper_edge,
)
from shifter.tui.widgets.styled_line import StyledLine, assemble, closely, one_line, shortened

_WEEK = 7
_SIGN = 2


class Room(NamedTuple):
    """What cards are drawn into: columns, how many rows a text may take, and shared scales."""

    width: int
    most_rows: int
    busiest_week: int
    today: date

    @property
    def inner(self) -> int:
        """The columns between the sides, and a blank beside each."""
        return self.width - 4


def card_rows(card: IdeaCard, room: Room, *, chosen: bool) -> list[Content]:
    """The card; it always has `card_height` rows."""
    idea = card.idea
    stroke = _stroke(idea)
    return [
        upper_edge(idea.name, stroke, room.width, chosen=chosen),
        *(row(line, stroke, room.width, chosen=chosen) for line in _rows(card, room)),
        lower_edge(idea.little_yeses, stroke, room.width),
    ]


def card_height(card: IdeaCard, room: Room) -> int:
    """The rows of a card; quicker than drawing it, since hundreds are measured."""
    idea, step = card.idea, card.step
    if idea.stage == "yes":
        return 4
    if idea.stage == "dead_end":
        return 3 + (_height(idea.taught, room.inner, room) if idea.taught else 0)
    rows = 3 + (card.project is not None)
    rows += len(card.outputs) > OUTPUTS
    for output in in_front(card.outputs):
        rows += _height(output.text, room.inner - _SIGN, room)
    if step is not None:
        rows += _height(step.text, room.inner - _SIGN - _tag_width(_due(card, room)), room)
        if step.question is not None:
            columns = room.inner - _SIGN - _tag_width(_asked(step))
            rows += _height(step.question, columns, room)
    elif card.offered is not None:
        rows += _height(only_offered(card.offered), room.inner - _SIGN, room)
    return rows


def shifts_of(idea: Idea) -> str:
    """`no shifts`, `1 shift`, `1,234 shifts`."""
    return counted(idea.shifts, "shift") if idea.shifts else "no shifts"


def only_offered(step: str) -> str:
    """`maybe: ask one person`: a step that is offered, not yet set."""
    return f"maybe: {step}"


def when_due(by: date, today: date, *, near: bool) -> str:
    """`in 2 days`, `by Fri`, `by 27 Nov`: the nearer the day, the plainer the words."""
    days = (by - today).days
    if days < 0:
        return "waits for you" if near else f"by {shortest_day(by)}"
    if days <= 1:
        return ("today", "tomorrow")[days]
    if near:
        return f"in {days} days"
    return f"by {by:%a}" if days < _WEEK else f"by {shortest_day(by)}"


def project_weeks(
    project: Project, week: int, room: int, today: date, *, in_full: bool = False
) -> StyledLine:
    """Which week this is behind a bar of all, if both fit; in full it is told since when."""
    start, weeks = project
    gone = min(week, weeks)
    if week == 0:
        words = f"begins on {plain_day(start, today)}"
    elif week > weeks:
        words = f"its {weeks} weeks are full"
    else:
        since = f", since {plain_day(start, today)}" if in_full else ""
        words = f"week {week} of {weeks}{since}"
    told = assemble(("━" * gone, "$accent"), ("┄" * (weeks - gone), "$quiet"), "  ", words)
    return told if told.cell_length <= room else one_line(words, room)


def _stroke(idea: Idea) -> Stroke:
    if idea.stage == "dead_end":
        return PLAQUE
    return YES if idea.stage == "yes" else STROKES[idea.temperature or "resting"]


def _rows(card: IdeaCard, room: Room) -> Iterator[Content]:
    idea, inner = card.idea, room.inner
    if idea.stage == "dead_end":
        yield from _lessons(idea, room)
        return
    if idea.stage == "yes":
        since = f"since {plain_day(idea.ended, room.today)}" if idea.ended else ""
        yield _tagged(Content.styled("The Yes", "bold $lit"), since, inner, "$quiet")
        yield to_content(one_line(shifts_of(idea), inner))
        return
    yield _figures(card, inner, room.busiest_week)
    if card.project is not None:
        yield to_content(project_weeks(card.project, card.week, inner, room.today))
    if card.step is not None:
        yield from _step(card, card.step, room)
    elif card.offered is not None:
        yield from _signed("→", "$quiet", only_offered(card.offered), "$quiet", room)
    next_one = next((output for output in card.outputs if output.checked is None), None)
    for output in in_front(card.outputs):
        yield from _output(output, room, comes_next=output is next_one and card.step is None)
    beyond = len(card.outputs) - OUTPUTS
    if beyond > 0:
        yield to_content(one_line(f"  and {beyond} more to show", inner, "$quiet"))


def _figures(card: IdeaCard, room: int, busiest_week: int) -> Content:
    idea = card.idea
    quiet = "$quiet" if idea.temperature == "resting" else ""
    if idea.is_new:
        return Content.styled("a new one", "$lit")
    temperature = Content.styled(idea.temperature or "", "$quiet")
    if idea.shifts == 0:
        left = Content.styled("nothing yet", "$quiet")
    else:
        bars = (sparkline(card.weeks, busiest_week), "$level-3")
        weeks = (f" {len(card.weeks)} weeks", "$quiet")
        shifts, number = f"{counted(idea.shifts, 'shift')} in all", f"{idea.shifts:,} in all"
        for parts in (
            (bars, weeks, "  ", (shifts, quiet)),
            (bars, weeks, "  ", (number, quiet)),
            (bars, "  ", (shifts, quiet)),
            (bars, "  ", (number, quiet)),
            (bars, "  ", (f"{idea.shifts:,}", quiet)),
        ):
            left = Content.assemble(*parts)
            if left.cell_length + 2 + temperature.cell_length <= room:
                break
    gap = room - left.cell_length - temperature.cell_length
    return Content.assemble(left, " " * max(1, gap), temperature)


def _step(card: IdeaCard, step: Step, room: Room) -> Iterator[Content]:
    sign = "✓" if step.done else "→"
    style = "bold $lit" if card.step_is_near else "$quiet"
    yield from _signed(sign, "$accent", step.text, "", room, _due(card, room), style)
    if step.question is not None:
        yield from _signed("?", "$accent", step.question, "", room, _asked(step), "bold $lit")


def _due(card: IdeaCard, room: Room) -> str:
    step = card.step
    if step is None or step.by is None or not step.is_open:
        return ""
    return when_due(step.by, room.today, near=card.step_is_near)


def _asked(step: Step) -> str:
    return "what did you find?" if step.awaits_answer else ""


def _signed(  # noqa: PLR0917 - a sign, a text and a tag, each with its style
    sign: str,
    sign_style: str,
    text: str,
    style: str,
    room: Room,
    tag: str = "",
    tag_style: str = "",
) -> Iterator[Content]:
    """A text after its sign, on as many rows as it may take; a tag stands beside the first."""
    columns = room.inner - _SIGN - _tag_width(tag)
    for number, line in enumerate(_lines(text, columns, style, room)):
        lead = Content.styled(f"{sign} ", sign_style) if number == 0 else Content(" " * _SIGN)
        yield _tagged(lead + line, "" if number else tag, room.inner, tag_style)


def _lines(text: str, columns: int, style: str, room: Room) -> list[Content]:
    if _height(text, columns, room) == 1:
        return [to_content(one_line(text, columns, style))]
    lines = shortened(closely(text, columns, style), room.most_rows, columns)
    return [to_content(line) for line in lines]


def _height(text: str, columns: int, room: Room) -> int:
    """How many rows a text takes; only what is longer than one is worth wrapping."""
    if room.most_rows == 1 or cell_len(text) <= columns:
        return 1
    return min(room.most_rows, len(closely(text, columns)))


def _tag_width(tag: str) -> int:
    return cell_len(tag) + 2 if tag else 0


def _tagged(line: Content, tag: str, columns: int, style: str) -> Content:
    """The line, with a tag at the right edge."""
    if not tag:
        return line.truncate(columns, ellipsis=True)
    line = line.truncate(columns - _tag_width(tag), ellipsis=True)
    gap = columns - line.cell_length - cell_len(tag)
    return Content.assemble(line, " " * max(0, gap), (tag, style))


def _output(output: Output, room: Room, *, comes_next: bool) -> Iterator[Content]:
    if output.checked is not None:
        yield from _signed("✓", "$done", output.text, "$done", room)
    elif comes_next:
        yield from _signed("→", "$accent", output.text, "", room)
    else:
        yield from _signed("·", "$quiet", output.text, "$quiet", room)


def _lessons(idea: Idea, room: Room) -> Iterator[Content]:
    if idea.taught:
        yield from _lines(idea.taught, room.inner, "", room)
    spared = f", spared {idea.spared}" if idea.spared else ""
    took = to_content(one_line(f"{shifts_of(idea)}{spared}", room.inner, "$quiet"))
    day = plain_day(idea.ended, room.today) if idea.ended else ""
    yield _tagged(took, day, room.inner, "$quiet")
