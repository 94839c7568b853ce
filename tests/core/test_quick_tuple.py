"""A quick tuple is what the standard library's would be."""

import copy
import pickle
from typing import NamedTuple

import pytest

from shifter.core import quick_tuple


class Slow(NamedTuple):
    """A landing."""

    number: int
    name: str = "the first"
    far: bool = False

    @property
    def said(self) -> str:
        return f"{self.number}, {self.name}"


class Quick(quick_tuple.NamedTuple):
    """A landing."""

    number: int
    name: str = "the first"
    far: bool = False

    @property
    def said(self) -> str:
        return f"{self.number}, {self.name}"


def test_it_is_made_and_read_alike() -> None:
    for made in (Slow, Quick):
        one = made(10, far=True)
        assert one == (10, "the first", True) == made(*one) == made(**one._asdict())
        assert (one.number, one.name, one.far, one.said) == (*one, "10, the first")
        assert made._fields == ("number", "name", "far") == made.__match_args__
        assert made._field_defaults == {"name": "the first", "far": False}
        assert made.__doc__ == "A landing."
        assert made.__module__ == __name__


def test_it_is_changed_and_told_alike() -> None:
    slow, quick = Slow(10), Quick(10)
    assert tuple(slow._replace(name="x")) == tuple(quick._replace(name="x"))
    assert repr(slow).removeprefix("Slow") == repr(quick).removeprefix("Quick")
    for one in (slow, quick):
        assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)  # noqa: S301 - our own
        assert type(copy.copy(one)) is type(one)
        with pytest.raises(AttributeError):
            one.number = 5  # type: ignore[misc] # that is what is tried
        with pytest.raises((ValueError, TypeError)):
            one._replace(nothing=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("made", [Slow, Quick])
def test_what_does_not_fit_is_refused(made: type[Slow] | type[Quick]) -> None:
    with pytest.raises(TypeError):
        made()  # type: ignore[call-arg] # that is what is tried
    with pytest.raises(TypeError):
        made(1, "x", True, 4)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        made(1, number=1)  # type: ignore[misc]
    with pytest.raises(TypeError):
        made(1, nothing=1)  # type: ignore[call-arg]
