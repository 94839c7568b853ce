"""A broken file is refused by name, with the prompt and the fault."""

import os
from pathlib import Path

import pytest

from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.prompts import load_prompts
from shifter.errors import ShifterError

LAST = '{ text = "Think of it.", done = "Thought of it", seconds = 30 }'
GOOD = f"""
[wave]
kind = "reach out"
text = "Wave to {{person|a neighbour}}."
more = "With one hand."
done = "Waved to {{person|a neighbour}}"
minutes = 5
places = ["desk", "out"]
goes_with = "person"
names_person = true
asks = "Who it was"
quotes = "you noted"
then = "smile"
repeats = true
smaller = [
  {{ text = "Nod.", done = "Nodded", seconds = 120, more = "Slowly.", asks = "To whom" }},
  {LAST},
]

[smile]
kind = "sideways"
text = "Smile about {{idea|something}}."
done = "Smiled about {{idea|something}}"
minutes = 2
places = ["anywhere"]
smaller = [{LAST}]
"""


def write(folder: Path, content: str, name: str = "some.toml") -> str:
    (folder / name).write_text(content, encoding="utf-8")
    return str(folder)


def refusal(folder: Path, content: str) -> str:
    with pytest.raises(CatalogueError) as refused:
        load_prompts(write(folder, content))
    return refused.value.message


def test_a_sound_file_is_read_whole(tmp_path: Path) -> None:
    wave, smile = load_prompts(write(tmp_path, GOOD))
    assert (wave.id, wave.kind, wave.minutes, wave.places) == (
        "wave",
        "reach out",
        5,
        ("desk", "out"),
    )
    assert (wave.goes_with, wave.names_person, wave.quotes) == ("person", True, "you noted")
    assert (wave.then, wave.repeats, wave.origin, wave.retired) == (
        "smile",
        True,
        "catalogue",
        False,
    )
    assert [rung.seconds for rung in wave.ladder] == [300, 120, 30]
    assert wave.ladder[0]._asdict() == {
        "text": "Wave to {person|a neighbour}.",
        "done": "Waved to {person|a neighbour}",
        "seconds": 300,
        "more": "With one hand.",
        "asks": "Who it was",
        "ends": False,
    }
    assert (wave.ladder[1].more, wave.ladder[1].asks) == ("Slowly.", "To whom")
    assert (smile.goes_with, smile.names_person, smile.quotes) == (None, False, None)
    assert (smile.then, smile.repeats, smile.ladder[0].asks) == (None, False, None)


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    first = GOOD.partition("\n[smile]")[0].replace('then = "smile"\n', "")
    second = "[smile]" + GOOD.partition("\n[smile]")[2]
    write(tmp_path, first, "b.toml")
    write(tmp_path, second, "a.toml")
    write(tmp_path, "not TOML at all", "notes.txt")
    assert [prompt.id for prompt in load_prompts(str(tmp_path))] == ["smile", "wave"]


