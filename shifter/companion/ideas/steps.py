"""Next steps: set, offered from the catalogue, taken, and what was found by them."""

from datetime import date

from shifter.companion.context import Context
from shifter.companion.naming import idea_named
from shifter.core.next_steps import Step
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.core.text import clean_line, clean_note, quoted, required_line
from shifter.errors import Refused, field
from shifter.store import next_steps, shifts
from shifter.store.next_steps import NewStep

if TYPE_CHECKING:
    from shifter.core.records import Logged


class Steps:
    """What comes next for an idea; with a question, an experiment."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def current(self, name: str) -> Step | None:
        """What comes next for an idea: an open step, or an experiment that is asked about."""
        return next_steps.current_of(self._context.store, self._id(name), self._context.today())

    def set(
        self, name: str, text: str, *, question: str | None = None, by: str | None = None
    ) -> Step:
        """The next step, which takes the place of one that is still open.

        With a question it is an experiment; `by` is a day in words, today or later.
        """
        store = self._context.store
        with self._context.action("set a next step") as writer:
            named = idea_named(store, name)
            writer.label = f"set the next step of {quoted(named.name)}"
            known = next_steps.current_of(store, named.id, self._context.today())
            if known is not None and known.is_open:
                next_steps.drop(writer, known.id)
            return self._get(next_steps.add(writer, self._new(named.id, text, question, by)))

    def change(
        self, name: str, text: str, *, question: str | None = None, by: str | None = None
    ) -> Step:
        """Other words for the step that is still open; a first one where there is none."""
        with self._context.action("changed a step") as writer:
            known = self.current(name)
            if known is None or not known.is_open:
                return self.set(name, text, question=question, by=by)
            writer.label = f"changed the step {quoted(known.text)}"
            next_steps.change(writer, known.id, self._new(known.idea, text, question, by))
            return self._get(known.id)

    def take(
        self,
        name: str,
        *,
        note: str | None = None,
        little_yes: bool = False,
        minutes: int | None = None,
    ) -> "Logged":
        """The step was taken: it becomes a shift on its idea."""
        from shifter.companion.figures import Figures
        from shifter.companion.shifts import checked_minutes, insert_shift
        from shifter.core.records import Logged

        context = self._context
        with context.action("did a step") as writer:
            step = self._waiting(name, to_take=True)
            writer.label = f"did {quoted(step.text)}"
            id = insert_shift(
                context.store,
                writer,
                context.now(),
                {
                    "text": step.text,
                    "idea": step.idea,
                    "minutes": checked_minutes(minutes),
                    "little_yes": int(little_yes),
                    "note": clean_note(note or "") or None,
                },
            )
            next_steps.took(writer, step.id, id, context.today())
            # Read back before the commit, so that nothing can be refused once it is done.
            shift = shifts.get(context.store, id)
            assert shift is not None
            return Logged(shift, Figures(context).streak())

    def drop(self, name: str) -> Step:
        """Nobody means to take it any more."""
        with self._context.action("dropped a step") as writer:
            step = self._waiting(name)
            writer.label = f"dropped the step {quoted(step.text)}"
            next_steps.drop(writer, step.id)
        return step

    def found(self, name: str, text: str) -> Step:
        """What a step or an experiment brought to light; it goes into the trail."""
        words = required_line(text, "What you found")
        with self._context.action("found something out") as writer:
            step = self._waiting(name)
            writer.label = f"found out about {quoted(step.question or step.text)}"
            next_steps.found(writer, step.id, words, self._context.today())
            return self._get(step.id)

    def edit_found(self, step: str, text: str) -> str:
        """Other words for what was found, as they now stand."""
        words = required_line(text, "What you found")
        with self._context.action("changed what was found") as writer:
            next_steps.found(writer, step, words, self._context.today())
        return words

    def offered(self, name: str) -> str | None:
        """A next step out of the catalogue, always the same for one idea."""
        from shifter.companion.ideas.offered import OfferedSteps

        return OfferedSteps(self._context).of(self._id(name))

    def offered_in_full(self, name: str) -> str:
        """The same as a step to set: it names the idea. Empty if there is none."""
        from shifter.companion.ideas.offered import OfferedSteps

        named = idea_named(self._context.store, name)
        return OfferedSteps(self._context).in_full(named.id, named.name)

    def _new(self, idea: str, text: str, question: str | None, by: str | None) -> NewStep:
        with field("text"):
            step = required_line(text, "The next step")
        with field("question"):
            to_find_out = clean_line(question or "") or None
        with field("by"):
            day = self._day(by) if by else None
        return NewStep(idea, step, to_find_out, day)

    def _waiting(self, name: str, *, to_take: bool = False) -> Step:
        """The current step of an idea; one that was taken already has only its answer to come."""
        named = idea_named(self._context.store, name)
        step = self.current(named.id)
        if step is None or (to_take and not step.is_open):
            from shlex import quote

            raise Refused(
                "No step is waiting",
                f'Set one first: shifter idea next {quote(named.name)} "ask for a day along"',
            )
        return step

    def _day(self, words: str) -> date:
        day = self._context.read_day(words, ahead=True)
        if day < self._context.today():
            raise Refused("That day has gone by", "Choose today, or a day to come.")
        return day

    def _id(self, name: str) -> str:
        return idea_named(self._context.store, name).id

    def _get(self, id: str) -> Step:
        step = next_steps.get(self._context.store, id)
        assert step is not None
        return step
