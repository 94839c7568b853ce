"""What is sought is found whatever its capitals, accents and script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter.core.folding import begins_a_word, folded, is_sought_as_word


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Kiln", "kiln"),
        ("Ärger über Straße", "arger uber strasse"),
        ("A\u0301na", "ana"),
        ("ﬁne ２０", "fine 20"),
        ("Ελλάδα", "ελλαδα"),
        ("Её", "ее"),
        ("שָׁלוֹם", "שלום"),
        ("陶芸kiln", " 陶  芸 kiln"),
        ("が", " か "),
        ("Done🎉", "done 🎉 "),
        ("❤️", " ❤ "),
        ("👩‍🚀", " 👩  🚀 "),
    ],
)
def test_capitals_accents_and_forms_of_a_letter_make_no_difference(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)).split() == folded(text).split()


@pytest.mark.parametrize(("word", "expected"), [("a", True), ("7%", True), ("🙂", True)])
def test_letters_figures_and_emoji_make_words(word: str, expected: bool) -> None:
    assert is_sought_as_word(word) == expected


@pytest.mark.parametrize("word", ["%", "--", "'", "…", ""])
def test_punctuation_makes_none(word: str) -> None:
    assert not is_sought_as_word(word)


@pytest.mark.parametrize(
    ("sought", "expected"), [("pot", True), ("stu", True), ("tery", False), (".*", False)]
)
def test_a_name_is_known_by_the_beginning_of_any_of_its_words(sought: str, expected: bool) -> None:
    assert begins_a_word(sought, "pottery studio") == expected
