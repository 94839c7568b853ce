"""The quick encoder writes what `json` writes."""

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


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="has no JSON"):
        quick_json.dumps([object()])
