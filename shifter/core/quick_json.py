"""`json` without what it loads: it is there once something is read, and to write takes less.

Python's own encoder needs neither the decoder nor regular expressions, which take a seventh of
the time that a quick command has.
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

    def loads(text: str) -> object:
        """The value of a JSON text."""
        import json

        return json.loads(text)

    def _refuse(value: object) -> object:
        raise TypeError(f"{value!r} has no JSON")
