"""The Yes: the way there, its story, and the closing of the book."""

from datetime import date
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.core.views import ClosedBookCard, OpenCard
from shifter.errors import Refused
from tests.standing_clock import StandingClock


@pytest.fixture
def arrived(companion: Companion, clock: StandingClock) -> Companion:
    """Ten days from the first hunch to the Yes, with one dead end on the way."""
    clock.set("2026-11-10T09:00")
    for name in ("Radio", "Pottery", "Law"):
        companion.ideas.add(name)
    companion.shifts.log("Walked past the kiln #Pottery @Ines 30m !")
    clock.set("2026-11-12T09:00")
    companion.shifts.log("Read one page #Law 35m")
    companion.ideas.rule_out("Law")
    clock.set("2026-11-19T09:00")
    companion.ideas.move("Pottery", "yes")
    return companion


def test_the_way_is_told_in_ones_own_numbers(arrived: Companion) -> None:
    way = arrived.ideas.book.the_way("Pottery")
    assert (way.first, way.last) == (date(2026, 11, 10), date(2026, 11, 19))
    assert (way.shifts, way.minutes, way.people, way.little_yeses) == (2, 65, 1, 1)
    assert (way.others, way.ruled_out) == (("Radio",), ("Law",))


def test_what_is_done_later_is_no_part_of_the_way(arrived: Companion, clock: StandingClock) -> None:
    clock.set("2026-11-22T09:00")
    arrived.shifts.log("Glazed a bowl #Pottery")
    assert arrived.ideas.book.the_way("Pottery").shifts == 2
    assert "Glazed" not in arrived.ideas.book.story("Pottery")


def test_the_story_is_a_file_of_its_own_every_time(arrived: Companion) -> None:
    first = Path(arrived.ideas.book.save_story("Pottery"))
    second = Path(arrived.ideas.book.save_story("Pottery"))
    assert first != second
    assert first.read_text("utf-8") == second.read_text("utf-8")
    assert first.read_text("utf-8").startswith("I made a career change.\n")


def test_a_closed_book_lets_today_rest_until_it_is_opened(
    arrived: Companion, clock: StandingClock
) -> None:
    arrived.ideas.book.close("Pottery")
    clock.set("2027-01-03T09:00")
    view = arrived.today.view()
    assert view.card == ClosedBookCard("Pottery", date(2026, 11, 19))
    assert (view.week, view.boil, view.away, view.timer) == (None, (), None, None)
    assert isinstance(arrived.today.open_book().card, OpenCard)


def test_closing_the_book_undoes(arrived: Companion) -> None:
    arrived.ideas.book.close("Pottery")
    arrived.history.undo()
    assert not isinstance(arrived.today.view().card, ClosedBookCard)


def test_a_book_is_open_again_once_its_idea_is_on_the_boil(arrived: Companion) -> None:
    arrived.ideas.book.close("Pottery")
    arrived.ideas.revive("Pottery")
    assert arrived.picks.closed_book() is None


def test_a_book_once_closed_is_open_at_the_next_yes(arrived: Companion) -> None:
    arrived.ideas.book.close("Pottery")
    arrived.ideas.revive("Pottery")
    arrived.ideas.move("Pottery", "yes")
    assert arrived.picks.closed_book() is None
    arrived.history.undo()
    arrived.history.undo()
    assert arrived.picks.closed_book() is not None


def test_only_the_yes_has_a_way_and_a_book(arrived: Companion) -> None:
    book = arrived.ideas.book
    for refused in (book.the_way, book.story, book.close, book.reopen):
        with pytest.raises(Refused):
            refused("Radio")
