"""Keys that sort by the time they were made, and the name of the device that made them."""

import os
import time
from itertools import count

_COUNTER_BITS = 32
# Starting anywhere but near the top, so that counting upward never runs over.
_counter = count(int.from_bytes(os.urandom(4)) >> 1)


def new_id() -> str:
    """A UUID, version 7 (RFC 9562, method 1): milliseconds, a counter, then random bits.

    Rows that one process makes within a millisecond keep their order.
    """
    stamp = time.time_ns() // 1_000_000
    counter = next(_counter) % (1 << _COUNTER_BITS)
    random = int.from_bytes(os.urandom(6)) >> 6
    low = (counter << 42 | random) & (1 << 74) - 1
    bits = stamp << 80 | 0x7 << 76 | low >> 62 << 64 | 0b10 << 62 | low & (1 << 62) - 1
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def device() -> str:
    """The name of this machine."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
