"""The board of `shifter streak`: the figures, the towers, the run, this week, the landing."""

import os
import sys
from collections.abc import Iterator
from itertools import groupby

from shifter.cli.page import Page
from shifter.cli.shift_lines import week_sentence
from shifter.core import board, board_words
from shifter.core.board import DRAWN, TYPED, WEEK_DAYS, Kind, Piece
from shifter.core.board_view import Board
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.records import Streak

if TYPE_CHECKING:
    from shifter.companion import Companion

_LABELS = 5
_USUAL_WIDTH = 80
_WIDEST = 120
_FIGURE_GAP = 3
_LEGEND_GAP = 3


def board_lines(page: Page, streak: Streak, companion: "Companion") -> Iterator[str]:
    """The figures of one day as a small board."""
    width = _width()
    found = companion.figures.board(streak, width - _LABELS - 1)
    if found is None and streak.as_of < page.today:
        yield f"Nothing yet on {page.day(streak.as_of)}."
        return
    if found is None:
        yield "Nothing in the log yet, and nothing is needed. shifter pick shows something tiny."
        return
    yield _figures(page, streak)
    yield ""
    yield from _towers(page, found)
    yield ""
    yield from _wrapped(_legend(page, found), width)
    yield ""
    run = board_words.run_rest(streak, found.grace, "shifter rest today")
    yield from _sentence(page, board_words.run_lead(streak), run, width)
    if sentence := week_sentence(streak):
        yield sentence
    yield next(
        words
        for words in board_words.landing(streak.total, streak.landing, found.when)
        if len(words) <= width
    )


def _width() -> int:
    """The columns of the terminal, or the usual ones where the board goes elsewhere."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        columns = 0
    return min(columns or _USUAL_WIDTH, _WIDEST)


def _figures(page: Page, streak: Streak) -> str:
    """The four numbers that cannot fall; one that is still zero is left out."""
    return (" " * _FIGURE_GAP).join(
        f"{page.strong(f'{number:,}')} {word}" for number, word in board_words.front_row(streak)
    )


def _towers(page: Page, found: Board) -> Iterator[str]:
    months = " " * _LABELS
    for label in board.month_labels(found.page, found.shape.cell):
        months = f"{months.ljust(_LABELS + label.column)}{label.text}"
    yield page.quiet(months)
    for row in range(WEEK_DAYS):
        name, pieces = f"{found.page.day(0, row):%a}", _row(page, found, row)
        name = name.ljust(_LABELS) if pieces else name
        yield f"{page.quiet(name)}{_painted(page, pieces)}"


def _row(page: Page, found: Board, row: int) -> list[Piece]:
    """The pieces of one weekday, blank before the first shift and after the last day."""
    glyphs, cell, today = _glyphs(page), found.shape.cell, found.streak.as_of
    shown: list[Piece] = []
    for week in range(found.page.weeks):
        day = found.days[week * WEEK_DAYS + row]
        if found.first <= day.day <= today:
            shown += board.pieces(day, glyphs, cell, is_today=day.day == today)
        elif day.day < found.first:
            shown.append(Piece(" " * cell, "empty"))
    last = found.page.day(found.page.weeks - 1, row)
    if last == today and board.kind_of(found.days[-WEEK_DAYS + row], is_today=True) != "open":
        shown.append(Piece(glyphs.today, "today"))
    while shown and shown[-1].glyphs.isspace():
        shown.pop()
    return shown


def _legend(page: Page, found: Board) -> list[str]:
    """Each glyph with its words."""
    glyphs = _glyphs(page)
    explained = []
    for line in board.legend(found.shown, found.streak.as_of):
        glyph = board.glyph_of(line.kind, glyphs) * (2 if board.fills_window(line.kind) else 1)
        explained.append(f"{_painted(page, [Piece(glyph, line.kind)])} {page.quiet(line.words)}")
    return explained


def _glyphs(page: Page) -> board.Glyphs:
    return DRAWN if page.unicode else TYPED


def _painted(page: Page, pieces: list[Piece]) -> str:
    """The pieces in the colours of a plain terminal, which the glyphs do without as well."""
    painted = ""
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        glyphs = "".join(piece.glyphs for piece in group)
        painted += _look(page, kind, glyphs)
    return painted


def _look(page: Page, kind: Kind, glyphs: str) -> str:
    if kind in board.LEVELS:
        return page.lit(glyphs)
    return page.quiet(glyphs) if kind in ("empty", "rest") else page.strong(glyphs)


def _wrapped(parts: list[str], width: int) -> Iterator[str]:
    """The parts in lines, indented like the towers; marks of emphasis take no column."""
    line, used = "", 0
    for part in parts:
        length = sum(glyph.isprintable() for glyph in part)
        if line and used + _LEGEND_GAP + length > width - _LABELS:
            yield f"{' ' * _LABELS}{line}"
            line, used = "", 0
        gap = " " * _LEGEND_GAP if line else ""
        line, used = f"{line}{gap}{part}", used + len(gap) + length
    if line:
        yield f"{' ' * _LABELS}{line}"


def _sentence(page: Page, lead: str, rest: str, width: int) -> Iterator[str]:
    """The lead in strong letters and what follows it, in lines of that width."""
    import textwrap

    first, *others = textwrap.wrap(lead + rest, width)
    yield page.strong(lead) + first[len(lead) :]
    yield from others
