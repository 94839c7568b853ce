"""The pick, drawn before Textual is loaded, where Today will have it a moment later.

It uses the same view, layout and card as Today; what it can't draw the same way it leaves to the
app.
"""

from collections.abc import Iterator, Sequence

from shifter.config import Config
from shifter.core.views import OpenCard, TodayView
from shifter.tui import commands
from shifter.tui.screens.today.arrangement import arrange, columns, inner_columns
from shifter.tui.screens.today.rows_wanted import greeting_lines, rows_wanted
from shifter.tui.start.first_colours import Colours, colours_for
from shifter.tui.widgets.card_face import draw
from shifter.tui.widgets.card_sheets import sheet
from shifter.tui.widgets.card_situation import Situation, situation
from shifter.tui.widgets.styled_line import Box, Span, StyledLine

_ABOVE, _BELOW = 2, 1
"""The rows of the header and of the footer."""

_NARROWEST, _LOWEST = 60, 18


def first_paint(view: TodayView, config: Config, width: int, height: int) -> str | None:
    """What to write to a terminal of this size; None where the app should come first."""
    if not _can_be_drawn(view, config) or width < _NARROWEST or height < _LOWEST:
        return None
    colours = colours_for(config.theme)
    if colours is None:
        return None
    keys = {
        command.id: commands.key_name(command.key)
        for command in (*commands.TODAY, *commands.EVERYWHERE)
    }
    around = situation(view, keys, config.minutes)
    blank = [StyledLine()] * height
    for box, lines in _parts(view, around, width, height - _ABOVE - _BELOW):
        for row, line in enumerate(lines, _ABOVE + box.y):
            blank[row] = line.pad_left(box.x)
    return _written(blank, width, colours)


def _can_be_drawn(view: TodayView, config: Config) -> bool:
    # A clock needs Textual's digits, and the user's own keys are checked by its names of keys.
    is_plain = not view.first_start and isinstance(view.card, OpenCard) and view.timer is None
    return is_plain and not config.keys


def _parts(
    view: TodayView, around: Situation, width: int, height: int
) -> Iterator[tuple[Box, Sequence[StyledLine]]]:
    """The greeting and the card, and where they stand."""
    _, card_width = columns(width)
    whole = sheet(view.card, card_width, around)
    inner = inner_columns(card_width)
    wanted = rows_wanted(view, whole, inner, around.keys["today.rest"])
    there = arrange(width, height, wanted)
    yield there.greeting, greeting_lines(view.greeting, there.greeting.width)
    face = draw(whole, there.card.width, there.card.height)
    yield there.card, face.lines


def _written(lines: Sequence[StyledLine], width: int, colours: Colours) -> str:
    rows = []
    for number, line in enumerate(lines, 1):
        text = "".join(
            _span(span, colours) for span in line.pad_right(width - line.cell_length).spans
        )
        rows.append(f"\x1b[{number};1H{text}")
    return "".join(rows) + "\x1b[0m"


def _span(span: Span, colours: Colours) -> str:
    style, _, ground = span.style.partition(" on $")
    words = style.split()
    colour = next((word[1:] for word in words if word.startswith("$")), "foreground")
    text = "".join(character for character in span.text if character.isprintable())
    bold = "\x1b[1m" if "bold" in words else ""
    on = colours[ground or "background"].ground
    return f"\x1b[0m{bold}\x1b[{colours[colour].text}m\x1b[{on}m{text}"
