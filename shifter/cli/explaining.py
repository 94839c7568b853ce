"""Why a pick is on the card: every term with its numbers, and the runners-up."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Document
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.page import Page
    from shifter.core.lessons_view import Explanation, Weighed

_WORDS = 46


def answer(explanation: "Explanation") -> Answer:
    """The explanation, both ways."""
    return Answer(lambda: _document(explanation), lambda page: _lines(page, explanation))


def _document(explanation: "Explanation") -> Document:
    return {
        **documents.pick(explanation.pick),
        "explanation": explanation.words,
        "terms": [term._asdict() for term in explanation.terms],
        "others": [{"text": text, "score": score} for text, score in explanation.others],
    }


def _lines(page: "Page", explanation: "Explanation") -> Iterator[str]:
    yield page.strong(explanation.pick.text)
    yield explanation.words
    if not explanation.terms:
        yield ""
        yield page.quiet("A rule decided; nothing was weighed.")
        return
    yield ""
    yield page.quiet(f"{'':<{_WORDS}}believed     drawn  picks")
    yield from (_term(term) for term in explanation.terms)
    whole = sum(term.drawn for term in explanation.terms if term.name != "idea")
    yield f"{'all of it':<{_WORDS}}         {whole * 100:+9.1f}"
    if explanation.others:
        yield ""
        yield page.strong("What came close")
        for text, score in explanation.others:
            yield f"  {score * 100:+5.1f}  {text}"


def _term(term: "Weighed") -> str:
    doubt = f" ±{term.doubt * 100:.0f}" if term.doubt else ""
    believed = f"{term.mean * 100:+.0f}{doubt}"
    picks = f"{term.offers:7.1f}" if term.offers else ""
    return f"{term.words:<{_WORDS}}{believed:<9}{term.drawn * 100:+9.1f}{picks}"
