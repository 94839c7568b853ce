"""What a line with `#` and `@` will be understood as, shown while it is typed."""

from collections.abc import Sequence

from textual.content import Content

from shifter.core.sign_words import Known, meant
from shifter.core.signs import read_signs
from shifter.core.text import beginning
from shifter.errors import ShifterError, UnclearName

_BETWEEN = " · "
_APART = "   "
_AND_MORE = f"{_APART}…"
_A_FEW = 6
"""The columns in which a name that is cut short can still be guessed."""

_ENOUGH = 100
"""So many characters are enough to recognise a line by."""


def understood(line: str, known: Known, width: int) -> Content:
    """`Pottery studio · Ana · 10 min · ✦`: what the signs in a line say, as far as it is typed.

    What will be logged comes first where a sign is taken out of its middle. In so many columns it
    breaks between two of them, never within one.
    """
    try:
        signs = read_signs(line)
    except ShifterError:
        return Content("")  # An unfinished line is no mistake; enter says what is wrong.
    parts: list[Content] = []
    if not " ".join(line.split()).startswith(signs.text):
        parts.append(Content(beginning(signs.text, _ENOUGH)))
    if signs.idea is not None:
        parts.append(_named(f"#{signs.idea}", known).stylize_before("$idea"))
    if signs.person is not None:
        parts.append(_named(f"@{signs.person}", known))
    if signs.minutes is not None:
        parts.append(Content(f"{signs.minutes} min"))
    if signs.little_yes:
        parts.append(Content.styled("✦ a Little Yes", "$accent"))
    return _packed(parts, width)


def suggested(names: Sequence[str], width: int) -> Content:
    """The name that tab completes to, and of the others as many as fit beside it on one line."""
    first, *others = names
    shown = Content.assemble((first, "bold $idea"), (" tab", "$accent"))
    for position, name in enumerate(others):
        more = "" if position == len(others) - 1 else _AND_MORE
        room = width - shown.cell_length - len(_APART) - len(more)
        if Content(name).cell_length > room:
            if room < _A_FEW:
                return Content.assemble(shown, (_AND_MORE, "$quiet"))
            return Content.assemble(shown, (_APART + _cut_short(name, room) + more, "$quiet"))
        shown = Content.assemble(shown, (_APART + name, "$quiet"))
    return shown


def _named(sign: str, known: Known) -> Content:
    try:
        name = meant(sign, known)
    except UnclearName as unclear:
        return Content.styled(unclear.short, "$lit")
    return Content(name if name is not None else f"{sign[1:]}, new here")


def _cut_short(name: str, room: int) -> str:
    return f"{Content(name).truncate(room - 1).plain.rstrip()}…"


def _packed(parts: Sequence[Content], width: int) -> Content:
    lines = [Content("")]
    for part in parts:
        last = lines[-1]
        if not last:
            lines[-1] = part
        elif last.cell_length + len(_BETWEEN) + part.cell_length <= width:
            lines[-1] = Content.assemble(last, (_BETWEEN, "$quiet"), part)
        else:
            lines.append(part)
    return Content("\n").join(lines)
