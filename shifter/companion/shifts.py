"""Logging, finding and mending shifts."""

from collections.abc import Iterator
from datetime import date, timedelta, timezone, tzinfo

from shifter.companion.context import Context
from shifter.companion.figures import Figures
from shifter.companion.naming import (
    by_sign,
    idea_named,
    known_or_new_idea,
    known_or_new_person,
    person_named,
)
from shifter.core.days import plain_day
from shifter.core.moment import Moment, to_text
from shifter.core.quick_tuple import NamedTuple
from shifter.core.quick_typing import TypedDict
from shifter.core.records import LONGEST_MINUTES, Logged, Shift
from shifter.core.text import clean_line, clean_note, quoted, required_line
from shifter.errors import ChangedElsewhere, Refused, WrongUsage, field
from shifter.store import ideas, shifts
from shifter.store.store import Store
from shifter.store.writer import Value, Writer

_SHORTEST_ID = 4
_LONGEST_ID = 36
_ID_CHARACTERS = frozenset("0123456789abcdef-")
_MOST = 2**62


class ShiftEdit(TypedDict, total=False):
    """What to change in a shift; None clears. `on` is WHEN in words.

    With `new_idea`, an idea that there isn't yet is added as a hunch.
    """

    text: str
    note: str | None
    minutes: int | None
    idea: str | None
    new_idea: bool
    person: str | None
    on: str
    little_yes: bool


class Found(NamedTuple):
    """The newest shifts that match, and how many match in all."""

    shifts: tuple[Shift, ...]
    total: int


class Shifts:
    """The log."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def log(
        self,
        text: str,
        *,
        idea: str | None = None,
        person: str | None = None,
        minutes: int | None = None,
        on: str | None = None,
        little_yes: bool = False,
        note: str | None = None,
        new_idea: bool = False,
    ) -> Logged:
        """Log one line, done now unless `on` says when; `#`, `@`, `10m` and `!` in it count too.

        With `new_idea`, an idea that there isn't yet is added as a hunch.
        """
        from shifter.core.signs import read_signs

        store = self._context.store
        signs = read_signs(required_line(text, "A shift"))
        text = required_line(signs.text, "A shift")
        with field("on"):
            moment = self._context.now() if on is None else self._moment(on)
        with self._context.action(f"logged {quoted(text)}{self._on_its_day(moment)}") as writer:
            values: dict[str, Value] = {
                "text": text,
                "minutes": checked_minutes(minutes if minutes is not None else signs.minutes),
                "little_yes": int(little_yes or signs.little_yes),
                "note": _note(note),
            }
            if named := _one("idea", idea, signs.idea):
                with by_sign(signs.idea):
                    values["idea"] = self._idea(writer, named, new=new_idea)
            if named := _one("person", person, signs.person):
                values["person"] = known_or_new_person(store, writer, named).id
            id = insert_shift(store, writer, moment, values)
            return self._logged(id)

    def log_again(self, id: str) -> Logged:
        """The same shift once more, done now; its note and its Little Yes stay with the first."""
        store = self._context.store
        with self._context.action("logged a shift again") as writer:
            shift = shifts.there(store, id)
            writer.label = f"logged {quoted(shift.text)}"
            values: dict[str, Value] = {"text": shift.text, "minutes": shift.minutes}
            values |= shifts.belongs_to(store, shift.id)
            again = insert_shift(store, writer, self._context.now(), values)
            return self._logged(again)

    def person_names(self) -> tuple[str, ...]:
        """Everybody along the way, the one met last first."""
        return tuple(person.name for person in ideas.people(self._context.store))

    def find(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        idea: str | None = None,
        person: str | None = None,
        search: str | None = None,
        limit: int = 50,
    ) -> Found:
        """The newest that match; all of them where `limit` is 0."""
        store = self._context.store
        limit = min(limit, _MOST)
        known = person_named(store, person) if person else None
        if person and known is None:
            return Found((), 0)
        wanted = shifts.Wanted(
            since,
            until,
            idea_named(store, idea).id if idea else None,
            known.id if known else None,
            clean_line(search or "") or None,
        )
        return Found(shifts.find(store, wanted, limit), shifts.count(store, wanted))

    def has(self, id: str) -> bool:
        """Whether the shift with this id is there."""
        return shifts.get(self._context.store, id) is not None

    def get(self, id: str) -> Shift:
        """The shift with this id, or with an id that begins or ends like this."""
        store = self._context.store
        part = id.strip().lower()
        if set(part) <= _ID_CHARACTERS:
            if whole := shifts.get(store, part):
                return whole
            searched = _SHORTEST_ID <= len(part) <= _LONGEST_ID
            found = shifts.ids_like(store, part) if searched else ()
            if len(found) > 1:
                raise Refused(
                    "Which shift?", f"More than one has an id like {id}; give more of it."
                )
            if found and (shift := shifts.get(store, found[0])):
                return shift
        raise Refused(
            "Which shift?", f"There is none with the id {id}; `shifter shifts` lists them."
        )

    def edit(self, id: str, changes: ShiftEdit, *, shown: Shift | None = None) -> Shift:
        """Change a shift. A new time decides its day again; nothing else moves it.

        Where it is no longer as it was `shown`, Gone or ChangedElsewhere is raised.
        """
        store = self._context.store
        values: dict[str, Value] = {}
        with self._context.action("changed a shift") as writer:
            shift = self._as_shown(shown) if shown else self.get(id)
            writer.label = _named(shift, changes)
            if "text" in changes:
                with field("text"):
                    values["text"] = required_line(changes["text"], "A shift")
            if "note" in changes:
                with field("note"):
                    values["note"] = _note(changes["note"])
            if "minutes" in changes:
                with field("minutes"):
                    values["minutes"] = checked_minutes(changes["minutes"])
            if "little_yes" in changes:
                values["little_yes"] = int(changes["little_yes"])
            if "idea" in changes:
                idea = changes["idea"]
                new = changes.get("new_idea", False)
                with field("idea"):
                    values["idea"] = self._idea(writer, idea, new=new) if idea else None
            if "person" in changes:
                person = changes["person"]
                with field("person"):
                    known = known_or_new_person(store, writer, person) if person else None
                values["person"] = known.id if known else None
            if "on" in changes:
                with field("on"):
                    values |= _time(self._moment(changes["on"], shift), store)
            writer.update("shift", shift.id, values)
            return self.get(shift.id)

    def delete(self, id: str, *, shown: Shift | None = None) -> Shift:
        """Take a shift out of the log; undo brings it back. As for `shown`, see `edit`."""
        with self._context.action("deleted a shift") as writer:
            shift = self._as_shown(shown) if shown else self.get(id)
            writer.label = f"deleted {quoted(shift.text)}"
            writer.delete("shift", shift.id)
        return shift

    def _as_shown(self, shown: Shift) -> Shift:
        now = shifts.there(self._context.store, shown.id)
        if now != shown:
            told = "; ".join(_told_anew(shown, now))
            raise ChangedElsewhere(f"It was changed elsewhere meanwhile: {told}", now)
        return now

    def _idea(self, writer: Writer, wanted: str, *, new: bool) -> str:
        store = self._context.store
        if new:
            return known_or_new_idea(store, writer, wanted, self._context.today())
        return idea_named(store, wanted).id

    def _on_its_day(self, moment: Moment) -> str:
        """` on 3 November` for a shift of another day than today's."""
        day, today = moment.day(self._context.store.settings().rollover), self._context.today()
        return "" if day == today else f" on {plain_day(day, today)}"

    def _moment(self, text: str, shift: Shift | None = None) -> Moment:
        from shifter.core.when import parse_moment

        clock = self._context.clock
        rollover = self._context.store.settings().rollover
        if shift is None:
            return parse_moment(text, clock.now(), clock.zone(), rollover)
        zone = _zone_of(shift)
        now = clock.now()
        offset = now.utc.astimezone(zone).utcoffset()
        there = Moment(now.utc, int(offset.total_seconds()) if offset else 0, shift.zone)
        return parse_moment(text, there, zone, rollover)

    def _logged(self, id: str) -> Logged:
        """Read back before the commit, so that nothing can be refused once it is done."""
        return Logged(self.get(id), Figures(self._context).streak())


