"""A dead end as a card to take along."""

from datetime import date

from shifter.core.dead_end_card import text_card
from shifter.core.ideas_view import DeadEnd
from shifter.core.records import Idea

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


def test_a_name_that_ends_with_a_stop_has_the_cards_own_instead() -> None:
    card = text_card(DeadEnd(ENDED._replace(name="Law, really?"), FOUND_OUT, ()))
    assert card.startswith("▎ Law, really: not this way.")


def test_a_card_invents_nothing() -> None:
    bare = ENDED._replace(taught=None, spared=None, little_yeses=0, shifts=1)
    assert text_card(DeadEnd(bare, FOUND_OUT, ())) == (
        "▎ Psychoanalysis: not this way.\n▎ You found out in seventy minutes.\n▎\n"
        "▎ it took    1 shift\n"
    )


def test_many_lights_are_counted() -> None:
    card = text_card(DeadEnd(ENDED._replace(little_yeses=1234), FOUND_OUT, ("Radio",)))
    assert "✦ 1,234  and one way on" in card
