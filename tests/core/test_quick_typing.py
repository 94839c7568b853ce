"""The quick stand-ins of `typing` do where they are used."""

import typing

from shifter.core import quick_typing
from shifter.core.quick_typing import Literal, TypedDict

Size = Literal["small", "large"]


class Edit(TypedDict, total=False):
    text: str


def test_a_literal_tells_its_values_to_both() -> None:
    assert quick_typing.get_args(Size) == typing.get_args(Size) == ("small", "large")


def test_a_literal_can_be_part_of_an_annotation() -> None:
    assert typing.get_args(Size | None) == (Size, type(None))
    assert typing.get_args(dict[Size, str]) == (Size, str)


def test_a_typed_dictionary_is_a_dictionary() -> None:
    assert Edit(text="Emailed Ana") == {"text": "Emailed Ana"}
