"""What was learned from the picks: to look at, to forget, and to overrule by kind."""

from collections.abc import Iterator

from shifter.cli.command import Answer, Command, Document
from shifter.core import records
from shifter.core.quick_typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.core.lessons_view import Lesson, Lessons

_WISHES: dict[Literal["off", "more", "usual"], str] = {
    "off": "never comes",
    "more": "comes more often",
    "usual": "comes as often as others",
}


class Show(Command):
    description = (
        "Show what was learned from your picks: what you tend to say yes to, and what\n"
        "not. It stays on this machine; picks of long ago hardly count any more."
    )
    examples = ("shifter learn show", "shifter learn show --json")

    def run(self, session: "Session") -> Answer:
        lessons = session.configured_companion.lessons.all()
        return Answer(lambda: _document(lessons), lambda page: _lines(page, lessons))


class Forget(Command):
    description = "Forget what was learned from your picks. Nothing of your log is touched."
    examples = ("shifter learn forget",)
    changes = True

    def run(self, session: "Session") -> Answer:
        session.configured_companion.lessons.forget()
        return Answer(
            lambda: {"forgotten": True},
            lambda _: ["Forgotten. Picks start afresh; shifter undo brings it back."],
        )


class Kinds(Command):
    description = "Turn a kind of suggestion off, ask for more of it, or go back to the usual."
    examples = (
        "shifter learn kind reach-out off",
        "shifter learn kind make more",
        "shifter learn kind make usual",
    )
    needs_arguments = True
    changes = True

    kind: records.Kind
    wish: Literal["off", "more", "usual"]

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import one_of

        kinds = get_args(records.Kind)
        parser.add_argument(
            "kind", type=one_of(kinds), choices=kinds, metavar="KIND", help=", ".join(kinds)
        )
        parser.add_argument("wish", choices=tuple(_WISHES), help="how often it comes")

    def run(self, session: "Session") -> Answer:
        wish = None if self.wish == "usual" else self.wish
        session.configured_companion.lessons.wish(self.kind, wish)
        return Answer(
            lambda: {"kind": self.kind, "wish": wish},
            lambda _: [f"{self.kind.capitalize()} {_WISHES[self.wish]} from now on."],
        )


def _document(lessons: "Lessons") -> Document:
    return {
        "offers": lessons.offers,
        "rate": lessons.rate,
        "lessons": [lesson._asdict() for lesson in lessons.lessons],
        "kinds": [{"kind": kind, "wish": wish} for kind, _, wish in lessons.wishes],
    }


def _lines(page: "Page", lessons: "Lessons") -> Iterator[str]:
    from shifter.core.lessons_view import by_title

    yield lessons.told
    for title, found in by_title(lessons.lessons):
        yield ""
        yield page.strong(title)
        yield from (_line(page, lesson) for lesson in found)
    wishes = [(words, wish) for _, words, wish in lessons.wishes if wish is not None]
    if wishes:
        yield ""
        yield page.strong("What you asked for")
        yield from (f"  {words}  {page.quiet(_WISHES[wish])}" for words, wish in wishes)


def _line(page: "Page", lesson: "Lesson") -> str:
    return f"  {lesson.share:>5}  {lesson.words}  {page.quiet(lesson.seen)}"
