import os
import stat
from pathlib import Path

import pytest

from shifter.config import SKIPPED, Config, given, load_config, read_value, save_config
from shifter.errors import FileTrouble, WrongUsage


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "config.toml"


def written(file: Path, text: str) -> Config:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return load_config(str(file))


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert load_config(str(file)) == Config(
        theme=None,
        minutes=5,
        anchor=None,
        motion=True,
        bell=False,
        notify=False,
        keys={},
        problems=(),
    )
    assert not file.parent.exists()


def test_every_setting_is_read(file: Path) -> None:
    config = written(
        file,
        """
        theme = "hearth"
        minutes = 10
        anchor = "I pour my coffee"
        motion = false
        bell = true
        [keys]
        done = "f2"
        another = "right"
        """,
    )
    assert config == Config(
        theme="hearth",
        minutes=10,
        anchor="I pour my coffee",
        motion=False,
        bell=True,
        keys={"done": "f2", "another": "right"},
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("theme = 3", "theme"),
        ("theme = true", "theme"),
        ("minutes = 3", "minutes"),
        ("minutes = 0", "minutes"),
        ("minutes = -5", "minutes"),
        ("minutes = true", "minutes"),
        ("minutes = 5.0", "minutes"),
        ('minutes = "5"', "minutes"),
        ("minutes = [5]", "minutes"),
        ("anchor = 2026-11-19", "anchor"),
        ('motion = "false"', "motion"),
        ("motion = 0", "motion"),
        ("bell = 1", "bell"),
        ("colour = 'red'", "colour"),
        ("[theme]\nname = 'hearth'", "theme"),
        ("keys = 'vim'", "keys"),
        ("keys = []", "keys"),
        ("[keys]\ndone = 3", "keys.done"),
        ("[keys]\ndone = ['d']", "keys.done"),
    ],
)
def test_a_wrong_value_is_reported_and_the_default_holds(file: Path, line: str, name: str) -> None:
    config = written(file, line)
    (problem,) = config.problems
    assert str(file) in problem
    assert name in problem.replace(str(file), "")
    assert config._replace(problems=()) == Config()


def test_what_is_right_holds_beside_what_is_wrong(file: Path) -> None:
    config = written(file, "minutes = 7\nbell = true\nmotoin = false\n[keys]\na = 1\nb = 'x'\n")
    assert config.bell
    assert config.keys == {"b": "x"}
    assert len(config.problems) == 3
    assert any(
        "motoin is not a setting of shifter. Did you mean motion?" in p for p in config.problems
    )


