"""Named tuples that are made ten times as fast as the standard library makes them.

A quick command, and the first picture of the app, load some seventy of these; `typing.NamedTuple`
compiles a constructor for each, which takes a sixth of the time that such a command has.
"""

TYPE_CHECKING = False

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple, Self
else:
    # What the standard library reads its own with; a property takes a third longer.
    from collections import _tuplegetter

    class _Maker(type):
        """Makes a tuple with names of a class body, as `typing.NamedTuple` does."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            places = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            told = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (_Named,), {**body, **places, **told})

    class _Named(tuple):
        __slots__ = ()

        def __new__(cls, *values: object, **named: object) -> "Self":
            if named or len(values) != len(cls._fields):
                values += cls._rest(cls._fields[len(values) :], named)
            return tuple.__new__(cls, values)

        _make = classmethod(tuple.__new__)

        @classmethod
        def _rest(cls, missing: tuple[str, ...], named: dict[str, object]) -> tuple[object, ...]:
            defaults = cls._field_defaults
            try:
                rest = tuple(named.pop(f) if f in named else defaults[f] for f in missing)
            except KeyError as field:
                raise TypeError(f"{cls.__name__} needs {field}") from None
            if named or not missing:
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
            return rest

        def _replace(self, /, **changed: object) -> "Self":
            cls = type(self)
            values = [changed.pop(f, v) for f, v in zip(cls._fields, self, strict=True)]
            if changed:
                raise ValueError(f"{cls.__name__} has no {', '.join(changed)}")
            return tuple.__new__(cls, values)

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            told = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class NamedTuple(metaclass=_Maker):
        """The base of every tuple with names that a quick command loads."""
