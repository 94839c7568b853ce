"""The Yes: the way there in the user's own numbers, its story, and the closing of the book."""

from shifter.companion.context import Context
from shifter.companion.naming import idea_named
from shifter.companion.telling import Telling
from shifter.core.ideas_view import TheWay
from shifter.core.records import Idea
from shifter.core.story import StoryFilter
from shifter.core.text import quoted
from shifter.errors import Refused
from shifter.store import figures, ideas


class Book:
    """What happens once an idea has become the Yes."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def the_way(self, name: str) -> TheWay:
        """The way to an idea that became the Yes."""
        store = self._context.store
        idea = self._yes(name)
        last = idea.ended or self._context.today()
        standing = figures.standing(store, last)
        everything = ideas.all_ideas(store, last)
        book = ideas.closed_book(store)
        return TheWay(
            idea=idea,
            first=min(figures.first_day(store) or last, *(known.added for known in everything)),
            last=last,
            shifts=standing.shifts if standing else 0,
            minutes=standing.minutes if standing else 0,
            people=figures.people(store, last),
            little_yeses=standing.little_yeses if standing else 0,
            others=tuple(known.name for known in ideas.living(store)),
            ruled_out=tuple(known.name for known in everything if known.stage == "dead_end"),
            book_closed=book.closed if book and book.id == idea.id else None,
        )

    def story(self, name: str) -> str:
        """The way as a text to keep: every shift of it, day by day."""
        way = self.the_way(name)
        telling = Telling(self._context)
        return "\n".join(telling.lines("txt", StoryFilter(until=way.last))) + "\n"

    def save_story(self, name: str) -> str:
        """Put the story into a text file of its own among the documents; returns its path."""
        from shifter.companion.text_files import write_new

        return write_new(idea_named(self._context.store, name).name, "txt", self.story(name))

    def close(self, name: str) -> None:
        """The book is closed: Today rests until it is opened again."""
        with self._context.action("closed the book") as writer:
            idea = self._yes(name)
            writer.label = f"closed the book on {quoted(idea.name)}"
            ideas.close_book(writer, idea.id, self._context.today())

    def reopen(self, name: str) -> None:
        """The book is opened again, and Today goes on."""
        with self._context.action("opened the book again") as writer:
            idea = self._yes(name)
            writer.label = f"opened the book on {quoted(idea.name)} again"
            ideas.close_book(writer, idea.id, None)

    def _yes(self, name: str) -> Idea:
        named = idea_named(self._context.store, name)
        everything = ideas.all_ideas(self._context.store, self._context.today())
        idea = next(known for known in everything if known.id == named.id)
        if idea.stage != "yes":
            raise Refused("Not the Yes", f"{quoted(idea.name)} has not become the one.")
        return idea
