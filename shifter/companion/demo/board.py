"""The ideas of the story: how each came up, moved along, ended and came back."""

from datetime import timedelta

from shifter.catalogue.table import Table
from shifter.companion.context import Context
from shifter.companion.ideas import Ideas
from shifter.store.ideas import STAGES


class Board:
    """Does with ideas what an entry says."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._ideas = Ideas(context)

    def add_hunch(self, fields: Table) -> None:
        """Something to be curious about."""
        self._ideas.add(fields.text("hunch"), why=fields.text("why"))

    def move(self, fields: Table) -> None:
        """Along to another stage."""
        stage = fields.one_of("to", fields.text("to"), STAGES)
        self._ideas.move(fields.text("moved"), stage)

    def plan(self, fields: Table) -> None:
        """A project begins, again if it had begun before, for some weeks."""
        idea, weeks = fields.text("planned"), fields.whole_number("weeks")
        self._ideas.projects.begin(idea, start="today", weeks=weeks)

    def add_output(self, fields: Table) -> None:
        """Something that a project means to show."""
        self._ideas.projects.add_output(fields.text("of"), fields.text("output"))

    def check_output(self, fields: Table) -> None:
        """It is there, and this came of it."""
        output, outcome = fields.text("checked"), fields.text("outcome")
        self._ideas.projects.check_output(fields.text("of"), output, outcome=outcome)

    def set_step(self, fields: Table) -> None:
        """What comes next."""
        self._ideas.steps.set(fields.text("of"), fields.text("step"))

    def set_experiment(self, fields: Table) -> None:
        """What comes next, with a question that it answers, meant for some days later."""
        day = self._context.today() + timedelta(days=fields.whole_number("days"))
        step, question = fields.text("experiment"), fields.text("question")
        self._ideas.steps.set(fields.text("of"), step, question=question, by=day.isoformat())

    def find_out(self, fields: Table) -> None:
        """What the experiment brought to light."""
        self._ideas.steps.found(fields.text("of"), fields.text("found"))

    def rule_out(self, fields: Table) -> None:
        """A path not taken."""
        taught, spared = fields.text("taught"), fields.text("spared")
        self._ideas.rule_out(fields.text("ruled_out"), taught=taught, spared=spared)

    def revive(self, fields: Table) -> None:
        """It is on the boil again."""
        self._ideas.revive(fields.text("revived"))
