"""The quick reader and writer do what `json` does."""

import json

import pytest

from shifter.core import quick_json

SAMPLES = [
    None,
    True,
    0,
    -1.5,
    1e300,
    "",
    'Called "Ana" \\ Bo\n\t\x00\x7f',
    "Töpfern ✦ 🙂 \u2028 مرحبا",
    [],
    {},
    {"shift": {"text": "a", "minutes": None, "people": ["Ana", "Bo"], "little_yes": False}},
    [1, [2, (3, 4)], {"5": {"6": 7.25}}],
    {1: "a", None: "b", False: "c", 2.5: "d"},
]


@pytest.mark.parametrize("value", SAMPLES)
@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_it_writes_what_json_writes(value: object, ensure_ascii: bool) -> None:
    assert quick_json.dumps(value, ensure_ascii=ensure_ascii) == json.dumps(
        value, ensure_ascii=ensure_ascii
    )


@pytest.mark.parametrize("value", SAMPLES[:-1])
def test_what_it_writes_reads_back(value: object) -> None:
    assert json.dumps(quick_json.loads(quick_json.dumps(value))) == json.dumps(value)


@pytest.mark.parametrize(
    "text",
    [' [1, "a"] ', '{"a": [1.5, -2, 1e3, true]}', '"\\u00e9\\n"', "[Infinity, -Infinity]", b"[1]"],
)
def test_it_reads_what_json_reads(text: str) -> None:
    assert quick_json.loads(text) == json.loads(text)


@pytest.mark.parametrize("text", ["", " ", "[1", '{"a" 1}', "12 3", '"a\nb"', "[1],", "nought"])
def test_it_says_of_what_is_no_json_what_json_says(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as of_json:
        json.loads(text)
    with pytest.raises(ValueError, match=r"\w") as found:
        quick_json.loads(text)
    assert str(found.value) == str(of_json.value)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="has no JSON"):
        quick_json.dumps([object()])
