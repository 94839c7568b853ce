"""What stands around the card: the greeting, the week, the ideas on the boil, the stairs."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.core.views import Away, Greeting, OpenCard, PocketCard
from shifter.errors import Refused
from tests.companion.cards import leave_only
from tests.companion.rows import lines
from tests.standing_clock import StandingClock


def greeting(companion: Companion) -> Greeting:
    return companion.today.view().greeting


@pytest.mark.parametrize(
    ("hour", "lead"),
    [
        ("08", "Good morning."),
        ("13", "Good afternoon."),
        ("20", "Good evening."),
        ("02", "Still up, or up already."),
    ],
)
def test_the_lead_goes_by_the_hour(
    companion: Companion, clock: StandingClock, hour: str, lead: str
) -> None:
    clock.set(f"2026-11-19T{hour}:00")
    assert greeting(companion).lead == lead


def test_the_first_day_has_a_sentence_of_its_own(companion: Companion, file: Path) -> None:
    assert greeting(companion).sentence in lines(file, "greetings.first_day")


def test_something_small_is_promised_only_above_something_small(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    companion.picks.current()
    companion.picks.pocket("today 10:00")
    companion.picks.done()
    assert greeting(companion).sentence in lines(file, "greetings.done_for_today")
    clock.set("2026-11-19T10:00")
    assert isinstance(companion.today.view().card, PocketCard)
    assert greeting(companion).sentence in lines(file, "greetings.whatever_comes")


def test_it_tells_what_came_before_today_in_the_users_own_words(
    companion: Companion, clock: StandingClock
) -> None:
    companion.shifts.log("Ana called me back!")
    clock.set("2026-11-20T07:58")
    assert greeting(companion).sentence == "Yesterday: Ana called me back!"
    companion.shifts.log("Drew a cup")
    assert greeting(companion).sentence == "Yesterday: Ana called me back!"


def test_the_catalogues_words_become_a_sentence(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file, "name-one-person")
    companion.picks.current()
    shift = companion.picks.done(note="Mara Jansone").shift
    assert shift.text == "Named Mara Jansone as an inspiration"
    clock.set("2026-11-20T07:58")
    assert greeting(companion).sentence == "Yesterday you named Mara Jansone as an inspiration."
    companion.shifts.edit(shift.id, {"text": "Mara it is"})
    assert greeting(companion).sentence == "Yesterday: Mara it is."


def test_a_prompt_of_ones_own_is_quoted_too(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    companion.prompts.add("Sweep the studio", smaller=("Find the broom",))
    companion.picks.current()
    companion.picks.done()
    clock.set("2026-11-20T07:58")
    assert greeting(companion).sentence == "Yesterday: Sweep the studio."


def test_a_smaller_one_of_ones_own_is_quoted_too(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.current()
    while companion.picks.current().can_shrink:
        companion.picks.smaller()
    companion.picks.write_smaller("Open the drawer")
    companion.picks.done()
    clock.set("2026-11-20T07:58")
    assert greeting(companion).sentence == "Yesterday: Open the drawer."


def test_a_rest_day_is_greeted_as_one(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    companion.shifts.log("Drew a cup", on="wednesday")
    companion.rest.mark(date(2026, 11, 19))
    view = companion.today.view()
    assert view.resting
    assert view.greeting.sentence in lines(file, "greetings.rest_day")
    assert isinstance(view.card, OpenCard)
    clock.set("2026-11-21T10:00")  # a Saturday
    assert companion.today.view().resting


def test_the_sentence_stays_for_the_day(companion: Companion) -> None:
    assert len({greeting(companion).sentence for _ in range(5)}) == 1


def test_coming_back_is_an_event_to_enjoy(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    for number in range(3):
        companion.shifts.log(f"Drew cup {number}")
    clock.set("2027-02-01T09:00")
    view = companion.today.view()
    assert view.greeting.lead in lines(file, "greetings.return")
    assert view.greeting.sentence == "All 3 shifts are here. The last: Drew cup 2."
    assert view.away == Away(date(2026, 11, 19), date(2027, 1, 31))
    assert view.week is None
    assert isinstance(view.card, OpenCard)
    assert view.card.pick.seconds == 30
    assert view.card.pick.why in lines(file, "reasons.return")
    shown = str(view).lower()
    assert not any(word in shown for word in ("missed", "streak lost", "days ago", "broken"))


def test_whoever_comes_back_again_is_greeted_in_other_words(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    companion.shifts.log("Drew a cup")
    greeted = []
    for weeks in range(4, 5 * 4, 4):
        clock.set(f"{date(2026, 11, 19) + timedelta(weeks=weeks)}T09:00")
        greeted.append(greeting(companion).lead)
        companion.shifts.log("Drew another")
    assert companion.figures.streak().returns == len(greeted)
    assert len(set(greeted)) == len(greeted)
    assert set(greeted) <= set(lines(file, "greetings.return"))


def test_so_is_whoever_makes_the_days_away_rest_days_each_time(
    companion: Companion, clock: StandingClock
) -> None:
    companion.shifts.log("Drew a cup")
    greeted = []
    for weeks in range(4, 5 * 4, 4):
        clock.set(f"{date(2026, 11, 19) + timedelta(weeks=weeks)}T09:00")
        view = companion.today.view()
        greeted.append(view.greeting.lead)
        assert view.away is not None
        companion.rest.mark(view.away.since + timedelta(days=1), view.away.until)
        companion.shifts.log("Drew another")
    assert companion.figures.streak().returns == 0
    assert len(set(greeted)) == len(greeted)


def test_a_day_longer_past_is_told_by_another_of_its_shifts(
    companion: Companion, clock: StandingClock
) -> None:
    companion.shifts.log("Drew a cup")
    companion.shifts.log("Swept the studio")
    clock.set("2026-11-20T09:00")
    assert greeting(companion).sentence == "Yesterday: Swept the studio."
    clock.set("2026-11-23T09:00")
    assert greeting(companion).sentence == "On Thursday: Drew a cup."


def test_one_shift_is_not_called_all_of_them(companion: Companion, clock: StandingClock) -> None:
    companion.shifts.log("Drew a cup")
    clock.set("2026-12-24T09:00")
    assert greeting(companion).sentence == "Your shift is here. The last: Drew a cup."


def test_one_key_makes_the_days_away_rest_days_and_the_run_goes_on(
    companion: Companion, clock: StandingClock
) -> None:
    for day in ("monday", "tuesday", "today"):
        companion.shifts.log("Drew a cup", on=day)
    clock.set("2026-12-10T09:00")
    assert companion.figures.streak().current.state == "none"
    view = companion.today.rest_since_away()
    assert view.away is None
    streak = companion.figures.streak()
    assert (streak.current.length, streak.current.state) == (3, "open")
    days = companion.figures.days(date(2026, 11, 19), date(2026, 12, 10))
    assert [day.rest for day in days] == [False, *[True] * 20, False]
    companion.history.undo()
    assert companion.figures.streak().current.state == "none"


def test_years_away_can_be_rest_days_too(companion: Companion, clock: StandingClock) -> None:
    companion.shifts.log("Drew a cup")
    clock.set("2031-05-05T09:00")
    companion.today.rest_since_away()
    assert companion.figures.streak().current.length == 1


def test_while_a_run_goes_on_there_is_nothing_to_mend(
    companion: Companion, clock: StandingClock
) -> None:
    with pytest.raises(Refused):
        companion.today.rest_since_away()
    companion.shifts.log("Drew a cup")
    clock.set("2026-11-20T09:00")
    assert companion.today.view().away is None
    with pytest.raises(Refused):
        companion.today.rest_since_away()


def test_after_the_first_shift_back_the_next_pick_has_its_usual_size(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    companion.prompts.add("Sweep the studio", smaller=("Find the broom",), repeats=True)
    companion.shifts.log("Drew a cup")
    clock.set("2026-12-24T09:00")
    assert companion.picks.current().text == "Find the broom"
    companion.picks.done()
    assert companion.picks.another().text == "Sweep the studio"
    assert companion.figures.streak().returns == 1


def test_the_week_is_shown_from_its_first_day_to_its_last(companion: Companion) -> None:
    companion.shifts.log("Drew a cup", on="tuesday")
    companion.shifts.log("Drew two")
    week = companion.today.view().week
    assert week is not None
    assert [day.shifts for day in week.days] == [0, 1, 0, 1, 0, 0, 0]
    assert [day.rest for day in week.days] == [False] * 5 + [True] * 2
    assert (week.today, week.shifts) == (date(2026, 11, 19), 2)
    companion.settings.change("week_start", "thursday")
    week = companion.today.view().week
    assert week is not None
    assert (str(week.days[0].day), week.shifts) == ("2026-11-19", 1)


@pytest.mark.parametrize(
    ("last_week", "this_week", "told"), [(2, 1, None), (2, 2, 2), (2, 3, 2), (0, 1, None)]
)
def test_last_weeks_number_is_told_only_while_it_is_kind(
    companion: Companion, last_week: int, this_week: int, told: int | None
) -> None:
    for _ in range(last_week):
        companion.shifts.log("Drew a cup", on="2026-11-13")
    for _ in range(this_week):
        companion.shifts.log("Drew a cup")
    week = companion.today.view().week
    assert week is not None
    assert (week.shifts, week.last_week) == (this_week, told)


def test_the_ideas_touched_last_are_on_the_boil(companion: Companion, clock: StandingClock) -> None:
    clock.set("2026-10-01T09:00")
    for name in ("Pottery", "Law", "Bees", "Soup", "Ended"):
        companion.ideas.add(name)
    companion.ideas.rule_out("Ended")
    for week, name in enumerate(("Law", "Soup", "Pottery", "Pottery")):
        clock.set(f"{date(2026, 10, 14) + timedelta(weeks=week)}T09:00")
        companion.shifts.log("did something", idea=name, little_yes=name == "Pottery")
    clock.set("2026-11-19T09:00")
    view = companion.today.view()
    assert [idea.name for idea in view.boil] == ["Pottery", "Soup", "Law", "Bees"]
    assert [idea.weeks for idea in view.boil] == [
        (0, 0, 0, 0, 1, 1, 0, 0),
        (0, 0, 0, 1, 0, 0, 0, 0),
        (0, 0, 1, 0, 0, 0, 0, 0),
        (0, 0, 0, 0, 0, 0, 0, 0),
    ]
    assert [idea.little_yeses for idea in view.boil] == [2, 0, 0, 0]
    assert set(view.idea_names) == {"Pottery", "Law", "Bees", "Soup"}


def test_on_the_first_morning_there_is_a_card_and_nothing_else(companion: Companion) -> None:
    view = companion.today.begin("pottery")
    assert (view.week, view.boil, view.stairs.total) == (None, (), 0)
    companion.shifts.log("Drew a cup", idea="pottery")
    assert [idea.name for idea in companion.today.view().boil] == ["pottery"]


def test_a_view_of_eight_weeks_leaves_out_what_is_older(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.shifts.log("long ago", idea="Pottery", on="2026-09-27")
    companion.shifts.log("just in", idea="Pottery", on="2026-09-28")
    (boiling,) = companion.today.view().boil
    assert boiling.weeks == (1, 0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("shifts", "stairs"), [(1, (0, 1, 10)), (10, (10, 10, 25)), (26, (25, 26, 50))]
)
def test_the_stairs_show_the_landing_behind_and_the_one_ahead(
    companion: Companion, shifts: int, stairs: tuple[int, int, int]
) -> None:
    for number in range(shifts):
        companion.shifts.log(f"thing {number}")
    view = companion.today.view()
    assert (view.stairs.behind, view.stairs.total, view.stairs.ahead) == stairs


def test_people_are_suggested_the_newest_first(companion: Companion) -> None:
    for name in ("Ana", "Bo"):
        companion.shifts.log("Met", person=name)
    assert companion.shifts.person_names() == ("Bo", "Ana")


def test_phrases_that_went_missing_do_no_harm(companion: Companion, file: Path) -> None:
    companion.today.view()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM phrase")
        connection.commit()
    assert companion.today.view().greeting == Greeting("", "")
    companion.today.done()


def test_only_the_first_day_of_a_week_looks_back_on_the_last(
    companion: Companion, clock: StandingClock
) -> None:
    clock.set("2026-11-17T09:00")
    companion.shifts.log("Walked past the kiln !")
    companion.shifts.log("Emailed Ana")
    clock.set("2026-11-18T09:00")
    companion.shifts.log("Drew a cup")
    told = {}
    for day in ("22", "23", "24", "30"):
        clock.set(f"2026-11-{day}T09:00")
        told[day] = companion.today.view().week_behind
    assert told == {"22": None, "23": "3 shifts on 2 days, 1 Little Yes", "24": None, "30": None}
    clock.set("2026-11-22T09:00")
    companion.settings.change("week_start", "sunday")
    assert companion.today.view().week_behind == "3 shifts on 2 days, 1 Little Yes"


def test_nobody_rests_before_the_first_shift(companion: Companion, clock: StandingClock) -> None:
    clock.set("2026-11-21T09:00")
    assert not companion.today.view().resting
    companion.shifts.log("Rang Ana")
    assert companion.today.view().resting
