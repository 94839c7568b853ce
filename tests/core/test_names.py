import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.names import did_you_mean, match_idea, match_person
from shifter.errors import Refused, ShifterError

IDEAS = ["Pottery", "Podcast about bees", "Teaching pottery", "Beekeeping", "Glass"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Pottery", "Pottery"),
        ("pottery", "Pottery"),
        ("POTTERY", "Pottery"),
        (" pottery ", "Pottery"),
        ("podcast", "Podcast about bees"),
        ("teach", "Teaching pottery"),
        ("keeping", "Beekeeping"),
        ("about  bees", "Podcast about bees"),
        ("gla", "Glass"),
    ],
)
def test_an_idea_is_meant_by_its_name_or_a_part_that_only_it_has(wanted: str, found: str) -> None:
    assert match_idea(wanted, IDEAS) == found


def test_a_part_of_two_names_is_refused_with_both() -> None:
    with pytest.raises(Refused) as refusal:
        match_idea("bee", IDEAS)
    assert "Podcast about bees" in refusal.value.message
    assert "Beekeeping" in refusal.value.message
    assert "shifter idea add bee" in refusal.value.message


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [("potery", "Pottery"), ("bekeeping", "Beekeeping"), ("podkast", "Podcast about bees")],
)
def test_an_unknown_idea_is_refused_with_the_nearest(wanted: str, nearest: str) -> None:
    with pytest.raises(Refused) as refusal:
        match_idea(wanted, IDEAS)
    assert nearest in refusal.value.message
    assert f"shifter idea add {wanted}" in refusal.value.message


@pytest.mark.parametrize(
    ("wanted", "names", "meant"),
    [
        ("strak", ["streak", "story", "restore"], "Did you mean streak?"),
        ("undo", ["today.done", "everywhere.undo"], "Did you mean everywhere.undo?"),
        ("dark", ["nord", "ansi-dark", "textual-dark"], "Did you mean ansi-dark or textual-dark?"),
        ("zzz", ["nord"], ""),
        ("nord", [], ""),
    ],
)
def test_what_was_meant_is_asked_with_the_nearest_names(
    wanted: str, names: list[str], meant: str
) -> None:
    assert did_you_mean(wanted, names) == meant


def test_where_nothing_is_near_the_refusal_still_tells_how_to_add_one() -> None:
    with pytest.raises(Refused) as refusal:
        match_idea("welding", [])
    assert "Nearest" not in refusal.value.message
    assert "shifter idea add welding" in refusal.value.message


@pytest.mark.parametrize("nothing", ["", "   "])
def test_an_empty_name_means_no_idea(nothing: str) -> None:
    with pytest.raises(Refused):
        match_idea(nothing, ["Pottery"])


def test_case_and_composition_of_letters_are_ignored() -> None:
    assert match_idea("STRASSE", ["Straße"]) == "Straße"
    assert match_idea("ce\u0301ramique", ["C\u00e9ramique"]) == "C\u00e9ramique"
    assert match_idea("ΟΔΟΣ", ["οδος"]) == "οδος"


def test_of_names_that_differ_in_case_the_one_to_the_letter_is_meant() -> None:
    assert match_idea("Rust", ["rust", "Rust"]) == "Rust"
    with pytest.raises(Refused):
        match_idea("RUST", ["rust", "Rust"])


def test_a_refusal_carries_no_terminal_commands() -> None:
    with pytest.raises(Refused) as refusal:
        match_idea("\x1b[2Jx\u202e", IDEAS)
    assert not {"\x1b", "\u202e"} & set(refusal.value.message)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Ana Silva", "Ana Silva"),
        ("ana", "Ana Silva"),
        ("BEN", "Ben"),
        ("zoë", "Zoë Ångström"),
        ("silva", None),
        ("An", None),
        ("ana lopez", None),
        ("", None),
    ],
)
def test_a_person_is_meant_by_the_exact_or_the_first_name(wanted: str, found: str | None) -> None:
    assert match_person(wanted, ["Ana Silva", "Ben", "Zoë Ångström"]) == found


def test_the_exact_name_goes_before_a_first_name() -> None:
    assert match_person("ana", ["Ana Silva", "Ana"]) == "Ana"


def test_two_people_of_one_first_name_are_refused_with_both() -> None:
    with pytest.raises(Refused) as refusal:
        match_person("ana", ["Ana Silva", "Ben", "Ana Lopez"])
    assert "Ana Silva" in refusal.value.message
    assert "Ana Lopez" in refusal.value.message


@given(st.text(max_size=12), st.lists(st.text(min_size=1, max_size=12), max_size=6))
def test_an_answer_is_always_one_of_the_names(wanted: str, names: list[str]) -> None:
    for match in (match_idea, match_person):
        try:
            found = match(wanted, names)
        except ShifterError:
            continue
        assert found is None or found in names


@given(st.lists(st.text("abc XY", min_size=1).map(str.strip).filter(bool), min_size=1, unique=True))
def test_every_idea_is_found_by_its_own_name(names: list[str]) -> None:
    for name in names:
        assert match_idea(name, names) == name
