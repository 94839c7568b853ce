"""No test sees the machine it runs on: neither its home and settings nor its time zone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Every property is tried with the same examples in every run, however slow the machine.
settings.register_profile("same every time", derandomize=True, deadline=None)
settings.load_profile("same every time")

# Neither UTC nor a whole number of hours from it, so that a forgotten zone shows.
ZONE = "Pacific/Chatham"


@pytest.fixture(autouse=True)
def _far_from_home(tmp_path: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(tmp_path / "home"))
        for variable in ("DATA", "CONFIG", "STATE", "CACHE"):
            environment.delenv(f"XDG_{variable}_HOME", raising=False)
        environment.delenv("SHIFTER_DB", raising=False)
        environment.setenv("TZ", ZONE)
        time.tzset()
        yield
    time.tzset()
