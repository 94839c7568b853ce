"""What the Story tells, page by page, and what of it is wanted."""

from datetime import date

import pytest

from shifter.companion import Companion
from shifter.core.story import EVERYTHING, StoryEntry, StoryFilter
from shifter.errors import Refused, WrongUsage
from tests.standing_clock import StandingClock


@pytest.fixture
def told(companion: Companion, clock: StandingClock) -> Companion:
    """Something of everything that can be told, from 2 to 19 November 2026."""
    ideas = companion.ideas
    clock.set("2026-11-02T09:00")
    ideas.add("Pottery", why="clay on my hands")
    ideas.add("Law school")
    companion.shifts.log("Emailed Ana Sousa #pottery", person="Ana Sousa", little_yes=True)
    clock.set("2026-11-03T09:00")
    companion.shifts.log("Read a contract #law", note="dull")
    ideas.rule_out("Law school", taught="I fall asleep", spared="five years")
    clock.set("2026-11-12T09:00")
    companion.shifts.log("Walked past the Öfen")
    clock.set("2026-11-19T07:58")
    ideas.move("Pottery", "project")
    ideas.note("Pottery", "a wheel costs 400")
    ideas.steps.set("Pottery", "sit in", question="Do I like the dust?")
    ideas.steps.found("Pottery", "I do")
    ideas.projects.add_output("Pottery", "one bowl")
    ideas.projects.check_output("Pottery", "one bowl", outcome="it leaks")
    ideas.add("Ceramics")
    clock.set("2026-11-19T07:59")
    ideas.merge("Ceramics", "Pottery")
    companion.rest.mark(date(2026, 11, 10), date(2026, 11, 11))
    companion.rest.mark(date(2026, 11, 24))
    return companion


def entries(companion: Companion, wanted: StoryFilter = EVERYTHING) -> list[StoryEntry]:
    return list(companion.story.view(wanted).page.entries)


def in_short(entry: StoryEntry) -> tuple[object, ...]:
    return entry.day.day, entry.kind, entry.stage or entry.text


def test_everything_that_happened_is_told_the_newest_first(told: Companion) -> None:
    assert [in_short(entry) for entry in entries(told)] == [
        (19, "joined", "Ceramics"),
        (19, "stage", "hunch"),
        (19, "output", "one bowl"),
        (19, "found", "I do"),
        (19, "note", "a wheel costs 400"),
        (19, "stage", "project"),
        (12, "shift", "Walked past the Öfen"),
        (12, "return", ""),
        (11, "rest", ""),
        (10, "rest", ""),
        (3, "stage", "dead_end"),
        (3, "shift", "Read a contract"),
        (2, "shift", "Emailed Ana Sousa"),
        (2, "stage", "hunch"),
        (2, "stage", "hunch"),
    ]


def test_an_entry_tells_all_that_belongs_to_it(told: Companion) -> None:
    by_kind = {(entry.kind, entry.stage): entry for entry in entries(told)}
    dead_end = by_kind["stage", "dead_end"]
    assert (dead_end.text, dead_end.about, dead_end.idea) == (
        "I fall asleep",
        "five years",
        "Law school",
    )
    found = by_kind["found", None]
    assert (found.about, found.idea) == ("Do I like the dust?", "Pottery")
    assert by_kind["output", None].about == "it leaks"
    assert by_kind["joined", None].idea == "Pottery"
    shift = by_kind["shift", None].shift
    assert shift is not None
    assert (shift.person, shift.little_yes) == ("Ana Sousa", True)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"told": "shifts"}, ["shift"] * 3),
        ({"told": "dead ends"}, ["stage"]),
        ({"told": "dead"}, ["stage"]),
        ({"told": "Findings"}, ["found"]),
        ({"told": "notes"}, ["note"]),
        ({"told": "outputs"}, ["output"]),
        ({"told": "rest days"}, ["rest"] * 2),
        ({"told": "returns"}, ["return"]),
        ({"told": "moves"}, ["joined", *["stage"] * 5]),
        ({"idea": "pott", "since": "19 november"}, ["joined", "output", "found", "note", "stage"]),
        ({"person": "ana"}, ["shift"]),
        ({"little_yes": True}, ["shift"]),
        ({"since": "3 nov", "until": "11 nov"}, ["rest", "rest", "stage", "shift"]),
        ({"idea": "law", "until": "2026-11-02"}, ["stage"]),
    ],
)
def test_a_part_of_it_can_be_wanted(
    told: Companion, asked: dict[str, str | bool], expected: list[str]
) -> None:
    wanted = told.story.filter(**asked)  # type: ignore[arg-type]
    assert [entry.kind for entry in entries(told, wanted)] == expected
    assert told.story.count(wanted) == len(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("asleep", ["stage"]),
        ("FIVE y", ["stage"]),
        ("ofen", ["shift"]),
        ("dust", ["found"]),
        ("leaks bow", ["output"]),
        ("wheel", ["note"]),
        ("clay", ["stage"]),
        ("sousa", ["shift"]),
        ("pott wheel", ["note"]),
        ("potter", ["joined", "output", "found", "note", "stage", "shift", "stage"]),
    ],
)
def test_words_are_found_wherever_they_were_written(
    told: Companion, words: str, expected: list[str]
) -> None:
    assert [entry.kind for entry in entries(told, StoryFilter(words=words))] == expected


