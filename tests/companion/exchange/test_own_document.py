"""What is exported comes back whole, and only once."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings

from shifter.companion import Companion, open_companion
from shifter.companion.exchange.incoming import LeftOut
from shifter.companion.exchange.sections import DECISIONS, SECTIONS
from shifter.config import Config
from tests.companion.conftest import Open
from tests.companion.exchange.conftest import NewFile
from tests.companion.exchange.documents import Record, documents
from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived, everything, table
from tests.standing_clock import StandingClock

# What a person never made: the columns that say how a row stands in this one file.
_NOT_EXPORTED = {"deleted", "origin"}


def exported(companion: Companion) -> Record:
    made = json.loads("".join(companion.exchange.json_lines()))
    assert made == companion.exchange.document()
    made.pop("exported_at")
    return dict(made)


def saved(companion: Companion, path: Path) -> str:
    path.write_text("".join(companion.exchange.json_lines()), encoding="utf-8")
    return str(path)


def live(companion: Companion, clock: StandingClock) -> None:
    """A little of everything."""
    companion.ideas.add("Pottery", why="hands")
    companion.ideas.add("Clay")
    companion.ideas.add("Law")
    companion.shifts.log("Emailed Ana about the kiln #pottery @ana 10m !", note="She said\nyes")
    companion.shifts.log("Wrote #clay", on="2026-11-10")
    companion.ideas.merge("Clay", "Pottery")
    companion.ideas.move("Pottery", "project", weeks=4)
    companion.ideas.projects.add_output("Pottery", "a price list")
    companion.ideas.projects.check_output("Pottery", "a price list", outcome="sent")
    companion.ideas.steps.set("Pottery", "ask for a day", question="is it dusty?", by="friday")
    companion.ideas.note("Pottery", "wheel\n\tor hand")
    companion.ideas.rule_out("Law", taught="dust", spared="three years")
    companion.prompts.add("Read one page", smaller=("Read a line",), asks="Which?")
    companion.picks.pocket("tomorrow")
    companion.picks.another()
    companion.picks.retire()
    companion.picks.done(note="in a minute")
    companion.rest.mark(clock.now().wall.date())
    companion.settings.change("grace", "2")
    companion.settings.change("rest_weekdays", "sunday")


@given(document=documents())
# Shrinking a whole document would take minutes and tell little more.
@settings(
    max_examples=25,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_document_comes_back_the_same(new_file: Path, document: Record) -> None:
    with TemporaryDirectory() as folder:
        path, twice = Path(folder) / "shifter.json", Path(folder) / "twice.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        files = [Path(copy(new_file, Path(folder) / name)) for name in ("one.db", "two.db")]
        first, second = (
            open_companion(str(file), config=Config(), clock=StandingClock()) for file in files
        )
        with closing(first), closing(second):
            first.exchange.bring_in(str(path))
            assert {**exported(first), "exported_at": document["exported_at"]} == document
            second.exchange.bring_in(saved(first, twice))
            assert exported(second) == exported(first)
            before = everything(files[0])
            assert not first.exchange.bring_in(str(path)).new
            assert everything(files[0]) == before
        assert rounded(derived(files[1])) == recounted(files[1])


def test_a_life_moves_to_another_machine(
    companion: Companion, clock: StandingClock, another: NewFile, tmp_path: Path
) -> None:
    live(companion, clock)
    other = another()
    brought = other.exchange.bring_in(saved(companion, tmp_path / "a.json"))
    assert brought.new["shifts"] == 3
    assert exported(other) == exported(companion)
    assert other.figures.streak() == companion.figures.streak()
    assert other.ideas.view().cards == companion.ideas.view().cards
    assert other.ideas.opened("Pottery").trail == companion.ideas.opened("Pottery").trail
    assert other.prompts.all() == companion.prompts.all()
    other.close()


def test_taking_the_same_in_twice_changes_nothing(
    companion: Companion, clock: StandingClock, another: NewFile, tmp_path: Path
) -> None:
    live(companion, clock)
    mine = saved(companion, tmp_path / "a.json")
    other = another()
    other.exchange.bring_in(mine)
    before = everything(tmp_path / "other0.db")
    again = other.exchange.bring_in(mine)
    assert (again.new, again.changed) == ({}, {})
    assert again.already_here > 15
    companion.exchange.bring_in(mine)
    assert everything(tmp_path / "other0.db") == before
    other.close()


def test_undo_takes_all_of_it_back_and_it_can_come_again(
    companion: Companion, clock: StandingClock, another: NewFile, tmp_path: Path
) -> None:
    live(companion, clock)
    mine = saved(companion, tmp_path / "a.json")
    other = another()
    other.shifts.log("Here before")
    before = exported(other)
    other.exchange.bring_in(mine)
    after = exported(other)
    assert "an export" in other.history.undo()
    assert exported(other) == before
    other.history.redo()
    assert exported(other) == after
    other.history.undo()
    other.exchange.bring_in(mine)
    assert exported(other) == after
    other.close()


def test_the_newest_edit_wins_and_the_other_stays_in_the_history(
    companion: Companion, clock: StandingClock, another: NewFile, tmp_path: Path
) -> None:
    shift = companion.shifts.log("Wrote to Ana").shift
    other = another()
    other.exchange.bring_in(saved(companion, tmp_path / "a.json"))
    clock.set("2026-11-19T09:00")
    other.shifts.edit(shift.id, {"text": "Wrote to Ana Lima"})
    clock.set("2026-11-19T10:00")
    companion.shifts.edit(shift.id, {"text": "Wrote to Ana about clay"})
    theirs, mine = saved(other, tmp_path / "b.json"), saved(companion, tmp_path / "c.json")
    assert not companion.exchange.bring_in(theirs).changed
    assert other.exchange.bring_in(mine).changed == {"shifts": 1}
    for one in (companion, other):
        assert one.shifts.get(shift.id).text == "Wrote to Ana about clay"
    assert "Wrote to Ana Lima" in str(table(tmp_path / "other0.db", "SELECT before FROM change"))
    other.history.undo()
    assert other.shifts.get(shift.id).text == "Wrote to Ana Lima"
    other.close()


def test_an_older_edit_stays_in_the_history_too_and_is_kept_once(
    companion: Companion, clock: StandingClock, another: NewFile, tmp_path: Path
) -> None:
    here, there = tmp_path / "shifter.db", another()
    shift = companion.shifts.log("Wrote to Ana").shift
    there.exchange.bring_in(saved(companion, tmp_path / "a.json"))
    clock.set("2026-11-19T09:00")
    there.shifts.edit(shift.id, {"text": "Wrote to Ana Lima"})
    clock.set("2026-11-19T10:00")
    companion.shifts.edit(shift.id, {"text": "Wrote to Ana about clay"})
    older = saved(there, tmp_path / "b.json")
    look = "SELECT count(*) FROM change WHERE after LIKE '%Ana Lima%'"
    before = exported(companion)
    for _ in range(2):
        assert not companion.exchange.bring_in(older).changed
        assert (table(here, look), exported(companion)) == ([(1,)], before)
    for step in (companion.history.undo, companion.history.redo):
        step()
        assert exported(companion) == before
    there.close()


def test_an_older_export_of_ones_own_adds_nothing_to_the_history(
    companion: Companion, clock: StandingClock, tmp_path: Path
) -> None:
    live(companion, clock)
    older = saved(companion, tmp_path / "a.json")
    clock.set("2026-11-19T09:00")
    for shift in companion.shifts.find().shifts:
        companion.shifts.edit(shift.id, {"note": "later"})
    before = everything(tmp_path / "shifter.db")
    companion.exchange.bring_in(older)
    assert everything(tmp_path / "shifter.db") == before


def test_what_was_deleted_here_stays_deleted(
    companion: Companion, clock: StandingClock, tmp_path: Path
) -> None:
    shift = companion.shifts.log("Wrote to Ana").shift
    mine = saved(companion, tmp_path / "a.json")
    clock.set("2026-11-19T09:00")
    companion.shifts.delete(shift.id)
    companion.exchange.bring_in(mine)
    assert companion.shifts.find().total == 0


def test_a_namesake_is_the_same_person_and_the_same_idea(
    companion: Companion, another: NewFile, tmp_path: Path
) -> None:
    other = another()
    for one, text in ((companion, "Wrote"), (other, "Called")):
        one.ideas.add("Pottery")
        one.shifts.log(f"{text} @Ana #pottery")
    for _ in range(2):
        companion.exchange.bring_in(saved(other, tmp_path / "b.json"))
    assert [(idea.name, idea.shifts) for idea in companion.ideas.all(ended=True)] == [
        ("Pottery", 2)
    ]
    assert companion.figures.streak().people == 1
    other.close()


def test_an_idea_is_where_its_history_ends(
    companion: Companion, clock: StandingClock, another: NewFile, tmp_path: Path
) -> None:
    companion.ideas.add("Pottery")
    other = another()
    other.exchange.bring_in(saved(companion, tmp_path / "a.json"))
    clock.set("2026-11-20T09:00")
    other.ideas.rule_out("Pottery", taught="dust")
    clock.set("2026-11-21T09:00")
    companion.ideas.edit("Pottery", {"why": "hands"})
    companion.exchange.bring_in(saved(other, tmp_path / "b.json"))
    assert companion.ideas.get("Pottery").stage == "dead_end"
    assert companion.figures.streak().ruled_out == 1
    other.close()


def test_what_an_older_shifter_let_people_write_is_taken_in(
    companion: Companion, another: NewFile, tmp_path: Path
) -> None:
    companion.ideas.add("Pottery")
    companion.ideas.note("Pottery", "wheel")
    companion.prompts.add("Read a page", smaller=("Read a line",) * 3)
    companion.shifts.log("Wrote")
    older = json.loads("".join(companion.exchange.json_lines()))
    (note,), (prompt,), (shift,) = older["notes"], older["prompts"], older["shifts"]
    note["text"] = prompt["ladder"][0]["done"] = "\u200b"
    prompt["ladder"] += [prompt["ladder"][-1]] * 55
    shift["day"], shift["done_at"] = "1899-12-31", "1899-12-31T23:00:00.000Z"
    path, other = tmp_path / "a.json", another()
    path.write_text(json.dumps(older), encoding="utf-8")
    brought = other.exchange.bring_in(str(path))
    assert brought.left_out == (LeftOut(1, "without words"),)
    (own,) = other.prompts.own()
    assert (own.ladder[0].done, len(own.ladder)) == ("Read a page", 59)
    assert other.shifts.find().shifts[0].day == date(1899, 12, 31)


def test_every_column_that_people_fill_is_exported(file: Path) -> None:
    exported_columns = {
        section.table: set(section.columns) for section in SECTIONS if section is not DECISIONS
    }
    with closing(sqlite3.connect(file)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            if "deleted" in columns:
                assert columns - exported_columns[name] <= _NOT_EXPORTED, name


def test_what_is_logged_while_an_export_is_written_is_in_it_whole_or_not_at_all(
    companion: Companion, open_again: Open
) -> None:
    companion.shifts.log("Emailed Ana")
    lines = companion.exchange.json_lines()
    written = ""
    while '"ideas"' not in written:
        written += next(lines)
    other = open_again()
    other.ideas.add("Pottery")
    other.shifts.log("Wrote #pottery @bo")
    document = json.loads(written + "".join(lines))
    assert [shift["text"] for shift in document["shifts"]] == ["Emailed Ana"]
    assert document["ideas"] == document["people"] == []
