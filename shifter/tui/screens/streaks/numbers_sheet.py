"""The lines of the second page, for any width."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from textual.content import Content

from shifter.core.board_view import BoardView, Numbers, Strength
from shifter.core.days import other_year, plain_day
from shifter.core.habits import by_hour, by_weekday, habit
from shifter.core.number_words import counted
from shifter.core.records import Run
from shifter.tui.dates import shortest_day
from shifter.tui.screens.streaks.words import narrowed
from shifter.tui.widgets.bars import Bar, glowing, lying, standing, stretched
from shifter.tui.widgets.content import to_content
from shifter.tui.widgets.styled_line import NO_BREAK, closely

_GAP = 5
_BAR = 14
_CURVE_ROWS = 4
_MOST_CURVE_ROWS = 10
_HOUR_ROWS = 4
_LEAST_CURVE = 7
"""The days that a curve needs to be one."""

_SCALE = 6
_TWO_CURVES = 84
_MOST_LINE = 100
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MEANING = (
    "How settled the habit is. A day with a shift brings it nearer to 100 %, and thirteen in a "
    "row half the way there; an empty day takes a little of it, and thirteen in a row half; a "
    "rest day leaves it as it is."
)

Block = list[Content]


def numbers_sheet(
    view: BoardView, numbers: Numbers, width: int, height: int = 0, *, back: str
) -> list[Content]:
    """All of the page: the strength on top, then blocks side by side as they fit.

    The curves are higher where the page would leave some of so many rows empty.
    """
    strength = list(_strength(view, numbers.strength, width, _CURVE_ROWS))
    blocks = [
        [*_longest_runs(view, numbers), Content(""), *_totals(view)],
        _weekdays(view, numbers),
        _hours(numbers),
        _kinds(numbers),
    ]
    below: Block = []
    for row in _rows([block for block in blocks if block], width):
        below += [Content(""), *_side_by_side(row)]
    heading = [line for told in narrowed(view, width, back) for line in (told, Content(""))]
    spare = height - len(heading) - len(strength) - len(below)
    if spare > 0:
        rows = min(_MOST_CURVE_ROWS, _CURVE_ROWS + spare // 2)
        strength = list(_strength(view, numbers.strength, width, rows))
    return [*heading, *strength, *below]


def _strength(view: BoardView, strength: Strength, width: int, rows: int) -> Iterator[Content]:
    yield Content.assemble(("Strength", "bold $ink"), (f"  {_percent(strength.now)}", "bold $lit"))
    yield from _curves(view, strength, width, rows)
    yield Content("")
    told = ((_MEANING, "$foreground"), (_lately(strength, view.today), "$quiet"))
    for text, style in told:
        # A figure and its sign stay on one line.
        held = text.replace(" %", f"{NO_BREAK}%")
        yield from map(to_content, closely(held, min(width, _MOST_LINE), style))


def _curves(view: BoardView, strength: Strength, width: int, rows: int) -> Iterator[Content]:
    """Ninety days, and everything once this is more; both side by side where that fits."""
    first = view.towers.first if view.towers else view.today
    since = view.today - timedelta(days=len(strength.lately) - 1)
    is_short = len(strength.ever) <= len(strength.lately)
    if len(strength.lately) < _LEAST_CURVE:
        return
    if is_short or width < _TWO_CURVES:
        yield from _curve(strength.lately, since, view.today, width, rows)
        if not is_short:
            yield Content("")
            yield from _curve(strength.ever, first, view.today, width, rows)
        return
    half = (width - _GAP) // 2
    near = list(_curve(strength.lately, since, view.today, half, rows))
    ever = list(_curve(strength.ever, first, view.today, half, rows))
    yield from _side_by_side([near, ever], half)


def _curve(
    points: Sequence[float], first: date, today: date, width: int, rows: int
) -> Iterator[Content]:
    """The curve between 0 and 100 %, with its first day below and today at its end."""
    parts = stretched(points, width - _SCALE)
    *upper, lowest = glowing(parts, rows)
    scale = [Content.styled(" 100 %", "$quiet"), *[Content("")] * (rows - 2)]
    for row, mark in zip(upper, scale, strict=True):
        yield row + mark
    yield lowest + Content.styled(" 0 %", "$quiet")
    start, end = plain_day(first, today), "today"
    if len(parts) >= len(start) + len(end) + 1:
        yield Content.styled(start + end.rjust(len(parts) - len(start)), "$quiet")
    else:
        yield Content.styled(start, "$quiet")


def _lately(strength: Strength, today: date) -> str:
    """What the last day with a shift brought, and what the empty ones since then left of it."""
    day = "Today" if strength.last == today else plain_day(strength.last, today)
    told = f"{day} brought it from {_exact(strength.before)} to {_exact(strength.after)}"
    if not strength.empty_days:
        return f"{told}."
    empty = counted(strength.empty_days, "empty day")
    return f"{told}; after {empty} it stands at {_exact(strength.now)}."


def _longest_runs(view: BoardView, numbers: Numbers) -> Block:
    current = view.streak.current
    lines = [_title("Longest runs" if len(numbers.runs) > 1 else "The run so far")]
    width = max(len(f"{run.length:,}") for run in numbers.runs)
    for run in numbers.runs:
        is_current = current.start == run.start
        days = "day " if run.length == 1 else "days"
        lines.append(
            Content.assemble(
                (f"{run.length:>{width},} {days}", "bold $lit" if is_current else "$ink"),
                (f"  {_span(run, view.today, goes_on=is_current)}", "$quiet"),
            )
        )
    return lines


def _totals(view: BoardView) -> Block:
    streak = view.streak
    lines = [_title("In all")]
    facts = [(streak.active_days, "day with a shift", "days with a shift")]
    if streak.minutes:
        facts.append((streak.minutes, "minute", f"minutes{_hours_in_words(streak.minutes)}"))
    facts.append((streak.returns, "time you came back", "times you came back"))
    width = max(len(f"{number:,}") for number, _, _ in facts)
    lines += [
        Content.assemble(
            (f"{number:>{width},} ", "$ink"), (one if number == 1 else several, "$quiet")
        )
        for number, one, several in facts
        if number
    ]
    return lines


def _weekdays(view: BoardView, numbers: Numbers) -> Block:
    counts = by_weekday(numbers.hours)
    start = view.settings.week_start
    days = [(start + number) % 7 for number in range(7)]
    bars = lying([Bar(_WEEKDAYS[day], counts[day]) for day in days], _BAR)
    return [_title("Weekdays"), *bars]


def _hours(numbers: Numbers) -> Block:
    counts = by_hour(numbers.hours)
    most = max(counts)
    bars = standing([count / most for count in counts], _HOUR_ROWS)
    told = habit(numbers.hours)
    lines = [_title("Hours"), *bars, Content.styled("0     6     12    18    24", "$quiet")]
    if told is not None:
        words = closely(f"{told[0].upper()}{told[1:]}.", 26, "$foreground")
        lines += [Content(""), *map(to_content, words)]
    return lines


def _kinds(numbers: Numbers) -> Block:
    bars = [Bar(kind or "in your own words", count) for kind, count in numbers.kinds]
    return [_title("Kinds of shift"), *lying(bars, _BAR)]


def _title(text: str) -> Content:
    return Content.styled(text, "bold $ink")


def _rows(blocks: Sequence[Block], width: int) -> Iterator[list[Block]]:
    """The blocks in rows, each as full as the width allows."""
    row: list[Block] = []
    for block in blocks:
        if row and sum(_width(one) + _GAP for one in row) + _width(block) > width:
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _side_by_side(blocks: Sequence[Block], width: int | None = None) -> Iterator[Content]:
    """The blocks in lines, each block in its own width or all in the same."""
    for row in zip_longest(*blocks, fillvalue=Content("")):
        cells = [
            line.truncate(width or _width(block), ellipsis=True, pad=True)
            for line, block in zip(row, blocks, strict=True)
        ]
        yield Content(" " * _GAP).join(cells).rstrip()


def _width(block: Block) -> int:
    return max(line.cell_length for line in block)


def _span(run: Run, today: date, *, goes_on: bool) -> str:
    start, end = _short(run.start, today), _short(run.end, today)
    if goes_on:
        return f"since {start}"
    return end if run.start == run.end else f"{start} to {end}"


def _short(day: date, today: date) -> str:
    return f"{shortest_day(day)}{other_year(day, today)}"


def _hours_in_words(minutes: int) -> str:
    hours = round(minutes / 60)
    return f", about {hours:,} hours" if hours > 1 else ""


def _percent(part: float) -> str:
    return f"{part * 100:.0f} %"


def _exact(part: float) -> str:
    return f"{part * 100:.1f} %"
