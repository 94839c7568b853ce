"""The card of an open pick: the action, what it builds on, and the clock beside it."""

from itertools import zip_longest

from shifter.core.records import Pick
from shifter.tui.widgets.card_border import Choice
from shifter.tui.widgets.card_face import LUXURY, Block, Sheet
from shifter.tui.widgets.card_situation import Clock, Situation
from shifter.tui.widgets.card_words import (
    duration,
    duration_in_full,
    places,
    places_in_short,
    quote_lines,
    signs_stay,
)
from shifter.tui.widgets.styled_line import StyledLine, assemble, filled, one_line, styled, wrapped

_SIGN = 2
_BESIDE = 3
"""Columns between the action and the clock."""


def pick_sheet(pick: Pick, room: int, situation: Situation) -> Sheet:
    """What stands on the card of a pick, in so many columns of text."""
    clock = situation.clock
    blocks = (
        [Block(_beside_clock(pick, room, clock), airy=True, mark="clock")]
        if clock
        else _headline(pick, room, situation)
    )
    if pick.asks is not None:
        asked = field_words(pick.asks, situation.keys["today.note"])
        blocks.append(Block([_empty_field(asked, room)], mark="field"))
    if pick.quote is not None:
        # The row below the clock's figures is air enough.
        is_below_clock = clock is not None and pick.asks is None
        blocks.append(Block(quote_lines(pick.quote, room), rank=2, apart=not is_below_clock))
    reason_rank = LUXURY if pick.quote or pick.asks or clock else 2
    blocks.append(Block(wrapped(pick.why, room, "$quiet"), rank=reason_rank))
    is_over = clock is not None and clock.is_over
    signs = signs_stay(situation.keys["today.edit"]) if situation.signed else None
    return Sheet(
        title=signs or _title(pick, room, situation),
        idea=_idea(pick, situation),
        blocks=tuple(blocks),
        choices=_open_choices(pick, situation),
        edge="$accent" if situation.writing else "$done" if is_over else "$line",
        title_style="$lit" if signs else "$done" if is_over else "$quiet",
    )


def field_words(asks: str, key: str) -> str:
    """What an empty field says until it has the focus: until then letters are commands."""
    return f"{asks} · {key} to write"


def _empty_field(asked: str, room: int) -> StyledLine:
    """What the empty text field will look like, with a blank at either end."""
    width = room - _SIGN
    shown = filled(one_line(asked, width - 2), width - 1)
    return assemble(("› ", "$accent"), (f" {shown.plain}", "$quiet on $surface"))


def _headline(pick: Pick, room: int, situation: Situation) -> list[Block]:
    style = "$ink" if situation.resting else "bold $ink"
    blocks = [Block(wrapped(pick.text, room, style))]
    if pick.more is not None:
        blocks.append(Block(wrapped(pick.more, room, style), rank=1, apart=False))
    return blocks


def _beside_clock(pick: Pick, room: int, clock: Clock) -> list[StyledLine]:
    """The action with the clock to its right, so that starting it moves nothing else."""
    figures = _clock_lines(clock)
    width = max(line.cell_length for line in figures)
    left = [StyledLine(), *wrapped(pick.text, room - width - _BESIDE, "bold $ink")]
    if pick.more is not None:
        left += wrapped(pick.more, room - width - _BESIDE, "bold $ink")
    rows = zip_longest(left, figures, fillvalue=StyledLine())
    return [text.pad_right(room - width - text.cell_length) + figure for text, figure in rows]


def _title(pick: Pick, room: int, situation: Situation) -> str:
    clock = situation.clock
    if clock is not None and clock.is_over:
        return f"✓ That was {duration_in_full(clock.length)}."
    idea = styled(_idea(pick, situation) or "").cell_length
    # Whoever set what is at hand knows it; what this is for has to be told.
    wordings = (
        _title_naming(pick, places(pick.places), situation, situation.at_hand),
        _title_naming(pick, places_in_short(pick.places), situation, situation.at_hand),
        _title_naming(pick, places_in_short(pick.places), situation, None),
    )
    fitting = (title for title in wordings if styled(title).cell_length + idea < room)
    return next(fitting, wordings[-1])


def _title_naming(pick: Pick, where: str, situation: Situation, at_hand: str | None) -> str:
    said = ["your next step" if pick.own_step else f"{duration(pick.seconds)}, {where}"]
    if at_hand is not None:
        said.append(at_hand)
    if situation.resting:
        said.insert(0, "a rest day")
    return " · ".join(said)


def _idea(pick: Pick, situation: Situation) -> str | None:
    chosen = pick.idea is not None and pick.idea == situation.idea
    return f"today: {pick.idea}" if chosen else pick.idea


def _open_choices(pick: Pick, situation: Situation) -> tuple[Choice, ...]:
    choice = situation.choice
    done = choice("today.done", "Done")
    if situation.writing:
        return (
            Choice("enter", "Log it", "screen.log_written"),
            Choice("esc", "Step out, your words stay", "screen.leave", "Step out"),
        )
    if situation.clock is not None:
        return _clock_choices(pick, situation.clock, situation)
    another = choice("today.another", "Another")
    timer = choice("today.timer", "Timer")
    asks = pick.asks is not None
    begin = (choice("today.note", "Write"), done) if asks else (done, timer)
    smaller = choice("today.smaller", "Smaller" if pick.can_shrink else "Write smaller", "Smaller")
    pocket = choice("today.pocket", "Pocket it", "Pocket")
    # What comes last is the first to go where room is short; beside a field that is the timer.
    last = (timer,) if asks else ()
    if situation.skipped:
        never = choice("today.never-again", "Never again")
        return *begin, another, never, smaller, pocket, *last
    return *begin, smaller, another, pocket, *last


def _clock_choices(pick: Pick, clock: Clock, situation: Situation) -> tuple[Choice, ...]:
    choice = situation.choice
    if clock.is_over:
        return choice("today.done", "Log it"), choice("today.timer", "Keep going")
    if clock.paused:
        return (
            choice("today.done", "Done"),
            choice("today.timer", "Resume"),
            Choice("esc", "Put the timer away", "screen.leave", "No timer"),
        )
    return (
        choice("today.done", "Done"),
        choice("today.timer", "Pause"),
        choice("today.note", "Write")
        if pick.asks is not None
        else choice("today.note", "Done, with a note", "With a note"),
    )


def _clock_lines(clock: Clock) -> list[StyledLine]:
    """Three rows of digits, and below them what they mean, flush right.

    They are as wide before the time is up as after, so that the words beside them never move.
    """
    style = "$done" if clock.left <= 0 else "$quiet" if clock.paused else "$lit"
    from shifter.tui.widgets.timer import clock_text, digits

    rows = [styled(row, style) for row in digits(clock_text(clock.left))]
    figures = max(row.cell_length for row in rows)
    words = styled(_clock_words(clock), "$quiet")
    beyond = max(len(row) for row in digits(clock_text(-clock.length)))
    width = max(figures, words.cell_length, beyond)
    return [*(row.pad_left(width - figures) for row in rows), _flush_right(words, width)]


def _flush_right(line: StyledLine, width: int) -> StyledLine:
    return line.pad_left(width - line.cell_length)


def _clock_words(clock: Clock) -> str:
    whole = duration_in_full(clock.length)
    if clock.paused:
        return "paused"
    return f"beyond {whole}" if clock.left <= 0 and not clock.is_over else f"of {whole}"
