"""Whatever people did, with whatever words, comes back from an export as it was."""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from shifter.companion import Companion, open_companion
from shifter.config import Config
from shifter.errors import ShifterError
from tests.companion.exchange.test_own_document import exported, saved
from tests.companion.recount import recounted, rounded
from tests.companion.rows import derived
from tests.standing_clock import StandingClock


class Deed(NamedTuple):
    """What is done, with two texts and a day for whatever it asks."""

    does: str
    text: str
    more: str
    day: str


def name_someone(companion: Companion, note: str) -> None:
    """Answer a card that asks for a name."""
    for _ in range(30):
        if companion.picks.current().names_person:
            break
        companion.picks.another()
    companion.picks.done(note=note)


def of_newest(companion: Companion) -> str:
    return companion.shifts.find(limit=1).shifts[0].id


def idea_of(companion: Companion) -> str:
    return companion.ideas.all(ended=True)[0].name


def rest(companion: Companion, day: str) -> None:
    companion.rest.mark(companion.read_day(day, ahead=True))


DEEDS: dict[str, Callable[[Companion, Deed], object]] = {
    "add an idea": lambda it, a: it.ideas.add(a.text, why=a.more),
    "edit an idea": lambda it, a: it.ideas.edit(idea_of(it), {"name": a.text, "drop_if": a.more}),
    "note": lambda it, a: it.ideas.note(idea_of(it), a.text),
    "move": lambda it, _: it.ideas.move(idea_of(it), "project"),
    "yes": lambda it, _: it.ideas.move(idea_of(it), "yes"),
    "close the book": lambda it, _: it.ideas.book.close(idea_of(it)),
    "rule out": lambda it, a: it.ideas.rule_out(idea_of(it), taught=a.text, spared=a.more),
    "revive": lambda it, _: it.ideas.revive(idea_of(it)),
    "merge": lambda it, _: it.ideas.merge(idea_of(it), it.ideas.all(ended=True)[-1].name),
    "step": lambda it, a: it.ideas.steps.set(idea_of(it), a.text, question=a.more, by=a.day),
    "take": lambda it, a: it.ideas.steps.take(idea_of(it), note=a.text),
    "found": lambda it, a: it.ideas.steps.found(idea_of(it), a.text),
    "output": lambda it, a: it.ideas.projects.add_output(idea_of(it), a.text),
    "check": lambda it, a: it.ideas.projects.check_output(
        idea_of(it), it.ideas.projects.outputs(idea_of(it))[0].id, outcome=a.more
    ),
    "log": lambda it, a: it.shifts.log(a.text, note=a.more, on=a.day, little_yes=True),
    "log for": lambda it, a: it.shifts.log("x", person=a.text, idea=a.more, new_idea=True),
    "edit a shift": lambda it, a: it.shifts.edit(of_newest(it), {"text": a.text, "note": a.more}),
    "another time": lambda it, a: it.shifts.edit(of_newest(it), {"on": a.day}),
    "lit": lambda it, a: it.today.lit(of_newest(it), a.text),
    "hunch": lambda it, _: it.ideas.become_hunch(of_newest(it)),
    "begin": lambda it, a: it.today.begin(a.text),
    "done": lambda it, a: it.today.done(note=a.text),
    "name someone": lambda it, a: name_someone(it, a.text),
    "another": lambda it, _: it.picks.another(),
    "smaller": lambda it, _: it.picks.smaller(),
    "write a smaller one": lambda it, a: it.picks.write_smaller(a.text),
    "retire": lambda it, _: it.picks.retire(),
    "pocket": lambda it, a: it.picks.pocket(a.day),
    "prompt": lambda it, a: it.prompts.add(a.text, done=a.more, asks=a.more, smaller=(a.text,)),
    "long prompt": lambda it, a: it.prompts.add(a.text, smaller=(a.more or "x",) * 55),
    "rest": lambda it, a: rest(it, a.day),
    "like a kind": lambda it, _: it.lessons.wish("make", "more"),
    "forget": lambda it, _: it.lessons.forget(),
    "tell the week": lambda it, a: it.telling.sent(it.telling.week(), a.text),
    "undo": lambda it, _: it.history.undo(),
}

TEXTS = st.sampled_from(
    [
        *("Pottery", "@ Ana", "@Ana\nabout the kiln", "#pottery @ana 10m !", "@", "# a"),
        *("", "\u200b", "\u200e \u2060", " \u00a0x\u3000", "\u2028", "a\x1b[2J\x85b", "\ud83d"),
        *("x" * 500, f"{'x' * 499} y", f"{'x' * 490} “{'y' * 20}”", "n" * 20_000),
        *("{person|someone} and {idea|it}", "{idea} {", "\\n", "שלום", "👩🏽‍🚒", "[b]x[/b]"),
    ]
) | st.text(max_size=20)
DAYS = st.sampled_from(
    [
        *("1900-01-01", "1900-01-01 01:00", "1900-01-01 05:00+14:00", "2199-12-31 23:00-14:00"),
        *("2199-12-31", "now", "yesterday", "tomorrow", "tonight", "29 February", "03:59"),
    ]
)
LIVES = st.lists(st.builds(Deed, st.sampled_from(list(DEEDS)), TEXTS, TEXTS, DAYS), max_size=20)


@given(life=LIVES, zone=st.sampled_from(["Europe/Berlin", "Pacific/Kiritimati", "America/Adak"]))
@example([Deed("add an idea", "Pottery", "", ""), Deed("note", "\u200b", "", "")], "UTC")
@example([Deed("prompt", "Read", "\u200b", "")], "UTC")
@example([Deed("long prompt", "Read", "a line", "")], "UTC")
@example([Deed("log", "Wrote", "", "1900-01-01 01:00")], "UTC")
@example([Deed("log", "Wrote", "", "1900-01-01")], "Pacific/Kiritimati")
@example([Deed("name someone", "@ Ana", "", "")], "UTC")
@settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_life_comes_back_the_same(new_file: Path, life: list[Deed], zone: str) -> None:
    with TemporaryDirectory() as folder:
        files = [Path(copy(new_file, Path(folder) / name)) for name in ("one.db", "two.db")]
        clock = StandingClock(zone=zone)
        first, second = (open_companion(str(f), config=Config(), clock=clock) for f in files)
        with closing(first), closing(second):
            for deed in life:
                # What is refused, or has nothing to act on, is not part of a life.
                with suppress(ShifterError, IndexError):
                    DEEDS[deed.does](first, deed)
            second.exchange.bring_in(saved(first, Path(folder) / "a.json"))
            assert exported(second) == exported(first)
        assert rounded(derived(files[1])) == recounted(files[1])
