"""The Story: all that happened, page by page, and what is wanted of it."""

from datetime import date, timedelta

from shifter.companion.context import Context
from shifter.companion.naming import idea_named, person_named
from shifter.core.story import (
    EVERYTHING,
    FOUND_MOST,
    TOLD_WORDS,
    StoryEntry,
    StoryFilter,
    StoryPage,
    StoryView,
    Sum,
    Told,
)
from shifter.core.text import clean_line, quoted
from shifter.core.weeks import WEEK, week_start
from shifter.errors import Refused, UnclearName, WrongUsage, field
from shifter.store import figures, search, shifts, story
from shifter.store.documents import day_of, first_number
from shifter.store.search import Sought
from shifter.store.shifts import Wanted

PAGE = 100


class Story:
    """What the Story screen shows."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def view(
        self, wanted: StoryFilter = EVERYTHING, *, until: date | None = None, limit: int = PAGE
    ) -> StoryView:
        """The newest entries; those of a day and before it, where one is given.

        Of a day before the first that is wanted, it is those of the first.
        """
        store, sought = self._context.store, self._sought(wanted)
        if until:
            until = max(until, self.first_day(wanted) or until)
        top = first_number(until + timedelta(days=1)) if until else None
        page = self._page(wanted, search.newest(store, sought, limit + 1, top), limit)
        if top is not None:
            has_newer = bool(search.next_newer(store, sought, 1, top - 1))
            page = page._replace(has_newer=has_newer)
        return StoryView(
            self._context.today(),
            store.settings().week_start,
            page,
            total=shifts.count(store, Wanted()),
        )

    def older(self, wanted: StoryFilter, below: int, limit: int = PAGE) -> StoryPage:
        """The entries that come next below one with this number."""
        found = search.newest(self._context.store, self._sought(wanted), limit + 1, below)
        return self._page(wanted, found, limit)._replace(has_newer=True)

    def newer(self, wanted: StoryFilter, above: int, limit: int = PAGE) -> StoryPage:
        """The entries that come next above one with this number."""
        found = search.next_newer(self._context.store, self._sought(wanted), limit + 1, above)
        page = self._page(wanted, found[-limit:], limit)
        return page._replace(has_newer=len(found) > limit, has_older=True)

    def count(self, wanted: StoryFilter) -> int:
        """How many entries are wanted; counting stops at `FOUND_MOST`."""
        return search.count(self._context.store, self._sought(wanted), FOUND_MOST)

    def entries(self, wanted: StoryFilter) -> tuple[StoryEntry, ...]:
        """All that is wanted, the oldest first."""
        store = self._context.store
        found = search.newest(store, self._sought(wanted), -1)
        return story.entries(store, reversed(found))

    def first_day(self, wanted: StoryFilter) -> date | None:
        """The day of the oldest entry that is wanted."""
        store = self._context.store
        found = search.next_newer(store, self._sought(wanted), 1, 0)
        return day_of(found[0].number) if found else None

    def filter(
        self,
        *,
        idea: str = "",
        person: str = "",
        told: str = "",
        little_yes: bool = False,
        since: str = "",
        until: str = "",
    ) -> StoryFilter:
        """What is wanted, from what somebody typed. Refused for an idea or a person unknown."""
        with field("idea"):
            of_idea = self._idea(idea) if idea else None
        with field("person"):
            with_person = self._person(person) if person else None
        with field("told"):
            of_kind = _told(told) if told else None
        with field("since"):
            first = self._context.read_day(since) if since else None
        with field("until"):
            last = self._context.read_day(until) if until else None
        return StoryFilter(
            idea=of_idea,
            person=with_person,
            told=of_kind,
            little_yes=little_yes,
            since=first,
            until=last,
        )

    def _idea(self, wanted: str) -> str:
        try:
            return idea_named(self._context.store, wanted).name
        except UnclearName as unclear:
            # Nobody adds an idea to see what happened on it.
            raise Refused(unclear.title, unclear.told) from None

    def _person(self, wanted: str) -> str:
        known = person_named(self._context.store, wanted)
        if known is None:
            raise Refused("With whom?", f"No shift was with {quoted(clean_line(wanted))}.")
        return known.name

    def _sought(self, wanted: StoryFilter) -> Sought:
        """The same by ids, and nothing that is yet to come, such as a marked rest day."""
        store, today = self._context.store, self._context.today()
        person = person_named(store, wanted.person) if wanted.person else None
        return Sought(
            words=clean_line(wanted.words) or None,
            idea=idea_named(store, wanted.idea).id if wanted.idea else None,
            person=person.id if person else None,
            told=wanted.told,
            little_yes=wanted.little_yes,
            since=wanted.since,
            until=min(wanted.until or today, today),
        )

    def _page(self, wanted: StoryFilter, found: list[search.Found], limit: int) -> StoryPage:
        """So many of the documents as entries; one more tells that there are older ones."""
        shown = found[:limit]
        days: dict[date, Sum] = {}
        if shown and wanted == EVERYTHING:
            days = self._days(day_of(shown[-1].number), day_of(shown[0].number))
        entries = story.entries(self._context.store, shown)
        return StoryPage(entries, has_newer=False, has_older=len(found) > limit, days=days)

    def _days(self, first: date, last: date) -> dict[date, Sum]:
        store = self._context.store
        start = store.settings().week_start
        weeks = week_start(first, start), week_start(last, start) + WEEK - timedelta(days=1)
        return {
            day: Sum(shifts, little_yeses)
            for day, (shifts, _, little_yeses) in figures.by_day(store, *weeks).items()
        }


def _told(text: str) -> Told:
    """The kind that the words begin like."""
    wanted = clean_line(text).casefold()
    for told, words in TOLD_WORDS.items():
        if words.startswith(wanted) or wanted.startswith(words.rstrip("s")):
            return told
    raise WrongUsage("What kind?", f"One of these: {', '.join(TOLD_WORDS.values())}.")
