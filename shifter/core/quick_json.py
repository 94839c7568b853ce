"""`json` without what it loads: regular expressions take a seventh of a quick command's time.

Python's own reader and writer are written in C and need none of that; what they can't read is left
to `json`, which says why.
"""

from shifter.core.quick_typing import TYPE_CHECKING

__all__ = ["dumps", "loads"]

if TYPE_CHECKING:
    from json import dumps, loads
else:

    def dumps(value: object, *, ensure_ascii: bool = True) -> str:
        """The JSON of a value."""
        try:
            from _json import encode_basestring, encode_basestring_ascii, make_encoder
        except ImportError:  # it is part of CPython alone
            import json

            return json.dumps(value, ensure_ascii=ensure_ascii)
        quoted = encode_basestring_ascii if ensure_ascii else encode_basestring
        pieces = make_encoder({}, _refuse, quoted, None, ": ", ", ", False, False, True)(value, 0)
        return "".join(pieces)

    class _Plain:
        """How values are read: as `json` reads them."""

        strict = True
        object_hook = object_pairs_hook = None
        parse_float, parse_int = float, int
        parse_constant = staticmethod(lambda name: float(name.replace("Infinity", "inf")))

    def loads(text: str) -> object:
        """The value of a JSON text; ValueError if it is none."""
        try:
            from _json import make_scanner

            value, end = make_scanner(_Plain)(text, 0)
        except (ImportError, StopIteration, TypeError):
            end = None
        if end == len(text):
            return value
        import json

        return json.loads(text)

    def _refuse(value: object) -> object:
        raise TypeError(f"{value!r} has no JSON")