@pytest.mark.parametrize(
    "content",
    [
        b"minutes =",
        b"\xff\xfe",
        b"a\0b",
        b"minutes = 5\nminutes = 5",
        b"minutes = " + b"9" * 5000,
    ],
)
def test_what_is_no_toml_is_reported_once(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    config = load_config(str(file))
    (problem,) = config.problems
    assert str(file) in problem
    assert problem.endswith("The usual settings hold until it is mended.")
    assert config.heading == "The settings can't be read"
    assert config._replace(problems=(), heading=SKIPPED) == Config()


def test_a_file_in_a_folder_that_may_not_be_entered_is_reported(guest_folder: Path) -> None:
    file = guest_folder / "config.toml"
    file.write_text("minutes = 10\n")
    guest_folder.chmod(0o000)
    (problem,) = load_config(str(file)).problems
    assert f"{file} can't be read: Permission denied." in problem


def test_a_folder_in_its_place_is_reported(file: Path) -> None:
    file.mkdir(parents=True)
    config = load_config(str(file))
    (problem,) = config.problems
    assert str(file) in problem


def test_nothing_from_the_file_can_command_a_terminal(file: Path) -> None:
    config = written(file, 'anchor = "tea\\u001b[31m\\nand \\u202e cake"\n"\\u001b[2J" = 1\n')
    assert config.anchor == "tea[31m and  cake"
    assert all("\x1b" not in problem for problem in config.problems)


COMMENTED = """\
# My settings.
bell = true # rings softly

minutes = 5

# Keys I am used to.
[keys]
done = "f2" # not d
"""


def test_saving_keeps_comments_order_and_everything_else(file: Path) -> None:
    written(file, COMMENTED)
    config = save_config(str(file), "minutes", 10)
    assert config.minutes == 10
    assert file.read_text(encoding="utf-8") == COMMENTED.replace("minutes = 5", "minutes = 10")


def test_a_setting_that_was_not_there_yet_is_no_key_of_the_table_at_the_end(file: Path) -> None:
    written(file, COMMENTED)
    config = save_config(str(file), "anchor", 'I pour "tea"')
    assert config.anchor == 'I pour "tea"'
    assert config.keys == {"done": "f2"}
    assert config.problems == ()
    assert config.bell
    text = file.read_text(encoding="utf-8")
    assert all(line in text.splitlines() for line in COMMENTED.splitlines())


def test_the_mark_that_some_editors_put_before_a_text_is_no_part_of_it(file: Path) -> None:
    config = written(file, "\ufeffminutes = 10\n")
    assert (config.minutes, config.problems) == (10, ())
    config = save_config(str(file), "bell", value=True)
    assert (config.minutes, config.bell, config.problems) == (10, True, ())


def test_saving_keeps_the_ends_of_lines(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"# mine\r\nbell = true\r\n")
    save_config(str(file), "bell", False)
    assert file.read_bytes() == b"# mine\r\nbell = false\r\n"


def test_saving_makes_the_file_and_its_folder(file: Path) -> None:
    assert save_config(str(file), "theme", "daylight").theme == "daylight"
    assert load_config(str(file)).theme == "daylight"
    assert [entry.name for entry in file.parent.iterdir()] == ["config.toml"]


def test_saving_keeps_who_may_read_the_file(file: Path) -> None:
    written(file, "bell = true\n")
    file.chmod(0o640)
    save_config(str(file), "bell", False)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_linked_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "shifter.toml"
    kept.parent.mkdir()
    kept.write_text("# from my dotfiles\n", encoding="utf-8")
    file.parent.mkdir()
    file.symlink_to(kept)
    save_config(str(file), "bell", True)
    assert file.is_symlink()
    assert kept.read_text(encoding="utf-8") == "# from my dotfiles\nbell = true\n"
    assert [entry.name for entry in kept.parent.iterdir()] == ["shifter.toml"]


@pytest.mark.parametrize(
    ("text", "name"), [("minutes =\n", "minutes"), ('keys = "d"\n', "keys.today.done")]
)
def test_a_file_that_is_wrong_is_not_overwritten(file: Path, text: str, name: str) -> None:
    written(file, text)
    with pytest.raises(FileTrouble, match=r"config\.toml"):
        save_config(str(file), name, "x")
    assert file.read_text(encoding="utf-8") == text


def test_what_is_no_file_is_not_replaced(file: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    file.parent.mkdir()
    file.symlink_to(pipe)
    with pytest.raises(FileTrouble, match="is not a file"):
        save_config(str(file), "minutes", 10)
    assert pipe.is_fifo()


def test_what_can_not_be_saved_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    in_the_way = tmp_path / "settings"
    in_the_way.write_text("a file where the folder should be")
    with pytest.raises(FileTrouble):
        save_config(str(in_the_way / "config.toml"), "minutes", 10)
    folder = tmp_path / "config.toml"
    folder.mkdir()
    with pytest.raises(FileTrouble):
        save_config(str(folder), "minutes", 10)
    assert sorted(os.listdir(tmp_path)) == ["config.toml", "settings"]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("theme", "hearth", "hearth"),
        ("minutes", "10", 10),
        ("anchor", "I pour my coffee", "I pour my coffee"),
        ("motion", "true", True),
        ("motion", "false", False),
        ("bell", "true", True),
    ],
)
def test_values_are_read_as_they_are_typed(name: str, text: str, value: object) -> None:
    assert read_value(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("minutes", "3"),
        ("minutes", "five"),
        ("minutes", "-5"),
        ("minutes", "٥"),
        ("minutes", "²"),
        ("minutes", ""),
        pytest.param("minutes", "9" * 5000, id="minutes-endless"),
        ("motion", "yes"),
        ("motion", "1"),
        ("bell", "True"),
        ("keys", "x"),
        ("no_such", "x"),
    ],
)
def test_a_value_that_does_not_fit_is_wrong_usage_that_names_it(name: str, text: str) -> None:
    with pytest.raises(WrongUsage, match=name):
        read_value(name, text)


def test_keys_are_read_however_their_ids_are_written(file: Path) -> None:
    config = written(file, '[keys]\ntoday.done = "f"\n"story.add" = "n"\n[keys.ideas]\nadd = "b"\n')
    assert config.keys == {"today.done": "f", "story.add": "n", "ideas.add": "b"}
    assert config.problems == ()
    assert given(str(file)) == {"keys.today.done", "keys.story.add", "keys.ideas.add"}


def test_a_key_is_saved_where_it_stands_and_taken_out_again(file: Path) -> None:
    text = '# mine\n[keys]\ntoday.done = "f" # not d\n'
    written(file, text)
    assert save_config(str(file), "keys.today.done", "g").keys == {"today.done": "g"}
    assert file.read_text(encoding="utf-8") == text.replace('"f"', '"g"')
    save_config(str(file), "keys.story.add", "n")
    config = save_config(str(file), "keys.today.done", "")
    assert config.keys == {"story.add": "n"}
    assert "# mine" in file.read_text(encoding="utf-8")