def insert_shift(store: Store, writer: Writer, moment: Moment, values: dict[str, Value]) -> str:
    """Add a shift that was done at a moment; returns its id."""
    return writer.insert("shift", {"little_yes": 0, **_time(moment, store), **values})


def checked_minutes(minutes: int | None) -> int | None:
    """Whole minutes up to a day; WrongUsage otherwise."""
    if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
        raise WrongUsage(
            "How many minutes?", f"Minutes are a whole number from 0 to {LONGEST_MINUTES}."
        )
    return minutes


def _named(shift: Shift, changes: ShiftEdit) -> str:
    """What undo and the history call a change."""
    if set(changes) != {"little_yes"}:
        return f"changed {quoted(shift.text)}"
    return f"{'a' if changes['little_yes'] else 'no'} Little Yes for {quoted(shift.text)}"


def _told_anew(shown: Shift, now: Shift) -> Iterator[str]:
    """What is different about a shift, in words."""
    if now.text != shown.text:
        yield quoted(now.text)
    if now.idea != shown.idea:
        yield f"on {now.idea}" if now.idea else "no idea"
    if now.person != shown.person:
        yield f"with {now.person}" if now.person else "nobody"
    if now.minutes != shown.minutes:
        yield "no minutes" if now.minutes is None else f"{now.minutes:,} min"
    if now.wall != shown.wall:
        yield f"done {now.wall:%Y-%m-%d %H:%M}"
    if now.little_yes != shown.little_yes:
        yield "a Little Yes" if now.little_yes else "no Little Yes"
    if now.note != shown.note:
        yield "another note" if now.note else "no note"


def _time(moment: Moment, store: Store) -> dict[str, Value]:
    return {
        "done_at": to_text(moment.utc),
        "offset": moment.offset,
        "zone": moment.zone,
        "day": moment.day(store.settings().rollover).isoformat(),
    }


def _note(note: str | None) -> str | None:
    return clean_note(note) or None if note is not None else None


def _one(what: str, given: str | None, sign: str | None) -> str | None:
    """The name given beside the line or inside it; both at once would be one too many."""
    if given and sign and given.casefold() != sign.casefold():
        raise WrongUsage(
            f"Two names for one {what}",
            f"{quoted(given)} and {quoted(sign)}: a shift has one {what}.",
        )
    return given or sign


def _zone_of(shift: Shift) -> tzinfo:
    """The zone the shift was logged in; its offset alone where this machine does not know it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(shift.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return timezone(timedelta(seconds=shift.offset))
