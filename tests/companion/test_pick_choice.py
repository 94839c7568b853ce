"""Which prompt comes, out of a real log and the real catalogue."""

import itertools
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from shifter.companion import Companion
from shifter.core.records import Pick, Place
from tests.companion.cards import leave_only
from tests.companion.rows import lines, table
from tests.standing_clock import StandingClock

MORNING = date(2026, 11, 19)


def wake(clock: StandingClock, day: date) -> None:
    clock.set(f"{day}T07:58")


def words(pick: Pick) -> str:
    return " ".join(filter(None, (pick.text, pick.more, pick.why, pick.idea, str(pick.then))))


@pytest.mark.parametrize(
    ("minutes", "place"), itertools.product([2, 5, 10, 60], ["anywhere", *get_args(Place)[1:]])
)
def test_every_pick_fits_the_minutes_and_the_place_at_hand(
    companion: Companion, minutes: int, place: Place
) -> None:
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(minutes=minutes, place=place)
    for _ in range(15):
        pick = companion.picks.another()
        assert pick.seconds <= minutes * 60
        if place != "anywhere":
            assert {place, "anywhere"} & set(pick.places)
        if pick.then is not None:
            assert pick.then.seconds <= minutes * 60


def test_what_was_done_is_not_offered_in_the_seven_days_after(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    done = companion.prompts.add("Water the plants")
    companion.picks.current()
    companion.picks.done()
    companion.prompts.add("Read a page")
    for days in range(1, 8):
        wake(clock, MORNING + timedelta(days=days))
        assert companion.picks.current().text == "Read a page"
        assert companion.picks.another().text == "Read a page"
    wake(clock, MORNING + timedelta(days=8))
    seen = {companion.picks.current().prompt, companion.picks.another().prompt}
    assert done.id in seen


def test_what_repeats_may_come_the_very_next_day(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    daily = companion.prompts.add("Three lines in the notebook", repeats=True)
    companion.picks.current()
    companion.picks.done()
    companion.prompts.add("Read a page")
    wake(clock, MORNING + timedelta(days=1))
    assert daily.id in {companion.picks.current().prompt, companion.picks.another().prompt}


def test_the_seven_days_give_way_where_nothing_else_fits(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    companion.prompts.add("Water the plants")
    companion.picks.current()
    companion.picks.done()
    assert companion.picks.another().text == "Water the plants"
    wake(clock, MORNING + timedelta(days=1))
    assert companion.picks.current().text == "Water the plants"


def test_what_was_skipped_is_not_out_for_a_week(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    for text in ("Water the plants", "Read a page"):
        companion.prompts.add(text)
    first = companion.picks.current()
    companion.picks.another()
    wake(clock, MORNING + timedelta(days=1))
    assert first.text in {companion.picks.current().text, companion.picks.another().text}


def test_then_the_idea_gives_way(companion: Companion, file: Path) -> None:
    leave_only(file, "it-in-one-line")
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(idea="Pottery")
    assert companion.picks.current().prompt == "it-in-one-line"
    companion.picks.done()
    companion.prompts.add("Read a page")
    # The seven days give way before the idea that was chosen for today does.
    assert companion.picks.another().prompt == "it-in-one-line"
    companion.prompts.retire("it-in-one-line")
    pick = companion.picks.current()
    assert (pick.text, pick.idea) == ("Read a page", None)


def test_ideas_take_turns(companion: Companion, clock: StandingClock) -> None:
    names = ["Pottery", "Law", "Bees"]
    for name in names:
        companion.ideas.add(name)
    offered: Counter[str | None] = Counter()
    for days in range(30):
        wake(clock, MORNING + timedelta(days=days))
        offered[companion.picks.current().idea] += 1
        offered[companion.picks.another().idea] += 1
    counts = [offered[name] for name in names]
    assert min(counts) >= 8
    assert max(counts) - min(counts) <= 2
    assert offered[None] >= 8


def test_a_new_idea_has_its_turn_soon(companion: Companion, clock: StandingClock) -> None:
    companion.ideas.add("Pottery")
    for days in range(10):
        wake(clock, MORNING + timedelta(days=days))
        companion.picks.current()
    companion.ideas.add("Bees")
    wake(clock, MORNING + timedelta(days=11))
    picks = [companion.picks.current(), *(companion.picks.another() for _ in range(5))]
    assert "Bees" in {pick.idea for pick in picks}


@pytest.mark.parametrize("comes", ["added", "brought back"])
def test_what_comes_later_is_among_the_first_and_then_takes_its_turn_like_the_others(
    companion: Companion, clock: StandingClock, comes: str
) -> None:
    for name in ("Pottery", "Law"):
        companion.ideas.add(name)
    if comes == "brought back":
        companion.ideas.add("Bees")
        companion.ideas.rule_out("Bees")

    def offered(first: int, days: int) -> list[str]:
        ideas: list[str | None] = []
        for day in range(first, first + days):
            wake(clock, MORNING + timedelta(days=day))
            ideas += [companion.picks.current().idea, companion.picks.another().idea]
        return [idea for idea in ideas if idea is not None]

    offered(0, 20)
    if comes == "brought back":
        companion.ideas.revive("Bees")
    else:
        companion.ideas.add("Bees")
    two_weeks = offered(20, 14)
    assert "Bees" in two_weeks[:3]
    assert set(two_weeks) == {"Pottery", "Law", "Bees"}
    assert two_weeks.count("Bees") <= 0.6 * len(two_weeks)
    assert offered(34, 14).count("Bees") >= len(two_weeks) / 6


def test_the_idea_to_work_on_today_is_what_picks_are_about(companion: Companion) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.add("Law")
    companion.picks.set_at_hand(idea="law")
    for _ in range(10):
        pick = companion.picks.another()
        assert pick.idea == "Law"
        assert "Law" in pick.why


def test_a_pick_never_names_a_dead_end(companion: Companion, clock: StandingClock) -> None:
    companion.ideas.add("Taxidermy")
    companion.ideas.add("Pottery")
    companion.picks.set_at_hand(idea="Taxidermy")
    assert "Taxidermy" in words(companion.picks.current())
    companion.picks.done()
    companion.ideas.rule_out("Taxidermy")
    for days in range(20):
        wake(clock, MORNING + timedelta(days=days))
        for pick in (companion.picks.current(), companion.picks.another()):
            assert "Taxidermy" not in words(pick)
        companion.today.done()
        assert "Taxidermy" not in str(companion.today.view().card)
    companion.ideas.revive("Taxidermy")
    assert "Taxidermy" in {companion.picks.another().idea for _ in range(20)}


def test_the_catalogue_is_explored(companion: Companion, clock: StandingClock) -> None:
    shown = set()
    kinds = set()
    for days in range(60):
        wake(clock, MORNING + timedelta(days=days))
        pick = companion.picks.current()
        shown.add(pick.prompt)
        kinds.add(pick.kind)
    assert len(shown) >= 40
    assert len(kinds) >= 8


def test_three_a_day_are_no_loop_in_a_month(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    companion.ideas.add("Pottery")
    last: dict[str, date] = {}
    for days in range(45):
        day = MORNING + timedelta(days=days)
        wake(clock, day)
        for number in range(3):
            pick = companion.picks.another() if number else companion.picks.current()
            # A next step comes when its time has come.
            if pick.why not in lines(file, "reasons.then"):
                assert day - last.get(pick.prompt, date.min) > timedelta(days=30)
            last[pick.prompt] = day
        companion.picks.done()


def test_the_same_reason_is_put_in_other_words_on_other_days(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    whys = set()
    for days in range(12):
        wake(clock, MORNING + timedelta(days=days))
        pick = companion.picks.current()
        whys.update({pick.why} & lines(file, "reasons.new"))
    assert len(whys) > 1


def test_no_turn_of_phrase_comes_twice_running_whatever_it_is_about(
    companion: Companion, clock: StandingClock
) -> None:
    for name in ("Pottery", "Radio", "Bees"):
        companion.ideas.add(name)
    turns = []
    for days in range(12):
        wake(clock, MORNING + timedelta(days=days))
        for number in range(4):
            pick = companion.picks.another() if number else companion.picks.current()
            turns.append(re.sub("“[^”]*”", "it", pick.why))
    assert turns.count("It is the turn of it.") > 1
    assert all(one != other for one, other in itertools.pairwise(turns))


def test_one_honest_sentence_says_why(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    """The sentence is the one for what weighed most, and what it claims is in the file."""
    companion.ideas.add("Pottery")
    companion.prompts.add("Read a page of the kiln book")
    terms = set()
    for days in range(40):
        wake(clock, MORNING + timedelta(days=days * 2))
        companion.picks.set_at_hand(
            minutes=10 if days % 3 == 1 else None, idea="Pottery" if days % 5 == 2 else None
        )
        for number in range(5):
            pick = companion.picks.another() if number else companion.picks.current()
            terms.add(check_reason(companion, file, pick))
        if days % 2 or pick.then is not None:
            companion.picks.done()
            terms.add(check_reason(companion, file, companion.picks.current()))
    assert terms >= {"idea_turn", "idea_chosen", "at_hand", "own", "new", "then"}


def test_where_all_is_known_one_pick_in_ten_finds_something_out(
    companion: Companion, clock: StandingClock, file: Path
) -> None:
    leave_only(file)
    for text in ("Water the plants", "Read a page", "Tidy one drawer"):
        companion.prompts.add(text)
    terms = []
    for days in range(15):
        wake(clock, MORNING + timedelta(days=days))
        for pick in (companion.picks.current(), companion.picks.another()):
            terms.append(check_reason(companion, file, pick))
            if terms[-1] == "known_least":
                why, rests_on = companion.lessons.why(pick)
                assert (why, rests_on) == (pick.why, "One pick in ten goes where least is known.")
    assert "known_least" in terms
    for first in range(len(terms) - 9):
        assert {"explore", "known_least"} & set(terms[first : first + 10])


def pattern(sentence: str, pick: Pick) -> str:
    """What a sentence of the phrases may have become on the card of a pick."""
    named = re.escape(f"“{pick.idea}”" if pick.idea else "this")
    words = re.sub(r"\\{idea\\\|.*?\\}", named, re.escape(sentence))
    return re.sub(r"\\{\w+\\}", ".+", words)


def check_reason(companion: Companion, file: Path, pick: Pick) -> str:
    """The reason's name, once what it says was found to be true."""
    ((term, day, follows),) = table(
        file, f"SELECT term, day, follows FROM offer WHERE id = '{pick.offer}'"
    )
    sentences = (str(line) for line in lines(file, f"reasons.{term}"))
    assert any(re.fullmatch(pattern(sentence, pick), pick.why) for sentence in sentences)
    ((before,),) = table(
        file,
        f"SELECT count(*) FROM offer WHERE prompt = '{pick.prompt}' AND id < '{pick.offer}' "
        f"AND outcome <> 'withdrawn' AND day >= date('{day}', '-90 days')",
    )
    own = companion.prompts.get(pick.prompt).origin == "own"
    yeses = table(
        file,
        "SELECT prompt, kind, places, idea FROM offer JOIN prompt ON prompt.id = offer.prompt "
        "WHERE outcome IN ('done', 'smaller', 'pocketed')",
    )
    truth = {
        "new": not before,
        "rested": bool(before),
        "own": own,
        "idea_turn": pick.idea is not None,
        "idea_chosen": pick.idea == companion.picks.at_hand().idea,
        "at_hand": companion.picks.at_hand().minutes != 5,
        "then": follows is not None,
        "return": companion.figures.streak().current.state == "none",
        "explore": not before,
        "known_least": bool(before),
        "idea_explore": pick.idea == companion.picks.at_hand().idea,
        "prompt": pick.prompt in {row[0] for row in yeses},
        "kind": pick.kind in {row[1] for row in yeses},
        "hour": pick.kind in {row[1] for row in yeses},
        "place": bool(yeses),
        "weekday": bool(yeses),
        "size": bool(yeses),
        "idea_liked": pick.idea is not None and any(row[3] for row in yeses),
    }
    assert truth[str(term)], term
    return str(term)
