"""Moving ideas along: from stage to stage, to a dead end and back, and to the Yes."""

from collections.abc import Iterator

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.cli.ideas.change import ChangeOfIdea, name_of_one
from shifter.cli.ideas.lines import STAGES
from shifter.core import records
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.companion.ideas import Ideas
    from shifter.core.ideas_view import IdeaCard


class Move(ChangeOfIdea):
    description = "Move an idea along: hunch, exploring, project, yes; or dead_end, to end it."
    examples = ("shifter idea stage pottery exploring",)

    stage: records.Stage

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)
        parser.add_argument("stage", choices=STAGES)

    def run(self, session: "Session") -> Answer:
        if self.stage != "dead_end":
            return super().run(session)
        ideas = session.companion.ideas
        return _ruled_out(ideas.card_of(ideas.rule_out(self.name)))

    def change(self, ideas: "Ideas") -> "tuple[records.Idea, str]":
        idea = ideas.move(self.name, self.stage)
        project = ideas.card_of(idea).project
        weeks = f" It has {project.weeks} weeks." if project else ""
        words = {
            "hunch": "is a hunch again.",
            "exploring": "is being explored.",
            "project": f"is a project now.{weeks}",
            "yes": "is the Yes.",
        }
        return idea, f"{idea.name} {words[self.stage]}"


class RuleOut(ChangeOfIdea):
    description = "Rule an idea out: finding out is worth a lot. Its shifts and its light stay."
    examples = (
        'shifter idea dead psychoanalysis --taught "I want to listen, not to treat"',
        'shifter idea dead "youth work" --spared "a wrong diploma"',
    )

    taught: str | None = None
    spared: str | None = None

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)
        parser.add_argument("--taught", metavar="T", help="what it taught you")
        parser.add_argument("--spared", metavar="T", help="what it spared you")

    def run(self, session: "Session") -> Answer:
        ideas = session.companion.ideas
        idea = ideas.rule_out(self.name, taught=self.taught, spared=self.spared)
        return _ruled_out(ideas.card_of(idea))


class Revive(ChangeOfIdea):
    description = "Bring an idea that has ended back among the ones you are exploring."
    examples = ("shifter idea revive psychoanalysis",)

    def change(self, ideas: "Ideas") -> "tuple[records.Idea, str]":
        idea = ideas.revive(self.name)
        return idea, f"{idea.name} is back."


class Story(Command):
    description = "Print the story of the way to the Yes, with every shift of it."
    examples = ('shifter idea story "pottery studio" > the-way.txt',)
    needs_arguments = True

    name: str

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)

    def run(self, session: "Session") -> Answer:
        text = session.companion.ideas.book.story(self.name)
        return Answer(lambda: {"story": text}, lambda _: text.splitlines())


class Book(ChangeOfIdea):
    description = "Close the book on the way to the Yes: Today then rests until it is opened."
    examples = ('shifter idea book "pottery studio"', 'shifter idea book "pottery studio" --open')

    open: bool = False

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)
        parser.add_argument("--open", action="store_true", help="go on")

    def change(self, ideas: "Ideas") -> "tuple[records.Idea, str]":
        idea = ideas.get(self.name)
        if self.open:
            ideas.book.reopen(idea.id)
            return idea, "The book is open again."
        ideas.book.close(idea.id)
        return idea, f"The book is closed. “{idea.name}” it is."


def _ruled_out(card: "IdeaCard") -> Answer:
    idea = card.idea

    def lines(page: "Page") -> Iterator[str]:
        from shifter.cli.page import duration
        from shifter.core.number_words import counted

        yield page.strong(f"{idea.name}: not this way.")
        if idea.shifts:
            took = f"You found out in {counted(idea.shifts, 'shift')}"
            yield f"{took}, {duration(idea.minutes)}." if idea.minutes else f"{took}."
        if idea.spared:
            yield f"It spared you: {idea.spared}"
        if idea.taught:
            yield f"You know: {idea.taught}"
        if idea.little_yeses:
            yield f"You keep {counted(idea.little_yeses, 'Little Yes', 'Little Yeses')}."

    return Answer(lambda: {"idea": documents.idea(card)}, lines)
