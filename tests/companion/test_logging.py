"""Logging, editing and deleting shifts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shifter.companion import Companion
from shifter.companion.shifts import ShiftEdit
from shifter.errors import Refused, ShifterError, WrongUsage
from tests.companion.conftest import Open
from tests.standing_clock import StandingClock


def test_a_line_is_logged_now_with_its_place_in_time(companion: Companion) -> None:
    logged = companion.shifts.log("Emailed Ana about the kiln")
    shift = logged.shift
    assert shift.text == "Emailed Ana about the kiln"
    assert shift.done_at == datetime(2026, 11, 19, 6, 58, tzinfo=UTC)
    assert (shift.offset, shift.zone, shift.day) == (3600, "Europe/Berlin", date(2026, 11, 19))
    assert (shift.minutes, shift.idea, shift.person, shift.note) == (None, None, None, None)
    assert (shift.little_yes, shift.prompt) == (False, None)
    assert (logged.streak.total, logged.streak.as_of) == (1, date(2026, 11, 19))
    assert companion.shifts.get(shift.id) == shift


def test_the_signs_in_a_line_are_taken_out_and_count(companion: Companion) -> None:
    companion.ideas.add("Pottery studio")
    shift = companion.shifts.log("Emailed Ana about the kiln #pottery @ana 10m !").shift
    assert shift.text == "Emailed Ana about the kiln"
    assert (shift.idea, shift.person) == ("Pottery studio", "ana")
    assert (shift.minutes, shift.little_yes) == (10, True)


def test_what_is_given_beside_the_line_counts_too(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    shift = companion.shifts.log(
        "Drew a cup", idea="pot", person="Ana", minutes=0, little_yes=True, note="round\nblue"
    ).shift
    assert (shift.idea, shift.person, shift.minutes) == ("Pottery", "Ana", 0)
    assert (shift.little_yes, shift.note) == (True, "round\nblue")


def test_minutes_given_beside_the_line_come_before_those_in_it(companion: Companion) -> None:
    assert companion.shifts.log("Drew a cup 10m", minutes=5).shift.minutes == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "Drew #pottery", "idea": "law"},
        {"text": "Drew @ana", "person": "Bo"},
        {"text": "Drew", "minutes": -1},
        {"text": "Drew", "minutes": 1441},
        {"text": "Drew", "on": "3"},
        {"text": "Drew", "on": "12.30"},
        {"text": "Drew", "on": "03/04/2026"},
        {"text": "Drew", "on": "someday"},
    ],
)
def test_what_can_not_be_understood_is_wrong_usage(
    companion: Companion, wrong: dict[str, str | int]
) -> None:
    with pytest.raises(WrongUsage):
        companion.shifts.log(**wrong)  # type: ignore[arg-type]
    assert companion.shifts.find().total == 0


@pytest.mark.parametrize(
    "refused",
    [
        {"text": ""},
        {"text": "   \n"},
        {"text": "#pottery @ana 10m !"},
        {"text": "\u200b\u200b"},
        {"text": "\u200b 10m"},
        {"text": "Drew", "idea": "unknown"},
        {"text": "Drew #unknown"},
        {"text": "Drew", "on": "2026-11-20"},
        {"text": "Drew", "on": "today 07:59"},
        {"text": "Drew", "person": "\u200b"},
    ],
)
def test_what_can_not_be_logged_is_refused_and_leaves_nothing(
    companion: Companion, refused: dict[str, str]
) -> None:
    companion.ideas.add("Pottery")
    before = companion.history.next_undo()
    with pytest.raises(Refused):
        companion.shifts.log(**refused)  # type: ignore[arg-type]
    assert companion.shifts.find().total == 0
    assert companion.history.next_undo() == before


def test_an_unknown_idea_is_refused_with_the_nearest_names(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    with pytest.raises(Refused, match="Pottery"):
        companion.shifts.log("Drew #potery")


def test_people_are_known_by_their_first_name_and_added_if_unknown(companion: Companion) -> None:
    log = companion.shifts.log
    assert log("Wrote", person="Ana Sousa").shift.person == "Ana Sousa"
    assert log("Called @ana").shift.person == "Ana Sousa"
    assert log("Met @Bo.").shift.person == "Bo"
    log("Met", person="Bo Lindgren")
    log("Met", person="Ines Calder")
    log("Met", person="Ines Faro")
    with pytest.raises(Refused, match="Ines Calder or Ines Faro"):
        log("Met @ines")
    assert companion.figures.streak().people == 5


@pytest.mark.parametrize(
    ("on", "utc", "day"),
    [
        ("now", "2026-11-19T06:58Z", "2026-11-19"),
        ("today", "2026-11-19T06:58Z", "2026-11-19"),
        ("yesterday", "2026-11-18T11:00Z", "2026-11-18"),
        ("yesterday 23:30", "2026-11-18T22:30Z", "2026-11-18"),
        ("yesterday 02:00", "2026-11-19T01:00Z", "2026-11-18"),
        ("today 04:00", "2026-11-19T03:00Z", "2026-11-19"),
        ("2026-11-19 03:59", "2026-11-19T02:59Z", "2026-11-18"),
        ("thursday", "2026-11-19T06:58Z", "2026-11-19"),
        ("friday", "2026-11-13T11:00Z", "2026-11-13"),
        ("25 October 02:30", "2026-10-25T00:30Z", "2026-10-24"),
        ("2026-03-29 02:30", "2026-03-29T01:30Z", "2026-03-28"),
        ("2026-11-18T23:30-08:00", "2026-11-19T07:30Z", None),
        ("2026-11-18T20:30-08:00", "2026-11-19T04:30Z", "2026-11-18"),
        ("2026-11-19T03:00+09:00", "2026-11-18T18:00Z", "2026-11-18"),
    ],
)
def test_when_it_was_may_be_said_in_words(
    companion: Companion, on: str, utc: str, day: str | None
) -> None:
    if day is None:
        with pytest.raises(Refused):
            companion.shifts.log("Drew a cup", on=on)
        return
    shift = companion.shifts.log("Drew a cup", on=on).shift
    assert shift.done_at == datetime.fromisoformat(utc)
    assert shift.day == date.fromisoformat(day)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])
def test_the_day_is_the_one_on_the_wall_where_it_was_logged(
    companion: Companion, clock: StandingClock, zone: str
) -> None:
    clock.set("2026-03-01T03:59:59", zone)
    late = companion.shifts.log("still yesterday").shift
    clock.set("2026-03-01T04:00:00", zone)
    early = companion.shifts.log("already today").shift
    assert (late.day, early.day) == (date(2026, 2, 28), date(2026, 3, 1))
    assert late.zone == early.zone == zone
    assert early.done_at - late.done_at == timedelta(seconds=1)


def test_a_later_zone_or_rollover_never_moves_a_day_that_was_logged(
    companion: Companion, clock: StandingClock
) -> None:
    clock.set("2026-11-19T03:30")
    night = companion.shifts.log("late").shift
    clock.set("2026-11-19T04:30")
    morning = companion.shifts.log("early").shift
    for rollover in ("0", "6", "5"):
        companion.settings.change("rollover", rollover)
        clock.travel("Pacific/Kiritimati")
        assert companion.shifts.get(night.id).day == date(2026, 11, 18)
        assert companion.shifts.get(morning.id).day == date(2026, 11, 19)
    for changes in (
        ShiftEdit(text="other words"),
        ShiftEdit(note="a note", minutes=3),
        ShiftEdit(person="Ana", little_yes=True),
    ):
        assert companion.shifts.edit(night.id, changes).day == date(2026, 11, 18)
    assert [day.shifts for day in companion.figures.days()][:2] == [1, 1]


def test_a_new_time_takes_its_day_from_the_wall_clock_of_the_shifts_own_zone(
    companion: Companion, clock: StandingClock
) -> None:
    clock.set("2026-11-19T12:00", "Pacific/Kiritimati")
    shift = companion.shifts.log("far in the east").shift
    clock.set("2026-11-20T12:00", "America/New_York")
    moved = companion.shifts.edit(shift.id, {"on": "2026-11-18 03:30"})
    assert moved.zone == "Pacific/Kiritimati"
    assert moved.done_at == datetime(2026, 11, 17, 13, 30, tzinfo=UTC)
    assert moved.day == date(2026, 11, 17)
    moved = companion.shifts.edit(shift.id, {"on": "2026-11-18 04:30"})
    assert moved.day == date(2026, 11, 18)


def test_a_new_time_goes_by_the_rollover_that_holds_now(companion: Companion) -> None:
    shift = companion.shifts.log("early", on="2026-11-18 05:30").shift
    assert shift.day == date(2026, 11, 18)
    companion.settings.change("rollover", "6")
    assert companion.shifts.edit(shift.id, {"on": "2026-11-18 05:30"}).day == date(2026, 11, 17)


def test_a_shift_whose_zone_has_no_name_is_moved_by_its_offset(
    companion: Companion, clock: StandingClock
) -> None:
    shift = companion.shifts.log("abroad", on="2026-11-18T22:00+09:30").shift
    assert (shift.zone, shift.offset, shift.day) == ("+09:30", 34_200, date(2026, 11, 18))
    clock.travel("America/New_York")
    moved = companion.shifts.edit(shift.id, {"on": "2026-11-17 23:00"})
    assert moved.done_at == datetime(2026, 11, 17, 13, 30, tzinfo=UTC)
    assert (moved.zone, moved.day) == ("+09:30", date(2026, 11, 17))


def test_every_part_of_a_shift_can_be_edited_and_cleared(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    id = companion.shifts.log("Drew a cup").shift.id
    full = companion.shifts.edit(
        id,
        {
            "text": "Drew two cups #x",
            "note": "one\ntwo",
            "minutes": 7,
            "idea": "pottery",
            "person": "Ana",
            "little_yes": True,
        },
    )
    assert (full.text, full.note, full.minutes) == ("Drew two cups #x", "one\ntwo", 7)
    assert (full.idea, full.person, full.little_yes) == ("Pottery", "Ana", True)
    bare = companion.shifts.edit(
        id, {"note": None, "minutes": None, "idea": None, "person": None, "little_yes": False}
    )
    assert (bare.note, bare.minutes, bare.idea, bare.person) == (None, None, None, None)
    assert not bare.little_yes
    assert bare.text == "Drew two cups #x"


@pytest.mark.parametrize(
    "changes",
    [
        ShiftEdit(text="new", idea="unknown"),
        ShiftEdit(text="new", on="tomorrow"),
        ShiftEdit(text="new", on="2027-01-01"),
        ShiftEdit(text="new", on="12.30"),
        ShiftEdit(person="Somebody new", minutes=-3),
        ShiftEdit(text="", person="Somebody new"),
        ShiftEdit(note="x" * 20_001),
    ],
)
def test_an_edit_that_fails_in_part_is_refused_as_a_whole(
    companion: Companion, changes: ShiftEdit
) -> None:
    before = companion.shifts.log("Drew a cup").shift
    with pytest.raises(ShifterError):
        companion.shifts.edit(before.id, changes)
    assert companion.shifts.get(before.id) == before
    companion.history.undo()
    assert companion.history.next_undo() is None


def test_a_deleted_shift_is_gone_and_undo_brings_it_back(
    companion: Companion, open_again: Open
) -> None:
    shift = companion.shifts.log("Drew a cup", person="Ana", note="x").shift
    assert companion.shifts.delete(shift.id) == shift
    assert companion.shifts.find() == ((), 0)
    assert companion.figures.streak().total == 0
    for act in (companion.shifts.get, companion.shifts.delete):
        with pytest.raises(Refused):
            act(shift.id)
    assert open_again().history.undo() == "deleted “Drew a cup”"
    assert companion.shifts.get(shift.id) == shift
    assert companion.figures.streak().people == 1


def test_a_shift_is_found_by_the_beginning_or_the_end_of_its_id(companion: Companion) -> None:
    shift = companion.shifts.log("Drew a cup").shift
    assert len(shift.id) == 36
    for part in (shift.id, shift.id[:13], shift.id[:4], shift.id[-4:], shift.id[-20:]):
        assert companion.shifts.get(part) == shift
        assert companion.shifts.get(f" {part.upper()} ") == shift
    for part in ("", "0", shift.id[:3], shift.id[-3:], "zzzz", "%%%%", "____", "'); --", "\udc80"):
        with pytest.raises(Refused):
            companion.shifts.get(part)


def test_a_part_of_two_ids_names_neither(companion: Companion) -> None:
    ids = [companion.shifts.log(f"cup {number}").shift.id for number in range(2)]
    common = ids[0][:4]
    assert ids[1].startswith(common)
    with pytest.raises(Refused, match="More than one"):
        companion.shifts.get(common)
    with pytest.raises(Refused, match="More than one"):
        companion.shifts.edit(common, {"text": "both"})
    assert {shift.text for shift in companion.shifts.find().shifts} == {"cup 0", "cup 1"}


def test_undo_takes_back_nothing_but_what_was_meant(open_again: Open) -> None:
    companion, other = open_again(), open_again()
    companion.shifts.log("Drew a cup")
    meant = companion.history.next_undo()
    other.shifts.log("Rang Ana")
    with pytest.raises(Refused, match="Rang Ana"):
        companion.history.undo(meant)
    assert [shift.text for shift in companion.shifts.find().shifts] == ["Rang Ana", "Drew a cup"]


def test_a_little_yes_is_named_as_one_wherever_it_is_given(companion: Companion) -> None:
    shift = companion.shifts.log("Looked at kiln prices").shift
    companion.shifts.edit(shift.id, ShiftEdit(little_yes=True))
    companion.shifts.edit(shift.id, ShiftEdit(little_yes=False))
    assert companion.history.undo() == "no Little Yes for “Looked at kiln prices”"
    assert companion.history.undo() == "a Little Yes for “Looked at kiln prices”"
    companion.shifts.edit(shift.id, ShiftEdit(little_yes=True, minutes=7))
    assert companion.history.undo() == "changed “Looked at kiln prices”"
