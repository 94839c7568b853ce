"""Own words come back after a month or more, and what was begun can go on."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from shifter.catalogue.phrases import load_phrases
from shifter.companion import Companion
from shifter.core.records import Pick, Quote
from tests.companion.cards import leave_only
from tests.standing_clock import StandingClock

FIRST = date(2026, 5, 4)
AGAIN = {phrase.text for phrase in load_phrases()["reasons.again"]}


def lived(companion: Companion, clock: StandingClock, day: date) -> Pick:
    clock.set(f"{day}T07:58")
    return companion.picks.current()


def first_again(companion: Companion, clock: StandingClock, start: date, days: int) -> Pick | None:
    """The first pick within these days that takes something up again."""
    for number in range(days):
        pick = lived(companion, clock, start + timedelta(days=number))
        if pick.why in AGAIN:
            return pick
        companion.shifts.log("Something")
    return None


@pytest.fixture
def begun(companion: Companion, clock: StandingClock, file: Path) -> Companion:
    """One step of a chain taken in May, with words; the next one never."""
    leave_only(
        file, "why-they-excite", "three-rough-lines", "answer-an-old-line", "five-curious-things"
    )
    while lived(companion, clock, FIRST).prompt != "why-they-excite":
        companion.picks.another()
    companion.picks.done(note="the chair, her laugh")
    return companion


def test_a_chain_is_taken_up_again_after_months(begun: Companion, clock: StandingClock) -> None:
    pick = first_again(begun, clock, FIRST + timedelta(days=36), 150)
    assert pick is not None
    assert pick.prompt == "three-rough-lines"
    assert pick.quote is not None
    assert pick.quote.text == "the chair, her laugh"
    assert re.match(r"([\w-]+ mornings ago|On 4 May) you wrote", pick.quote.lead)


@pytest.mark.parametrize("note", ["Mara", "slow", "so slow"])
def test_a_name_or_a_word_is_no_line_to_answer(
    begun: Companion, clock: StandingClock, note: str
) -> None:
    begun.prompts.retire("three-rough-lines")
    [shift] = begun.shifts.find(search="chair").shifts
    begun.shifts.edit(shift.id, {"note": note})
    assert first_again(begun, clock, FIRST + timedelta(days=36), 150) is None


def test_words_that_nothing_goes_on_from_are_quoted_to_be_answered(
    begun: Companion, clock: StandingClock
) -> None:
    begun.prompts.retire("three-rough-lines")
    day = FIRST + timedelta(days=40)
    found = set()
    for number in range(150):
        pick = first_again(begun, clock, day + timedelta(days=number), 1)
        if pick is None:
            begun.picks.done()
        else:
            found.add(pick.prompt)
            assert isinstance(pick.quote, Quote)
    assert found == {"answer-an-old-line"}


def test_it_comes_once_in_nine_days_at_most_and_only_first(
    begun: Companion, clock: StandingClock
) -> None:
    days = [
        number
        for number in range(36, 160)
        if first_again(begun, clock, FIRST + timedelta(days=number), 1)
    ]
    assert days
    assert all(later - earlier >= 9 for earlier, later in pairwise(days))
