"""The catalogue, and prompts of one's own."""

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.core.moment import to_text
from shifter.core.placeholders import fill
from shifter.core.records import Kind, Place, Prompt, Rung
from shifter.core.text import clean_line, required_line
from shifter.errors import Refused, WrongUsage
from shifter.store import prompts

_SIZES = (2, 5, 10, 60)


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
                "No such prompt", f"There is none called {id}; see `shifter prompt list`."
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
        if minutes not in _SIZES:
            raise WrongUsage("That size is not known", "A prompt takes 2, 5, 10 or 60 minutes.")
        text = required_line(text, "The prompt")
        ladder = [Rung(text, clean_line(done or "") or text, minutes * 60, None, _line(asks))]
        for line in smaller:
            step = required_line(line, "The smaller one")
            ladder.append(Rung(step, step, max(30, ladder[-1].seconds // 2)))
        if then is not None:
            self.get(then)
        # Before it is added, so that nothing can fail once it is.
        ensure_catalogue(self._context)
        prompt = Prompt(
            "",
            kind,
            minutes,
            places or ("anywhere",),
            tuple(ladder),
            None,
            False,
            None,
            then,
            repeats,
            "own",
            False,
        )
        with self._context.action(f"added the prompt “{text}”") as writer:
            id = prompts.add_own(writer, prompt)
        return self.get(id)

    def retire(self, id: str) -> Prompt:
        """Never that one again."""
        return self._set_retired(id, retired=True)

    def restore(self, id: str) -> Prompt:
        """That one may come again."""
        return self._set_retired(id, retired=False)

    def _set_retired(self, id: str, *, retired: bool) -> Prompt:
        prompt = self.get(id)
        verb = "retired" if retired else "restored"
        text = fill(prompt.ladder[0].text, None, None)
        if prompt.retired == retired:
            raise Refused("It is so already", f"“{text}” is {verb}.")
        with self._context.action(f"{verb} “{text}”") as writer:
            at = to_text(self._context.now().utc) if retired else None
            writer.update("prompt", prompt.id, {"retired": at})
        return self.get(prompt.id)


def _line(text: str | None) -> str | None:
    return clean_line(text) or None if text else None
