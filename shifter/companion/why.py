"""Why a pick is on the card, in one honest sentence."""

from collections.abc import Mapping

from shifter.companion.context import Context
from shifter.core.days import long_day
from shifter.core.placeholders import fill
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.store import ideas, lessons, next_steps, offers, state

if TYPE_CHECKING:
    from shifter.core.pick.situation import Choice


def why(context: Context, choice: "Choice") -> str:
    """The sentence for the deciding reason."""
    step = next_steps.get(context.store, choice.step) if choice.step else None
    by = step.by if step is not None else None
    # A day that has gone by is no reason to be reminded of it.
    reason = "step" if by is not None and by < context.today() else choice.reason
    words = _words(context, reason, choice.about)
    if by is not None:
        words["day"] = long_day(by)
    return sentence(context, reason, words, choice.idea.name if choice.idea else None)


def sentence(context: Context, reason: str, words: Mapping[str, str], idea: str | None) -> str:
    """A sentence for a reason: another on another day, and not turned as the one said last."""
    lines = state.phrases(context.store, f"reasons.{reason}")
    first = context.today().toordinal() % len(lines)
    said = offers.newest_why(context.store)
    for line in (*lines[first:], *lines[:first]):
        told = line
        for placeholder, word in words.items():
            told = told.replace(f"{{{placeholder}}}", word)
        told = fill(told, None, idea)
        if said is None or not _is_turned_as(line, said):
            break
    return told


def _is_turned_as(line: str, said: str) -> bool:
    """Whether a sentence may be this line with any words in the place of its own."""
    return said.startswith(line.partition("{")[0]) and said.endswith(line.rpartition("}")[2])


def _words(context: Context, reason: str, about: str) -> dict[str, str]:
    if reason in ("kind", "wanted", "known_least"):
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


def term_words(context: Context, name: str, about: str) -> str:
    """What a term is about, in words."""
    if name == "idea":
        names = {idea.id: idea.name for idea in ideas.names(context.store)}
        return names.get(about, "about no idea")
    if name in ("kind", "size", "place"):
        return next(iter(_words(context, name, about).values()))
    if name in ("hour", "weekday"):
        words = _words(context, name, about)
        return f"{words['part']}: {words.get('kind') or words['place']}"
    return _of(context, "terms", name)


def evidence(context: Context, offer: str) -> str:
    """What the reason for a pick rests on, in a sentence."""
    from shifter.core.pick.reasons import ENOUGH_OF_A_KIND  # Only needed where somebody asks.

    store = context.store
    shown = offers.get(store, offer)
    reason = offers.reason(store, offer)
    terms, _ = lessons.weighing(store, offer)
    most = max(terms, key=lambda term: term.drawn, default=None)
    if shown is None or reason is None:
        return ""
    is_told = most is not None and most.name in (reason, reason.partition("_")[0])
    if most is not None and is_told and most.seen.offers >= ENOUGH_OF_A_KIND:
        yeses = min(most.seen.yeses, most.seen.offers)
        line = state.phrase(store, "evidence", "counted")
        line = line.replace("{offers}", str(round(most.seen.offers)))
        return line.replace("{yeses}", str(round(yeses)))
    return fill(state.phrase(store, "evidence", reason), None, shown.idea_name)


def _of(context: Context, section: str, about: str) -> str:
    return state.phrase(context.store, section, about.replace(" ", "-")) or about
