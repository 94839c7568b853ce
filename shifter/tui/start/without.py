"""Loading a library without the optional parts of it that shifter has no use for."""

import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # importing typing takes a fifth of the time until the picture is there
if TYPE_CHECKING:
    from collections.abc import Iterator

# asyncio brings OpenSSL along, and shutil three ways to compress; each does well without them.
# Four megabytes and a fortieth of the time until the whole screen is there.
_UNUSED = ("ssl", "bz2", "lzma")


@contextmanager
def without_unused() -> "Iterator[None]":
    """Whatever is imported within finds these parts missing; later they can be had as always."""
    kept_out = [name for name in _UNUSED if name not in sys.modules]
    for name in kept_out:
        # How Python is told that a module is missing.
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in kept_out:
            del sys.modules[name]
