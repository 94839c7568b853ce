"""The next steps that are offered to ideas which have none of their own."""

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.core.placeholders import fill
from shifter.errors import FileTrouble
from shifter.store import ideas, offers

if TYPE_CHECKING:
    from shifter.core.records import Prompt

_MINUTES = 5
_LATELY = timedelta(days=90)
"""For how long what was done is offered to nobody."""

_LENGTH = 50


class OfferedSteps:
    """One for each idea, the same until it is done; ideas added after each other get others."""

    def __init__(self, context: Context) -> None:
        from shifter.store import prompts

        with suppress(FileTrouble):  # nothing that was done is refused for want of an offer
            ensure_catalogue(context)
        small = prompts.about_ideas(context.store, _MINUTES)
        self._steps = [(it.id, _worded(it)) for it in small if _is_short(_worded(it))]
        self._done = offers.prompts_done_since(context.store, context.today() - _LATELY)
        self._numbers = ideas.numbers(context.store)

    def of(self, idea: str) -> str | None:
        """What could come next for the idea with this id."""
        if not self._steps:
            return None
        first = self._numbers[idea] % len(self._steps)
        steps = (*self._steps[first:], *self._steps[:first])
        return next((text for id, text in steps if id not in self._done), steps[0][1])


def _worded(prompt: "Prompt") -> str:
    """The prompt as a step, without names: a card says already which idea it is about."""
    text = fill(prompt.ladder[0].text, None, None).removesuffix(".")
    return text[:1].lower() + text[1:]


def _is_short(text: str) -> bool:
    """Whether it is one short sentence on its own."""
    return len(text) <= _LENGTH and not any(sign in text for sign in "?:.")
