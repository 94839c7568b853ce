"""A project's weeks and its outputs."""

from shifter.cli.command import Answer, Command
from shifter.cli.ideas.change import changed, name_of_one
from shifter.cli.ideas.lines import output_line
from shifter.core.quick_typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.session import Session


class Plan(Command):
    description = "Say when a project begins and how many weeks it has; 6 to 12 do well."
    examples = ('shifter idea project "repair café" --weeks 6 --start 2026-11-02',)
    needs_arguments = True
    changes = True

    name: str
    start: str | None = None
    weeks: int | None = None

    def describe(self, parser: "Parser") -> None:
        from shifter.cli.arguments import whole_number

        name_of_one(parser)
        parser.add_argument("--start", metavar="DATE", help="its first day")
        parser.add_argument("--weeks", metavar="N", type=whole_number(1), help="its weeks")

    def run(self, session: "Session") -> Answer:
        ideas = session.companion.ideas
        idea = ideas.get(self.name)
        start, weeks = ideas.projects.begin(idea.id, start=self.start, weeks=self.weeks)
        card = ideas.card_of(idea._replace(stage="project"))
        return Answer(
            changed(card).document,
            lambda page: (f"{card.idea.name}: {weeks} weeks from {page.day(start)}.",),
        )


class Outputs(Command):
    description = (
        "What a project has to show: up to three outputs, checked off with what came\nof each."
    )
    examples = (
        'shifter idea output add "repair café" "a table on Saturdays"',
        'shifter idea output check "repair café" table --came "nine people came"',
        'shifter idea output list "repair café"',
    )
    needs_arguments = True
    changes = True

    what: Literal["add", "check", "uncheck", "remove", "list"]
    name: str
    output: str = ""
    came: str | None = None

    def describe(self, parser: "Parser") -> None:
        ways = ("add", "check", "uncheck", "remove", "list")
        parser.add_argument("what", choices=ways, help="what to do with it")
        parser.add_argument("name", metavar="NAME", help="the project's name, or a part of it")
        parser.add_argument("output", metavar="OUTPUT", nargs="?", help="the output, or a part")
        parser.add_argument("--came", metavar="T", help="a line or a link: what came of it")

    def run(self, session: "Session") -> Answer:
        ideas = session.companion.ideas
        projects, idea = ideas.projects, ideas.get(self.name)
        match self.what:
            case "add":
                projects.add_output(idea.id, self.output)
            case "check":
                projects.check_output(idea.id, self.output, outcome=self.came)
            case "uncheck":
                projects.uncheck_output(idea.id, self.output)
            case "remove":
                projects.remove_output(idea.id, self.output)
            case "list":
                pass
        card = ideas.card_of(idea)
        return Answer(
            changed(card).document,
            lambda page: (
                [output_line(page, output) for output in card.outputs] or ["Nothing to show yet."]
            ),
        )
