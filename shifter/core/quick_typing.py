"""What the modules of a quick command take of `typing`, which takes as long to load as ten of them.

A type checker sees the real ones. All that runs is what annotations and `get_args` need.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, Protocol, TypedDict, get_args
else:
    Protocol = object

    class Literal:
        """One of a few values."""

        __class_getitem__ = classmethod(type(list[int]))

    class TypedDict(dict):
        """A dictionary with certain keys."""

        def __init_subclass__(cls, *, total: bool = True) -> None:
            """Take what `typing.TypedDict` takes."""

    def get_args(type_: object) -> tuple[object, ...]:
        """The values of a `Literal`."""
        return type_.__args__


__all__ = ["TYPE_CHECKING", "Literal", "Protocol", "TypedDict", "get_args"]
