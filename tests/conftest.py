"""No test sees the machine it runs on: neither its home and settings nor its time zone."""

import gc
import importlib
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from shifter.companion import open_companion
from shifter.config import Config
from shifter.store.store import Store
from tests.standing_clock import StandingClock

# Every property is tried with the same examples in every run, however slow the machine.
settings.register_profile(
    "same every time",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same every time")

# Every commit is carried to the disk. Where there is a disk in memory with room enough, that is
# done at once, and the suite takes half the time.
_IN_MEMORY = "/dev/shm"  # noqa: S108 - pytest makes a folder of its own there
_ROOM = 2**30

# Neither UTC nor a whole number of hours from it, so that a forgotten zone shows.
ZONE = "Pacific/Chatham"

_NOBODY = 65534

_OBJECTS = 100_000
"""What a test leaves behind is collected seldom: finding it costs a tenth of the suite."""


def pytest_configure(config: pytest.Config) -> None:
    """Let data files lie in memory, what is compiled stay, garbage wait and signals arrive."""
    gc.set_threshold(_OBJECTS)
    # Who runs the suite in the background lets it ignore them, and so would all that it starts.
    for number, usual in (
        (signal.SIGINT, signal.default_int_handler),
        (signal.SIGHUP, signal.SIG_DFL),
    ):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)
    if os.access(_IN_MEMORY, os.W_OK):
        disk = os.statvfs(_IN_MEMORY)
        # A library that a test builds has to be run from there.
        if disk.f_bavail * disk.f_frsize >= _ROOM and not disk.f_flag & os.ST_NOEXEC:
            tempfile.tempdir = _IN_MEMORY
    if sys.dont_write_bytecode:
        # Every worker, and every process that a test starts, would compile all that it imports.
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(config.rootpath / ".pytest_cache" / "compiled")
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
        del os.environ["PYTHONDONTWRITEBYTECODE"]


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make, and not each time among what is there by now."""
    gc.freeze()


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


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file in which nothing happened yet; copying it is quicker than making it."""
    file = tmp_path_factory.mktemp("new") / "shifter.db"
    companion = open_companion(str(file), config=Config(), clock=StandingClock())
    companion.prompts.all()
    companion.close()
    return file


@pytest.fixture
def guest_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody whom read-only files hold off, and who stays that for the test."""
    # The guest may not even be allowed to read Python's own files, which are loaded late.
    importlib.import_module("shlex")
    Store(str(tmp_path / "warm.db")).close()
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
        yield folder
        os.seteuid(0)
    else:
        yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)
