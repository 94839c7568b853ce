"""Settings in words, and back."""

import pytest

from shifter.companion.settings import ALLOWED
from shifter.config import ALLOWED as CONFIGURED
from shifter.core.setting_words import CHOICES, NAMES, as_kept, in_words


def test_every_setting_has_a_name() -> None:
    assert set(NAMES) == {*ALLOWED, *CONFIGURED}
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize("name", CHOICES)
def test_every_value_has_words_of_its_own_that_lead_back_to_it(name: str) -> None:
    words = [in_words(name, kept) for kept in CHOICES[name]]
    assert words == list(CHOICES[name].values())
    for typed in (str.lower, str.upper, " {} ".format):
        assert [as_kept(name, typed(word)) for word in words] == list(CHOICES[name])


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("motion", True, "on"),
        ("bell", False, "off"),
        ("grace", 0, "0"),
        ("rollover", 0, "00:00"),
        ("theme", None, "as the terminal"),
        ("theme", "dusk", "dusk"),
        ("anchor", None, "none"),
        ("anchor", "pour my coffee", "pour my coffee"),
        ("rest_weekdays", "none", "none"),
        ("rest_weekdays", "wednesday,thursday", "Wednesday, Thursday"),
        ("rest_weekdays", "friday,saturday,sunday", "Fri, Sat, Sun"),
    ],
)
def test_a_value_reads_as_people_would_say_it(
    name: str, value: str | int | None, words: str
) -> None:
    assert in_words(name, value) == words


def test_what_has_no_words_is_taken_as_it_was_typed() -> None:
    assert as_kept("anchor", " pour my coffee") == " pour my coffee"
    assert as_kept("motion", "perhaps") == "perhaps"
    assert as_kept("keys.today.done", "on") == "on"
