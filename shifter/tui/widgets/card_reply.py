"""The card after a shift: what was done, a line of answer, and the step that comes next."""

from shifter.core.records import NextStep, Shift
from shifter.core.views import ReplyCard
from shifter.tui.widgets.card_border import Choice
from shifter.tui.widgets.card_face import Block, Sheet
from shifter.tui.widgets.card_situation import Situation
from shifter.tui.widgets.card_words import BARRED_LINES, barred, duration
from shifter.tui.widgets.styled_line import StyledLine, assemble, evenly, styled, wrapped

_MOST_OF_A_NOTE = 8
_TICK = 2
"""Columns of the check mark before what was done."""


def reply_sheet(card: ReplyCard, room: int, situation: Situation) -> Sheet:
    """What stands on the card, in so many columns of text."""
    shift, answer, then = card.shift, card.answer, card.then
    narrow = room - _TICK
    done = wrapped(shift.text + (" ✦" if shift.little_yes else ""), narrow, "$foreground")
    ticked = [styled("✓ ", "bold $done") + done[0], *_indented(done[1:])]
    blocks = [Block(ticked)]
    if shift.said is not None:
        blocks.append(_note(shift.said, narrow))
    if answer is not None:
        blocks.append(Block(_indented(wrapped(answer, narrow, "bold $ink")), rank=1))
    if then is not None:
        blocks.append(Block(_indented(_since_you_are_here(then, shift, narrow)), rank=1))
    return Sheet(
        title=f"shift {card.number}",
        idea=shift.idea,
        blocks=tuple(blocks),
        choices=_reply_choices(card, situation),
        edge="$done",
        title_style="$done",
        idea_style="$done",
    )


def _note(said: str, room: int) -> Block:
    """Two lines of a note, and as many more as there is room for."""
    short, whole = barred(said, room), barred(said, room, _MOST_OF_A_NOTE)
    longer = [_indented(barred(said, room, most)) for most in range(len(whole), BARRED_LINES, -1)]
    return Block(_indented(short), rank=2, apart=False, longer=longer)


def _reply_choices(card: ReplyCard, situation: Situation) -> tuple[Choice, ...]:
    choice = situation.choice
    lit = choice("today.little-yes", "It lit something up", "It lit up")
    hunch = choice("today.hunch", "Make it a hunch", "A hunch")
    return (
        *(() if card.shift.little_yes else (lit,)),
        *((hunch,) if card.can_be_hunch else ()),
        choice("today.note", "Note"),
        choice("today.another", "Another" if card.then is None else "That next"),
        Choice(situation.keys["everywhere.quit"], "Good day", "app.quit"),
    )


def _since_you_are_here(then: NextStep, shift: Shift, room: int) -> list[StyledLine]:
    offer = assemble(
        ("Since you're here: ", "$quiet"), (_mid_sentence(then.text, shift), "$foreground")
    )
    takes = styled(duration(then.seconds), "$quiet").pad_left(2)
    # A number and its unit stay together, on the line of the last words.
    *lines, last = evenly(offer, room - takes.cell_length)
    return [*lines, last + takes]


def _mid_sentence(text: str, shift: Shift) -> str:
    """A prompt as it is written after a colon; a name at its beginning keeps its capital."""
    text = " ".join(text.split())
    is_name = any(name and text.startswith(name) for name in (shift.person, shift.idea))
    starts_sentence = text[:1].isupper() and text[1:2].islower() and not is_name
    return (text[0].lower() + text[1:] if starts_sentence else text).removesuffix(".")


def _indented(lines: list[StyledLine]) -> list[StyledLine]:
    return [line.pad_left(_TICK) for line in lines]
