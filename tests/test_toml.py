"""What is wrong with a TOML file is told in a person's words, with its line."""

import re

import pytest

from shifter.toml import parse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'bell = true\ntheme = "paper\n',
            "line 2 can't be understood: a quote is not closed there",
        ),
        ("theme = 'paper\n", "the end can't be understood: a quote is not closed"),
        ("[keys\n", "line 1 can't be understood: a bracket is not closed there"),
        ("keys = [1, 2\n", "the end can't be understood: a bracket is not closed"),
        ("theme paper\n", "line 1 can't be understood: a name, = and a value are needed"),
        ("a = paper\n", "line 1 can't be understood: what is after the = is no value; text wants"),
        ("a = 1\na = 2\n", "line 2 can't be understood: it says something that was said above"),
        ("[a]\n[a]\n", "line 2 can't be understood: it begins a section a second time"),
        ("a = 1 2\n", "line 1 can't be understood: something is there beyond the value"),
        ('a = "\\q"\n', "line 1 can't be understood: a \\ in a text has to be written twice"),
        ("\n= 1\n", "line 2 can't be understood at column 1"),
        pytest.param("a = " + "[" * 5000, "it is nested too deeply", id="deep"),
        (b"a = '\xff'", "it is not text in UTF-8"),
    ],
)
def test_what_is_wrong_is_told_in_words_with_its_line(text: str | bytes, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(told)}"):
        parse(text)
