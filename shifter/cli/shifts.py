"""The log: adding to it, reading it, mending it."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import Refused, UnknownIdea, WrongUsage

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.shifts import ShiftEdit
    from shifter.core import records


class Log(Command):
    description = (
        "Log one tiny thing that you did. The idea (#), the person (@), the minutes\n"
        "(10m) and a Little Yes (!) can stand in the text; put it in 'single quotes',\n"
        "since a shell reads # and ! itself."
    )
    examples = (
        "shifter log 'Emailed Ana about the kiln #pottery @ana 10m !' --new",
        "shifter log 'Sat in on an evening class' --on 'tuesday 19:30' --minutes 90",
        "shifter log 'Asked for a price' --idea pottery --json",
    )
    needs_arguments = True
    plain_words = "text"
    changes = True

    text: str
    idea: str | None = None
    new: bool = False
    person: str | None = None
    minutes: int | None = None
    on: str | None = None
    yes: bool = False
    note: str | None = None

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import whole_number

        parser.several_words("text", "what you did, in one line")
        parser.add_argument("--idea", metavar="I", help="an idea, by its name or a part of it")
        parser.add_argument(
            "--new", action="store_true", help="begin the idea if there is none yet"
        )
        parser.add_argument("--person", metavar="P", help="somebody, by full or first name")
        parser.add_argument("--minutes", type=whole_number(0), metavar="N", help="how long")
        parser.add_argument(
            "--on",
            metavar="WHEN",
            help="when it was: yesterday, monday, 17 november, 2026-11-17T19:30; now unless given",
        )
        parser.add_argument("--yes", action="store_true", help="it lit something up: a Little Yes")
        parser.add_argument("--note", metavar="T", help="a note to go with it")

    def run(self, session: "Session") -> Answer:
        try:
            logged = session.companion.shifts.log(
                self.text,
                idea=self.idea,
                person=self.person,
                minutes=self.minutes,
                on=self.on,
                little_yes=self.yes,
                note=self.note,
                new_idea=self.new,
            )
        except UnknownIdea as unknown:
            hint = f"; or end this line with --new, which does both. {unknown.plain}".rstrip()
            raise Refused(unknown.title, unknown.message + hint) from None

        def lines(page: "Page") -> Iterator[str]:
            from shifter.cli.shift_lines import logged_lines

            return logged_lines(page, logged)

        return Answer(lambda: documents.logged(logged), lines)


class Shifts(Command):
    description = "Show what you did, newest first."
    examples = (
        "shifter shifts --since monday",
        "shifter shifts --idea pottery --limit 5",
        'shifter shifts --search "kiln" --json',
    )

    since: str | None = None
    until: str | None = None
    idea: str | None = None
    person: str | None = None
    search: str | None = None
    limit: int = 50

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import whole_number

        parser.add_argument("--since", metavar="D", help="from this day on")
        parser.add_argument("--until", metavar="D", help="up to and with this day")
        parser.add_argument("--idea", metavar="I", help="of this idea only")
        parser.add_argument("--person", metavar="P", help="with this person only")
        parser.add_argument("--search", metavar="T", help="with these words in text or note")
        parser.add_argument(
            "--limit", type=whole_number(0), metavar="N", help="at most so many; 0 for all (50)"
        )

    def run(self, session: "Session") -> Answer:
        companion = session.companion
        found = companion.shifts.find(
            since=companion.read_day(self.since) if self.since is not None else None,
            until=companion.read_day(self.until) if self.until is not None else None,
            idea=self.idea,
            person=self.person,
            search=self.search,
            limit=self.limit,
        )

        def lines(page: "Page") -> Iterator[str]:
            from shifter.cli.shift_lines import shift_lines

            yield from shift_lines(page, found.shifts)
            if not found.shifts:
                yield "No shifts there." if self._is_narrowed else "No shifts yet: shifter pick"
            elif found.total > len(found.shifts):
                yield ""
                yield page.quiet(
                    f"the newest {len(found.shifts):,} of {found.total:,}; --limit 0 shows all"
                )

        return Answer(
            lambda: {
                "shifts": [documents.shift(shift) for shift in found.shifts],
                "total": found.total,
            },
            lines,
        )

    @property
    def _is_narrowed(self) -> bool:
        return any((self.since, self.until, self.idea, self.person, self.search))


class Edit(Command):
    description = (
        "Change a shift, named by its id or the last characters of it, as\n"
        "`shifter shifts` shows them. An empty text ('') clears the note, the minutes,\n"
        "the idea or the person."
    )
    examples = (
        'shifter edit 3fa2c9 --text "Emailed Ana about the big kiln"',
        "shifter edit 3fa2c9 --yes --note 'she lets me try it'",
        "shifter edit 3fa2c9 --on yesterday --minutes ''",
    )
    needs_arguments = True
    changes = True

    id: str
    text: str | None = None
    note: str | None = None
    minutes: int | None = -1
    idea: str | None = None
    person: str | None = None
    on: str | None = None
    yes: bool | None = None

    def describe(self, parser: "Parser") -> None:
        from argparse import BooleanOptionalAction

        from shifter.cli.arguments import whole_number_or_nothing

        parser.add_argument("id", metavar="ID")
        parser.add_argument("--text", metavar="T", help="what you did")
        parser.add_argument("--note", metavar="T", help="the note")
        parser.add_argument(
            "--minutes", type=whole_number_or_nothing(0), metavar="N", help="how long it took"
        )
        parser.add_argument("--idea", metavar="I", help="the idea it belongs to")
        parser.add_argument("--person", metavar="P", help="who it was with")
        parser.add_argument("--on", metavar="WHEN", help="when it was")
        parser.add_argument("--yes", action=BooleanOptionalAction, help="a Little Yes, or not")

    def run(self, session: "Session") -> Answer:
        changes = self._changes()
        if not changes:
            raise WrongUsage("Nothing to change", "Say what to change: --text, --on, ...")
        return _changed(session.companion.shifts.edit(self.id, changes), "Changed")

    def _changes(self) -> "ShiftEdit":
        changes: ShiftEdit = {}
        if self.text is not None:
            changes["text"] = self.text
        if self.note is not None:
            changes["note"] = self.note or None
        if self.minutes != -1:
            changes["minutes"] = self.minutes
        if self.idea is not None:
            changes["idea"] = self.idea or None
        if self.person is not None:
            changes["person"] = self.person or None
        if self.on is not None:
            changes["on"] = self.on
        if self.yes is not None:
            changes["little_yes"] = self.yes
        return changes


class Delete(Command):
    description = (
        "Take a shift out of the log, named by its id or the last characters of it.\n"
        "`shifter undo` brings it back."
    )
    examples = ("shifter delete 3fa2c9",)
    needs_arguments = True
    changes = True

    id: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("id", metavar="ID")

    def run(self, session: "Session") -> Answer:
        return _changed(session.companion.shifts.delete(self.id), "Deleted; shifter undo restores")


def _changed(shift: "records.Shift", what: str) -> Answer:
    def lines(page: "Page") -> Iterator[str]:
        from shifter.cli.shift_lines import shift_lines

        yield f"{page.quiet(what + ':')}"
        yield from shift_lines(page, (shift,))

    return Answer(lambda: {"shift": documents.shift(shift)}, lines)
