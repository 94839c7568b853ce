"""What was learned from the picks: shown, overruled by kind, forgotten."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.core.lessons_view import Lessons
    from shifter.core.pick.situation import Wish
    from shifter.core.records import Kind
    from shifter.tui.app import ShifterApp


async def change_lessons(app: "ShifterApp") -> None:
    """Show what was learned; overruling and forgetting take effect at once."""
    from shifter.tui.dialogs.lessons import LessonsDialog

    lessons = app.companion.lessons

    async def wish(kind: "Kind", wish: "Wish | None") -> "Lessons":
        await app.ask(lessons.wish, kind, wish)
        return await app.ask(lessons.all)

    async def forget() -> "Lessons":
        await app.ask(lessons.forget)
        return await app.ask(lessons.all)

    await app.push_screen_wait(LessonsDialog(await app.ask(lessons.all), wish, forget))
    app.changed.publish(None)
