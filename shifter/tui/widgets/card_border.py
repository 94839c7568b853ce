"""A card's two edges: the upper one with its titles, the lower one with the keys that matter."""

from collections.abc import Sequence

from shifter.core.quick_tuple import NamedTuple
from shifter.tui.widgets.styled_line import StyledLine, assemble, joined

_SHORTEST_IDEA = 12


class Choice(NamedTuple):
    """A key in the lower edge. `action` runs when it is clicked; `short` is for narrow cards."""

    key: str
    label: str
    action: str
    short: str | None = None


def upper_edge(title: StyledLine, idea: StyledLine | None, width: int, style: str) -> StyledLine:
    """`╭─ 5 min, anywhere ─── Pottery studio ─╮`; the idea gives way before the title does."""
    left = title.truncate(width - 6)
    parts: list[StyledLine | str | tuple[str, str]] = [("╭─", style), " ", left, " "]
    room = width - 9 - left.cell_length
    if idea is not None and room >= _SHORTEST_IDEA:
        right = idea.truncate(room)
        parts.append(("─" * (room + 1 - right.cell_length), style))
        parts += [" ", right, " ", ("─╮", style)]
    else:
        parts.append(("─" * (room + 4) + "╮", style))
    return assemble(*parts)


def lower_edge(choices: Sequence[Choice], width: int, style: str, pointed: str = "") -> StyledLine:
    """`╰─── d Done ── n Another ───╯`: labels and dashes shrink until all of them fit.

    `pointed` is the action under the mouse.
    """
    for is_short, dashes in ((False, 2), (False, 1), (True, 2), (True, 1), (True, 0)):
        menu = _menu(choices, is_short=is_short, dashes=dashes, style=style, pointed=pointed)
        for lead in (3, 1, 0):
            rest = width - 2 - lead - menu.cell_length
            if rest >= min(lead, 1):
                return assemble(("╰" + "─" * lead, style), menu, ("─" * rest + "╯", style))
    # What is left out here is still a key, and in the help.
    return lower_edge(choices[:-1], width, style, pointed)


def _menu(
    choices: Sequence[Choice], *, is_short: bool, dashes: int, style: str, pointed: str
) -> StyledLine:
    items = []
    for choice in choices:
        label = choice.short if is_short and choice.short is not None else choice.label
        item = assemble((choice.key, "bold $accent"), " ", (label, "$foreground"))
        item = item.on_click(choice.action)
        items.append(item.stylize("underline") if choice.action == pointed else item)
    if not items:
        return StyledLine()
    between = assemble(" ", ("─" * dashes, style), " ")  # Two blanks where there is no room.
    return assemble(" ", joined(between, items), " ")
