"""The facts about one idea in a few rows, above or beside its trail."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from shifter.core.days import plain_day
from shifter.core.ideas_view import OpenedIdea
from shifter.core.number_words import counted
from shifter.core.projects import Output
from shifter.core.records import Idea
from shifter.core.stage_words import STANDS
from shifter.tui.widgets.boil import sparkline
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.idea_card import only_offered, project_weeks, when_due
from shifter.tui.widgets.styled_line import (
    StyledLine,
    assemble,
    closely,
    one_line,
    shortened,
    styled,
)

_LABEL = 12
_HOUR = 60
_NARROWEST_NAME, _NAME_ROWS = 8, 3
_PEOPLE = 4


class IdeaFacts(Widget):
    """Paints the facts, those that matter most at the top, for where there is little room."""

    DEFAULT_CSS = "IdeaFacts { height: auto; }"

    view: reactive[OpenedIdea | None] = reactive[OpenedIdea | None](None, layout=True)

    def __init__(self, key_named: Callable[[str], str]) -> None:
        """`key_named` gives the key of a command as people read it."""
        super().__init__()
        self._key_named = key_named

    def get_content_height(self, _container: object, _viewport: object, width: int) -> int:
        return len(_rows(self.view, width, self._key_named)) if self.view else 1

    def render(self) -> Content:
        if self.view is None:
            return Content("")
        width, height = self.size
        airy = _rows(self.view, width, self._key_named, airy=True)
        rows = airy if len(airy) <= height else _rows(self.view, width, self._key_named)
        return Content("\n").join(map(to_content, rows))


def _rows(
    view: OpenedIdea, width: int, key_named: Callable[[str], str], *, airy: bool = False
) -> list[StyledLine]:
    """The facts in so many columns; airy ones have a blank row above each."""
    rows = [*_heading(view, width), *_figures(view, width)]
    for label, lines in _facts(view, width - _LABEL, key_named):
        rows += [StyledLine()] if airy else []
        for number, line in enumerate(lines):
            lead = styled((label if number == 0 else "").ljust(_LABEL), "$quiet")
            rows.append(lead + line)
    return rows


def minutes_in_words(minutes: int) -> str:
    """`45 minutes`, `3 hours 50 minutes`."""
    hours, rest = divmod(minutes, _HOUR)
    parts = [counted(hours, "hour")] if hours else []
    if rest:
        parts.append(counted(rest, "minute"))
    return " ".join(parts)


def _heading(view: OpenedIdea, width: int) -> list[StyledLine]:
    """The name, on more than one row where it is long, and its stage beside the first."""
    idea = view.card.idea
    state = STANDS[idea.stage]
    if idea.ended is not None:
        state = f"{state} on {plain_day(idea.ended, view.day)}"
    elif idea.temperature is not None and not idea.is_new:
        state = f"{state}, {idea.temperature}"
    room = max(_NARROWEST_NAME, width - len(state) - 2)
    first, *others = shortened(closely(idea.name, room, "bold $ink"), _NAME_ROWS, room)
    gap = max(2, width - first.cell_length - len(state))
    beside = assemble(first, " " * gap, (state, "$quiet"))
    return [beside.truncate(width), *others]


def _figures(view: OpenedIdea, width: int) -> list[StyledLine]:
    """Eight weeks, and in all the shifts, the minutes that were noted, and Little Yeses."""
    card, idea = view.card, view.card.idea
    if idea.shifts == 0:
        none = "nothing was logged on it" if idea.has_ended else "nothing is logged on it yet"
        none = f"a new one: {none}" if idea.is_new else none
        return [one_line(none, width, "$quiet")]
    bars = sparkline(card.weeks, max(card.weeks, default=0))
    weeks = assemble((bars, "$level-3"), (f" {len(card.weeks)} weeks", "$quiet"))
    hours = round(idea.minutes / _HOUR) * _HOUR or idea.minutes
    in_all = [_in_all(view, minutes) for minutes in (idea.minutes, hours)]
    beside = [assemble(weeks, "  ", told) for told in in_all]
    rows = [[told] for told in beside] + [[weeks, told] for told in in_all]
    fitting = (some for some in rows if some[-1].cell_length <= width)
    return next(fitting, [weeks, in_all[-1].truncate(width)])


def _in_all(view: OpenedIdea, minutes: int) -> StyledLine:
    idea = view.card.idea
    told = [("in all ", "$quiet"), (counted(idea.shifts, "shift"), "")]
    if minutes:
        told.append((f", {minutes_in_words(minutes)}{'' if view.all_timed else ' noted'}", ""))
    if idea.little_yeses:
        told += [(", ", ""), ("✦", "$accent"), (f" {idea.little_yeses:,}", "")]
    return assemble(*told)


def _facts(
    view: OpenedIdea, room: int, key_named: Callable[[str], str]
) -> Iterator[tuple[str, list[StyledLine]]]:
    card, idea = view.card, view.card.idea
    if idea.stage == "dead_end":
        yield from _lessons(idea, room)
    elif idea.stage != "yes":
        yield "Next", _next(view, room, key_named)
    if card.project is not None:
        told = project_weeks(card.project, card.week, room, view.day, in_full=True)
        yield "Project", [told]
    if card.outputs:
        yield "To show", [line for output in card.outputs for line in _output(output, room)]
    if idea.why:
        yield "The hunch", closely(idea.why, room)
    if view.drop_if:
        yield "Drop it if", closely(view.drop_if, room)
    if view.people:
        yield "With", closely(_people(view.people), room)


def _lessons(idea: Idea, room: int) -> Iterator[tuple[str, list[StyledLine]]]:
    if idea.taught:
        yield "It taught", closely(idea.taught, room)
    if idea.spared:
        yield "It spared", closely(idea.spared, room)


def _next(view: OpenedIdea, room: int, key_named: Callable[[str], str]) -> list[StyledLine]:
    step, card = view.card.step, view.card
    if step is None:
        key = key_named("idea.next-step")
        if not card.offered:
            return closely(f"{key} sets a next step", room, "$quiet")
        offered = closely(only_offered(card.offered), room, "$quiet")
        return [*offered, styled(f"{key} takes it", "$quiet")]
    due = f"  {when_due(step.by, view.day, near=card.step_is_near)}" if step.by else ""
    sign = "✓ " if step.done else ""
    lines = closely(f"{sign}{step.text}", room, "bold $ink")
    if step.question is not None:
        lines += closely(f"to find out: {step.question}", room)
    if step.awaits_answer:
        key = key_named("idea.found")
        lines.append(styled(f"What did you find? {key} writes it down.", "$lit"))
    elif due:
        style = "bold $lit" if card.step_is_near else "$quiet"
        lines.append(styled(due.strip(), style))
    return lines


def _output(output: Output, room: int) -> list[StyledLine]:
    if output.checked is None:
        return closely(f"· {output.text}", room)
    lines = closely(f"✓ {output.text}", room, "$done")
    if output.outcome:
        lines += [line.pad_left(2) for line in closely(output.outcome, room - 2, "$quiet")]
    return lines


def _people(people: tuple[tuple[str, int], ...]) -> str:
    named = [f"{name} {times}" if times > 1 else name for name, times in people[:_PEOPLE]]
    more = len(people) - _PEOPLE
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
