"""Shift Projects: when they begin, how long they take, and their outputs."""

from shifter.companion.context import Context
from shifter.companion.naming import idea_named
from shifter.core.projects import LONGEST_WEEKS, OUTPUTS, USUAL_WEEKS, Output, Project
from shifter.core.records import ENDED
from shifter.core.text import clean_line, quoted, required_line
from shifter.errors import Refused, WrongUsage
from shifter.store import ideas, projects
from shifter.store.ideas import Named


class Projects:
    """Small, with an end, and something to show for it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def get(self, name: str) -> Project | None:
        """When an idea's project began, and for how long."""
        return projects.projects(self._context.store).get(self._named(name).id)

    def begin(self, name: str, *, start: str | None = None, weeks: int | None = None) -> Project:
        """An idea is a project for `weeks` weeks, beginning on a day in words.

        What is not given stays as it is; at first that is today, and six weeks.
        """
        store, today = self._context.store, self._context.today()
        with self._context.action("planned a project") as writer:
            named = self._named(name)
            writer.label = f"planned {quoted(named.name)}"
            stage = ideas.stage(store, named.id)
            if stage in ENDED:
                raise Refused(
                    "That idea has ended", f"Bring {quoted(named.name)} back to make it a project."
                )
            known = projects.projects(store).get(named.id) or Project(today, USUAL_WEEKS)
            day = self._context.read_day(start, ahead=True) if start else known.start
            project = Project(day, self.checked_weeks(weeks or known.weeks))
            if stage != "project":
                ideas.move(writer, named.id, "project", today)
            projects.begin(writer, named.id, project)
        return project

    def outputs(self, name: str) -> tuple[Output, ...]:
        """What a project has to show, or means to."""
        return projects.outputs_of(self._context.store, self._named(name).id)

    def add_output(self, name: str, text: str) -> Output:
        """One more thing to show; refused beyond three."""
        text = required_line(text, "The output")
        with self._context.action(f"added the output {quoted(text)}") as writer:
            named = self._named(name)
            known = projects.outputs_of(self._context.store, named.id)
            if len(known) >= OUTPUTS:
                raise Refused(
                    "Three will do",
                    f"{quoted(named.name)} has {len(known)} outputs; more would be a job.",
                )
            return self._output(named, projects.add_output(writer, named.id, text))

    def check_output(self, name: str, output: str, *, outcome: str | None = None) -> Output:
        """It is there; `outcome` is a line or a link to what came of it, which may change later.

        An empty one is none; without one it stays as it is.
        """
        with self._context.action("checked off an output") as writer:
            named = self._named(name)
            found = self._find(named, output)
            writer.label = f"checked off {quoted(found.text)}"
            came = found.outcome if outcome is None else clean_line(outcome) or None
            projects.check(writer, found, self._context.today(), came)
            return self._output(named, found.id)

    def uncheck_output(self, name: str, output: str) -> Output:
        """It is not there yet after all."""
        with self._context.action("opened an output again") as writer:
            named = self._named(name)
            found = self._find(named, output, there=True)
            writer.label = f"opened {quoted(found.text)} again"
            projects.uncheck(writer, found.id)
            return self._output(named, found.id)

    def rename_output(self, name: str, output: str, text: str) -> Output:
        """Other words for an output."""
        text = required_line(text, "The output")
        with self._context.action("changed an output") as writer:
            named = self._named(name)
            found = self._find(named, output)
            writer.label = f"changed the output {quoted(found.text)}"
            projects.change_output(writer, found.id, text)
            return self._output(named, found.id)

    def remove_output(self, name: str, output: str) -> Output:
        """It is not meant to be made any more."""
        with self._context.action("removed an output") as writer:
            found = self._find(self._named(name), output)
            writer.label = f"removed the output {quoted(found.text)}"
            projects.remove_output(writer, found.id)
        return found

    @staticmethod
    def checked_weeks(weeks: int) -> int:
        """Whole weeks up to a year; WrongUsage otherwise."""
        if not 1 <= weeks <= LONGEST_WEEKS:
            raise WrongUsage(
                "How many weeks?", f"Weeks are a whole number from 1 to {LONGEST_WEEKS}."
            )
        return weeks

    def _find(self, idea: Named, wanted: str, *, there: bool = False) -> Output:
        """The output with this id, these words, or a part that only it has.

        Two projects that became one may have the same twice: one that is `there`, or is not, then
        comes first.
        """
        known = projects.outputs_of(self._context.store, idea.id)
        for output in known:
            if output.id == wanted:
                return output
        if not known:
            from shlex import quote

            raise Refused(
                "Nothing to check off yet",
                f"{quoted(idea.name)} has none: "
                f'shifter idea output add {quote(idea.name)} "a price list"',
            )
        words = wanted.casefold().strip()
        exact = [output for output in known if output.text.casefold() == words]
        if exact:
            return min(exact, key=lambda output: (output.checked is not None) != there)
        fitting = [output for output in known if words in output.text.casefold()]
        if len(fitting) == 1:
            return fitting[0]
        names = ", ".join(quoted(output.text) for output in known)
        raise Refused("Which output?", f"{quoted(idea.name)} has {names}.")

    def _output(self, idea: Named, id: str) -> Output:
        known = projects.outputs_of(self._context.store, idea.id)
        return next(output for output in known if output.id == id)

    def _named(self, name: str) -> Named:
        return idea_named(self._context.store, name)
