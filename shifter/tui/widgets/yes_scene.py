"""The way to the Yes, drawn as stairs, with the numbers it was made of."""

from textual.content import Content

from shifter.core.days import plain_day
from shifter.core.ideas_view import TheWay
from shifter.core.number_words import counted, in_words
from shifter.core.telling.long_version import figures_in_words
from shifter.core.text import quoted, stopless
from shifter.tui.widgets.content import centred, to_content
from shifter.tui.widgets.styled_line import StyledLine, one_line, shortened, wrapped

_MARGIN = 3
_STEPS = 4
_HOUR = 60
_COMPANY_ROWS = 2
_NAMED = 2


def yes_scene(way: TheWay, width: int, height: int, progress: float) -> list[Content]:
    """`height` rows of `width` columns, without the keys; `progress` runs from 0 to 1."""
    room = min(width, 100)
    left = (width - room) // 2
    blocks = [
        [_headline(way, room)],
        _stairs(way, room, progress),
        _numbers(way, room),
        _company(way, room),
        [centred(Content.styled("Nobody leapt. You walked.", "$quiet"), room)],
    ]
    rows = sum(len(block) for block in blocks)
    gaps = len(blocks) - 1
    air = max(0, height - rows)
    between = min(2, air // (gaps + 1)) if air >= gaps else 0
    lines = [Content("")] * max(0, (air - between * gaps) // 3)
    for number, block in enumerate(blocks):
        lines += [Content("")] * (between if number else 0)
        lines += block
    return [line.pad_left(left) for line in (lines + [Content("")] * height)[:height]]


def _headline(way: TheWay, room: int) -> Content:
    name = to_content(one_line(stopless(way.idea.name), room - 2 * _MARGIN - 4))
    return centred(Content.assemble("Yes: ", name, ".").stylize("bold $lit"), room)


def _stairs(way: TheWay, room: int, progress: float) -> list[Content]:
    """Stairs from the first day up to the idea; the light climbs from left to right."""
    start = _MARGIN + 2
    tread = max(4, (room - start - 30) // _STEPS)
    lit = round((tread * _STEPS + _STEPS) * progress)
    rows: list[Content] = []
    for step in range(_STEPS, -1, -1):
        begins = step * (tread + 1)
        if step == _STEPS:
            name = to_content(one_line(way.idea.name, room - start - begins - 3, "bold $ink"))
            top = Content.assemble(("✦ ", "$lit"), name) if progress >= 1 else Content("")
            rows.append(top.pad_left(start + begins))
            continue
        run = "━" * tread + "┛" if step else "●" + "━" * (tread - 1) + "┛"
        run = ("┏" if step else "") + run if step else run
        shown = max(0, min(len(run), lit - begins + bool(step)))
        line = Content.assemble(
            (run[:shown], "$lit"), ("".join("┄" if c in "━●" else c for c in run[shown:]), "$line")
        )
        rows.append(line.pad_left(start + begins - bool(step)))
    rows.append(Content.styled(plain_day(way.first, way.last), "$quiet").pad_left(start))
    return rows


def _numbers(way: TheWay, room: int) -> list[Content]:
    days = counted((way.last - way.first).days + 1, "day")
    hours = round(way.minutes / _HOUR)
    spent = f", and about {counted(hours, 'hour')} that were noted" if hours > 1 else ""
    took = to_content(one_line(f"It took {days}{spent}.", room - 2, "$foreground"))
    told = figures_in_words(way.shifts, way.people, way.little_yeses, len(way.ruled_out))
    return [centred(line, room) for line in (*_shared_out(told, room - 2), took)]


def _shared_out(figures: tuple[str, ...], room: int) -> list[Content]:
    """The figures on one row, or on two if that is too long."""
    told = Content.styled("  ·  ", "$quiet").join(
        Content.styled(figure, "bold $ink") for figure in figures
    )
    half = (len(figures) + 1) // 2
    if told.cell_length <= room or half == len(figures):
        return [told.truncate(room, ellipsis=True)]
    return [*_shared_out(figures[:half], room), *_shared_out(figures[half:], room)]


def _company(way: TheWay, room: int) -> list[Content]:
    """A kind word for the other ideas, which were part of the way."""
    sentences = []
    if way.others:
        names = _listed(list(way.others[:_NAMED]), len(way.others) - _NAMED)
        sentences.append(
            f"{names} came along. {'It' if len(way.others) == 1 else 'They'} may stay."
        )
    if way.ruled_out:
        names = _listed(list(way.ruled_out[:_NAMED]), len(way.ruled_out) - _NAMED)
        sentences.append(f"{names} pointed the way by not being it.")
    lines: list[StyledLine] = []
    for sentence in sentences:
        lines += shortened(
            wrapped(sentence, room - 2 * _MARGIN, "$quiet"), _COMPANY_ROWS, room - 2 * _MARGIN
        )
    return [centred(to_content(line), room) for line in lines]


def _listed(ideas: list[str], more: int) -> str:
    names = [quoted(idea) for idea in ideas]
    if more > 0:
        names = [*names, f"{in_words(more)} more"]
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
