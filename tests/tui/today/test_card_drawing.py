"""A card in any room: its border never breaks, and what matters least gives way first."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.records import Quote
from shifter.core.views import Card, OpenCard, ReplyCard, TimerCard
from shifter.tui.commands import TODAY
from shifter.tui.widgets.card_border import Choice, lower_edge, upper_edge
from shifter.tui.widgets.card_face import draw
from shifter.tui.widgets.card_sheets import sheet
from shifter.tui.widgets.card_situation import Clock
from shifter.tui.widgets.styled_line import styled
from tests.tui.today.samples import OPEN, PICK, POCKET, REPLY, SHIFT, SITUATION, TIMER

FAMILY = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
HOSTILE = (
    "漢字かな交じり文" * 20,
    f"{FAMILY} " * 80,
    "שלום עולם " * 40,
    "x" * 500,
    "[b]x[/] " * 70,
)


def drawn(card: Card, width: int = 76, height: int = 9, clock: Clock | None = None) -> list[str]:
    situation = SITUATION._replace(clock=clock)
    return [line.plain for line in draw(sheet(card, width, situation), width, height).lines]


def test_an_open_pick_stands_as_it_is_meant_to() -> None:
    assert drawn(OPEN) == [
        "╭─ 5 min, anywhere ─────────────────────────────────────── Pottery studio ─╮",
        "│                                                                          │",
        "│    Write three rough lines to Ines Calder.                               │",
        "│    Nobody has to see them.                                               │",
        "│                                                                          │",
        "│    Last Thursday you wrote about her work:                               │",
        "│    ▎ she talks while her hands keep going; I could listen for hours      │",
        "│                                                                          │",
        "╰─── d Done ── space Timer ── s Smaller ── n Another ── p Pocket it ───────╯",
    ]


@pytest.mark.parametrize("height", range(9))
@pytest.mark.parametrize("width", [16, 76])
@pytest.mark.parametrize("clock", [None, Clock(272, 300, paused=False, kept_going=False)])
def test_what_is_drawn_on_a_card_stays_within_its_border(
    width: int, height: int, clock: Clock | None
) -> None:
    card = OpenCard(PICK._replace(asks="Their name"))
    situation = SITUATION._replace(clock=clock)
    for place in draw(sheet(card, width, situation), width, height).places.values():
        assert place.height > 0
        assert 1 <= place.y < place.y + place.height <= height - 1
        assert place.x + place.width < width


@pytest.mark.parametrize("width", [50, 58, 76])
@pytest.mark.parametrize("asks", [None, "Their name"])
def test_a_command_has_one_name_wherever_it_is_told(width: int, asks: str | None) -> None:
    card = OpenCard(PICK._replace(asks=asks))
    skipped = SITUATION._replace(skipped=True)
    edges = [drawn(card, width)[-1], drawn(REPLY._replace(then=None), width)[-1]]
    edges.append(draw(sheet(card, width, skipped), width, 9).lines[-1].plain)
    named = {command.key: command.name for command in TODAY}
    for key in ("space", "n", "x", "d"):
        said = {part for edge in edges for part in re.findall(rf"\b{key} (\w+(?: \w+)*)", edge)}
        assert said <= {named[key]}
    assert f"n {named['n']}" in edges[0]


def test_the_five_keys_that_matter_stand_on_the_narrowest_card() -> None:
    edge = drawn(OpenCard(PICK._replace(asks="Their name")), 58)[-1]
    for words in ("enter Write", "d Done", "s Smaller", "n Another", "p Pocket"):
        assert words in edge


def test_a_step_of_ones_own_says_no_length_and_no_place() -> None:
    assert drawn(OpenCard(PICK._replace(own_step=True)))[0].startswith("╭─ your next step ─")


def test_on_a_narrow_card_the_places_are_shortened_before_the_idea() -> None:
    card = OpenCard(PICK._replace(seconds=30, places=("desk", "phone")))
    assert drawn(card)[0].startswith("╭─ 30 seconds, at a desk or on the phone ─")
    edge = drawn(card, width=56)[0]
    assert edge.startswith("╭─ 30 seconds, desk or phone ─")
    assert edge.endswith("─ Pottery studio ─╮")


def test_what_is_at_hand_gives_way_to_the_idea() -> None:
    at_hand = SITUATION._replace(at_hand="at hand: 2 min, out and about")
    card = OpenCard(PICK._replace(seconds=30, places=("desk", "phone")))
    wide = draw(sheet(card, 80, at_hand), 80, 9).lines[0].plain
    assert wide.startswith("╭─ 30 seconds, desk or phone · at hand: 2 min, out and about ─")
    assert wide.endswith("─ Pottery studio ─╮")
    narrow = draw(sheet(card, 56, at_hand), 56, 9).lines[0].plain
    assert narrow.startswith("╭─ 30 seconds, desk or phone ─")
    assert narrow.endswith("─ Pottery studio ─╮")


def test_a_reply_tells_what_was_done_and_offers_the_next_step() -> None:
    assert drawn(REPLY) == [
        "╭─ shift 215 ───────────────────────────────────────────── Pottery studio ─╮",
        "│                                                                          │",
        "│    ✓ Wrote three rough lines to Ines Calder                              │",
        "│                                                                          │",
        "│      That page is no longer blank.                                       │",
        "│                                                                          │",
        "│      Since you're here: read them aloud once and change one word  2 min  │",
        "│                                                                          │",
        "╰─── y It lit something up ── enter Note ── n That next ── q Good day ─────╯",
    ]


def test_how_long_a_step_takes_stands_beside_its_last_words() -> None:
    then = REPLY.then
    assert then is not None
    reply = REPLY._replace(
        then=then._replace(text="Read them aloud, and then change one more word.")
    )
    assert [line.strip("│ ") for line in drawn(reply, height=10)[6:8]] == [
        "Since you're here: read them aloud, and then",
        "change one more word  2 min",
    ]


def test_a_blank_line_in_a_note_takes_no_row() -> None:
    reply = REPLY._replace(shift=SHIFT._replace(note="She laughed.\n\nCome by on a Saturday."))
    assert [line.strip("│ ") for line in drawn(reply)[2:4]] == [
        "▎ She laughed.",
        "▎ Come by on a Saturday.",
    ]


def test_a_note_keeps_its_lines_as_far_as_there_is_room() -> None:
    note = "She laughed.\nCome by.\nBring clay.\nOn a Saturday."
    reply = REPLY._replace(shift=SHIFT._replace(note=note), then=None, answer=None)
    lines = [f"▎ {line}" for line in note.splitlines()]
    for height, shown in (
        (6, ["▎ She laughed.", "▎ Come by. …"]),
        (8, [*lines[:2], "▎ Bring clay. …"]),
        (9, lines),
        (14, lines),
    ):
        told = [line.strip("│ ") for line in drawn(reply, height=height)]
        assert [line for line in told if line.startswith("▎")] == shown, height


def test_where_a_row_is_missing_it_is_the_one_above_the_field() -> None:
    asking = OpenCard(PICK._replace(asks="Three lines"))
    assert [line.strip("│ ") for line in drawn(asking, height=9)[1:5]] == [
        "",
        "Write three rough lines to Ines Calder.",
        "Nobody has to see them.",
        "›  Three lines · enter to write",
    ]
    assert drawn(asking, height=10)[2].strip("│ ") == "Write three rough lines to Ines Calder."
    assert drawn(asking, height=10)[4].strip("│ ") == ""


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [20, 40, 58, 76, 84])
@pytest.mark.parametrize("height", [5, 9, 30])
def test_no_text_breaks_the_border(text: str, width: int, height: int) -> None:
    pick = PICK._replace(
        text=text, more=text, idea=text, why=text, quote=Quote(text, text), asks=text
    )
    shift = SHIFT._replace(text=text, note=text, idea=text, little_yes=True)
    cards: tuple[Card, ...] = (OpenCard(pick), ReplyCard(shift, 1, text, None, asks_anchor=True))
    for card in cards:
        lines = draw(sheet(card, width, SITUATION), width, height).lines
        assert [line.cell_length for line in lines] == [width] * height
        assert all(line.plain[0] == line.plain[-1] == "│" for line in lines[1:-1])


@given(text=st.text(max_size=120), width=st.integers(24, 90), height=st.integers(5, 14))
def test_every_line_is_as_wide_as_the_card(text: str, width: int, height: int) -> None:
    pick = PICK._replace(text=text or "…", quote=Quote("You wrote:", text), idea=text or None)
    lines = draw(sheet(OpenCard(pick), width, SITUATION), width, height).lines
    assert [line.cell_length for line in lines] == [width] * height


def test_markup_in_a_pick_is_only_text() -> None:
    pick = PICK._replace(text="Read [b]this[/b] [/] page")
    assert "Read [b]this[/b] [/] page" in drawn(OpenCard(pick))[2]


@pytest.mark.parametrize(("height", "kept"), [(9, True), (7, True), (6, True), (5, False)])
def test_the_quote_goes_before_the_action_does(height: int, kept: bool) -> None:
    text = "\n".join(drawn(OPEN, height=height))
    assert "Write three rough lines to Ines Calder." in text
    assert ("she talks while" in text) is kept


def test_the_reason_is_told_where_there_is_room() -> None:
    assert PICK.why not in "\n".join(drawn(OPEN, height=9))
    assert PICK.why in "\n".join(drawn(OPEN, height=11))


def test_without_a_quote_the_reason_takes_its_place() -> None:
    assert PICK.why in "\n".join(drawn(OpenCard(PICK._replace(quote=None))))


def test_the_clock_moves_nothing_else_on_the_card() -> None:
    without, running = drawn(OPEN), drawn(OPEN, clock=Clock(277, 300, False, False))
    assert [line[:45] for line in running[:-1]] == [line[:45] for line in without[:-1]]
    assert "of 5 minutes" in running[4]


def test_no_second_moves_the_words_beside_the_clock() -> None:
    seconds = [drawn(OPEN, clock=Clock(left, 300, False, left < 0)) for left in (300, 0, -1, -300)]
    assert len({tuple(line[:45] for line in card[1:-1]) for card in seconds}) == 1
    assert "✓ That was 5 minutes." in seconds[1][0]


@pytest.mark.parametrize(
    ("clock", "edge"),
    [
        (Clock(277, 300, paused=False, kept_going=False), "d Done ── space Pause"),
        (Clock(200, 300, paused=True, kept_going=False), "space Resume ── esc Put the timer away"),
        (Clock(0, 300, paused=False, kept_going=False), "d Log it ── space Keep going"),
        (Clock(-70, 300, paused=False, kept_going=True), "d Done ── space Pause"),
    ],
)
def test_the_edge_says_what_can_be_done_with_the_clock(clock: Clock, edge: str) -> None:
    assert edge in drawn(OPEN, clock=clock)[-1]


def test_questions_show_their_answers() -> None:
    pocket, timer = drawn(POCKET), drawn(TIMER)
    assert "on Tuesday. Did it happen?" in "\n".join(pocket)
    assert "y Yes, it did ── n Not yet ── x No, and that's fine" in pocket[-1]
    assert "3 minutes. Did it get done?" in "\n".join(timer)
    assert "y Yes, log it ── n No, not yet" in timer[-1]


@pytest.mark.parametrize(
    ("since", "seconds", "told"),
    [
        (datetime(2026, 11, 19, 7, 12), 240, "Since 07:12, kept as 4 minutes."),
        (datetime(2026, 11, 20, 0, 5), 30, "Since 00:05, kept as 1 minute."),
        (
            datetime(2026, 11, 18, 19, 2),
            300,
            "Since yesterday at 19:02, kept as 5 minutes.",
        ),
        (datetime(2026, 11, 15, 19, 2), 300, "Since Sunday at 19:02, kept as 5 minutes."),
        (datetime(2026, 3, 3, 9, 0), 95, "Since 3 March at 09:00, kept as 2 minutes."),
        (None, 95, "The timer ran for 2 minutes."),
        (None, 40, "The timer ran for 40 seconds."),
    ],
)
def test_a_timer_that_was_left_says_since_when_it_was_running(
    since: datetime | None, seconds: int, told: str
) -> None:
    card = TimerCard(PICK, seconds, since)
    assert f"{told} Did it get done?" in " ".join("".join(drawn(card)).replace("│", " ").split())


def test_the_last_step_down_offers_to_write_a_smaller_one() -> None:
    tiny = OpenCard(PICK._replace(seconds=30, can_shrink=False))
    assert "space Timer ── s Write smaller" in drawn(tiny)[-1]


def test_a_name_at_the_beginning_of_the_next_step_keeps_its_capital() -> None:
    then = REPLY.then
    assert then is not None
    card = ReplyCard(SHIFT, 2, None, then._replace(text="Ines Calder waits. Write."), False)
    assert "Since you're here: Ines Calder waits. Write  2 min" in "\n".join(drawn(card))


@pytest.mark.parametrize("card", [OPEN, REPLY, POCKET, TIMER])
def test_the_frame_is_of_one_colour_all_round(card: Card) -> None:
    lines = draw(sheet(card, 76, SITUATION), 76, 9).lines
    spans = [span for line in lines for span in line.spans]
    assert len({span.style for span in spans if set(span.text) <= set("╭╮╰╯─│")}) == 1


def test_the_idea_gives_way_to_the_title() -> None:
    title, idea = styled("5 min, anywhere"), styled("A very long idea indeed")
    edge = upper_edge(title, idea, 36, "").plain
    assert edge.startswith("╭─ 5 min, anywhere ─")
    assert edge.endswith("… ─╮")


@pytest.mark.parametrize("width", range(8, 90))
def test_the_edge_fits_and_keeps_the_first_key_longest(width: int) -> None:
    choices = [Choice(key, f"{key} label", "") for key in "abcde"]
    edge = lower_edge(choices, width, "")
    assert edge.cell_length == width
    if width >= 16:
        assert "a a label" in edge.plain


def test_a_click_on_the_edge_is_as_good_as_the_key() -> None:
    edge = draw(sheet(OPEN, 76, SITUATION), 76, 9).lines[-1]
    smaller = [span.text for span in edge.spans if span.action == "screen.smaller"]
    assert "".join(smaller) == "s Smaller"
