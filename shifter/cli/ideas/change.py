"""What most commands about ideas are: a change of one idea, and a sentence about it."""

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session
    from shifter.companion.ideas import Ideas
    from shifter.core.ideas_view import IdeaCard
    from shifter.core.records import Idea


class ChangeOfIdea(Command):
    """Changes the idea that is named, and shows it as it then is."""

    needs_arguments = True
    changes = True

    name: str

    def describe(self, parser: "Parser") -> None:
        name_of_one(parser)

    def run(self, session: "Session") -> Answer:
        ideas = session.companion.ideas
        idea, sentence = self.change(ideas)
        return changed(ideas.card_of(idea), sentence)

    def change(self, ideas: "Ideas") -> "tuple[Idea, str]":
        """Change it; returns the idea, and what to say about it."""
        raise NotImplementedError


def name_of_one(parser: "Parser") -> None:
    """The name of an idea, of several words without quotes."""
    parser.several_words("name", "its name, or a part that only it has")


def changed(card: "IdeaCard", *sentences: str) -> Answer:
    """An idea as it is now, and what to say about it."""
    return Answer(lambda: {"idea": documents.idea(card)}, lambda _: sentences)
