"""`json` for columns, loaded once one is read or written: a quick command may need none."""

from shifter.core.quick_typing import TYPE_CHECKING

__all__ = ["dumps", "loads"]

if TYPE_CHECKING:
    from json import dumps, loads
else:

    def dumps(value: object, **options: object) -> str:
        """The JSON of a value."""
        import json

        return json.dumps(value, **options)

    def loads(text: str) -> object:
        """The value of a JSON text."""
        import json

        return json.loads(text)
