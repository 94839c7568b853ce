"""The catalogue as it stands in the file, and prompts of one's own beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shifter.catalogue.phrases import load_phrases
from shifter.catalogue.prompts import load_prompts
from shifter.companion import Companion
from shifter.core.records import Prompt
from shifter.errors import Refused, WrongUsage
from tests.companion.cards import leave_only
from tests.companion.conftest import Open
from tests.companion.rows import table

ShipAnother = Callable[[tuple[Prompt, ...]], None]


@pytest.fixture
def ship(monkeypatch: pytest.MonkeyPatch) -> ShipAnother:
    """Ships other prompts, as a new version of shifter would."""

    def another(prompts: tuple[Prompt, ...]) -> None:
        mark = str(hash(prompts))
        monkeypatch.setattr("shifter.catalogue.files.catalogue_stamp", lambda _: mark)
        monkeypatch.setattr("shifter.catalogue.files.catalogue_hash", lambda _: mark)
        monkeypatch.setattr("shifter.catalogue.prompts.load_prompts", lambda: prompts)

    return another


def own(companion: Companion) -> list[Prompt]:
    return [prompt for prompt in companion.prompts.all() if prompt.origin == "own"]


def test_the_whole_catalogue_is_there(companion: Companion) -> None:
    assert set(companion.prompts.all()) == set(load_prompts())


def test_the_phrases_are_there_word_for_word(companion: Companion, file: Path) -> None:
    companion.prompts.all()
    shipped = {
        (section, phrase.text) for section, phrases in load_phrases().items() for phrase in phrases
    }
    assert set(table(file, "SELECT section, text FROM phrase")) == shipped


def test_a_prompt_of_ones_own_is_as_it_was_written(companion: Companion, open_again: Open) -> None:
    then = companion.prompts.add("Ask what it costs")
    made = companion.prompts.add(
        "Call the studio",
        kind="reach out",
        minutes=10,
        places=("desk", "phone"),
        done="Called the studio",
        smaller=("Find the number", "Open the page"),
        then=then.id,
        asks="Whom you spoke to",
        repeats=True,
    )
    assert (made.kind, made.minutes, made.places) == ("reach out", 10, ("desk", "phone"))
    assert [(rung.text, rung.done, rung.seconds) for rung in made.ladder] == [
        ("Call the studio", "Called the studio", 600),
        ("Find the number", "Find the number", 300),
        ("Open the page", "Open the page", 150),
    ]
    assert made.ladder[0].asks == "Whom you spoke to"
    assert (made.then, made.repeats, made.origin, made.retired) == (then.id, True, "own", False)
    assert open_again().prompts.get(made.id) == made


def test_one_line_is_enough(companion: Companion) -> None:
    made = companion.prompts.add("Sweep the studio")
    assert (made.kind, made.minutes, made.places, made.then) == ("try", 5, ("anywhere",), None)
    assert made.ladder[0].done == "Sweep the studio"


def test_the_smallest_takes_half_a_minute_at_least(companion: Companion) -> None:
    made = companion.prompts.add("x", minutes=2, smaller=tuple("abcd"))
    assert [rung.seconds for rung in made.ladder] == [120, 60, 30, 30, 30]


@pytest.mark.parametrize("minutes", [0, 1, 3, -5, 61])
def test_an_unknown_size_is_wrong_usage(companion: Companion, minutes: int) -> None:
    with pytest.raises(WrongUsage):
        companion.prompts.add("Sweep the studio", minutes=minutes)
    assert own(companion) == []


@pytest.mark.parametrize("then", ["no-such-prompt", "", "\udc80", "'"])
def test_an_unknown_next_step_is_refused(companion: Companion, then: str) -> None:
    with pytest.raises(Refused):
        companion.prompts.add("Sweep the studio", then=then)
    assert own(companion) == []


def test_it_comes_up_and_what_is_typed_is_its_note(companion: Companion, file: Path) -> None:
    leave_only(file)
    made = companion.prompts.add("Name three tools", asks="Three tools")
    pick = companion.picks.current()
    assert (pick.prompt, pick.asks, pick.why) == (
        made.id,
        "Three tools",
        "You wrote this one yourself.",
    )
    shift = companion.picks.done(note="saw, plane, chisel").shift
    assert (shift.note, shift.person, shift.prompt) == ("saw, plane, chisel", None, made.id)


def test_adding_undoes(companion: Companion) -> None:
    made = companion.prompts.add("Sweep the studio")
    assert companion.history.undo() == "added the prompt “Sweep the studio”"
    assert own(companion) == []
    companion.history.redo()
    assert own(companion) == [made]


def test_retiring_and_restoring_undo(companion: Companion) -> None:
    for id in ("name-one-person", companion.prompts.add("Sweep the studio").id):
        assert companion.prompts.retire(id).retired
        with pytest.raises(Refused):
            companion.prompts.retire(id)
        assert not companion.prompts.restore(id).retired
        with pytest.raises(Refused):
            companion.prompts.restore(id)
        companion.history.undo()
        assert companion.prompts.get(id).retired
        companion.history.undo()
        assert not companion.prompts.get(id).retired


def test_no_label_shows_how_names_are_filled_in(companion: Companion) -> None:
    companion.prompts.retire("send-the-lines")
    assert "{" not in companion.history.undo()


@pytest.mark.parametrize("id", ["no-such-prompt", "", "%", "\udc80"])
def test_an_unknown_prompt_is_refused(companion: Companion, id: str) -> None:
    for act in (companion.prompts.get, companion.prompts.retire, companion.prompts.restore):
        with pytest.raises(Refused):
            act(id)


def test_a_newer_catalogue_keeps_what_people_decided(
    companion: Companion, ship: ShipAnother, open_again: Open
) -> None:
    mine = companion.prompts.add("Sweep the studio")
    companion.prompts.retire("name-one-person")
    shipped = {prompt.id: prompt for prompt in load_prompts()}
    del shipped["send-the-lines"]
    reworded = shipped["name-one-person"].ladder[0]._replace(text="Name somebody, anybody.")
    changed = shipped["name-one-person"]._replace(ladder=(reworded,))
    new = changed._replace(id="brand-new")
    ship((*({**shipped, "name-one-person": changed}).values(), new))
    after = {prompt.id: prompt for prompt in open_again().prompts.all()}
    assert after["name-one-person"] == changed._replace(retired=True)
    assert after["brand-new"] == new
    assert after[mine.id] == mine
    assert "send-the-lines" not in after
    assert companion.history.next_undo() is not None
    assert companion.history.undo().startswith("retired")


def test_a_prompt_that_the_catalogue_dropped_is_still_the_shifts(
    companion: Companion, ship: ShipAnother, file: Path, open_again: Open
) -> None:
    leave_only(file, "send-the-lines")
    companion.picks.current()
    companion.picks.done()
    companion.picks.another()
    shipped = tuple(prompt for prompt in load_prompts() if prompt.id != "send-the-lines")
    ship(shipped)
    again = open_again()
    (shift,) = again.shifts.find().shifts
    assert shift.prompt == "send-the-lines"
    assert again.picks.current().prompt == "send-the-lines"
    again.prompts.restore("name-one-person")
    for _ in range(5):
        assert again.picks.another().prompt == "name-one-person"
    ship(load_prompts())
    assert "send-the-lines" in {prompt.id for prompt in open_again().prompts.all()}


def test_lines_that_were_said_stay_said_in_a_newer_catalogue(
    companion: Companion, ship: ShipAnother, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    companion.today.view()
    companion.today.done()
    said = table(file, "SELECT text FROM phrase WHERE used_on IS NOT NULL")
    assert len(said) == 1
    tables = {f"moved.{section}": lines for section, lines in load_phrases().items()}
    monkeypatch.setattr("shifter.catalogue.phrases.load_phrases", lambda: tables)
    ship(load_prompts()[:50])
    companion.prompts.all()
    assert table(file, "SELECT text FROM phrase WHERE used_on IS NOT NULL") == said
