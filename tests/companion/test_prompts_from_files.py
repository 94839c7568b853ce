"""Prompts of one's own from a file, and a folder of one's own that extends the catalogue."""

import os
from pathlib import Path

import pytest

from shifter.companion import Companion
from shifter.core.records import Prompt
from shifter.errors import Refused
from shifter.paths import config_folder

LINES = """\
# mine
Read one page about glazes  10m
  - Read one line
  Open the book
> Write down what stayed

Call {person|a potter}
"""
TOML = """\
[draft]
text = "Draft the price list"
kind = "make"
minutes = 10
places = ["desk"]
smaller = ["Write down one price"]
asks = "A price"
then = "send"

[send]
text = "Send the price list"
"""
SHIPPED_LIKE = """\
[walk-past-the-kiln]
kind = "notice"
text = "Walk past the kiln."
done = "Walked past the kiln"
minutes = 5
places = ["out"]
smaller = [{ text = "Look out.", done = "Looked out", seconds = 30 }]
"""


def taken_in(companion: Companion, path: Path, text: str) -> tuple[Prompt, ...]:
    path.write_text(text, encoding="utf-8")
    return companion.prompts.take_in(str(path))


def test_lines_become_prompts_with_ladders_and_chains(companion: Companion, tmp_path: Path) -> None:
    glazes, stayed, call = taken_in(companion, tmp_path / "mine.txt", LINES)
    assert [rung.text for rung in glazes.ladder] == [
        "Read one page about glazes",
        "Read one line",
        "Open the book",
    ]
    assert (glazes.minutes, glazes.then, stayed.minutes) == (10, stayed.id, 5)
    assert (call.ladder[0].text, call.then) == ("Call {person|a potter}", None)
    assert taken_in(companion, tmp_path / "mine.txt", LINES) == ()
    companion.history.undo()
    assert all(prompt.origin == "catalogue" for prompt in companion.prompts.all())


def test_what_stands_twice_in_a_file_comes_once(companion: Companion, tmp_path: Path) -> None:
    (page, write) = taken_in(companion, tmp_path / "a.txt", "Read a page\n> Write\nRead a page\n")
    assert (page.ladder[0].text, page.then) == ("Read a page", write.id)


def test_tables_become_prompts(companion: Companion, tmp_path: Path) -> None:
    draft, send = taken_in(companion, tmp_path / "mine.toml", TOML)
    assert (draft.kind, draft.minutes, draft.places) == ("make", 10, ("desk",))
    assert (draft.then, draft.ladder[0].asks) == (send.id, "A price")
    assert (send.kind, send.minutes, send.places) == ("try", 5, ("anywhere",))


def test_a_table_may_write_its_kind_in_one_word(companion: Companion, tmp_path: Path) -> None:
    text = '[a]\ntext = "Call a potter"\nkind = "Reach-out"\n'
    (call,) = taken_in(companion, tmp_path / "mine.toml", text)
    assert call.kind == "reach out"


@pytest.mark.parametrize(
    ("name", "text", "faults"),
    [
        ("a.txt", "  smaller of nothing\n", ["line 1", "indented"]),
        ("a.txt", "One 7m\nTwo\n> \n", ["line 1", "line 3", "no text"]),
        ("a.txt", "Call {who}\n" + "x" * 501, ["line 1", "{who}", "line 2", "500"]),
        ("a.toml", '[a]\ntext = "x"\n\n[b]\nkind = "try"\n', ["line 4, b", "`text` is missing"]),
        ("a.toml", '[a]\ntext = "x"\nplace = "desk"\n', ["line 1, a", "`place`"]),
        ("a.toml", '[a]\ntext = "x\n', ["line 2 can't be understood: a quote is not closed there"]),
        ("a.txt", "# nothing\n", ["not one suggestion"]),
        ("a.toml", '\n[a]\ntext = "x"\nthen = "nowhere"\n', ["line 2, a", "nowhere"]),
        ("a.toml", f'[a]\ntext = "x"\n[b]\ntext = "y"\nasks = "{"x" * 501}"', ["line 3, b", "500"]),
        ("a.toml", '[a]\ntext = "x"\ndone = "{who}"\n', ["line 1, a", "`done`", "{who}"]),
        ("a.txt", "\u200b\nFine\n", ["line 1", "no text"]),
    ],
)
def test_every_wrong_line_is_named_and_nothing_is_taken_in(
    companion: Companion, tmp_path: Path, name: str, text: str, faults: list[str]
) -> None:
    before = companion.prompts.all()
    with pytest.raises(Refused) as refused:
        taken_in(companion, tmp_path / name, text)
    for fault in faults:
        assert fault in refused.value.message
    assert companion.prompts.all() == before


