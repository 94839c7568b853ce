"""Lines that the commands about ideas share."""

from collections.abc import Iterable, Iterator, Sequence

from shifter.core import records
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.stage_words import NAMES, STANDS

if TYPE_CHECKING:
    from shifter.cli.page import Page
    from shifter.core.ideas_view import IdeaCard, OpenedIdea
    from shifter.core.next_steps import Step
    from shifter.core.projects import Output
    from shifter.core.trail import TrailEntry

STAGES: dict[records.Stage, str] = {
    "hunch": "Hunches",
    "exploring": "Exploring",
    "project": "Projects",
    "yes": "The Yes",
    "dead_end": "Ruled out, with thanks",
}


def lanes(page: "Page", cards: "Sequence[IdeaCard]") -> Iterator[str]:
    """The ideas by stage, each on one line."""
    if not cards:
        yield "No ideas yet. A flicker is enough: shifter idea add Pottery"
        return
    between = False
    for stage, title in STAGES.items():
        lane = [card.idea for card in cards if card.idea.stage == stage]
        if not lane:
            continue
        if between:
            yield ""
        between = True
        yield page.strong(title)
        for idea in lane:
            yield f"  {page.joined([idea.name, *_state(page, idea)])}"


def about(page: "Page", opened: "OpenedIdea") -> Iterator[str]:
    """One idea with what was written about it."""
    card = opened.card
    idea = card.idea
    # As on the board, what has ended has nothing to come.
    step = None if idea.has_ended else card.step
    yield page.strong(idea.name)
    yield page.joined([NAMES[idea.stage], *_state(page, idea)])
    how = "the Yes since" if idea.stage == "yes" else "ended"
    ended = f", {how} {page.day(idea.ended)}" if idea.ended else ""
    yield page.quiet(f"added {page.day(idea.added)}{ended}")
    if card.project:
        yield page.quiet(f"week {card.week} of {card.project.weeks}")
    for lead, words in (
        ("why", idea.why),
        ("I would drop this if", opened.drop_if),
        ("taught", idea.taught),
        ("spared", idea.spared),
        ("next", _step_words(page, step) if step and step.is_open else None),
        ("still to be answered", step.question if step and step.awaits_answer else None),
        ("with", ", ".join(f"{name} ({count})" for name, count in opened.people)),
    ):
        if words:
            yield f"{lead}: {words}"
    for output in card.outputs:
        yield output_line(page, output)


def output_line(page: "Page", output: "Output") -> str:
    """An output, checked or not, and what came of it."""
    mark = page.good(page.done) if output.checked else page.dot
    return f"{mark} {output.text}{f': {output.outcome}' if output.outcome else ''}"


def trail_lines(page: "Page", trail: "Iterable[TrailEntry]") -> Iterator[str]:
    """Everything that happened, under the day it counts for."""
    day = None
    for entry in trail:
        if entry.day != day:
            day = entry.day
            yield ""
            yield page.strong(page.day(day))
        yield from _happened(page, entry)


def _happened(page: "Page", entry: "TrailEntry") -> Iterator[str]:
    of = f"{entry.of} " if entry.of else ""
    match entry.kind:
        case "shift" if entry.shift is not None:
            mark = page.lit(page.yes) if entry.shift.little_yes else " "
            yield f"  {entry.shift.wall:%H:%M}  {mark} {entry.text}"
            for line in (entry.shift.said or "").splitlines():
                yield f"           {page.quiet(page.quote)} {line}"
        case "stage" if entry.stage is not None:
            taught = f": {entry.about}" if entry.about else ""
            yield page.quiet(f"           {of}came to be {STANDS[entry.stage]}{taught}")
        case "joined":
            behind = f": {entry.about}" if entry.about else ""
            yield f"           {entry.text} became a part of it{behind}"
        case "found":
            yield f"           found: {entry.text} {page.quiet(f'({entry.about})')}"
        case "output":
            came = f": {entry.about}" if entry.about else ""
            yield f"         {page.good(page.done)} {entry.text}{came}"
        case _:
            for line in entry.text.splitlines():
                yield f"           {page.quiet(page.quote)} {line}"


def _step_words(page: "Page", step: "Step") -> str:
    told = f"{step.text} (to find out: {step.question})" if step.question else step.text
    return f"{told}, by {page.day(step.by)}" if step.by else told


def _state(page: "Page", idea: records.Idea) -> list[str | None]:
    from shifter.core.number_words import counted

    return [
        None if idea.has_ended else "new" if idea.is_new else idea.temperature,
        counted(idea.shifts, "shift") if idea.shifts else None,
        page.lit(f"{page.yes} {idea.little_yeses:,}") if idea.little_yeses else None,
    ]
