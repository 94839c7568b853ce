"""The catalogue, and prompts of one's own."""

import os.path
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict, TypeVar, get_args

from shifter.catalogue.drafts import Draft
from shifter.companion.catalogue import ensure_catalogue, known_faults
from shifter.companion.context import Context
from shifter.core.choices import choice_of
from shifter.core.moment import to_text
from shifter.core.placeholders import text_of, told_as_typed
from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import MINUTES, Kind, Place, Prompt, Rung
from shifter.core.text import clean_line, quoted, required_line
from shifter.errors import Refused, WrongUsage, field
from shifter.store import prompts

if TYPE_CHECKING:
    from shifter.catalogue.own import Read

_Choice = TypeVar("_Choice", bound=str | int)


class DraftEdit(TypedDict, total=False):
    """What to change in a prompt of one's own; an empty text or None clears."""

    text: str
    kind: Kind
    minutes: int
    places: tuple[Place, ...]
    done: str
    smaller: tuple[str, ...]
    then: str | None
    asks: str


class LookedInto(NamedTuple):
    """What a file would bring; nothing, where one of its lines has a fault."""

    coming: tuple[Prompt, ...]
    faults: tuple[str, ...]


class Prompts:
    """Suggestions of shifts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> tuple[Prompt, ...]:
        """Every prompt, the retired ones too."""
        ensure_catalogue(self._context)
        return prompts.all_prompts(self._context.store)

    def get(self, id: str) -> Prompt:
        """The prompt with this id."""
        ensure_catalogue(self._context)
        prompt = prompts.get(self._context.store, clean_line(id))
        if prompt is None:
            raise Refused(
                "Which suggestion?", f"There is none called {id}; see `shifter prompt list`."
            )
        return prompt

    def add(
        self,
        text: str,
        *,
        kind: Kind = "try",
        minutes: int = 5,
        places: tuple[Place, ...] = ("anywhere",),
        done: str | None = None,
        smaller: tuple[str, ...] = (),
        then: str | None = None,
        asks: str | None = None,
        repeats: bool = False,
    ) -> Prompt:
        """A prompt of one's own; each of `smaller` takes about half the time of the one before."""
        return self._keep(
            None, Draft("", text, kind, minutes, places, done, smaller, then, asks, repeats)
        )

    def own(self) -> tuple[Prompt, ...]:
        """The user's own, the retired ones too."""
        return tuple(prompt for prompt in self.all() if prompt.origin == "own")

    def kinds(self) -> dict[Kind, str]:
        """What each kind is called for people."""
        from shifter.companion.why import term_words

        ensure_catalogue(self._context)
        return {kind: term_words(self._context, "kind", kind) for kind in get_args(Kind)}

    def names(self) -> dict[str, str]:
        """What each is called as a next step: one's own by its text, the catalogue's by its id."""
        return {
            prompt.id: prompt.ladder[0].text if prompt.origin == "own" else prompt.id
            for prompt in self.all()
        }

    def write(self, id: str | None, words: Mapping[str, str]) -> Prompt:
        """Add a prompt, or change one, from what was typed for each field of a `DraftEdit`."""
        written = {name: value.strip() for name, value in words.items()}
        where = written["places"].replace(",", " ").split() or ["anywhere"]
        with field("kind"):
            kind = _one_of(written["kind"] or "try", get_args(Kind), "kind")
        with field("minutes"):
            minutes = _one_of(written["minutes"] or "5", MINUTES, "size")
        with field("places"):
            places = tuple(_one_of(place, get_args(Place), "place") for place in where)
        edit = DraftEdit(
            text=written["text"],
            kind=kind,
            minutes=minutes,
            places=places,
            done=written["done"],
            smaller=tuple(filter(None, map(str.strip, words["smaller"].splitlines()))),
            then=self._id_of(written["then"]) or None,
            asks=written["asks"],
        )
        return self._keep(None, Draft("", **edit)) if id is None else self.edit(id, edit)

    def remark(self, prompt: Prompt) -> str | None:
        """What to tell about the words of a prompt of one's own, if anything."""
        return told_as_typed(
            text for rung in prompt.ladder for text in (rung.text, rung.done, rung.asks or "")
        )

    def edit(self, id: str, edit: DraftEdit) -> Prompt:
        """Change a prompt of one's own; what is not named stays."""
        known = self.get(id)
        if known.origin != "own":
            raise Refused(
                "That one is the catalogue's",
                "Retire it with `shifter prompt retire`, and add one of your own.",
            )
        return self._keep(known.id, _draft_of(known)._replace(**edit))

    def take_in(self, path: str) -> tuple[Prompt, ...]:
        """Add the prompts of a text or TOML file; those that are there already are passed over.

        - is a text from standard input.
        Refused names every line that can't be one, and nothing is added then.
        """
        read = self._read(path)
        if read.faults:
            raise Refused("Nothing was imported", "\n".join(read.faults))
        source = "suggestions" if path == "-" else os.path.basename(path)
        return self._add(read.drafts, f"imported {source}")

    def look_into(self, path: str) -> LookedInto:
        """What `take_in` would add, or what keeps it from that; nothing is added yet."""
        read = self._read(path)
        if read.faults:
            return LookedInto((), read.faults)
        with self._context.store.rehearsal(self._context.now().utc):
            added = self._add(read.drafts, "looked into a file")
        return LookedInto(added, ())

    def _read(self, path: str) -> "Read":
        from shifter.catalogue.own import read_drafts
        from shifter.companion.exchange.files import read_bytes

        path = os.path.expanduser(path)
        return read_drafts(path, read_bytes(path), {prompt.id for prompt in self.all()})

    def _add(self, drafts: Iterable[Draft], deed: str) -> tuple[Prompt, ...]:
        ids = {prompt.ladder[0].text: prompt.id for prompt in self.all()}
        named: dict[str, str] = {}
        added: list[Draft] = []
        with self._context.action(deed) as writer:
            for draft in drafts:
                if draft.text not in ids:
                    prompt = self._prompt(draft._replace(then=None))
                    ids[draft.text] = prompts.add_own(writer, prompt)
                    added.append(draft)
                named[draft.name] = ids[draft.text]
            # Only now is every next step there.
            for draft in added:
                if draft.then is not None:
                    then = named.get(draft.then, draft.then)
                    writer.update("prompt", ids[draft.text], {"next": then})
            return tuple(self.get(ids[draft.text]) for draft in added)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the files that extend the catalogue, for each that is left out."""
        return known_faults(self._context)

    def _keep(self, id: str | None, draft: Draft) -> Prompt:
        """A new prompt as it was drafted, or another draft of the one with this id."""
        # Before it is written, so that nothing can fail once it is.
        ensure_catalogue(self._context)
        prompt = self._prompt(draft)
        deed = "added" if id is None else "changed"
        with self._context.action(f"{deed} the prompt {quoted(prompt.ladder[0].text)}") as writer:
            if id is None:
                id = prompts.add_own(writer, prompt)
            else:
                prompts.change_own(writer, id, prompt)
            return self.get(id)

    def _id_of(self, name: str) -> str:
        """The id of the prompt of one's own with this text, or else the name itself."""
        own = (prompt.id for prompt in self.own() if prompt.ladder[0].text == name)
        return next(own, name)

    def _prompt(self, draft: Draft) -> Prompt:
        """A prompt as it was drafted; each smaller version takes about half of the one before."""
        if draft.minutes not in MINUTES:
            raise WrongUsage("That size is not known", "A prompt takes 2, 5, 10 or 60 minutes.")
        with field("text"):
            text = required_line(draft.text, "The prompt")
        with field("done"):
            done = clean_line(draft.done or "") or text
        with field("asks"):
            asks = clean_line(draft.asks or "") or None
        ladder = [Rung(text, done, draft.minutes * 60, None, asks)]
        for line in draft.smaller:
            with field("smaller"):
                step = required_line(line, "The smaller one")
            ladder.append(Rung(step, step, max(30, ladder[-1].seconds // 2)))
        with field("then"):
            then = None if draft.then is None else self.get(draft.then).id
        return Prompt(
            id="",
            kind=draft.kind,
            minutes=draft.minutes,
            places=draft.places or ("anywhere",),
            ladder=tuple(ladder),
            goes_with=None,
            names_person=False,
            quotes=None,
            then=then,
            repeats=draft.repeats,
            origin="own",
            retired=False,
        )

    def retire(self, id: str) -> Prompt:
        """Never that one again."""
        return self._set_retired(id, retired=True)

    def restore(self, id: str) -> Prompt:
        """That one may come again."""
        return self._set_retired(id, retired=False)

    def _set_retired(self, id: str, *, retired: bool) -> Prompt:
        verb = "retired" if retired else "restored"
        ensure_catalogue(self._context)
        with self._context.action(f"{verb} a prompt") as writer:
            prompt = self.get(id)
            text = text_of(prompt)
            writer.label = f"{verb} {quoted(text)}"
            if prompt.retired == retired:
                state = "retired already" if retired else "not retired"
                raise Refused("Nothing to change", f"{quoted(text)} is {state}.")
            at = to_text(self._context.now().utc) if retired else None
            writer.update("prompt", prompt.id, {"retired": at})
            return self.get(prompt.id)


def _draft_of(prompt: Prompt) -> Draft:
    """A prompt as it would be drafted."""
    whole, *smaller = prompt.ladder
    return Draft(
        name=prompt.id,
        text=whole.text,
        kind=prompt.kind,
        minutes=prompt.minutes,
        places=prompt.places,
        done=None if whole.done == whole.text else whole.done,
        smaller=tuple(rung.text for rung in smaller),
        then=prompt.then,
        asks=whole.asks,
        repeats=prompt.repeats,
    )


def _one_of(word: str, known: tuple[_Choice, ...], what: str) -> _Choice:
    choice = choice_of(known, word)
    if choice is not None:
        return choice
    raise WrongUsage(f"There is no {what} {word}", f"Choose from {', '.join(map(str, known))}.")