@pytest.mark.parametrize(
    ("sound", "broken", "fault"),
    [
        ("repeats = true", "repeat = true", "`repeat` is not a field that is known here"),
        ('more = "Slowly."', 'less = "Slowly."', "smaller 1: `less` is not a field"),
        ('kind = "reach out"\n', "", "`kind` is missing"),
        ('done = "Waved to {person|a neighbour}"\n', "", "`done` is missing"),
        ("minutes = 5\n", "", "`minutes` is missing"),
        (', seconds = 120, more = "Slowly."', "", "`seconds` is missing"),
        ('kind = "reach out"', 'kind = "wave"', "`kind` is wave, but must be one of: reach out,"),
        ('"desk", "out"', '"desk", "moon"', "`places` is moon, but must be one of: anywhere,"),
        ('"desk", "out"', "", "`places` must be a list with something in it"),
        ('"desk", "out"', '"desk", "desk"', "`places` names one of them twice"),
        ('"desk", "out"', '"anywhere", "out"', "`places` has anywhere"),
        ('"desk", "out"', '"desk", 1', "`places` must be text"),
        ("minutes = 5", "minutes = 7", "`minutes` is 7, but must be one of: 2, 5, 10, 60"),
        ("minutes = 5", 'minutes = "5"', "`minutes` must be a whole number"),
        ("minutes = 5", "minutes = true", "`minutes` must be a whole number"),
        ("minutes = 5", "minutes = 5.0", "`minutes` must be a whole number"),
        ('goes_with = "person"', 'goes_with = "dog"', "`goes_with` is dog"),
        ("repeats = true", 'repeats = "yes"', "`repeats` must be true or false"),
        ("names_person = true", "names_person = 1", "`names_person` must be true or false"),
        ('asks = "Who it was"\n', "", "`names_person` needs `asks`"),
        ('quotes = "you noted"', "quotes = 3", "`quotes` must be text"),
        ('more = "With one hand."', 'more = ""', "`more` is empty or has spaces around it"),
        ('more = "With one hand."', 'more = " Hand."', "`more` is empty or has spaces around it"),
        ('more = "With one hand."', 'more = "Hand\\u001b[2J"', "`more` holds a control character"),
        ('more = "With one hand."', 'more = "Hand\\u0085."', "`more` holds a control character"),
        ('more = "With one hand."', 'more = "Hand\\u202e."', "`more` holds a control character"),
        ('more = "With one hand."', 'more = "One\\nhand."', "`more` holds a control character"),
        ("{person|a neighbour}.", "{dog|a dog}.", "placeholder {dog}, which nobody fills"),
        ("{person|a neighbour}.", "{person}.", "{person} without words to stand in for it"),
        ("{person|a neighbour}.", "{person|}.", "{person} without words to stand in for it"),
        ("{person|a neighbour}.", "{person|a neighbour}}.", "`text` has a brace too many"),
        ("{person|a neighbour}.", "{person.", "`text` has a brace too many"),
        ("Wave to", "Wave" + " and wave" * 8 + " to", "`text` has 101 characters"),
        ("Waved to", "Waved" + " and waved" * 8 + " to", "`done` has 109 characters"),
        ("With one hand.", "With one hand." * 8, "`more` has 112 characters"),
        ("Who it was", "Who it was" * 5, "`asks` has 50 characters"),
        ("you noted", "you noted" * 6, "`quotes` has 54 characters"),
        ("seconds = 120", "seconds = 300", "300 seconds come after 300: not smaller"),
        ("seconds = 120", "seconds = 30", "30 seconds come after 30: not smaller"),
        (f"  {LAST},\n", "", "the last of `smaller` must take 30 seconds"),
        ("[wave]", "[Wave_now]", "the id must be lower-case words joined by hyphens"),
        ('then = "smile"', 'then = "laugh"', "`then` is laugh, which is no prompt"),
        ('then = "smile"', 'then = "wave"', "`then` comes round to wave again"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, sound: str, broken: str, fault: str) -> None:
    assert GOOD.count(sound) == 1
    message = refusal(tmp_path, GOOD.replace(sound, broken))
    assert message.startswith("some.toml, ")
    assert "wave" in message.casefold()
    assert fault in message


def test_a_ladder_is_required(tmp_path: Path) -> None:
    wave, smile = GOOD.split("smaller = [\n")
    without = wave + smile.split("\n]\n", 1)[1]
    assert "wave: `smaller` is missing" in refusal(tmp_path, without)
    assert "`smaller` must be a list" in refusal(
        tmp_path, without.replace("[smile]", "smaller = []\n[smile]")
    )
    assert "`smaller 1` must be a table" in refusal(
        tmp_path, without.replace("[smile]", "smaller = [3]\n[smile]")
    )


def test_a_name_of_usual_length_has_to_fit_too(tmp_path: Path) -> None:
    long = "Smile about {idea|it}" + ", and" * 12 + "."
    assert "characters with names, 90 fit" not in GOOD
    message = refusal(tmp_path, GOOD.replace("Smile about {idea|something}.", long + " Go on."))
    assert "`text` has" in message
    assert "characters with names, 90 fit" in message


def test_then_must_not_go_round_in_a_longer_circle(tmp_path: Path) -> None:
    circle = GOOD.replace('kind = "sideways"', 'kind = "sideways"\nthen = "wave"')
    assert "`then` comes round to" in refusal(tmp_path, circle)


def test_an_id_stands_in_one_file_only(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "first.toml")
    write(tmp_path, "[smile]" + GOOD.partition("\n[smile]")[2], "second.toml")
    with pytest.raises(CatalogueError) as refused:
        load_prompts(str(tmp_path))
    assert refused.value.message == "second.toml, smile: is already in first.toml"


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "wave = 3") == "some.toml, wave: must be a table"


def test_what_is_no_toml_is_refused_with_its_file(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[wave\n")
    assert "some.toml" in message
    assert "can't be understood" in message


def test_bytes_that_are_no_text_are_refused_with_their_file(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_bytes(b'[wave]\ntext = "\xff"\n')
    with pytest.raises(CatalogueError, match=r"some\.toml: it is not text in UTF-8"):
        load_prompts(str(tmp_path))


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    missing = os.path.join(tmp_path, "nowhere")
    with pytest.raises(CatalogueError) as refused:
        load_prompts(missing)
    assert missing in refused.value.message


def test_it_is_an_error_that_a_person_can_be_told(tmp_path: Path) -> None:
    with pytest.raises(ShifterError) as refused:
        load_prompts(write(tmp_path, "wave = 3"))
    assert refused.value.title == "The catalogue can't be read"
    assert refused.value.status == 1
