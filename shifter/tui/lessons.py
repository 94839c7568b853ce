"""What was learned from the picks, in the app: looked at, overruled by kind, forgotten."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.core.lessons_view import Lessons
    from shifter.core.pick.situation import Wish
    from shifter.core.records import Kind
    from shifter.tui.app import ShifterApp

_FORGET = "forget"
_WISHES: "dict[Wish | None, str]" = {None: "", "more": "more of it", "off": "turned off"}


async def change_lessons(app: "ShifterApp") -> None:
    """Each kind with what is believed of it; choosing one asks for more of it, or turns it off."""
    from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys

    lessons = app.companion.lessons
    current: str | None = None
    while True:
        known = await app.ask(lessons.all)
        keys = entry_keys()
        choices = [
            Choice(next(keys), words.capitalize(), _detail(known, kind, wish), str(kind))
            for kind, words, wish in known.wishes
        ]
        choices.append(Choice(next(keys), "Forget all of it", "picks begin anew", _FORGET))
        heading = "What you say yes to (enter: more, off, as it may)"
        current = await app.push_screen_wait(ChoiceDialog(heading, choices, current=current))
        if current is None:
            return
        if current == _FORGET:
            await app.ask(lessons.forget)
        else:
            kind, wish = next((kind, wish) for kind, _, wish in known.wishes if kind == current)
            await app.ask(lessons.wish, kind, _next(wish))
        app.changed.publish(None)


def _next(wish: "Wish | None") -> "Wish | None":
    following: dict[Wish | None, Wish | None] = {None: "more", "more": "off", "off": None}
    return following[wish]


def _detail(lessons: "Lessons", kind: "Kind", wish: "Wish | None") -> str:
    lesson = next((one for one in lessons.lessons if (one.name, one.about) == ("kind", kind)), None)
    seen = "" if lesson is None else f"{lesson.adds * 100:+.0f} % in {lesson.offers:.1f} picks"
    return ", ".join(filter(None, (seen, _WISHES[wish]))) or "not met lately"
