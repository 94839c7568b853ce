"""Importing libraries without the optional parts that shifter has no use for."""

import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is shown
if TYPE_CHECKING:
    from collections.abc import Iterator

# asyncio imports OpenSSL, and shutil three compressors; both work without them, which saves
# four megabytes and a fortieth of the time until the whole screen is there.
_UNUSED = ("ssl", "bz2", "lzma")


@contextmanager
def without_unused() -> "Iterator[None]":
    """Imports inside the block find these modules missing; afterwards they are importable again."""
    kept_out = [name for name in _UNUSED if name not in sys.modules]
    for name in kept_out:
        # None is how `sys.modules` says that a module is missing.
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in kept_out:
            del sys.modules[name]
