import os
import sys
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shifter import paths

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere platformdirs itself is asked"
)

VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME")

FOLDERS = st.one_of(
    st.sampled_from(
        ["", " ", "/", "//", "/srv/x", "/srv/x/", "x/y", "./x", "~/x", " /srv/x", "/srv/x ", "/ü"]
    ),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
)


def ours() -> tuple[str, str]:
    return os.path.dirname(paths.data_file()), paths.config_folder()


def platformdirs_says() -> tuple[str, str]:
    return (
        platformdirs.user_data_dir("shifter", appauthor=False),
        platformdirs.user_config_dir("shifter", appauthor=False),
    )


def test_the_folders_are_where_platformdirs_puts_them() -> None:
    assert ours() == platformdirs_says()


@on_linux
@given(st.dictionaries(st.sampled_from(VARIABLES), FOLDERS), st.none() | FOLDERS)
def test_any_environment_gives_the_folders_of_platformdirs(
    variables: dict[str, str], home: str | None
) -> None:
    with pytest.MonkeyPatch.context() as environment:
        for name, value in variables.items():
            environment.setenv(name, value)
        if home is None:
            environment.delenv("HOME")
        else:
            environment.setenv("HOME", home)
        assert ours() == platformdirs_says()


def test_the_files_stand_in_their_folders() -> None:
    assert os.path.basename(paths.data_file()) == "shifter.db"
    assert paths.config_file() == os.path.join(paths.config_folder(), "config.toml")
    assert paths.backup_folder(paths.data_file()) == f"{paths.data_file()}-backups"


def test_backups_stand_beside_the_file_itself_and_not_beside_a_link_to_it(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "elsewhere" / "shifter.db")
    backups = paths.backup_folder(str(tmp_path / "link.db"))
    assert backups == str(tmp_path / "elsewhere" / "shifter.db-backups")


def test_asking_for_a_path_makes_nothing() -> None:
    home = os.path.expanduser("~")
    paths.data_file()
    paths.config_file()
    paths.backup_folder("shifter.db")
    assert not os.path.exists(home)


def test_a_path_is_said_from_home_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for home in ("/home/ana", "/home/ana/"):
        monkeypatch.setenv("HOME", home)
        assert paths.short_path("/home/ana/notes/way.txt") == "~/notes/way.txt"
        assert paths.short_path("/home/anabel/way.txt") == "/home/anabel/way.txt"