def test_a_prompt_of_ones_own_can_be_changed_and_the_catalogues_not(companion: Companion) -> None:
    made = companion.prompts.add("Read a page", smaller=("Read a line",), asks="Which?")
    changed = companion.prompts.edit(made.id, {"text": "Read two pages", "minutes": 10})
    assert [rung.text for rung in changed.ladder] == ["Read two pages", "Read a line"]
    assert (changed.minutes, changed.ladder[0].asks, changed.id) == (10, "Which?", made.id)
    assert companion.prompts.edit(made.id, {"smaller": ()}).ladder[1:] == ()
    companion.history.undo()
    companion.history.undo()
    assert companion.prompts.get(made.id) == made
    with pytest.raises(Refused, match="catalogue"):
        companion.prompts.edit("three-rough-lines", {"text": "x"})


@pytest.mark.parametrize(("name", "content"), [("mine.txt", LINES), ("mine.toml", TOML)])
def test_the_mark_that_some_editors_put_before_a_text_is_no_part_of_it(
    companion: Companion, tmp_path: Path, name: str, content: str
) -> None:
    plain, marked = tmp_path / name, tmp_path / f"marked-{name}"
    plain.write_text(content, encoding="utf-8")
    marked.write_text(content, encoding="utf-8-sig")
    wanted = [prompt.ladder for prompt in companion.prompts.take_in(str(plain))]
    companion.history.undo()
    assert [prompt.ladder for prompt in companion.prompts.take_in(str(marked))] == wanted


def test_a_folder_of_ones_own_extends_the_catalogue(companion: Companion) -> None:
    folder = Path(config_folder()) / "prompts"
    folder.mkdir(parents=True)
    shipped = companion.prompts.all()
    (folder / "mine.toml").write_text(SHIPPED_LIKE, encoding="utf-8")
    assert {one.id for one in companion.prompts.all()} - {one.id for one in shipped} == {
        "walk-past-the-kiln"
    }
    assert companion.prompts.faults() == ()
    (folder / "mine.toml").unlink()
    assert companion.prompts.all() == shipped


def test_only_what_can_be_used_extends_the_catalogue_and_each_fault_is_told_by_its_line(
    companion: Companion,
) -> None:
    folder = Path(config_folder()) / "prompts"
    folder.mkdir(parents=True)
    shipped = companion.prompts.all()
    (folder / "good.toml").write_text(SHIPPED_LIKE, encoding="utf-8")
    (folder / "kind.toml").write_text(
        SHIPPED_LIKE.replace("walk", "run").replace("notice", "nap"), encoding="utf-8"
    )
    # It follows one that is left out, so it can't be used either.
    led = SHIPPED_LIKE.replace("walk", "look") + 'then = "run-past-the-kiln"\n'
    (folder / "led.toml").write_text(f"# mine\n{led}", encoding="utf-8")
    ring = SHIPPED_LIKE.replace("walk", "ring") + 'then = "ring-past-the-kiln"\n'
    (folder / "ring.toml").write_text(ring, encoding="utf-8")
    (folder / "into.toml").write_text(
        SHIPPED_LIKE.replace("walk", "into") + 'then = "walk-past-the-kiln"\n', encoding="utf-8"
    )
    (folder / "text.toml").write_text("a = 1\nb = = 2\n", encoding="utf-8")
    (folder / "folder.toml").mkdir()
    (folder / "gone.toml").symlink_to("nowhere")
    added = {one.id for one in companion.prompts.all()} - {one.id for one in shipped}
    assert added == {"walk-past-the-kiln", "into-past-the-kiln"}
    faults = sorted(companion.prompts.faults())
    assert [fault.partition(": ")[0] for fault in faults] == [
        "folder.toml",
        "gone.toml",
        "kind.toml, line 1, run-past-the-kiln",
        "led.toml, line 2, look-past-the-kiln",
        "ring.toml, line 1, ring-past-the-kiln",
        "text.toml",
    ]
    assert "line 2" in faults[-1]
    (folder / "kind.toml").write_text(SHIPPED_LIKE.replace("walk", "run"), encoding="utf-8")
    assert "look-past-the-kiln" in {one.id for one in companion.prompts.all()}
    assert len(companion.prompts.faults()) == 4


def test_a_folder_that_cannot_be_listed_is_told_and_the_catalogue_stays(
    companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(config_folder()) / "prompts"
    folder.mkdir(parents=True)
    shipped = companion.prompts.all()
    listed = os.listdir

    def kept_out(path: str) -> list[str]:
        if path == str(folder):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", kept_out)
    assert companion.prompts.all() == shipped
    assert companion.prompts.faults() == (f"{folder}: Permission denied",)
    monkeypatch.undo()
    assert companion.prompts.faults() == ()
