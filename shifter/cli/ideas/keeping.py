"""Adding, listing, mending, joining and deleting ideas."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.cli.ideas.change import ChangeOfIdea, changed, name_of_one
from shifter.cli.ideas.lines import about, lanes, trail_lines
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.ideas import Ideas
    from shifter.companion.ideas.area import IdeaEdit
    from shifter.core.records import Idea

_LATEST = 5


class Add(ChangeOfIdea):
    description = "Keep a new idea, as a hunch. A flicker is enough."
    examples = ("shifter idea add Bookbinding", 'shifter idea add Radio --why "voices at night"')

    why: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.several_words("name", "what to call it")
        parser.add_argument("--why", metavar="T", help="what draws you to it")

    def change(self, ideas: "Ideas") -> "tuple[Idea, str]":
        idea = ideas.add(self.name, why=self.why)
        offered = ideas.card_of(idea).offered
        further = f"\nA next step, maybe: {offered}" if offered else ""
        return idea, f"{idea.name} is a hunch now.{further}"


class Hunch(Command):
    description = "Turn what a Little Yes lit up into a hunch."
    examples = ("shifter idea hunch 3f9a2c", "shifter idea hunch 3f9a2c --name Beekeeping")
    needs_arguments = True
    changes = True

    shift: str
    name: str | None = None

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("shift", metavar="ID", help="the shift, as `shifter shifts` names it")
        parser.add_argument("--name", metavar="N", help="what it is called; the last words noted")

    def run(self, session: "Session") -> Answer:
        ideas = session.companion.ideas
        shift = session.companion.shifts.get(self.shift)
        card = ideas.card_of(ideas.become_hunch(shift.id, self.name))
        return changed(card, f"{card.idea.name} is a hunch now.")


class List(Command):
    description = "Show the ideas you are exploring."
    examples = ("shifter idea list", "shifter idea list --all --json")

    all: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("--all", action="store_true", help="with those that have ended")

    def run(self, session: "Session") -> Answer:
        cards = [
            card
            for card in session.companion.ideas.view().cards
            if self.all or not card.idea.has_ended
        ]
        return Answer(
            lambda: {"ideas": [documents.idea(card) for card in cards]},
            lambda page: lanes(page, cards),
        )


class Show(Command):
    description = "Show one idea, with its latest shifts."
    examples = ("shifter idea show pottery", "shifter idea show pottery --trail")
    needs_arguments = True

    name: str
    trail: bool = False

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)
        parser.add_argument(
            "--trail", action="store_true", help="everything that ever happened to it"
        )

    def run(self, session: "Session") -> Answer:
        opened = session.companion.ideas.opened(self.name, shifts=0 if self.trail else _LATEST)
        shifts = tuple(entry.shift for entry in opened.trail if entry.shift is not None)

        def lines(page: "Page") -> Iterator[str]:
            from shifter.cli.shift_lines import shift_lines

            yield from about(page, opened)
            if self.trail:
                yield from trail_lines(page, opened.trail)
            elif shifts:
                yield ""
                yield from shift_lines(page, shifts)

        return Answer(
            lambda: {
                **documents.opened(opened),
                "shifts": [documents.shift(shift) for shift in shifts],
            },
            lines,
        )


class Note(ChangeOfIdea):
    description = "Keep a note with an idea; it goes into its trail."
    examples = ('shifter idea note pottery "the kiln is warm even in the morning"',)

    text: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("name", metavar="NAME", help="its name, or a part of it")
        parser.several_words("text", "what is worth keeping")

    def change(self, ideas: "Ideas") -> "tuple[Idea, str]":
        idea = ideas.note(self.name, self.text)
        return idea, f"Noted with {idea.name}."


class Rename(ChangeOfIdea):
    description = "Give an idea another name; quote a name of several words."
    examples = ('shifter idea rename pottery "Pottery studio"',)

    new: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("name", metavar="NAME", help="its name, or a part of it")
        parser.add_argument("new", metavar="NEW", help="what to call it")

    def change(self, ideas: "Ideas") -> "tuple[Idea, str]":
        idea = ideas.rename(self.name, self.new)
        return idea, f"It is called {idea.name} now."


class Edit(ChangeOfIdea):
    description = "Say what is behind an idea, and what would be reason enough to drop it."
    examples = (
        'shifter idea edit pottery --why "hands in clay"',
        'shifter idea edit pottery --drop-if "nobody comes back a second time"',
    )

    why: str | None = None
    drop_if: str | None = None

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)
        parser.add_argument("--why", metavar="T", help="what draws you to it; empty clears it")
        parser.add_argument(
            "--drop-if", metavar="T", help="I would drop this if ...; empty clears it"
        )

    def change(self, ideas: "Ideas") -> "tuple[Idea, str]":
        edit: IdeaEdit = {}
        if self.why is not None:
            edit["why"] = self.why
        if self.drop_if is not None:
            edit["drop_if"] = self.drop_if
        idea = ideas.edit(self.name, edit)
        return idea, f"{idea.name} is up to date."


class Merge(ChangeOfIdea):
    description = (
        "Make one idea a part of another: its shifts, steps, notes and outputs move\n"
        "along. `shifter undo` brings it back."
    )
    examples = ('shifter idea merge "clay" "pottery studio"',)

    into: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("name", metavar="NAME", help="the idea that moves, or a part of it")
        parser.add_argument("into", metavar="INTO", help="the idea it becomes a part of")

    def change(self, ideas: "Ideas") -> "tuple[Idea, str]":
        moved = ideas.get(self.name)
        idea = ideas.merge(moved.id, self.into)
        return idea, f"{moved.name} is a part of {idea.name} now."


class Delete(ChangeOfIdea):
    description = (
        "Take an idea away; its shifts stay in the log. To remember what it taught, rule\n"
        "it out instead. `shifter undo` brings it back."
    )
    examples = ('shifter idea delete "added by mistake"',)

    def run(self, session: "Session") -> Answer:
        ideas = session.companion.ideas
        card = ideas.card(self.name)
        ideas.delete(card.idea.id)
        return changed(card, f"{card.idea.name} is gone; shifter undo brings it back.")