def test_nobody_who_looks_for_an_idea_is_told_how_to_add_one(told: Companion) -> None:
    for name in ("Zebra walks", "Zebra stripes"):
        told.ideas.add(name)
    for asked in ("zebra", "quagga"):
        with pytest.raises(Refused) as refusal:
            told.story.filter(idea=asked)
        assert "add" not in refusal.value.message


def test_who_or_what_is_unknown_is_refused_with_a_reason(told: Companion) -> None:
    for asked in ({"idea": "zebra"}, {"person": "Zoe"}):
        with pytest.raises(Refused):
            told.story.filter(**asked)  # type: ignore[arg-type]
    with pytest.raises(WrongUsage, match="shifts, moves, dead ends"):
        told.story.filter(told="zebras")


@pytest.mark.parametrize("wanted", [EVERYTHING, StoryFilter(words="o"), StoryFilter(told="stage")])
def test_pages_in_either_direction_are_the_whole(told: Companion, wanted: StoryFilter) -> None:
    whole = entries(told, wanted)
    story = told.story
    page = story.view(wanted, limit=2).page
    down = list(page.entries)
    assert not page.has_newer
    while page.has_older:
        page = story.older(wanted, down[-1].number, limit=2)
        assert page.has_newer
        down += page.entries
    assert down == whole
    page = story.view(wanted, until=date(2026, 11, 2), limit=2).page
    up = list(page.entries)
    while page.has_newer:
        page = story.newer(wanted, up[0].number, limit=2)
        up = [*page.entries, *up]
    assert [entry for entry in up if entry in whole] == up
    assert up[0] == whole[0]


def test_a_day_can_be_gone_to_though_nothing_happened_on_it(told: Companion) -> None:
    page = told.story.view(until=date(2026, 11, 9)).page
    assert in_short(page.entries[0]) == (3, "stage", "dead_end")
    assert page.has_newer


def test_a_day_before_the_first_goes_to_the_first(told: Companion) -> None:
    page = told.story.view(until=date(2019, 1, 1)).page
    assert {entry.day for entry in page.entries} == {date(2026, 11, 2)}
    assert page.has_newer
    in_part = told.story.view(StoryFilter(idea="Law school"), until=date(2026, 11, 2)).page
    assert in_part.entries
    assert not told.story.view(StoryFilter(words="nowhere"), until=date(2019, 1, 1)).page.has_newer


def test_weeks_and_days_are_summed_up_whole(told: Companion) -> None:
    view = told.story.view(limit=1)
    assert view.page.days == {}
    older = told.story.older(EVERYTHING, view.page.entries[0].number, limit=9)
    assert {day.day: total for day, total in older.days.items()} == {12: (1, 0)}
    assert told.story.view().total == 3


def test_what_a_deleted_idea_went_through_is_told_no_more_until_it_is_back(
    told: Companion,
) -> None:
    before = entries(told)
    told.ideas.delete("Pottery")
    assert {entry.idea for entry in entries(told) if entry.kind == "stage"} == {
        "Ceramics",
        "Law school",
    }
    assert not {"note", "found", "output"} & {entry.kind for entry in entries(told)}
    told.history.undo()
    assert entries(told) == before


def test_each_shift_is_told_on_the_day_and_the_clock_of_its_own_zone(
    companion: Companion, clock: StandingClock
) -> None:
    clock.set("2026-11-19T21:15", "Asia/Tokyo")
    companion.shifts.log("Sent a postcard")
    clock.set("2026-11-20T09:00", "Europe/Berlin")
    view = companion.story.view()
    (entry,) = view.page.entries
    assert (entry.day, view.day) == (date(2026, 11, 19), date(2026, 11, 20))


def test_the_same_is_logged_again_with_what_it_belonged_to(told: Companion) -> None:
    first = next(entry.shift for entry in entries(told) if entry.shift and entry.shift.person)
    again = told.shifts.log_again(first.id).shift
    assert (again.text, again.idea, again.person, again.minutes) == (
        first.text,
        "Pottery",
        "Ana Sousa",
        None,
    )
    assert (again.day, again.little_yes, again.note) == (date(2026, 11, 19), False, None)
    assert told.history.undo() == "logged “Emailed Ana Sousa”"
