"""What was learned from the picks: shown, overruled by kind, forgotten."""

from collections.abc import Awaitable, Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from shifter.core.lessons_view import Lesson, Lessons, by_title
from shifter.core.pick.situation import Wish
from shifter.core.records import Kind
from shifter.tui.dialogs.list import ListDialog
from shifter.tui.widgets.key_row import Key
from shifter.tui.widgets.lines import Line

_ADDS, _WORDS = 6, 28
_WISHES: dict[Wish | None, str] = {None: "as usual", "more": "more of it", "off": "turned off"}
_TAKEN_BACK: dict[Wish, str] = {
    "more": "You asked for more of it; ← takes that back.",
    "off": "You turned it off; → takes that back.",
}
_AFTER: dict[Wish | None, Wish | None] = {None: "more", "more": "off", "off": None}
_BEFORE = {after: before for before, after in _AFTER.items()}


class LessonsDialog(ListDialog[None]):
    """Every kind with the wish for it, which is changed in place; below, all other lessons."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "turn(-1)", "Wish before", show=False),
        Binding("right,l", "turn(1)", "Next wish", show=False),
        Binding("f", "forget", "Forget all of it", show=False),
    ]

    def __init__(
        self,
        lessons: Lessons,
        wish: Callable[[Kind, Wish | None], Awaitable[Lessons]],
        forget: Callable[[], Awaitable[Lessons]],
    ) -> None:
        """`wish` overrules a kind, `forget` starts over; each returns the lessons after it."""
        super().__init__("What your picks taught")
        self._lessons = lessons
        self._wish = wish
        self._forget = forget

    def all_lines(self) -> Iterator[Line]:
        known = {lesson.about: lesson for lesson in self._lessons.lessons if lesson.name == "kind"}
        yield Line(Content.styled("What you do", "bold $ink"))
        for kind, words, wish in self._lessons.wishes:
            wished = Content.styled(_WISHES[wish], "$accent" if wish else "$quiet")
            yield Line(_row(words.capitalize(), known.get(kind)) + wished, kind)
        for title, lessons in by_title(self._lessons.lessons):
            if lessons[0].name != "kind":
                yield Line(Content(""))
                yield Line(Content.styled(title, "bold $ink"))
                # Each has a key, so that the cursor stops there and the list scrolls.
                for lesson in lessons:
                    yield Line(_row(lesson.words, lesson), f"{lesson.name} {lesson.about}")

    def about(self) -> str:
        lessons = self._lessons
        here = next((one for one in lessons.lessons if self.lines.key in _keys_of(one)), None)
        seen = f" This line rests on {here.seen}." if here and here.seen else ""
        wish = self._wish_here()[1]
        return (_TAKEN_BACK[wish] if wish is not None and lessons.offers else lessons.told) + seen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not told below does nothing."""
        if action == "forget" and not self._lessons.offers:
            return False
        return super().check_action(action, parameters)

    def keys_here(self) -> tuple[Key, ...]:
        is_kind = self._wish_here()[0] is not None
        keys = [Key("← → enter", "Less or more", "turn(1)")] if is_kind else []
        keys += [Key("f", "Forget all", "forget")] if self._lessons.offers else []
        return (*keys, Key("esc", "Close", "leave"))

    def on_lines_chosen(self) -> None:
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """Change the wish for the kind under the cursor."""
        here = self.lines.key

        async def wish() -> None:
            kind, wish = self._wish_for(here)
            if kind is not None:
                self._lessons = await self._wish(kind, (_AFTER if step > 0 else _BEFORE)[wish])

        self.change(wish)

    def _wish_here(self) -> tuple[Kind | None, Wish | None]:
        return self._wish_for(self.lines.key)

    def _wish_for(self, key: str | None) -> tuple[Kind | None, Wish | None]:
        """The kind whose line has this key, and the wish for it."""
        found = ((kind, wish) for kind, _, wish in self._lessons.wishes if kind == key)
        return next(found, (None, None))

    def action_forget(self) -> None:
        """Forget all lessons; that can be undone once this is closed."""

        async def forget() -> None:
            self._lessons = await self._forget()

        self.change(forget)


def _row(words: str, lesson: Lesson | None) -> Content:
    adds = "" if lesson is None else lesson.share
    return Content.assemble((f"{adds:>{_ADDS}}  ", "$quiet"), f"{words:<{_WORDS}}")


def _keys_of(lesson: Lesson) -> tuple[str, str]:
    """The keys that its line may have: a kind's, or any other lesson's."""
    return lesson.about, f"{lesson.name} {lesson.about}"
