"""Prompts: the suggestions a pick may come from, the user's own among them."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.cli.output import tell
from shifter.core import records
from shifter.core.quick_typing import TYPE_CHECKING, get_args
from shifter.errors import WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.prompts import DraftEdit


class Add(Command):
    description = (
        "Add a suggestion of your own; picks may come from it from now on.\n"
        "{person|someone} and {idea|your idea} in it become a name where one is known."
    )
    examples = (
        'shifter prompt add "Read one page about glazes" --kind learn --minutes 10',
        'shifter prompt add "Call {person|a potter}" --asks "What they said"',
        'shifter prompt add "Draft the price list" --smaller "Write down one price"',
    )
    needs_arguments = True
    changes = True

    text: str
    kind: records.Kind = "try"
    minutes: int = 5
    places: list[records.Place] | None = None
    done: str | None = None
    smaller: list[str] | None = None
    then: str | None = None
    asks: str | None = None
    repeats: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.several_words("text", "what to do, in one line")
        _describe(parser)
        parser.add_argument(
            "--repeats", action="store_true", help="it may come again within seven days"
        )

    def run(self, session: "Session") -> Answer:
        prompt = session.companion.prompts.add(
            self.text,
            kind=self.kind,
            minutes=self.minutes,
            places=tuple(self.places or ["anywhere"]),
            done=self.done,
            smaller=tuple(self.smaller or []),
            then=self.then,
            asks=self.asks,
            repeats=self.repeats,
        )
        return _written(session, prompt, "Picks may come from it now")


class List(Command):
    description = (
        "Show every suggestion that a pick may come from. TOML files in a folder prompts\n"
        "beside config.toml, which shifter paths names, extend the catalogue."
    )
    examples = ("shifter prompt list", "shifter prompt list --json")

    def run(self, session: "Session") -> Answer:
        prompts = session.companion.prompts.all()
        for fault in session.companion.prompts.faults():
            tell(f"shifter: A file of your own suggestions was skipped. {fault}.")
        return Answer(
            lambda: {"prompts": [documents.prompt(prompt) for prompt in prompts]},
            lambda page: _by_kind(page, prompts),
        )


class _ChangeOfPrompt(Command):
    """A command about the one prompt that is named."""

    needs_arguments = True
    changes = True

    id: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("id", metavar="ID", help="as shifter prompt list shows it")


class Edit(_ChangeOfPrompt):
    description = (
        "Change a suggestion of your own: what is given is set, the rest stays.\n"
        "--smaller replaces all its smaller versions; an empty '' takes a thing away."
    )
    examples = (
        'shifter prompt edit ID --text "Read two pages about glazes"',
        'shifter prompt edit ID --smaller "Read one line" --then three-rough-lines',
    )

    text: str | None = None
    kind: records.Kind | None = None
    minutes: int | None = None
    places: list[records.Place] | None = None
    done: str | None = None
    smaller: list[str] | None = None
    then: str | None = None
    asks: str | None = None

    def describe(self, parser: "Parser") -> None:
        super().describe(parser)
        parser.add_argument("--text", metavar="T", help="what to do, in one line")
        _describe(parser)

    def run(self, session: "Session") -> Answer:
        edit = self._edit()
        if not edit:
            raise WrongUsage("Nothing to change", "Say what to change, such as --text.")
        prompt = session.companion.prompts.edit(self.id, edit)
        return _written(session, prompt, "It is now")

    def _edit(self) -> "DraftEdit":
        edit: DraftEdit = {}
        if self.text is not None:
            edit["text"] = self.text
        if self.kind is not None:
            edit["kind"] = self.kind
        if self.minutes is not None:
            edit["minutes"] = self.minutes
        if self.places is not None:
            edit["places"] = tuple(self.places)
        if self.done is not None:
            edit["done"] = self.done
        if self.smaller is not None:
            edit["smaller"] = tuple(filter(None, self.smaller))
        if self.then is not None:
            edit["then"] = self.then or None
        if self.asks is not None:
            edit["asks"] = self.asks
        return edit


class Import(Command):
    description = (
        "Import suggestions of your own from a file. In a text each line is one, with\n"
        "10m at its end if it takes ten minutes; indented lines below it are its smaller\n"
        "versions, and a line that begins with > is the next step. In TOML each table is\n"
        "one, of which only text is needed. If one line is wrong, nothing is imported."
    )
    examples = (
        "shifter prompt import mine.txt",
        "shifter prompt import mine.toml",
        "grep kiln notes.txt | shifter prompt import -",
    )
    needs_arguments = True
    changes = True

    file: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument(
            "file",
            metavar="FILE",
            help="a text, or a .toml file; - reads a text from a pipe",
        )

    def run(self, session: "Session") -> Answer:
        from shifter.cli.reading import tell_that_it_waits

        tell_that_it_waits(self.file)
        added = session.companion.prompts.take_in(self.file)

        def lines(page: "Page") -> Iterator[str]:
            from shifter.core.number_words import counted

            number = counted(len(added), "suggestion")
            yield page.quiet(f"Imported: {number}. They may come up as picks now.")
            yield from (_row(page, prompt) for prompt in added)

        return Answer(lambda: {"prompts": [documents.prompt(one) for one in added]}, lines)


class Retire(_ChangeOfPrompt):
    description = "Never pick this one again."
    examples = ("shifter prompt retire three-rough-lines",)

    def run(self, session: "Session") -> Answer:
        return _changed(session.companion.prompts.retire(self.id), "It will not be picked again")


class Restore(_ChangeOfPrompt):
    description = "Let a retired suggestion be picked again."
    examples = ("shifter prompt restore three-rough-lines",)

    def run(self, session: "Session") -> Answer:
        return _changed(session.companion.prompts.restore(self.id), "It may be picked again")


def _describe(parser: "Parser") -> None:
    """What makes up a suggestion besides its text."""
    from shifter.cli.arguments import one_of, whole_number

    kinds, places = get_args(records.Kind), get_args(records.Place)
    parser.add_argument(
        "--kind",
        type=one_of(kinds),
        choices=kinds,
        metavar="KIND",
        help=f"{', '.join(kinds)} (try)",
    )
    parser.add_argument(
        "--minutes", type=whole_number(1), metavar="N", help="how long it takes (5)"
    )
    parser.add_argument(
        "--place",
        dest="places",
        action="append",
        type=one_of(places),
        choices=places,
        metavar="PLACE",
        help=f"{', '.join(places)} (anywhere); can be given again",
    )
    parser.add_argument("--done", metavar="T", help="the same once done, for the log")
    parser.add_argument(
        "--smaller", action="append", metavar="T", help="a smaller version; can be given again"
    )
    parser.add_argument("--then", metavar="ID", help="the prompt that naturally follows")
    parser.add_argument("--asks", metavar="T", help="what may be typed on the card")


def _written(session: "Session", prompt: records.Prompt, sentence: str) -> Answer:
    remark = session.companion.prompts.remark(prompt)
    if remark is not None:
        tell(f"shifter: {remark}")
    return _changed(prompt, sentence)


def _changed(prompt: records.Prompt, sentence: str) -> Answer:
    def lines(page: "Page") -> Iterator[str]:
        yield f"{page.quiet(sentence + ':')}"
        yield _row(page, prompt)

    return Answer(lambda: {"prompt": documents.prompt(prompt)}, lines)


def _by_kind(page: "Page", prompts: tuple[records.Prompt, ...]) -> Iterator[str]:
    for kind in get_args(records.Kind):
        of_kind = [prompt for prompt in prompts if prompt.kind == kind]
        if of_kind:
            yield page.strong(kind)
            yield from (_row(page, prompt) for prompt in of_kind)


def _row(page: "Page", prompt: records.Prompt) -> str:
    from shifter.core.placeholders import text_of

    marks = [prompt.id, "your own" if prompt.origin == "own" else None]
    marks += ["retired"] if prompt.retired else []
    return f"  {prompt.minutes:3} min  {text_of(prompt)}  {page.quiet(page.joined(marks))}"
