"""Resting: today, or a span of days."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from shifter.core.days import long_day
from shifter.errors import ShifterError, field
from shifter.tui.dialogs.base import Dialog
from shifter.tui.widgets.field_row import FieldRow
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.line_input import LineInput


class RestDialog(Dialog[str]):
    """Results in a sentence on the days that rest; shows what it understands while one types."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Rest", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self,
        read_day: Callable[[str], Awaitable[date]],
        mark: Callable[[date, date], Awaitable[None]],
        *,
        first: str,
        day: date,
    ) -> None:
        """`first` stands in the first field at first, and is this day."""
        super().__init__("Days off. They never count against anything.")
        self._read_day = read_day
        self._mark = mark
        self._first = first
        self._said = _understood(_span_in_words(day, day))

    def compose_body(self) -> ComposeResult:
        for id, label, value in (("from", "From", self._first), ("until", "Until", "")):
            with FieldRow(label):
                yield LineInput(value, placeholder="the same day", id=id, select_on_focus=True)
        yield Static(self._said, id="understood", classes="hint")

    def on_input_changed(self) -> None:
        self._show_understood()

    async def answer(self) -> str:
        first, last = await self._span()
        with field("until"):
            await self._mark(first, last)
        return _told(first, last)

    async def _span(self) -> tuple[date, date]:
        with field("from"):
            first = await self._read_day(self.query_one("#from", Input).value.strip() or "today")
        with field("until"):
            until = self.query_one("#until", Input).value.strip()
            last = await self._read_day(until) if until else first
        return first, last

    @work(exclusive=True, group="understood")
    async def _show_understood(self) -> None:
        try:
            first, last = await self._span()
        except ShifterError:
            words = "…"  # A half-typed day is no mistake; enter says what is wrong.
        else:
            words = _span_in_words(first, last)
        if not (said := _understood(words)).is_same(self._said):
            self._said = said
            for understood in self.query("#understood").results(Static):
                understood.update(said)


def _understood(words: str) -> Content:
    return Content.styled(words, "$idea")


def _told(first: date, last: date) -> str:
    if first == last:
        return f"{long_day(first)} is a rest day."
    days = (last - first).days + 1
    return f"{days} days are rest days: {long_day(first)} to {long_day(last)}."


def _span_in_words(first: date, last: date) -> str:
    days = (last - first).days + 1
    if days == 1:
        return long_day(first)
    return f"{long_day(first)} to {long_day(last)}, {days} days" if days > 1 else "…"
