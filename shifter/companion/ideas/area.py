"""Adding, moving, ending, joining and mending ideas."""

from functools import cached_property

from shifter.companion.context import Context
from shifter.companion.hunches import hunch_of
from shifter.companion.ideas.projects import Projects
from shifter.companion.ideas.steps import Steps
from shifter.companion.naming import idea_among, idea_called
from shifter.core.hunches import hunch_name, hunch_why
from shifter.core.projects import USUAL_WEEKS, Project
from shifter.core.quick_typing import TYPE_CHECKING, TypedDict
from shifter.core.records import Idea, Shift, Stage
from shifter.core.stage_words import STANDS
from shifter.core.text import clean_line, clean_note, quoted, required_line
from shifter.errors import Refused, WrongUsage, field
from shifter.store import ideas, projects, shifts, state, trails

if TYPE_CHECKING:
    from shifter.companion.ideas.book import Book
    from shifter.core.ideas_view import DeadEnd, IdeaCard, IdeasView, OpenedIdea
    from shifter.store.writer import Value


class IdeaEdit(TypedDict, total=False):
    """What to change in an idea: what is behind it, and what would end it. None clears."""

    name: str
    why: str | None
    drop_if: str | None


class Ideas:
    """What can be done with ideas."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.steps = Steps(context)
        self.projects = Projects(context)

    @cached_property
    def book(self) -> "Book":
        """What happens once an idea has become the Yes."""
        from shifter.companion.ideas.book import Book

        return Book(self._context)

    def view(self) -> "IdeasView":
        """What the Ideas screen shows."""
        from shifter.companion.ideas.reading import read_board

        return read_board(self._context)

    def card(self, name: str) -> "IdeaCard":
        """One idea as it stands in its lane."""
        return self.card_of(self.get(name))

    def card_of(self, idea: Idea) -> "IdeaCard":
        """An idea that was looked up already as it stands in its lane."""
        from shifter.companion.ideas.reading import read_card

        return read_card(self._context, idea)

    def opened(self, name: str, *, shifts: int = 200) -> "OpenedIdea":
        """One idea with its trail and its newest `shifts` shifts, or all of them with 0."""
        from shifter.companion.ideas.reading import read_idea

        return read_idea(self._context, self.get(name), shifts)

    def dead_end(self, name: str) -> "DeadEnd":
        """What the moment tells after an idea was ruled out."""
        from shifter.companion.ideas.reading import read_dead_end

        return read_dead_end(self._context, self.get(name))

    def all(self, *, ended: bool) -> tuple[Idea, ...]:
        """Every idea, the most recently touched first; without those that ended unless asked."""
        self._context.store.settle()
        wanted = ideas.all_ideas if ended else ideas.on_the_boil
        return wanted(self._context.store, self._context.today())

    def get(self, name: str) -> Idea:
        """The idea with this name or an unambiguous part of it."""
        # Read once: what was found could be gone by a second time.
        known = sorted(self.all(ended=True), key=lambda idea: idea.id)
        names = [ideas.Named(idea.id, idea.name) for idea in known]
        named = idea_among(self._context.store, names, name)
        return next(idea for idea in known if idea.id == named.id)

    def add(self, name: str, *, why: str | None = None) -> Idea:
        """A new hunch."""
        name = required_line(name, "The idea")
        with self._context.action(f"added the idea {quoted(name)}") as writer:
            self._refuse_double(name)
            return self.get(ideas.add(writer, name, _line(why), self._context.today()))

    def become_hunch(self, shift: str, name: str | None = None) -> Idea:
        """What a Little Yes lit up, as a hunch, named by the last words noted on it unless given.

        The shift is its first one, unless it is another idea's.
        """
        with self._context.action("added an idea") as writer:
            found = self.could_be_hunch(shift)
            name = required_line(hunch_name(found) if name is None else name, "The idea")
            writer.label = f"added the idea {quoted(name)}"
            self._refuse_double(name)
            idea = ideas.add(writer, name, _line(hunch_why(found)), self._context.today())
            if found.idea is None:
                writer.update("shift", found.id, {"idea": idea})
            return self.get(idea)

    def could_be_hunch(self, shift: str) -> Shift:
        """The shift with this id; Refused where nothing lit up, or where that is an idea."""
        found = shifts.there(self._context.store, shift)
        if not found.little_yes:
            raise Refused("Not lit yet", "Make it a Little Yes first; then it can be a hunch.")
        known = hunch_of(self._context.store, found)
        if known is not None:
            raise Refused(
                "It is an idea already", f"What lit up there is called {quoted(known.name)}."
            )
        return found

    def move(self, name: str, stage: Stage, *, weeks: int | None = None) -> Idea:
        """Another stage; a dead end has its own way, `rule_out`.

        `weeks` is how long a project is to take; one begins on the day it becomes a project.
        """
        if stage == "dead_end":
            raise WrongUsage("That is another step", "Use `shifter idea dead` to rule an idea out.")
        today = self._context.today()
        with self._context.action("moved an idea along") as writer:
            idea = self.get(name)
            writer.label = f"moved {quoted(idea.name)} to {_LANES[stage]}"
            if idea.stage == stage:
                raise Refused("It is there already", f"{quoted(idea.name)} is {_IS[stage]}.")
            chosen = state.at_hand(self._context.store, today)
            if stage == "yes" and chosen.idea == idea.id:
                # The Yes is worked on where that is wanted anew, not because a step towards it was.
                state.set_at_hand(writer, today, chosen._replace(idea=None))
            ideas.move(writer, idea.id, stage, today)
            known = projects.projects(self._context.store).get(idea.id)
            if stage == "project" and (weeks or known is None):
                length = Projects.checked_weeks(weeks or USUAL_WEEKS)
                projects.begin(writer, idea.id, Project(today, length))
            return self.get(idea.id)

    def rule_out(self, name: str, *, taught: str | None = None, spared: str | None = None) -> Idea:
        """A dead end: one wrong path not taken, with what it taught and what it spared."""
        with self._context.action("ruled out an idea") as writer:
            idea = self.get(name)
            writer.label = f"ruled out {quoted(idea.name)}"
            if idea.stage == "dead_end":
                raise Refused(
                    "It is ruled out already", f"{quoted(idea.name)} ended on {idea.ended}."
                )
            ideas.move(writer, idea.id, "dead_end", self._context.today())
            lessons = {"taught": _line(taught), "spared": _line(spared)}
            writer.update("idea", idea.id, lessons)
            return self.get(idea.id)

    def revive(self, name: str) -> Idea:
        """Back on the boil, at the stage it had; what it taught stays written."""
        today = self._context.today()
        with self._context.action("brought back an idea") as writer:
            idea = self.get(name)
            writer.label = f"brought back {quoted(idea.name)}"
            if not idea.has_ended:
                now = _IS[idea.stage]
                raise Refused("It is on the boil already", f"{quoted(idea.name)} is {now}.")
            stage = ideas.last_living_stage(self._context.store, idea.id)
            ideas.move(writer, idea.id, stage, today)
            return self.get(idea.id)

    def rename(self, name: str, new: str) -> Idea:
        """Another name; everything else stays."""
        return self.edit(name, {"name": new})

    def edit(self, name: str, changes: IdeaEdit) -> Idea:
        """Another name, another hunch behind it, another dead-end test."""
        values: dict[str, Value] = {}
        if "name" in changes:
            with field("name"):
                values["name"] = required_line(changes["name"], "The new name")
        if "why" in changes:
            with field("why"):
                values["why"] = _line(changes["why"])
        if "drop_if" in changes:
            with field("drop_if"):
                values["drop_if"] = _line(changes["drop_if"])
        deed = "renamed" if values.keys() == {"name"} else "changed"
        with self._context.action(f"{deed} an idea") as writer:
            idea = self.get(name)
            writer.label = f"{deed} {quoted(idea.name)}"
            if "name" in changes:
                with field("name"):
                    self._refuse_double(str(values["name"]), but=idea.id)
            writer.update("idea", idea.id, values)
            return self.get(idea.id)

    def note(self, name: str, text: str) -> Idea:
        """Something worth keeping about an idea; it goes into the trail."""
        note = clean_note(text)
        if not note:
            raise Refused("Nothing written yet", "A few words are enough for a note.")
        with self._context.action("a note on an idea") as writer:
            idea = self.get(name)
            writer.label = f"a note on {quoted(idea.name)}"
            trails.add_note(writer, idea.id, note, self._context.today())
        return idea

    def edit_note(self, note: str, text: str) -> str:
        """Other words for a note, as they now stand; none at all take it away."""
        words = clean_note(text)
        with self._context.action("changed a note") as writer:
            trails.change_note(writer, note, words)
        return words

    def merge(self, name: str, into: str) -> Idea:
        """One idea becomes part of another, and everything moves along: shifts, steps, notes."""
        with self._context.action("merged two ideas") as writer:
            idea, other = self.get(name), self.get(into)
            writer.label = f"merged {quoted(idea.name)} into {quoted(other.name)}"
            if idea.id == other.id:
                raise Refused(
                    "That is one idea", f"{quoted(idea.name)} can't be merged into itself."
                )
            ideas.merge(writer, idea.id, other.id, self._context.today())
            return self.get(other.id)

    def delete(self, name: str) -> Idea:
        """Take an idea out; its shifts stay in the log without it, and undo brings it back."""
        with self._context.action("deleted an idea") as writer:
            idea = self.get(name)
            writer.label = f"deleted the idea {quoted(idea.name)}"
            writer.delete("idea", idea.id)
        return idea

    def _refuse_double(self, name: str, but: str | None = None) -> None:
        known = idea_called(self._context.store, name)
        if known is not None and known.id != but:
            raise Refused("There is one already", f"An idea is called {quoted(known.name)}.")


def _line(text: str | None) -> str | None:
    return clean_line(text or "") or None


_LANES: dict[Stage, str] = {
    "hunch": "hunches",
    "exploring": "exploring",
    "project": "projects",
    "yes": "the Yes",
}

_IS: dict[Stage, str] = {**STANDS, "exploring": "being explored"}
