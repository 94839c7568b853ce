"""A plain table of shifts, written for spreadsheets and read back."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.companion import Companion
from shifter.companion.exchange.formats.table import read_table, write_table
from shifter.core.records import Shift
from shifter.core.text import clean_line, clean_note
from shifter.errors import Refused
from tests.companion.exchange.conftest import NewFile, Write

_BEGINNING = st.sampled_from(["", "=", "'=", "'", "-", "@", ",", '"'])
_TEXT = st.tuples(_BEGINNING, st.text(max_size=9)).map("".join)
_FORMULAS = ("=1+1", "+49 30", "-x", "@SUM(A1)", "'quoted", "=cmd|' /C calc'!A0")
EXAMPLE = Shift(
    "01a20172-7671-70e5-83d3-42ef66d2a8a1",
    "Wrote",
    datetime(2026, 11, 18, 6, 58, tzinfo=UTC),
    3600,
    "Europe/Berlin",
    date(2026, 11, 18),
    None,
    None,
    None,
    little_yes=False,
    note=None,
    prompt=None,
)


@given(text=_TEXT.map(clean_line), note=_TEXT.map(clean_note))
def test_any_text_comes_back_from_a_table(text: str, note: str) -> None:
    shift = EXAMPLE._replace(text=text, note=note)
    (line,) = read_table("".join(write_table([(shift, "2026-11-18T07:00:00.000Z")])))
    assert (line.cells.get("text", ""), line.cells.get("note", "")) == (text, note)


@pytest.mark.parametrize("text", _FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    shift = EXAMPLE._replace(text=text, note=text, idea=text, person=text)
    table = "".join(write_table([(shift, "2026-11-18T07:00:00.000Z")]))
    for row in csv.reader(io.StringIO(table)):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)


def test_a_table_goes_to_another_machine_and_back(
    companion: Companion, another: NewFile, write: Write
) -> None:
    companion.ideas.add("Pottery")
    companion.shifts.log("Wrote #pottery @Ana 10m !", note='one\n\ttwo, "three"')
    companion.shifts.log("=1+1 מרחבא 👩🏽‍🚒", on="2026-11-10 23:59")
    companion.picks.done()
    table = "".join(companion.exchange.table())
    other = another()
    brought = other.exchange.bring_in(write("shifts.csv", table))
    assert brought.new == {"people": 1, "ideas": 1, "stages": 1, "shifts": 3}
    assert "".join(other.exchange.table()) == table
    assert other.figures.streak() == companion.figures.streak()
    assert not companion.exchange.bring_in(write("back.csv", table)).new
    other.close()


def test_the_longest_line_and_note_come_back(
    companion: Companion, another: NewFile, write: Write
) -> None:
    shift = companion.shifts.log("x" * 500, note="n" * 20_000).shift
    other = another()
    other.exchange.bring_in(write("shifts.csv", "".join(companion.exchange.table())))
    assert other.shifts.get(shift.id) == shift


@pytest.mark.parametrize(("length", "left_out"), [(19_980, 0), (20_000, 1)])
def test_a_note_of_anybodys_table_leaves_room_for_where_it_comes_from(
    companion: Companion, write: Write, length: int, left_out: int
) -> None:
    table = write("a.csv", f"text,day,note\nWrote,2026-11-18,{'n' * length}\n")
    brought = companion.exchange.bring_in(table)
    assert sum(out.records for out in brought.left_out) == left_out
    assert companion.shifts.find().total == 1 - left_out


def test_a_shift_from_a_prompt_of_ones_own_comes_without_it(
    companion: Companion, another: NewFile, write: Write
) -> None:
    own = companion.prompts.add("Read a page")
    shift = EXAMPLE._replace(prompt=own.id)
    table = write("a.csv", "".join(write_table([(shift, "2026-11-18T07:00:00.000Z")])))
    other = another()
    for one, prompt in ((companion, own.id), (other, None)):
        one.exchange.bring_in(table)
        assert one.shifts.get(shift.id).prompt == prompt
    other.close()


def test_anybodys_table_will_do(companion: Companion, write: Write) -> None:
    path = write(
        "log.csv",
        "\ufeffDate,Time,What,Minutes,Person,Idea,Little Yes,Notes,Weather\r\n"
        '2026-11-02,09:15,"Wrote, twice",10,Ana,Pottery,yes,"two\r\nlines",rain\r\n'
        "3 November 2026,,Called,,,pottery,,,\r\n"
        ",,Nowhere,,,,,,\r\n"
        "2026-11-04,,,5,,,,,\r\n"
        "2026-11-04,,Too long,1441,,,,,\r\n"
        "2026-11-04,,Perhaps,,,,perhaps,,\r\n"
        "\r\n"
        "2026-11-05,,Short\r\n",
    )
    brought = companion.exchange.bring_in(path)
    assert {out.why: (out.records, out.lines) for out in brought.left_out} == {
        "without a day": (1, (5,)),
        "without words": (1, (6,)),
        "whose minutes can't be read": (1, (7,)),
        "whose little_yes can't be read": (1, (8,)),
    }
    short, called, wrote = companion.shifts.find().shifts
    assert (wrote.text, wrote.minutes, wrote.person, wrote.idea, wrote.little_yes) == (
        *("Wrote, twice", 10, "Ana"),
        *("Pottery", True),
    )
    assert wrote.note == "two\nlines\n\nFrom log.csv"
    assert f"{wrote.done_at:%H:%M}" == "08:15"
    assert (called.idea, short.text) == ("Pottery", "Short")
    (idea,) = companion.ideas.all(ended=False)
    assert (idea.stage, str(idea.added)) == ("hunch", "2026-11-02")


def test_a_table_must_say_what_and_when(companion: Companion, write: Write) -> None:
    path = write("log.csv", "text,mood\nx,good\n")
    with pytest.raises(Refused, match="columns text and day"):
        companion.exchange.preview(path, "csv")
