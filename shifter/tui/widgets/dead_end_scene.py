"""The moment after an idea was ruled out, drawn at any size and any point of its animation."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.dead_end_card import kept, took
from shifter.core.ideas_view import DeadEnd
from shifter.core.records import Idea
from shifter.core.text import stopless
from shifter.tui.widgets.content import centred, to_content
from shifter.tui.widgets.styled_line import closely, one_line, shortened

_MARGIN = 3
_LABEL = 11
_TAUGHT_ROWS = 2
_KIND_ROWS = 2
# With a kind word, without it, and without blank rows: the first that keeps the ways in sight.
_COMFORT = (2, 1, 0)
_ENOUGH_WAYS = 5
_BELOW_WAYS = 2
_NO_OTHER_YET = "every other way there is"
# The parts of a way's light, each with its share of the length; it thins out toward the end.
_LIGHT = (("━", 0.5, "$lit"), ("─", 0.24, "$level-3"), ("╌", 0.14, "$quiet"), ("┄", 0.12, "$line"))
_SPARED = (("█", 0.74, "$lit"), ("▓", 0.12, "$level-3"), ("▒", 0.08, "$level-2"))
_LAST_SPARED = ("░", "$level-1")
_FADING = " ·  ·"

# When each part of the animation begins and ends, from 0 to 1.
_DRAWN_BACK = 0.3
_FIRST_LIGHT, _LAST_LIGHT, _ONE_LIGHT = 0.25, 0.5, 0.25
_SPARED_FROM = 0.7


def scene(dead_end: DeadEnd, width: int, height: int, progress: float) -> list[Content]:
    """`height` rows of `width` columns, without the keys; `progress` runs from 0 to 1."""
    for comfort in _COMFORT:
        head, foot = _head(dead_end, width, comfort), _foot(dead_end, width, progress, comfort)
        room = height - len(head) - len(foot) - _BELOW_WAYS - 2
        if room >= min(_ENOUGH_WAYS, len(dead_end.ways_open)):
            break
    tree = _tree(dead_end, width, max(1, room), progress)
    air = max(0, height - len(head) - len(tree) - len(foot))
    around, air = (1, air - 2) if air >= 2 else (0, air)  # noqa: PLR2004 - one above, one below
    more = min(1, air // 4)
    rows = [
        *([Content("")] * ((air - 2 * more) // 3)),
        *head,
        *([Content("")] * (around + more)),
        *tree,
        *([Content("")] * (around + more)),
        *foot,
    ]
    return (rows + [Content("")] * height)[:height]


def _head(dead_end: DeadEnd, width: int, comfort: int) -> list[Content]:
    name = to_content(one_line(stopless(dead_end.idea.name), width - 2 * _MARGIN - 16))
    first = Content.assemble(name, ": not this way.").stylize("$quiet")
    found_out = to_content(one_line(dead_end.found_out, width, "bold $ink"))
    blank = [Content("")] if comfort else []
    return [centred(first, width), *blank, centred(found_out, width)]


def _tree(dead_end: DeadEnd, width: int, rows: int, progress: float) -> list[Content]:
    """The ways still open, the oldest first, and below them the branch that drew back."""
    trunk = max(_MARGIN + 8, width * 17 // 80)
    names = list(dead_end.ways_open)
    hidden = 0
    if len(names) > rows:
        hidden = len(names) - rows + 1
        names = names[: rows - 1]
    room = width - trunk
    ways = [
        _way(name, n, room, _part(progress, *_shines(n, len(names))))
        for n, name in enumerate(names)
    ]
    if hidden:
        ways.append(Content.assemble(("━━ ", "$level-3"), (f"and {hidden} more", "$quiet")))
    if not ways:
        ways = [Content("")]
    you = len(ways) // 2
    lines = []
    for number, way in enumerate(ways):
        joint = _joint(number, you, is_open=bool(dead_end.ways_open))
        left = _you(trunk) if number == you else Content(" " * trunk)
        lines.append(Content.assemble(left, (joint, "$level-3"), way))
    lines.append(Content.assemble(" " * trunk, ("┃", "$level-3")))
    lines.append(
        Content.assemble(
            " " * trunk, ("┗", "$level-3"), _dead_branch(dead_end.idea, trunk, width, progress)
        )
    )
    return lines


def _joint(number: int, you: int, *, is_open: bool) -> str:
    if number == you:
        if not is_open:
            return "┓"
        return "╋" if number else "┳"
    return "┏" if number == 0 else "┣"


def _you(trunk: int) -> Content:
    return Content.assemble(
        " " * _MARGIN,
        ("you ", "bold $ink"),
        ("●", "bold $ink"),
        ("━" * (trunk - _MARGIN - 5), "$level-3"),
    )


def _shines(number: int, ways: int) -> tuple[float, float]:
    """When the light runs along a way (from 0 to 1): the oldest way first."""
    starts = _FIRST_LIGHT + (_LAST_LIGHT - _FIRST_LIGHT) * number / max(1, ways - 1)
    return starts, starts + _ONE_LIGHT


def _way(name: str, number: int, room: int, shone: float) -> Content:
    told = to_content(one_line(name, room // 2, "bold $ink" if shone > 0 else "$foreground"))
    # Ways end at different places, as ways do.
    length = max(0, room - told.cell_length - 12 - (number * 7) % 5)
    lit = round(length * shone)
    return Content.assemble(
        ("━━ ", "$level-3"),
        told,
        " ",
        *_shaded(_LIGHT, length, lit),
        ("┄" * (length - lit), "$line"),
        (_FADING if shone >= 1 else "", "$line"),
    )


def _dead_branch(idea: Idea, trunk: int, width: int, progress: float) -> Content:
    """A branch that reaches out at first, draws back past its name, and ends in a bar."""
    name = to_content(one_line(idea.name, width - trunk - 2 * _MARGIN - 4))
    reach = width - trunk - 2 * _MARGIN
    out = round(reach * (1 - _part(progress, 0, _DRAWN_BACK)))
    branch = out - name.cell_length - 5
    if branch > 0:
        return Content.assemble(
            ("━━ ", "$level-3"), name, " ", ("━" * branch, "$level-3"), ("┫", "$ended")
        )
    return Content.assemble(("━━", "$quiet"), ("┫ ", "bold $ended"), name.stylize("$quiet"))


def _foot(dead_end: DeadEnd, width: int, progress: float, comfort: int) -> list[Content]:
    idea = dead_end.idea
    room = width - _MARGIN - _LABEL - _MARGIN
    rows = [_labelled("it took", Content.assemble(("▏ ", "$accent"), took(dead_end)))]
    if idea.spared:
        # Nobody can measure what was spared, so its bar leaves the screen.
        bar = _spared_bar(width - _MARGIN - _LABEL, _part(progress, _SPARED_FROM, 1))
        rows.append(_labelled("it spared", bar))
        rows.append(_labelled("", to_content(one_line(idea.spared, room))))
    if comfort:
        rows.append(Content(""))
    if idea.taught:
        lines = map(to_content, shortened(closely(idea.taught, room), _TAUGHT_ROWS, room))
        rows += [_labelled("" if n else "you know", line) for n, line in enumerate(lines)]
    lights = Content(kept(dead_end) or _NO_OTHER_YET).highlight_regex("✦", style="$accent")
    rows.append(_labelled("you keep", lights.truncate(room, ellipsis=True)))
    if dead_end.line and comfort == _COMFORT[0]:
        kind = map(to_content, shortened(closely(dead_end.line, room, "$quiet"), _KIND_ROWS, room))
        rows += [Content(""), *(_labelled("", line) for line in kind)]
    return rows


def _spared_bar(length: int, shot: float) -> Content:
    reached = round(length * shot)
    parts = _shaded(_SPARED, length, reached)
    cells = sum(len(text) for text, _ in parts)
    glyph, style = _LAST_SPARED
    return Content.assemble(*parts, (glyph * (reached - cells), style))


def _shaded(
    parts: Sequence[tuple[str, float, str]], length: int, most: int
) -> list[tuple[str, str]]:
    """A line of parts that each take their share of a length, cut at `most` cells."""
    shaded: list[tuple[str, str]] = []
    for glyph, share, style in parts:
        cells = min(round(length * share), most)
        shaded.append((glyph * cells, style))
        most -= cells
    return shaded


def _labelled(label: str, content: Content) -> Content:
    return Content.assemble(" " * _MARGIN, (label.ljust(_LABEL), "$quiet"), content)


def _part(progress: float, starts: float, ends: float) -> float:
    """How far one part of the animation has come, 0 to 1."""
    return min(1.0, max(0.0, (progress - starts) / (ends - starts)))
