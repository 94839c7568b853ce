"""Finding ideas and people by the names that were typed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from shifter.core.names import match_idea, match_person, name_key
from shifter.core.text import quoted, required_line
from shifter.errors import Gone, UnknownIdea
from shifter.store import ideas
from shifter.store.store import Store
from shifter.store.writer import Writer


def idea_named(store: Store, wanted: str) -> ideas.Named:
    """The idea with this name, an unambiguous part of it, or this id; Refused names the nearest.

    Gone where the id is that of one that was deleted.
    """
    return idea_among(store, ideas.names(store), wanted)


def idea_among(store: Store, known: Sequence[ideas.Named], wanted: str) -> ideas.Named:
    """The same of ideas that were read already, the oldest first."""
    for idea in known:
        if idea.id == wanted:
            return idea
    wanted = required_line(wanted, "The idea")
    try:
        name = match_idea(wanted, [idea.name for idea in known])
    except UnknownIdea:
        if ideas.was_there(store, wanted):
            raise Gone("idea", "deleted or merged") from None
        raise
    return next(idea for idea in known if idea.name == name)


def known_or_new_idea(store: Store, writer: Writer, wanted: str, today: date) -> str:
    """The id of the idea with this name, added as a hunch if unknown, which the label then says."""
    try:
        return idea_named(store, wanted).id
    except UnknownIdea:
        name = required_line(wanted, "The idea")
        writer.label += f", with the new idea {quoted(name)}"
        return ideas.add(writer, name, None, today)


@contextmanager
def by_sign(name: str | None) -> Iterator[None]:
    """A context in which an idea may be named by a sign: if unknown, say how a plain # is typed."""
    try:
        yield
    except UnknownIdea as unknown:
        if name is not None:
            unknown.plain = f"For a plain #, leave a blank after it: # {name}."
        raise


def idea_called(store: Store, name: str) -> ideas.Named | None:
    """The idea with exactly this name, in any case and however its letters are composed."""
    wanted = name_key(name)
    return next((idea for idea in ideas.names(store) if name_key(idea.name) == wanted), None)


def person_named(store: Store, wanted: str) -> ideas.Named | None:
    """The person with this name or first name, if there is one."""
    known = ideas.people(store)
    name = match_person(required_line(wanted, "The name"), [person.name for person in known])
    return next((person for person in known if person.name == name), None)


def known_or_new_person(store: Store, writer: Writer, wanted: str) -> ideas.Named:
    """The person with this name, added if unknown."""
    known = person_named(store, wanted)
    if known is not None:
        return known
    name = required_line(wanted, "The name")
    return ideas.Named(ideas.add_person(writer, name), name)
