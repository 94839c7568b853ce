"""The story written out as a text to keep, and the week as a text to send."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.naming import known_or_new_person
from shifter.companion.shifts import Shifts, insert_shift
from shifter.companion.story import Story
from shifter.core.board import YEAR
from shifter.core.days import whole_day
from shifter.core.number_words import counted
from shifter.core.records import Logged, Run
from shifter.core.story import EVERYTHING, StoryEntry, StoryFilter
from shifter.core.telling import week as weeks
from shifter.core.telling.long_version import (
    Chapter,
    LongVersion,
    figures_in_words,
)
from shifter.core.telling.turning_points import Gathered, gather
from shifter.core.telling.week import Week
from shifter.core.text import clean_line, quoted, stopless
from shifter.core.weeks import WEEK, last_week, week_start
from shifter.errors import Refused, WrongUsage
from shifter.store import figures, ideas

FORMATS = ("txt", "md", "html")


class Telling:
    """What is told of the log in one piece."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._story = Story(context)

    def lines(self, kind: str, wanted: StoryFilter = EVERYTHING) -> Iterator[str]:
        """The long version, a line after another; `kind` is one of `FORMATS`.

        Refused where nothing happened yet.
        """
        return _writer(kind)(self._long_version(wanted, with_towers=kind == "html"))

    def save(self, kind: str, wanted: StoryFilter = EVERYTHING) -> str:
        """Write it into a file of its own among the documents; returns its path."""
        from shifter.companion.text_files import write_new

        text = "\n".join(self.lines(kind, wanted)) + "\n"
        return write_new(" ".join(("story", wanted.idea or "")), kind, text)

    def week(self, day: date | None = None) -> Week:
        """The week that a day lies in; without one last week, or this one if that was empty."""
        start = self._context.store.settings().week_start
        if day is not None:
            return self._week_from(week_start(day, start))
        today = self._context.today()
        last = self._week_from(last_week(today, start)[0])
        return self._week_from(week_start(today, start)) if last.is_empty else last

    def sent(self, week: Week, person: str | None = None) -> Logged:
        """The week was sent to somebody, which is a shift."""
        store = self._context.store
        name = clean_line(person or "")
        text = f"Sent my week of {week.first.day} {week.first:%B}"
        text = clean_line(f"{text} to {name}") if name else text
        with self._context.action(f"logged {quoted(text)}") as writer:
            known = known_or_new_person(store, writer, name).id if name else None
            now = self._context.now()
            id = insert_shift(store, writer, now, {"text": text, "person": known})
        return Logged(Shifts(self._context).get(id), Figures(self._context).streak())

    def _week_from(self, first: date) -> Week:
        last = first + WEEK - timedelta(days=1)
        entries = self._story.entries(EVERYTHING._replace(since=first, until=last))
        return weeks.week_of(first, last, entries)

    def _long_version(self, wanted: StoryFilter, *, with_towers: bool) -> LongVersion:
        until = min(wanted.until or self._context.today(), self._context.today())
        wanted = wanted._replace(until=until)
        is_of_all = wanted._replace(since=None, until=None) == EVERYTHING
        gathered = gather(
            self._oldest_first(wanted),
            before=self._shifts_before(wanted),
            longest=self._longest(wanted) if is_of_all else None,
        )
        if gathered.first is None:
            raise Refused("Nothing to tell yet", "The story begins with the first shift.")
        return LongVersion(
            "I made a career change" if gathered.yes else "The story so far",
            tuple(_opening(gathered, until)),
            gathered.turning_points,
            partial(self._chapters, wanted._replace(since=gathered.first)),
            tuple(_closing(gathered, self._living() if is_of_all else ())),
            tuple(self._towers(gathered.first, until)) if with_towers and is_of_all else (),
        )

    def _chapters(self, wanted: StoryFilter) -> Iterator[Chapter]:
        """Month by month, so that no more than one is held at a time."""
        assert wanted.since is not None
        assert wanted.until is not None
        month = wanted.since.replace(day=1)
        while month <= wanted.until:
            following = (month + timedelta(days=31)).replace(day=1)
            entries = self._story.entries(
                wanted._replace(
                    since=max(month, wanted.since),
                    until=min(following - timedelta(days=1), wanted.until),
                )
            )
            if entries:
                yield Chapter(month, entries)
            month = following

    def _oldest_first(self, wanted: StoryFilter) -> Iterator[StoryEntry]:
        first = wanted.since or self._story.first_day(wanted)
        if first is not None:
            for chapter in self._chapters(wanted._replace(since=first)):
                yield from chapter.entries

    def _shifts_before(self, wanted: StoryFilter) -> int:
        if wanted.since is None or wanted._replace(since=None, until=None) != EVERYTHING:
            return 0
        standing = figures.standing(self._context.store, wanted.since - timedelta(days=1))
        return standing.shifts if standing else 0

    def _longest(self, wanted: StoryFilter) -> Run | None:
        standing = figures.standing(self._context.store, wanted.until or self._context.today())
        if standing is None or (wanted.since and standing.longest.start < wanted.since):
            return None
        return standing.longest

    def _living(self) -> tuple[str, ...]:
        return tuple(idea.name for idea in ideas.living(self._context.store))

    def _towers(self, first: date, until: date) -> Iterator[str]:
        """A board a year, the first one first."""
        from shifter.core.board_picture import picture
        from shifter.core.telling.page import COLOURS

        all_figures = Figures(self._context)
        boards: list[str] = []
        while until >= first:
            board = all_figures.board(all_figures.streak(until), YEAR)
            if board is None:
                break
            boards.append(picture(board, COLOURS))
            until = board.page.start - timedelta(days=1)
        return reversed(boards)


def _writer(kind: str) -> Callable[[LongVersion], Iterator[str]]:
    if kind == "txt":
        from shifter.core.telling.plain import plain

        return plain
    if kind == "md":
        from shifter.core.telling.markdown import markdown

        return markdown
    if kind == "html":
        from shifter.core.telling.page import page

        return page
    raise WrongUsage("Written as what?", f"A story can be {', '.join(FORMATS)}.")


def _opening(gathered: Gathered, until: date) -> Iterator[str]:
    assert gathered.first is not None
    last = gathered.yes[1] if gathered.yes else until
    took = f"{counted((last - gathered.first).days + 1, 'day')}, a few minutes at a time"
    if gathered.yes:
        yield f"It took {took}, and it led to {quoted(stopless(gathered.yes[0]))}."
    else:
        yield f"{took[:1].upper()}{took[1:]}."
    told = figures_in_words(
        gathered.shifts, gathered.people, gathered.little_yeses, len(gathered.ruled_out)
    )
    if told:
        yield f"{', '.join(told)}: here they are."


def _closing(gathered: Gathered, living: tuple[str, ...]) -> Iterator[str]:
    if gathered.ruled_out:
        yield f"Ruled out on the way, with thanks: {', '.join(gathered.ruled_out)}."
    if living:
        yield f"{'Company on the way' if gathered.yes else 'On the boil'}: {', '.join(living)}."
    if gathered.yes:
        yield f"{whole_day(gathered.yes[1])}: {gathered.yes[0]}."
