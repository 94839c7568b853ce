"""Why a pick is on the card, in one honest sentence."""

from typing import TYPE_CHECKING

from shifter.companion.context import Context
from shifter.core.placeholders import fill
from shifter.store import next_steps, state

if TYPE_CHECKING:
    from shifter.core.pick.situation import Choice


def why(context: Context, choice: "Choice") -> str:
    """The sentence for what weighed most."""
    line = sentence(context, choice.reason, choice.about)
    step = next_steps.get(context.store, choice.step) if choice.step else None
    if step is not None and step.by is not None:
        line = line.replace("{day}", f"{step.by:%A} {step.by.day} {step.by:%B}")
    return fill(line, None, choice.idea.name if choice.idea else None)


def sentence(context: Context, reason: str, about: str) -> str:
    """The sentence of a reason, with the words for what it is about."""
    line = state.phrase(context.store, "reasons", reason)
    for placeholder, words in _words(context, reason, about).items():
        line = line.replace(f"{{{placeholder}}}", words)
    return line


def _words(context: Context, reason: str, about: str) -> dict[str, str]:
    if reason in ("kind", "wanted"):
        return {"kind": _of(context, "kinds", about)}
    if reason == "size":
        return {"size": _of(context, "sizes", about)}
    if reason == "place":
        return {"place": places(context, about)}
    time, _, subject = about.partition("/")
    if reason == "hour":
        return {"part": _of(context, "parts", time), "kind": _of(context, "kinds", subject)}
    if reason == "weekday":
        return {"part": _of(context, "parts", time), "place": places(context, subject)}
    return {}


def places(context: Context, about: str) -> str:
    """Places in words, such as `what can be done at a desk or on the phone`."""
    words = [_of(context, "places", place) for place in about.split("+")]
    return f"what can be done {' or '.join(words)}"


def _of(context: Context, section: str, about: str) -> str:
    return state.phrase(context.store, section, about.replace(" ", "-")) or about
