"""The next steps that are offered to ideas which have none of their own."""

from contextlib import suppress
from datetime import timedelta

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.core.placeholders import fill, text_of
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import FileTrouble
from shifter.store import ideas, shifts

if TYPE_CHECKING:
    from collections.abc import Collection

    from shifter.core.records import Prompt

_MINUTES = 5
_LATELY = timedelta(days=90)
"""For how long what was done is offered to nobody."""

_LENGTH = 50


class OfferedSteps:
    """One for each idea, the same until it is done; different ones for ideas added in turn."""

    def __init__(self, context: Context) -> None:
        from shifter.store import prompts

        with suppress(FileTrouble):  # nothing that was done is refused for want of an offer
            ensure_catalogue(context)
        done = shifts.prompts_done_since(context.store, context.today() - _LATELY)
        short = [
            prompt
            for prompt in prompts.about_ideas(context.store, _MINUTES)
            if _is_short(_without_stop(prompt))
        ]
        self._of = _dealt(short, done, list(ideas.numbers(context.store)))

    def of(self, idea: str) -> str | None:
        """What could come next for the idea with this id."""
        prompt = self._of.get(idea)
        return _worded(prompt) if prompt else None

    def in_full(self, idea: str, name: str) -> str:
        """The same as a step of its own, which names the idea; empty if there is none."""
        prompt = self._of.get(idea)
        return fill(prompt.ladder[0].text, None, name).removesuffix(".") if prompt else ""


def _dealt(steps: "list[Prompt]", done: "Collection[str]", ideas: list[str]) -> "dict[str, Prompt]":
    """A step for each idea: the one at its place, or once that is done, one that no other has."""
    if not steps:
        return {}
    own = {idea: steps[number % len(steps)] for number, idea in enumerate(ideas)}
    free = [step for step in steps if step.id not in done and step not in own.values()]
    return {idea: free.pop() if step.id in done and free else step for idea, step in own.items()}


def _worded(prompt: "Prompt") -> str:
    """The prompt as a step, without names: a card says which idea, and how far it has come."""
    text = _without_stop(prompt).replace("your hunch", "it")
    return text[:1].lower() + text[1:]


def _without_stop(prompt: "Prompt") -> str:
    return text_of(prompt).removesuffix(".")


def _is_short(text: str) -> bool:
    """Whether it is one short sentence on its own."""
    return len(text) <= _LENGTH and not any(sign in text for sign in "?:.")
