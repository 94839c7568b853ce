"""The demo: the app on a throwaway year that somebody else could have lived."""

import os

from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from shifter.cli.session import Session

_FOLDER, _DATABASE, _LOCK = "shifter-demo-", "demo.db", "demo.lock"


class Demo(Command):
    description = (
        "Open the app on a throwaway year of believable data. Try everything: nothing\n"
        "of it is kept, and your own data is not touched; shifter alone begins that."
    )
    examples = ("shifter demo",)

    def run(self, session: "Session") -> Answer:
        del session
        from tempfile import TemporaryDirectory

        from shifter.cli.app import open_app
        from shifter.companion.demo import make_demo
        from shifter.store.locks import let_go, locked

        _remove_what_was_left()
        with TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True) as folder:
            _remove_when_ended(folder)
            lock = locked(os.path.join(folder, _LOCK), make=True)
            database = os.path.join(folder, _DATABASE)
            make_demo(database)
            open_app(database, demo=True)
            let_go(lock)
        return Answer(dict, lambda _: ("That was somebody else's year. Yours: shifter",))


def _remove_when_ended(folder: str) -> None:
    """Remove the folder where a signal ends the process, such as that of a closed terminal."""
    import signal
    from shutil import rmtree

    def end(number: int, _frame: "FrameType | None") -> None:
        rmtree(folder, ignore_errors=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        # Under nohup a hangup is meant to be ignored.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


def _remove_what_was_left() -> None:
    """Remove the demos of processes that were killed outright."""
    from shutil import rmtree
    from tempfile import gettempdir

    from shifter.store.locks import let_go, locked

    with os.scandir(gettempdir()) as found:
        folders = [each.path for each in found if _is_own_demo(each)]
    for folder in folders:
        # A demo that lives holds its lock, and had it before there was a database.
        if (lock := locked(os.path.join(folder, _LOCK))) is not None:
            rmtree(folder, ignore_errors=True)
            let_go(lock)


def _is_own_demo(found: "os.DirEntry[str]") -> bool:
    return (
        found.name.startswith(_FOLDER)
        and found.is_dir(follow_symlinks=False)
        and found.stat(follow_symlinks=False).st_uid == os.getuid()
        and os.path.isfile(os.path.join(found.path, _DATABASE))
    )
