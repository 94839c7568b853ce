"""What the board shows, what an opened idea tells, and what becomes a hunch."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from shifter.companion import Companion
from shifter.core.four_weeks import Share
from shifter.errors import Gone, Refused
from shifter.store.store import Row, Store
from shifter.store.writer import Value
from tests.companion.conftest import Open
from tests.standing_clock import StandingClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from shifter.core.records import Stage


def test_cards_stand_by_what_was_touched_last(companion: Companion, clock: StandingClock) -> None:
    for day, name in ((1, "Radio"), (2, "Pottery"), (3, "Bees")):
        clock.set(f"2026-11-{day:02}T09:00")
        companion.ideas.add(name)
    clock.set("2026-11-19T09:00")
    companion.shifts.log("Listened #Radio")
    assert [idea.name for idea in companion.ideas.view().ideas] == ["Radio", "Bees", "Pottery"]


def test_on_one_day_the_hour_decides_what_was_touched_last(
    companion: Companion, clock: StandingClock
) -> None:
    touches: tuple[Callable[[], object], ...] = (
        lambda: companion.ideas.add("Radio"),
        lambda: companion.ideas.add("Pottery"),
        lambda: companion.ideas.add("Bees"),
        lambda: companion.shifts.log("Drew a cup #Pottery"),
        lambda: companion.ideas.move("Radio", "exploring"),
    )
    for hour, touch in enumerate(touches, start=8):
        clock.set(f"2026-11-19T{hour:02}:00")
        touch()
    assert [idea.name for idea in companion.ideas.view().ideas] == ["Radio", "Pottery", "Bees"]


def test_eight_weeks_on_one_scale(companion: Companion, clock: StandingClock) -> None:
    clock.set("2026-09-01T09:00")
    companion.ideas.add("Radio")
    companion.ideas.add("Pottery")
    for wall, line in (
        ("2026-09-27T09:00", "too long ago #Radio"),
        ("2026-09-28T09:00", "eight weeks #Radio"),
        ("2026-11-16T09:00", "this week #Radio"),
        ("2026-11-17T09:00", "and again #Radio"),
        ("2026-11-10T09:00", "last week #Pottery"),
    ):
        clock.set(wall)
        companion.shifts.log(line)
    clock.set("2026-11-19T09:00")
    view = companion.ideas.view()
    weeks = {card.idea.name: card.weeks for card in view.cards}
    assert weeks == {
        "Radio": (1, 0, 0, 0, 0, 0, 0, 2),
        "Pottery": (0, 0, 0, 0, 0, 0, 1, 0),
    }
    assert view.busiest_week == 2


def test_four_weeks_are_twenty_eight_days(companion: Companion) -> None:
    companion.ideas.add("Radio")
    for day in ("2026-10-22", "2026-10-23", "2026-11-19"):
        companion.shifts.log("Listened #Radio", on=day)
        companion.shifts.log("Something else", on=day)
    view = companion.ideas.view()
    assert view.four_weeks.shares == (Share("Radio", 2),)
    assert view.four_weeks.elsewhere == 2


def test_an_opened_idea_tells_its_trail_its_people_and_its_test(
    companion: Companion, clock: StandingClock
) -> None:
    companion.ideas.add("Pottery", why="hands in clay")
    companion.shifts.log("Asked #Pottery @Ana 5m")
    companion.shifts.log("Asked again #Pottery @Ana 5m")
    companion.shifts.log("Asked somebody else #Pottery @Tom")
    clock.set("2026-11-20T09:00")
    companion.ideas.move("Pottery", "exploring")
    companion.ideas.note("Pottery", "warm\neven outside")
    companion.ideas.edit("Pottery", {"drop_if": "nobody comes back"})
    opened = companion.ideas.opened("Pottery")
    assert opened.people == (("Ana", 2), ("Tom", 1))
    assert (opened.card.idea.why, opened.drop_if) == ("hands in clay", "nobody comes back")
    assert not opened.all_timed
    assert [(entry.kind, entry.day.day) for entry in opened.trail] == [
        ("note", 20),
        ("stage", 20),
        ("shift", 19),
        ("shift", 19),
        ("shift", 19),
        ("stage", 19),
    ]
    assert opened.trail[0].text == "warm\neven outside"


def test_moves_are_kept_with_their_days(companion: Companion, clock: StandingClock) -> None:
    companion.ideas.add("Pottery")
    moves: tuple[tuple[int, Stage], ...] = ((20, "exploring"), (22, "project"))
    for day, stage in moves:
        clock.set(f"2026-11-{day}T09:00")
        companion.ideas.move("Pottery", stage)
    trail = companion.ideas.opened("Pottery").trail
    assert [(entry.stage, entry.day) for entry in trail] == [
        ("project", date(2026, 11, 22)),
        ("exploring", date(2026, 11, 20)),
        ("hunch", date(2026, 11, 19)),
    ]


def test_notes_can_be_mended_and_taken_away(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.note("Pottery", "warn")
    (note,) = (entry for entry in companion.ideas.opened("Pottery").trail if entry.kind == "note")
    companion.ideas.edit_note(note.id, "warm")
    assert companion.ideas.opened("Pottery").trail[0].text == "warm"
    companion.ideas.edit_note(note.id, "")
    assert [entry.kind for entry in companion.ideas.opened("Pottery").trail] == ["stage"]
    companion.history.undo()
    assert companion.ideas.opened("Pottery").trail[0].text == "warm"


@pytest.mark.parametrize(
    ("note", "name"),
    [
        (None, "Walked past the kiln"),
        ("the heat of it", "the heat of it"),
        ("long before\n  the heat of it \n", "the heat of it"),
        ("x" * 61, "Walked past the kiln"),
    ],
)
def test_what_lit_up_becomes_a_hunch(companion: Companion, note: str | None, name: str) -> None:
    shift = companion.shifts.log("Walked past the kiln !", note=note).shift
    idea = companion.ideas.become_hunch(shift.id)
    assert (idea.name, idea.stage, idea.why) == (name, "hunch", "It lit up: Walked past the kiln")


def test_the_shift_that_made_a_hunch_is_its_first_and_undo_takes_back_both(
    companion: Companion,
) -> None:
    shift = companion.shifts.log("Walked past the kiln !").shift
    companion.ideas.become_hunch(shift.id, "Pottery")
    assert companion.shifts.get(shift.id).idea == "Pottery"
    assert companion.ideas.get("Pottery").shifts == 1
    companion.history.undo()
    assert companion.shifts.get(shift.id).idea is None
    assert companion.ideas.all(ended=True) == ()


def test_the_shift_of_another_idea_stays_there(companion: Companion) -> None:
    companion.ideas.add("Radio")
    shift = companion.shifts.log("Walked past the kiln #radio !").shift
    companion.ideas.become_hunch(shift.id, "Pottery")
    assert companion.shifts.get(shift.id).idea == "Radio"
    with pytest.raises(Refused, match="Pottery"):
        companion.ideas.become_hunch(shift.id)


def test_only_what_lit_up_and_only_once(companion: Companion) -> None:
    dark = companion.shifts.log("Filled in a form").shift
    lit = companion.shifts.log("Walked past the kiln !").shift
    companion.ideas.become_hunch(lit.id)
    for shift in (dark, lit):
        with pytest.raises(Refused):
            companion.ideas.become_hunch(shift.id)


def test_a_hunch_that_was_renamed_is_not_made_a_second_time(companion: Companion) -> None:
    lit = companion.shifts.log("Walked past the kiln !", note="the heat").shift
    companion.ideas.rename(companion.ideas.become_hunch(lit.id).id, "Pottery")
    with pytest.raises(Refused, match="Pottery"):
        companion.ideas.become_hunch(lit.id)
    companion.ideas.delete("Pottery")
    assert companion.ideas.become_hunch(lit.id).name == "the heat"


def test_another_little_yes_with_the_same_words_becomes_a_hunch_of_its_own(
    companion: Companion,
) -> None:
    first = companion.shifts.log("Walked past the kiln !", note="the heat").shift
    companion.ideas.rename(companion.ideas.become_hunch(first.id).id, "Pottery")
    other = companion.shifts.log("Walked past the kiln !", note="the smoke").shift
    assert companion.ideas.become_hunch(other.id).name == "the smoke"


@pytest.mark.parametrize("again", ["Café", "CAFÉ", "Cafe\u0301"])
def test_two_ideas_never_have_the_same_name(companion: Companion, again: str) -> None:
    companion.ideas.add("Café")
    with pytest.raises(Refused, match="Café"):
        companion.ideas.add(again)


def test_an_idea_can_be_named_by_its_id(companion: Companion) -> None:
    idea = companion.ideas.add("Pottery")
    companion.ideas.add("Pottery studio")
    assert companion.ideas.rename(idea.id, "Studio").id == idea.id


def test_a_dead_end_tells_the_time_only_where_all_of_it_was_noted(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.add("Radio")
    for minutes in (30, 40):
        companion.shifts.log("Read #Pottery", minutes=minutes)
        companion.shifts.log("Listened #Radio", minutes=minutes)
    companion.shifts.log("Listened once more #Radio")
    for name in ("Pottery", "Radio"):
        companion.ideas.rule_out(name)
    assert companion.ideas.dead_end("Pottery").found_out == "You found out in seventy minutes."
    assert companion.ideas.dead_end("Radio").found_out == "You found out in three tiny steps."


def test_the_ways_still_open_are_told_the_oldest_first(companion: Companion) -> None:
    for name in ("Radio", "Pottery", "Bees", "Law"):
        companion.ideas.add(name)
    companion.ideas.move("Law", "yes")
    companion.ideas.rule_out("Pottery")
    assert companion.ideas.dead_end("Pottery").ways_open == ("Radio", "Bees")


def test_no_kind_word_is_said_twice_in_a_row(companion: Companion) -> None:
    said = []
    for number in range(7):
        companion.ideas.add(f"idea {number}")
        companion.ideas.rule_out(f"idea {number}")
        said.append(companion.ideas.dead_end(f"idea {number}").line)
    assert len(set(said)) == 7


def test_an_idea_that_goes_while_it_is_looked_up_is_found_or_refused(
    companion: Companion, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    companion.ideas.add("Pottery")
    other, read = open_again(), Store.rows

    def rows(store: Store, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        found = read(store, sql, values)
        monkeypatch.undo()
        other.ideas.delete("Pottery")
        return found

    monkeypatch.setattr(Store, "rows", rows)
    with suppress(Refused):
        assert companion.ideas.get("Pottery").name == "Pottery"
    with pytest.raises(Refused):
        companion.ideas.get("Pottery")


@pytest.mark.parametrize("act", ["delete", "merge"])
def test_an_idea_that_is_gone_is_told_without_its_id(companion: Companion, act: str) -> None:
    companion.ideas.add("Radio")
    idea = companion.ideas.add("Pottery").id
    if act == "delete":
        companion.ideas.delete(idea)
    else:
        companion.ideas.merge(idea, "Radio")
    for ask in (companion.ideas.get, companion.ideas.steps.current, companion.ideas.revive):
        with pytest.raises(Gone) as gone:
            ask(idea)
        assert str(gone.value) == (
            "That idea is gone: It was deleted or merged elsewhere meanwhile."
        )


def test_an_idea_without_a_step_is_told_by_its_name(companion: Companion) -> None:
    idea = companion.ideas.add("Pottery").id
    for ask in (companion.ideas.steps.take, companion.ideas.steps.drop):
        with pytest.raises(Refused, match="shifter idea next Pottery"):
            ask(idea)
    companion.ideas.steps.set(idea, "Visit the studio", question="Is it warm?")
    companion.ideas.steps.take(idea)
    with pytest.raises(Refused, match="shifter idea next Pottery"):
        companion.ideas.steps.take(idea)


def test_what_was_found_by_a_step_that_is_gone_is_not_changed(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    step = companion.ideas.steps.set("Pottery", "Visit the studio").id
    companion.history.undo()
    with pytest.raises(Gone):
        companion.ideas.steps.edit_found(step, "It is warm")


@pytest.mark.parametrize("end", ["dead_end", "yes"])
@pytest.mark.parametrize("stage", ["hunch", "exploring", "project", None])
def test_an_idea_is_as_fresh_as_the_day_it_came_back(
    companion: Companion, clock: StandingClock, end: str, stage: "Stage | None"
) -> None:
    ideas = companion.ideas
    ideas.add("Pottery")
    if end == "yes":
        ideas.move("Pottery", "yes")
    else:
        ideas.rule_out("Pottery")
    clock.go_on(timedelta(days=30))
    back = ideas.revive("Pottery") if stage is None else ideas.move("Pottery", stage)
    assert (back.temperature, back.days_quiet) == ("hot", 0)
    companion.history.undo()
    assert ideas.get("Pottery").days_quiet == 30


def test_an_idea_on_the_boil_is_as_fresh_as_its_last_shift_wherever_it_moves(
    companion: Companion, clock: StandingClock
) -> None:
    companion.ideas.add("Pottery")
    clock.go_on(timedelta(days=30))
    assert companion.ideas.move("Pottery", "project").days_quiet == 30
    assert companion.ideas.move("Pottery", "yes").days_quiet == 30
    assert companion.ideas.rule_out("Pottery").days_quiet == 30
