"""The next step of an idea, and what came out of it."""

from shifter.cli import documents
from shifter.cli.command import Answer, Command
from shifter.cli.ideas.change import changed
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session
    from shifter.core.next_steps import Step


class Next(Command):
    description = (
        "Show, set, take or drop the next step of an idea. With a question it is an\n"
        "experiment: the smallest test that would tell, and the day you want to know."
    )
    examples = (
        "shifter idea next pottery",
        'shifter idea next pottery "ask Ines for a day along"',
        'shifter idea next pottery "show three mugs" --question "would you pay?"',
        "shifter idea next pottery --by saturday",
        "shifter idea next pottery --done",
    )
    needs_arguments = True
    changes = True

    name: str
    text: str | None = None
    question: str | None = None
    by: str | None = None
    done: bool = False
    drop: bool = False

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("name", metavar="NAME", help="its name, or a part of it")
        parser.add_argument("text", metavar="TEXT", nargs="?", help="what comes next, quoted")
        parser.add_argument("--question", metavar="Q", help="what you want to find out")
        parser.add_argument("--by", metavar="DATE", help="the day you want to know")
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--done", action="store_true", help="log it as done")
        ways.add_argument("--drop", action="store_true", help="drop it")

    def run(self, session: "Session") -> Answer:
        steps = session.companion.ideas.steps
        if self.done or self.drop:
            return self._done(session) if self.done else _said(steps.drop(self.name), "Dropped: ")
        if self.text is not None:
            step = steps.set(self.name, self.text, question=self.question, by=self.by)
            return _said(step, "Next: ")
        if self.question is not None or self.by is not None:
            return _said(self._changed(session), "Next: ")
        return self._shown(session)

    def _changed(self, session: "Session") -> "Step":
        """The step as it stands, with another question or day."""
        from shifter.errors import WrongUsage

        steps = session.companion.ideas.steps
        step = steps.current(self.name)
        if step is None or not step.is_open:
            raise WrongUsage("The step itself is missing", "What is the smallest test?")
        by = self.by or (step.by.isoformat() if step.by else None)
        return steps.change(self.name, step.text, question=self.question or step.question, by=by)

    def _done(self, session: "Session") -> Answer:
        from shifter.cli.shift_lines import logged_lines

        logged = session.companion.ideas.steps.take(self.name)
        return Answer(
            lambda: documents.logged(logged),
            lambda page: logged_lines(page, logged),
        )

    def _shown(self, session: "Session") -> Answer:
        steps = session.companion.ideas.steps
        step, offered = steps.current(self.name), steps.offered(self.name)
        if step is not None:
            return _said(step, "")
        return Answer(
            lambda: {"next": None, "offered": offered},
            lambda _: (f"Nothing is set. Maybe: {offered}" if offered else "Nothing is set.",),
        )


class Found(Command):
    description = "Write down what you found out with a step or an experiment."
    examples = ('shifter idea found pottery "two people would pay, and one came back"',)
    needs_arguments = True
    changes = True

    name: str
    text: str

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("name", metavar="NAME", help="its name, or a part of it")
        parser.several_words("text", "what you found")

    def run(self, session: "Session") -> Answer:
        from shlex import quote

        ideas = session.companion.ideas
        idea = ideas.get(self.name)
        step = ideas.steps.found(idea.id, self.text)
        name = quote(idea.name)
        ways = {
            "project": f"shifter idea stage {name} yes, or shifter idea dead {name}",
            "dead_end": f"shifter idea revive {name}, if it is worth another look",
            "yes": f"shifter idea story {name} tells how it came",
        }
        onward = f"shifter idea stage {name} project, or shifter idea dead {name}"
        return changed(
            ideas.card_of(idea),
            f"Found: {step.found}",
            f"On from here: {ways.get(idea.stage, onward)}",
        )


def _said(step: "Step", lead: str) -> Answer:
    def lines(page: "Page") -> list[str]:
        told = [f"{lead}{step.text}"]
        if step.question:
            told.append(f"to find out: {step.question}")
        if step.by:
            told.append(page.quiet(f"by {page.day(step.by)}"))
        if step.awaits_answer:
            told.append(page.quiet("done; what was found is still to be written down"))
        return told

    return Answer(lambda: {"next": documents.next_step(step)}, lines)
