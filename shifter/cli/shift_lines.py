"""Lines that several commands print: a shift, a shift just logged, this week beside last week."""

from collections.abc import Iterator

from shifter.cli.page import Page
from shifter.core.landings import landing_behind
from shifter.core.number_words import counted
from shifter.core.records import Logged, Shift, Streak

# Ids begin with the time they were made and end at random, so few characters of the end will do.
_ID_END = 6


def logged_lines(page: Page, logged: Logged) -> Iterator[str]:
    """A shift that has just been logged, and what it adds up to."""
    shift, streak = logged
    yield f"{page.good(page.done)} {page.strong(shift.whole_text)}"
    details = page.joined(
        [
            *_about(page, shift),
            None if shift.day == streak.as_of else page.day(shift.day, near=streak.as_of),
        ]
    )
    if details:
        yield f"  {details}"
    yield from _note(page, shift, "  ")
    yield f"  {_standing(streak)} {week_sentence(streak)}".rstrip()


def shift_lines(page: Page, shifts: tuple[Shift, ...]) -> Iterator[str]:
    """Shifts under the day each counts for, at the time the clock on the wall showed."""
    day = None
    for shift in shifts:
        if shift.day != day:
            if day:
                yield ""
            day = shift.day
            yield page.strong(page.day(day))
        mark = page.lit(page.yes) if shift.little_yes else " "
        about = page.joined(_about(page, shift, little_yes=False))
        beside = page.quiet("  ".join(part for part in (about, shift.id[-_ID_END:]) if part))
        yield f"  {shift.wall:%H:%M}  {mark} {shift.whole_text}  {beside}"
        yield from _note(page, shift, " " * 11)


def week_sentence(streak: Streak) -> str:
    """This week, beside last week where the comparison is kind."""
    this, before, to_date = streak.this_week, streak.last_week, streak.last_week_to_date
    if not this.shifts:
        return ""
    if this.shifts >= before.shifts > 0:
        beside = f", and last week had {before.shifts:,}"
    elif this.shifts >= to_date.shifts > 0:
        beside = f", and last week had {to_date.shifts:,} by {streak.as_of:%A}"
    else:
        beside = ""
    return f"{counted(this.shifts, 'shift')} this week{beside}."


def _standing(streak: Streak) -> str:
    if streak.total == 1:
        return "Your first shift."
    landing = ", and a landing" if landing_behind(streak.total) == streak.total else ""
    return f"Shift {streak.total:,}{landing}."


def _about(page: Page, shift: Shift, *, little_yes: bool = True) -> list[str | None]:
    return [
        shift.idea,
        f"with {shift.person}" if shift.person else None,
        f"{shift.minutes:,} min" if shift.minutes is not None else None,
        page.lit(f"{page.yes} a Little Yes") if shift.little_yes and little_yes else None,
    ]


def _note(page: Page, shift: Shift, indent: str) -> Iterator[str]:
    for line in (shift.said or "").splitlines():
        yield f"{indent}{page.quiet(page.quote)} {line}"
