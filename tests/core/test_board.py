"""The board's arithmetic: shapes, pages, places, names of months, glyphs."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from shifter.core import board
from shifter.core.board import DRAWN, TYPED, Page, Shape
from shifter.core.heat import heat_level
from shifter.core.records import DayTotals

DAYS = st.dates(date(1999, 12, 1), date(2050, 1, 31))
STARTS = st.integers(0, 6)
PAGES = st.builds(Page, DAYS, st.integers(min_value=1, max_value=120))
TODAY = date(2026, 11, 19)


def day(shifts: int = 0, *, lit: int = 0, rest: bool = False, on: date = TODAY) -> DayTotals:
    return DayTotals(on, shifts, 0, lit, rest, heat_level(shifts))


class TestShape:
    @pytest.mark.parametrize(
        ("columns", "weeks", "shape"),
        [
            (78, 1, Shape(3, 1)),
            (78, 26, Shape(3, 26)),
            (200, 27, Shape(2, 27)),
            (77, 26, Shape(2, 26)),
            (51, 26, Shape(1, 26)),
            (106, 53, Shape(2, 53)),
            (105, 53, Shape(1, 53)),
            (40, 53, Shape(1, 40)),
            (120, 1566, Shape(2, 60)),
            (0, 5, Shape(1, 1)),
        ],
    )
    def test_days_are_as_wide_as_a_year_of_them_fits(
        self, columns: int, weeks: int, shape: Shape
    ) -> None:
        assert board.shape(columns, weeks) == shape

    @given(st.integers(1, 300), st.integers(1, 2000))
    def test_it_fits_and_leaves_no_week_out_that_would_fit(self, columns: int, weeks: int) -> None:
        cell, shown = board.shape(columns, weeks)
        assert 1 <= shown <= weeks
        assert shown * cell <= columns
        assert shown == weeks or (shown + 1) * cell > columns


class TestPages:
    @given(DAYS, st.integers(0, 4000), st.data(), st.integers(1, 80), STARTS)
    def test_the_page_of_a_day_holds_it_and_is_as_full_as_can_be(
        self, first: date, lived: int, data: st.DataObject, weeks: int, starts_on: int
    ) -> None:
        today = first + timedelta(days=lived)
        shown = first + timedelta(days=data.draw(st.integers(0, lived)))
        all_weeks = board.weeks_lived(first, today, starts_on)
        page = board.page(first, today, shown, min(weeks, all_weeks), starts_on)
        assert page.holds(shown)
        assert page.start.weekday() == starts_on
        assert page.start <= first or page.weeks == min(weeks, all_weeks)
        assert page.start + timedelta(days=6) >= first
        assert page.end - timedelta(days=6) <= today

    @given(DAYS, st.integers(0, 4000), st.integers(1, 80), STARTS)
    def test_todays_page_ends_with_this_week(
        self, first: date, lived: int, weeks: int, starts_on: int
    ) -> None:
        today = first + timedelta(days=lived)
        fitting = min(weeks, board.weeks_lived(first, today, starts_on))
        page = board.page(first, today, today, fitting, starts_on)
        assert page.end - timedelta(days=6) <= today <= page.end

    @given(DAYS, st.integers(1, 4000), st.integers(1, 80), STARTS)
    def test_leafing_through_shows_every_week(
        self, first: date, lived: int, weeks: int, starts_on: int
    ) -> None:
        today = first + timedelta(days=lived)
        fitting = min(weeks, board.weeks_lived(first, today, starts_on))
        shown, seen = today, set()
        while True:
            page = board.page(first, today, shown, fitting, starts_on)
            seen |= {page.day(week, 0) for week in range(page.weeks)}
            if page.start <= first:
                break
            shown = page.start - timedelta(days=1)
        assert len(seen) == board.weeks_lived(first, today, starts_on)

    @given(PAGES, st.data())
    def test_a_place_and_its_day_are_the_same(self, page: Page, data: st.DataObject) -> None:
        week, row = data.draw(st.integers(0, page.weeks - 1)), data.draw(st.integers(0, 6))
        found = page.day(week, row)
        assert page.holds(found)
        assert page.place(found) == (week, row)

    def test_weeks_are_counted_over_the_end_of_a_year(self) -> None:
        sunday, monday = date(2026, 12, 27), date(2027, 1, 4)
        assert board.weeks_lived(sunday, monday, 0) == 3
        assert board.weeks_lived(sunday, monday, 6) == 2


class TestMonths:
    @given(PAGES, st.sampled_from([1, 2, 3]))
    def test_a_month_stands_above_the_week_of_its_first_day(self, page: Page, cell: int) -> None:
        for label in board.month_labels(page, cell):
            week = [page.day(label.column // cell, row) for row in range(7)]
            if label.column == 0 and not any(one.day == 1 for one in week):
                assert label.text == f"{week[0]:%b}"
            else:
                begins = next(one for one in week if one.day == 1)
                assert label.text in (f"{begins:%b}", f"{begins:%Y}")
                assert (label.text == f"{begins:%Y}") <= (begins.month == 1)

    @given(PAGES, st.sampled_from([1, 2, 3]))
    def test_names_never_touch(self, page: Page, cell: int) -> None:
        labels = board.month_labels(page, cell)
        for before, after in pairwise(labels):
            assert before.column + len(before.text) < after.column

    @given(PAGES, st.sampled_from([2, 3]))
    def test_every_month_that_begins_is_named_where_days_are_wide(
        self, page: Page, cell: int
    ) -> None:
        days = [page.start + timedelta(days=n) for n in range(page.weeks * 7)]
        begun = [one for one in days if one.day == 1]
        named = {label.text for label in board.month_labels(page, cell)}
        assert {f"{one:%b}" for one in begun if one.month != 1} <= named
        assert all({f"{one:%b}", f"{one:%Y}"} & named for one in begun)

    def test_a_january_brings_its_year(self) -> None:
        page = Page(date(2026, 11, 30), 10)
        assert [label.text for label in board.month_labels(page, 3)] == ["Dec", "2027", "Feb"]


class TestGlyphs:
    @pytest.mark.parametrize("glyphs", [DRAWN, TYPED], ids=["drawn", "typed"])
    def test_no_two_kinds_of_day_look_the_same_without_colour(self, glyphs: board.Glyphs) -> None:
        kinds = [
            board.kind_of(day(), is_today=False),
            board.kind_of(day(), is_today=True),
            board.kind_of(day(rest=True), is_today=False),
            *(board.kind_of(day(shifts), is_today=False) for shifts in (1, 2, 3, 5)),
        ]
        found = [board.glyph_of(kind, glyphs) for kind in (*kinds, "lit", "today")]
        assert len(set(found)) == len(found) == 9

    def test_what_is_typed_needs_no_more_than_a_typewriter(self) -> None:
        assert "".join(
            (*TYPED.levels, *(glyph for glyph in TYPED if isinstance(glyph, str)))
        ).isascii()

    @given(
        st.integers(0, 9),
        st.integers(0, 9),
        st.booleans(),
        st.booleans(),
        st.sampled_from([1, 2, 3]),
    )
    def test_a_day_fills_its_columns(
        self, shifts: int, lit: int, rest: bool, is_today: bool, cell: int
    ) -> None:
        shown = day(shifts, lit=min(lit, shifts), rest=rest)
        glyphs = "".join(p.glyphs for p in board.pieces(shown, DRAWN, cell, is_today=is_today))
        assert len(glyphs) == cell
        assert (DRAWN.lit in glyphs) == bool(shown.little_yeses)

    def test_a_day_off_that_was_used_is_a_day_like_any_other(self) -> None:
        used = board.pieces(day(3, rest=True), DRAWN, 3, is_today=False)
        assert used == board.pieces(day(3), DRAWN, 3, is_today=False)

    @pytest.mark.parametrize(
        ("shown", "cell", "glyphs"),
        [
            (day(1), 3, "░░ "),
            (day(4, lit=2), 3, "▓✦ "),
            (day(4, lit=2), 2, "▓✦"),
            (day(4, lit=2), 1, "✦"),
            (day(5), 2, "██"),
            (day(rest=True), 2, "──"),
            (day(), 2, "· "),
            (day(), 3, "·  "),
            (day(rest=True), 3, "── "),
            (day(rest=True), 1, "─"),
        ],
    )
    def test_how_days_look(self, shown: DayTotals, cell: int, glyphs: str) -> None:
        found = board.pieces(shown, DRAWN, cell, is_today=False)
        assert "".join(piece.glyphs for piece in found) == glyphs


class TestLegend:
    def test_it_explains_what_is_there_and_nothing_else(self) -> None:
        yesterday = TODAY - timedelta(days=1)
        lines = board.legend([day(1, on=yesterday), day()], TODAY)
        assert [line.words for line in lines] == ["one shift", "today, open"]

    def test_every_level_up_to_the_highest_is_explained(self) -> None:
        lines = board.legend([day(9, lit=1), day(rest=True, on=date(2026, 11, 14))], TODAY)
        assert [line.kind for line in lines] == [*board.LEVELS, "lit", "rest", "today"]

    def test_an_empty_day_is_told_from_a_rest_day(self) -> None:
        days = [day(on=date(2026, 11, 13)), day(rest=True, on=date(2026, 11, 14)), day(1)]
        words = [line.words for line in board.legend(days, TODAY)]
        assert words == ["one shift", "rest day", "empty day", "today"]


@given(DAYS, st.integers(-400, 400))
def test_a_month_away_is_the_same_day_or_the_last_one(day: date, months: int) -> None:
    assert board.month_away(day, months) == day + relativedelta(months=months)
