"""Finding shifts again."""

from datetime import date

import pytest

from shifter.companion import Companion
from shifter.core.records import Shift
from shifter.errors import Refused
from tests.standing_clock import StandingClock


@pytest.fixture
def log(companion: Companion) -> Companion:
    """Six shifts on four days, logged in another order than they happened."""
    companion.ideas.add("Pottery")
    companion.ideas.add("Law school")
    for text, on, idea, person, note in (
        ("Emailed about the kiln", "2026-11-17 09:00", "Pottery", "Ana Sousa", None),
        ("Read a contract", "2026-11-15 20:00", "Law school", None, "dull"),
        ("Drew a cup", "2026-11-18 23:50", "Pottery", None, "for the KILN"),
        ("Walked", "2026-11-19 01:00", None, "Bo", "1.5% of the way_home"),
        ("Called", "2026-11-17 08:00", None, "Ana Sousa", None),
        ("Ärger über Straße", "2026-11-19 07:00", None, None, None),
    ):
        companion.shifts.log(text, on=on, idea=idea, person=person, note=note)
    return companion


def texts(shifts: tuple[Shift, ...]) -> list[str]:
    return [shift.text for shift in shifts]


def test_all_are_found_the_newest_first(log: Companion) -> None:
    found = log.shifts.find()
    assert texts(found.shifts) == [
        "Ärger über Straße",
        "Walked",
        "Drew a cup",
        "Emailed about the kiln",
        "Called",
        "Read a contract",
    ]
    assert found.total == 6


def test_days_are_inclusive_shift_days(log: Companion) -> None:
    found = log.shifts.find(since=date(2026, 11, 17), until=date(2026, 11, 18))
    assert texts(found.shifts) == ["Walked", "Drew a cup", "Emailed about the kiln", "Called"]
    assert log.shifts.find(since=date(2026, 11, 20)) == ((), 0)
    assert log.shifts.find(until=date(2026, 11, 14)) == ((), 0)


def test_ideas_and_people_are_named_as_anywhere(log: Companion) -> None:
    assert texts(log.shifts.find(idea="pot").shifts) == ["Drew a cup", "Emailed about the kiln"]
    assert texts(log.shifts.find(person="ana").shifts) == ["Emailed about the kiln", "Called"]
    assert log.shifts.find(person="Nobody we met") == ((), 0)
    with pytest.raises(Refused):
        log.shifts.find(idea="unknown")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kiln", ["Drew a cup", "Emailed about the kiln"]),
        ("KILN drew", ["Drew a cup"]),
        ("pottery", ["Drew a cup", "Emailed about the kiln"]),
        ("sousa", ["Emailed about the kiln", "Called"]),
        ("strasse", ["Ärger über Straße"]),
        ("ÜBER", ["Ärger über Straße"]),
        ("uber arger", ["Ärger über Straße"]),
        ("ki dr", ["Drew a cup"]),
        ('"kiln" OR', []),
        ("words : NOT", []),
        ("%", ["Walked"]),
        ("way_h", ["Walked"]),
        ("1.5", ["Walked"]),
        ("1.5%", ["Walked"]),
        ("walked %", ["Walked"]),
        ("emailed %", []),
        ("d_ll", []),
        ("il", []),
        ("'", []),
        ("kiln nothing", []),
        ("\udc80kiln", ["Drew a cup", "Emailed about the kiln"]),
    ],
)
def test_every_word_searched_for_begins_a_word_of_the_shift(
    log: Companion, words: str, expected: list[str]
) -> None:
    found = log.shifts.find(search=words)
    assert texts(found.shifts) == expected
    assert found.total == len(expected)


@pytest.mark.parametrize("words", ["🎉", "❤", "❤️", "👩‍🚀", "👍🏽", "🇩🇪", "done 🎉", "🎉 ❤"])
def test_an_emoji_is_found_though_no_blank_stands_before_it(
    companion: Companion, words: str
) -> None:
    companion.shifts.log("Done🎉❤️, with 👩‍🚀👍🏽 in 🇩🇪")
    companion.shifts.log("Done, with 🙂")
    assert companion.shifts.find(search=words).total == 1


@pytest.mark.parametrize("words", ["", "   ", None])
def test_searching_for_nothing_finds_all(log: Companion, words: str | None) -> None:
    assert log.shifts.find(search=words).total == 6


def test_everything_asked_for_must_hold(log: Companion) -> None:
    found = log.shifts.find(
        idea="Pottery", person="Ana", search="emailed", since=date(2026, 11, 17)
    )
    assert texts(found.shifts) == ["Emailed about the kiln"]
    assert log.shifts.find(idea="law", person="ana").total == 0


def test_the_total_counts_all_that_match_whatever_the_limit(log: Companion) -> None:
    found = log.shifts.find(limit=2)
    assert (len(found.shifts), found.total) == (2, 6)
    assert len(log.shifts.find(limit=0).shifts) == 6
    assert len(log.shifts.find(limit=10**30).shifts) == 6


def test_fifty_are_shown_unless_asked_otherwise(log: Companion) -> None:
    for number in range(50):
        log.shifts.log(f"small thing {number}")
    found = log.shifts.find()
    assert (len(found.shifts), found.total) == (50, 56)
    assert found.shifts[0].text == "small thing 49"


def test_shifts_of_one_moment_stand_in_the_order_they_were_logged(
    companion: Companion,
) -> None:
    for number in range(5):
        companion.shifts.log(f"thing {number}")
    assert texts(companion.shifts.find().shifts) == [f"thing {n}" for n in (4, 3, 2, 1, 0)]


def test_the_newest_of_an_idea_come_by_the_instant_whatever_day_a_zone_gave_them(
    companion: Companion, clock: StandingClock
) -> None:
    companion.ideas.add("Pottery")
    clock.set("2026-11-19T08:00", "Pacific/Kiritimati")
    companion.shifts.log("Woke up early #Pottery")
    clock.set("2026-11-18T09:00", "Pacific/Honolulu")
    companion.shifts.log("Woke up later #Pottery")
    found = companion.shifts.find(idea="Pottery", limit=1)
    assert texts(found.shifts) == ["Woke up later"]
    assert found.total == 2


def test_what_is_searched_for_is_newest_first_wherever_it_was_done(companion: Companion) -> None:
    for on in (
        *("2026-11-16 12:00-23:00", "2026-11-17 05:00+23:00", "2026-11-18 05:00+23:00"),
        *("2026-11-17 23:30-11:00", "2026-11-18 06:00+14:00", "2026-11-18 03:59", "2026-11-10"),
        *("2026-11-18 04:00", "2026-11-18 05:59+14:00", "2026-11-17 23:59+14:00"),
    ):
        companion.shifts.log("Wrote", on=on)
    companion.settings.change("rollover", "6")
    companion.shifts.log("Wrote", on="2026-11-18 05:30")
    for limit in range(12):
        everything = companion.shifts.find(limit=limit).shifts
        assert companion.shifts.find(search="wrote", limit=limit).shifts == everything
        times = [shift.done_at for shift in everything]
        assert times == sorted(times, reverse=True)
