"""The texts that people take along: a dead end as a card, and the way to the Yes."""

from datetime import UTC, date, datetime

from shifter.core.dead_end_card import text_card
from shifter.core.ideas_view import DeadEnd, TheWay
from shifter.core.records import Idea, Shift
from shifter.core.way_story import Move, story

ENDED = Idea(
    id="i",
    name="Psychoanalysis",
    stage="dead_end",
    why=None,
    temperature=None,
    days_quiet=0,
    shifts=11,
    minutes=70,
    little_yeses=2,
    taught="I want to listen, not to treat.",
    spared="two years, and 9,000 of fees",
    added=date(2026, 6, 15),
    ended=date(2026, 10, 14),
)
FOUND_OUT = "You found out in seventy minutes."


def test_a_card_says_what_it_took_spared_taught_and_left() -> None:
    assert text_card(DeadEnd(ENDED, FOUND_OUT, ("Radio", "Pottery"))) == (
        "▎ Psychoanalysis: not this way.\n"
        "▎ You found out in seventy minutes.\n"
        "▎\n"
        "▎ it took    11 shifts\n"
        "▎ it spared  two years, and 9,000 of fees\n"
        "▎ I know     I want to listen, not to treat.\n"
        "▎ I keep     ✦ ✦  and two ways on\n"
    )


def test_a_card_invents_nothing() -> None:
    bare = ENDED._replace(taught=None, spared=None, little_yeses=0, shifts=1)
    assert text_card(DeadEnd(bare, FOUND_OUT, ())) == (
        "▎ Psychoanalysis: not this way.\n▎ You found out in seventy minutes.\n▎\n"
        "▎ it took    1 shift\n"
    )


def test_many_lights_are_counted() -> None:
    card = text_card(DeadEnd(ENDED._replace(little_yeses=1234), FOUND_OUT, ("Radio",)))
    assert "✦ 1,234  and one way on" in card


def test_the_story_tells_every_shift_and_turn_day_by_day() -> None:
    yes = ENDED._replace(name="Pottery studio", stage="yes", ended=date(2026, 11, 19))
    way = TheWay(
        idea=yes,
        first=date(2026, 10, 31),
        last=date(2026, 11, 19),
        shifts=2,
        minutes=15,
        people=1,
        little_yeses=1,
        others=("Radio",),
        ruled_out=("Psychoanalysis",),
        book_closed=None,
    )
    shift = Shift(
        id="s",
        text="Walked past the kiln",
        done_at=datetime(2026, 10, 31, 8, 15, tzinfo=UTC),
        offset=3600,
        zone="Europe/Berlin",
        day=date(2026, 10, 31),
        minutes=10,
        idea="Pottery studio",
        person="Ines",
        little_yes=True,
        note="warm\neven outside",
        prompt=None,
    )
    later = shift._replace(
        text="Signed up",
        done_at=datetime(2026, 11, 19, 9, tzinfo=UTC),
        day=date(2026, 11, 19),
        idea=None,
        person=None,
        little_yes=False,
        note=None,
    )
    moves = (
        Move(date(2026, 10, 31), "Pottery studio", "hunch"),
        Move(date(2026, 11, 19), "Pottery studio", "yes"),
        Move(date(2026, 12, 24), "Radio", "project"),
    )
    assert story(way, (shift, later), moves) == (
        "I made a career change.\n"
        "\n"
        "It took 20 days, a few minutes at a time, and it led to Pottery studio.\n"
        "2 shifts, 1 person, 1 Little Yes, 1 path ruled out: here they are.\n"
        "\n"
        "October 2026\n"
        "\n"
        "Saturday 31 October\n"
        "  09:15 ✦ Walked past the kiln  (Pottery studio, with Ines)\n"
        "          ▎ warm\n"
        "          ▎ even outside\n"
        "          Pottery studio was a hunch.\n"
        "\n"
        "November 2026\n"
        "\n"
        "Thursday 19 November\n"
        "  10:00   Signed up\n"
        "          Pottery studio: yes.\n"
        "\n"
        "Ruled out on the way, with thanks: Psychoanalysis.\n"
        "Company on the way: Radio.\n"
        "19 November 2026: Pottery studio.\n"
    )
