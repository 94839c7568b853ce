"""A clock that went back only warns: what was done last holds, in a merged file as well."""

from pathlib import Path

import pytest
from icalendar import Calendar

from shifter.companion import Companion, open_companion
from shifter.config import Config
from tests.standing_clock import StandingClock

AHEAD, BACK, A_DAY_BACK = "2026-11-20T07:58", "2026-11-20T07:28", "2026-11-19T07:58"
RIGHT_AGAIN = "2026-11-21T07:58"


@pytest.fixture(autouse=True)
def _ids_are_made_by_the_same_clock(clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> None:
    clock.set(AHEAD)
    monkeypatch.setattr(
        "shifter.store.identity.time.time_ns",
        lambda: int(clock.now().utc.timestamp() * 1_000_000_000),
    )


@pytest.fixture
def pottery(companion: Companion) -> Companion:
    companion.ideas.add("Pottery")
    return companion


@pytest.mark.parametrize("back", [BACK, A_DAY_BACK])
def test_an_idea_that_was_brought_back_is_not_ruled_out(
    pottery: Companion, clock: StandingClock, back: str
) -> None:
    pottery.ideas.move("Pottery", "exploring")
    pottery.ideas.rule_out("Pottery")
    assert pottery.figures.streak().ruled_out == 1
    clock.set(back)
    pottery.ideas.revive("Pottery")
    for now in (back, RIGHT_AGAIN):
        clock.set(now)
        assert pottery.figures.streak().ruled_out == 0
        assert pottery.ideas.get("Pottery").stage == "exploring"


@pytest.mark.parametrize("back", [BACK, A_DAY_BACK])
def test_it_comes_back_at_the_stage_it_had_last(
    pottery: Companion, clock: StandingClock, back: str
) -> None:
    pottery.ideas.move("Pottery", "exploring")
    clock.set(back)
    pottery.ideas.move("Pottery", "hunch")
    pottery.ideas.rule_out("Pottery", taught="It is cold")
    pottery.ideas.revive("Pottery")
    pottery.ideas.rule_out("Pottery", taught="It is cold and dark")
    assert pottery.ideas.revive("Pottery").stage == "hunch"
    last = max(
        (entry for entry in pottery.ideas.opened("Pottery").trail if entry.stage == "dead_end"),
        key=lambda entry: entry.at,
    )
    assert last.about == "It is cold and dark"


@pytest.mark.parametrize("back", [BACK, A_DAY_BACK])
def test_in_a_merged_file_it_stands_where_it_was_moved_last(
    pottery: Companion, clock: StandingClock, back: str, tmp_path: Path
) -> None:
    document = tmp_path / "document.json"

    def bring_into(companion: Companion) -> None:
        document.write_text("".join(pottery.exchange.json_lines()), encoding="utf-8")
        companion.exchange.bring_in(str(document))

    other = open_companion(str(tmp_path / "other.db"), config=Config(), clock=clock)
    bring_into(other)
    pottery.ideas.rule_out("Pottery")
    bring_into(other)
    assert other.ideas.get("Pottery").stage == "dead_end"
    clock.set(back)
    pottery.ideas.revive("Pottery")
    bring_into(other)
    clock.set(RIGHT_AGAIN)
    assert other.ideas.get("Pottery").stage == "hunch"
    assert other.figures.streak().ruled_out == 0
    other.close()


@pytest.mark.parametrize("back", [BACK, A_DAY_BACK])
def test_the_step_that_was_set_last_comes_next(
    pottery: Companion, clock: StandingClock, back: str
) -> None:
    pottery.ideas.steps.set("Pottery", "show three mugs", question="would anybody pay?")
    pottery.ideas.steps.take("Pottery")
    clock.set(back)
    pottery.ideas.steps.set("Pottery", "ask Ines for a day along")
    step = pottery.ideas.steps.current("Pottery")
    assert step is not None
    assert step.text == "ask Ines for a day along"
    assert pottery.ideas.card("Pottery").step == step


def test_the_reason_of_a_pick_is_that_of_the_one_it_was_made_smaller_from(
    companion: Companion, clock: StandingClock
) -> None:
    while not companion.picks.current().can_shrink:
        companion.picks.another()
    before = companion.lessons.why(companion.picks.current())
    assert len(before) == 2
    clock.set(BACK)
    companion.picks.smaller()
    assert companion.lessons.why(companion.picks.current())[1:] == before[1:]


def test_what_goes_into_the_calendar_is_the_pick_that_was_pocketed(
    companion: Companion, clock: StandingClock
) -> None:
    companion.picks.pocket("tomorrow 18:00")
    clock.set(BACK)
    pick = companion.picks.current()
    kept: list[str] = []
    companion.exchange.pocket(companion.picks, "tonight", kept.append)
    (event,) = Calendar.from_ical(kept[0]).walk("VEVENT")
    assert event["SUMMARY"] == pick.text
