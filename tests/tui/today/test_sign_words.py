"""What `#` and `@` are completed to, and what a line is understood as."""

import pytest

from shifter.core.sign_words import Known, completed, suggestions
from shifter.core.signs import read_signs
from shifter.tui.dialogs.sign_words import suggested, understood

KNOWN = Known(
    ideas=("Pottery studio", "UX research", "Repair café", "Pottery fairs"),
    people=("Ana Ruiz", "Ines Calder"),
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Emailed Ana #", list(KNOWN.ideas)),
        ("Emailed Ana #re", ["UX research", "Repair café"]),
        ("Emailed @IN", ["Ines Calder"]),
        ("Emailed #ux @", list(KNOWN.people)),
        ("Emailed Ana", []),
        ("Emailed Ana #ux and", []),
        ("one#ux", []),
    ],
)
def test_names_are_suggested_while_a_sign_is_typed(line: str, names: list[str]) -> None:
    assert suggestions(line, KNOWN) == names


@pytest.mark.parametrize(
    ("line", "name", "whole"),
    [
        ("Emailed #re", "UX research", "Emailed #research "),
        ("Emailed #pot", "Pottery studio", "Emailed #studio "),
        ("Emailed @in", "Ines Calder", "Emailed @Ines "),
    ],
)
def test_a_sign_is_completed_to_a_word_that_means_one_name_alone(
    line: str, name: str, whole: str
) -> None:
    assert completed(line, name, KNOWN) == whole


@pytest.mark.parametrize("name", ["wonder, hands, mess", "#1: bread", "Clay?"])
def test_what_a_name_is_punctuated_with_stays_out_of_the_words_around_it(name: str) -> None:
    signs = read_signs(completed("Filled a page #", name, Known(ideas=(name,), people=())))
    assert signs.text == "Filled a page"
    assert signs.idea
    assert signs.idea in name


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Emailed Ana #studio @ana 10m !", "Pottery studio · Ana Ruiz · 10 min · ✦ a Little Yes"),
        ("Emailed Ana", ""),
        ("Emailed @Tom", "Tom, new here"),
        ("Talked to @Ana on the train", "“Talked to on the train” · Ana Ruiz"),
        (f"Read {'clay ' * 50}#ux to the end", f"“Read {'clay ' * 19}…”\nUX research"),
        ("Emailed #pottery", "“pottery” could be Pottery fairs or Pottery studio"),
        ("Emailed #radio 5m", "no idea “radio” yet · 5 min"),
        ("#ux", ""),
        ("", ""),
    ],
)
def test_what_a_line_says_is_shown_while_it_is_typed(line: str, words: str) -> None:
    assert understood(line, KNOWN, 60).plain == words


def test_who_is_meant_is_left_open_as_logging_it_will() -> None:
    people = Known(ideas=(), people=("Ana Ruiz", "Ana Silva"))
    assert understood("Rang @ana", people, 60).plain == "“ana” could be Ana Ruiz or Ana Silva"


def test_what_a_line_says_breaks_between_two_things() -> None:
    said = understood("Emailed Ana #studio @ana 10m !", KNOWN, 40)
    assert said.plain == "Pottery studio · Ana Ruiz · 10 min\n✦ a Little Yes"


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (80, "Pottery studio tab   UX research   Repair café   Pottery fairs"),
        (61, "Pottery studio tab   UX research   Repair café   Pottery fai…"),
        (54, "Pottery studio tab   UX research   Repair café   …"),
        (46, "Pottery studio tab   UX research   Repair…   …"),
        (40, "Pottery studio tab   UX research   …"),
        (10, "Pottery studio tab   …"),
    ],
)
def test_of_the_suggested_names_one_line_is_filled(width: int, names: str) -> None:
    assert suggested(KNOWN.ideas, width).plain == names
