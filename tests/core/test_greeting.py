from datetime import UTC, date, datetime, timedelta

import pytest

from shifter.core.greeting import day_in_words, ended, part_of_day, told
from shifter.core.hunches import hunch_name, hunch_why, short_name
from shifter.core.records import Shift

THURSDAY = date(2026, 11, 19)


def shift(text: str, day: date = THURSDAY) -> Shift:
    done_at = datetime(2026, 11, 19, tzinfo=UTC)
    return Shift("id", text, done_at, 0, "UTC", day, None, None, None, False, None, "a-prompt")


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "night"),
        (4, "night"),
        (5, "morning"),
        (11, "morning"),
        (12, "afternoon"),
        (17, "afternoon"),
        (18, "evening"),
        (22, "evening"),
        (23, "night"),
    ],
)
def test_the_part_of_the_day_goes_by_the_wall_clock(hour: int, part: str) -> None:
    assert part_of_day(datetime(2026, 11, 19, hour, 59)) == part


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 19), "Earlier today"),
        (date(2026, 11, 18), "Yesterday"),
        (date(2026, 11, 17), "On Tuesday"),
        (date(2026, 11, 13), "On Friday"),
        (date(2026, 11, 12), "On 12 November"),
        (date(2026, 1, 3), "On 3 January"),
        (date(2025, 12, 31), "On 31 December 2025"),
        (date(1999, 2, 1), "On 1 February 1999"),
    ],
)
def test_a_day_is_called_as_people_call_it(day: date, words: str) -> None:
    assert day_in_words(day, THURSDAY) == words


def test_no_two_days_are_called_the_same() -> None:
    days = [THURSDAY - timedelta(days=number) for number in range(2000)]
    assert len({day_in_words(day, THURSDAY) for day in days}) == len(days)


def test_the_words_of_the_catalogue_go_on_from_you() -> None:
    yesterday = THURSDAY - timedelta(days=1)
    told_so = told(shift("Asked Ana how she began", yesterday), THURSDAY, own_words=False)
    assert told_so == "Yesterday you asked Ana how she began."


@pytest.mark.parametrize("text", ["Ana called me", "Ärger", "łódź", "x", "I finally wrote to Bo"])
def test_ones_own_words_are_quoted_as_they_are(text: str) -> None:
    assert told(shift(text), THURSDAY, own_words=True) == f"Earlier today: {text}."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Walked to the kiln", "Earlier today: Walked to the kiln, with Ana Ruiz."),
        ("Walked to the kiln with ana", "Earlier today: Walked to the kiln with ana."),
    ],
)
def test_who_was_there_is_told_where_the_words_do_not_say_so(text: str, sentence: str) -> None:
    with_ana = shift(text)._replace(person="Ana Ruiz")
    assert told(with_ana, THURSDAY, own_words=True) == sentence


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Mended a wheel with", "Mended a wheel with Ana Ruiz"),
        ("Thanked", "Thanked Ana Ruiz"),
        ("Told Ana about", "Told Ana about “Pottery”"),
        ("Walked to the kiln", "Walked to the kiln, with Ana Ruiz"),
        ("Ana knew what the kiln is for", "Ana knew what the kiln is for"),
    ],
)
def test_a_line_that_breaks_off_before_a_name_ends_with_it(text: str, whole: str) -> None:
    typed = shift(text)._replace(person="Ana Ruiz", idea="Pottery", prompt=None)
    assert typed.text_and_person == whole
    assert typed.whole_text == whole.removesuffix(", with Ana Ruiz")
    assert typed.with_whom == ("with Ana Ruiz" if whole.endswith(", with Ana Ruiz") else "")


def test_a_hunch_out_of_such_a_line_is_called_by_the_whole_of_it() -> None:
    lit = shift("Drew a yard for")._replace(person="Nina", prompt=None)
    assert (hunch_name(lit), short_name(lit)) == ("Drew a yard for Nina", "Drew a yard for Nina")
    assert hunch_why(lit) == "It lit up: Drew a yard for Nina"


def test_the_words_of_the_catalogue_are_whole() -> None:
    assert shift("Named what it is about")._replace(idea="Pottery").whole_text.endswith("about")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Done", "Done."),
        ("Done.", "Done."),
        ("Done!", "Done!"),
        ("Done?", "Done?"),
        ("Done…", "Done…"),
        ("Done :)", "Done :)."),
    ],
)
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert ended(text) == sentence
