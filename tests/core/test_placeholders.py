import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.placeholders import Placeholder, fill, placeholders_in, without_placeholders

PLAIN = st.text(st.characters(exclude_characters="{}"))


def test_a_known_name_stands_where_its_placeholder_was() -> None:
    text = "Tell {person|a friend} about {idea|your hunch}."
    assert fill(text, "Ana", "pottery") == "Tell Ana about “pottery”."


def _is_no_stop(text: str) -> bool:
    return not text.startswith((".", "?", "!", "…"))


@pytest.mark.parametrize(
    ("person", "idea", "filled"),
    [
        (None, None, "Tell a friend about your hunch."),
        ("Ana", None, "Tell Ana about your hunch."),
        (None, "pottery", "Tell a friend about “pottery”."),
        ("", "", "Tell a friend about your hunch."),
    ],
)
def test_the_words_stand_in_for_a_name_that_is_not_known(
    person: str | None, idea: str | None, filled: str
) -> None:
    assert fill("Tell {person|a friend} about {idea|your hunch}.", person, idea) == filled


@pytest.mark.parametrize(
    "name",
    [
        "{idea|x}",
        "{person|me}",
        "{idea}",
        "}{",
        "a|b",
        r"\1\g<0>",
        "%s {0} $person",
        "[bold]x[/bold]",
        "\N{RIGHT-TO-LEFT MARK}עלמה",
    ],
)
def test_a_hostile_name_is_put_in_literally(name: str) -> None:
    assert fill("Write to {person|them} on {idea|it}.", name, "clay") == (
        f"Write to {name} on “clay”."
    )
    assert fill("Write to {person|them} on {idea|it}.", "Ana", name) == (
        f"Write to Ana on “{name}”."
    )


@given(person=st.text(min_size=1), idea=st.text(min_size=1), between=PLAIN.filter(_is_no_stop))
def test_no_name_is_ever_expanded_again(person: str, idea: str, between: str) -> None:
    assert fill(f"{{person|x}}{between}{{idea|y}}", person, idea) == f"{person}{between}“{idea}”"


@pytest.mark.parametrize(
    "idea", ["teaching first aid to teenagers", "Pottery studio", "A bakery for dogs?"]
)
def test_an_idea_of_any_words_stands_in_quotes(idea: str) -> None:
    assert fill("Give {idea|it} an hour.", None, idea) == f"Give “{idea}” an hour."


@pytest.mark.parametrize("idea", ["a museum", "a museum?", "a museum ...", "a museum!?"])
def test_a_name_gives_its_closing_stop_up_for_that_of_the_sentence(idea: str) -> None:
    assert fill("Three words for {idea|it}.", None, idea) == "Three words for “a museum”."
    assert fill("Where is {idea|it}?", None, idea) == "Where is “a museum”?"
    assert fill("{idea|it}", None, idea) == f"“{idea}”"


def test_a_name_can_stand_more_than_once() -> None:
    assert fill("Dear {idea|hunch}, oh {idea|hunch}", None, "clay") == "Dear “clay”, oh “clay”"


@pytest.mark.parametrize("text", ["{landing} shifts", "{town|here}", "{}", "{ idea|x}", "{|x}"])
def test_what_is_no_name_of_a_person_or_an_idea_stays(text: str) -> None:
    assert fill(text, "Ana", "clay") == text


def test_a_name_without_words_after_it_is_filled_only_if_known() -> None:
    assert fill("The turn of {idea}", None, "clay") == "The turn of “clay”"
    assert fill("The turn of {idea}", None, None) == "The turn of {idea}"


def test_quotes_within_an_ideas_name_are_single_ones() -> None:
    filled = fill("Give {idea|your hunch} an hour.", None, "the “slow” shop")
    assert filled == "Give “the ‘slow’ shop” an hour."


@given(PLAIN)
def test_text_without_placeholders_is_left_alone(text: str) -> None:
    assert fill(text, "Ana", "clay") == text
    assert placeholders_in(text) == ()


def test_placeholders_are_found_in_order_whatever_their_names() -> None:
    assert placeholders_in("{idea|it} and {person|them}, {landing}, {town|}") == (
        Placeholder("idea", "it"),
        Placeholder("person", "them"),
        Placeholder("landing", None),
        Placeholder("town", ""),
    )


def test_a_stray_brace_is_what_remains_without_the_placeholders() -> None:
    assert without_placeholders("a {idea|it} b") == "a  b"
    assert without_placeholders("a {idea|{x}} b") == "a {idea|} b"
    assert without_placeholders("a {idea b") == "a {idea b"
