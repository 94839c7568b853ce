"""Where shifter keeps its files.

A data file that is named needs no home. Without one there is no folder of settings, themes or
pictures either: each is looked for where nothing can be, and only writing there is refused.
"""

import os
import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shifter.errors import FileTrouble

_NOWHERE = os.path.join(os.devnull, "shifter")


def data_file() -> str:
    """The SQLite file with the log. Raises FileTrouble where there is no home."""
    return os.path.join(_folder("data"), "shifter.db")


def config_file() -> str:
    """The TOML file with the settings that decide no figures."""
    return os.path.join(config_folder(), "config.toml")


def config_folder() -> str:
    """The folder of config.toml and of the user's own themes."""
    return _folder_if_any("config")


def backup_folder(database: str) -> str:
    """The folder of the backups of a data file: beside it, wherever links to it may stand."""
    return f"{os.path.realpath(database)}-backups"


def state_folder() -> str:
    """The folder of what shifter remembers about this machine."""
    return _folder_if_any("state")


def pictures_file() -> str:
    """What the next start will show first; it may be thrown away at any time."""
    return os.path.join(_folder_if_any("cache"), "first-pictures")


def make_folder(folder: str) -> None:
    """Make a folder, if it is not there, and those above it: for its owner alone, as XDG asks.

    Raises OSError where it can't be made.
    """
    above = os.path.dirname(folder)
    if above and not os.path.exists(above):
        make_folder(above)
    try:
        os.mkdir(folder, 0o700)
    except OSError:  # it may be a root that can't be written, and is there all the same
        if not os.path.isdir(folder):
            raise


def documents_folder() -> str:
    """Where people keep what they write; the story of their way goes there.

    Raises FileTrouble where there is no home.
    """
    import platformdirs

    folder = platformdirs.user_documents_dir()
    if not os.path.isabs(folder):
        raise _no_home()
    return folder


def short_path(path: str) -> str:
    """The path as people say it: from their home on."""
    home = os.path.expanduser("~")
    inside = os.path.isabs(home) and path.startswith(os.path.join(home, ""))
    return f"~{path[len(home.rstrip(os.sep)) :]}" if inside else path


def is_own_data_file(path: str) -> bool:
    """Whether it is the data file that is opened where none is named."""
    from shifter.errors import FileTrouble

    try:
        return path == data_file()
    except FileTrouble:
        return False


def refuse_nowhere(path: str) -> None:
    """Raise FileTrouble for a file that would stand in a home that is not there."""
    if path.startswith(_NOWHERE):
        raise _no_home()


# The XDG rule by hand on Linux, where a quick command must not wait for platformdirs; a test
# holds the two equal.
_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


def _folder(purpose: str) -> str:
    if sys.platform.startswith("linux"):
        variable, below_home = _XDG[purpose]
        base = os.environ.get(variable, "")
        # A relative path is to be ignored, says the XDG specification.
        if not os.path.isabs(base):
            base = os.path.join(_home(), below_home)
        return os.path.join(base, "shifter")
    import platformdirs

    find = {
        "data": platformdirs.user_data_dir,
        "config": platformdirs.user_config_dir,
        "state": platformdirs.user_state_dir,
        "cache": platformdirs.user_cache_dir,
    }[purpose]
    return find("shifter", appauthor=False)


def _folder_if_any(purpose: str) -> str:
    from shifter.errors import FileTrouble

    try:
        return _folder(purpose)
    except FileTrouble:
        return _NOWHERE


def _home() -> str:
    """The home folder; a HOME that is no absolute path counts for nothing."""
    if os.path.isabs(os.environ.get("HOME", "/")):
        home = os.path.expanduser("~")
        if os.path.isabs(home):
            return home
    else:
        import pwd

        with suppress(KeyError):  # a user that the system has no record of
            return pwd.getpwuid(os.getuid()).pw_dir
    raise _no_home()


def _no_home() -> "FileTrouble":
    from shifter.errors import FileTrouble

    return FileTrouble(
        "There is no home folder",
        "Set HOME to a folder of yours, where shifter may keep its files.",
    )
