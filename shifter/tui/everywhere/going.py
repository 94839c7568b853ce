"""Ways to another screen, from wherever somebody is."""

from typing import TYPE_CHECKING

from shifter.core.story import StoryFilter

if TYPE_CHECKING:
    from shifter.core.story import StoryEntry
    from shifter.tui.app import ShifterApp


async def go_to(app: "ShifterApp", tab: str) -> None:
    """Show one of the four screens itself, without the page that was opened over it."""
    await app.turn_to(tab)
    if len(app.screen_stack) > 1:
        await app.turn_to(tab)  # Whoever is there already comes back from the page.


async def go_to_idea(app: "ShifterApp", name: str) -> None:
    """Show the Ideas screen with the cursor on this idea."""
    from shifter.tui.screens.ideas import IdeasScreen

    await go_to(app, "ideas")
    if isinstance(app.screen, IdeasScreen):
        app.screen.show_idea(name)


async def open_chosen_idea(app: "ShifterApp") -> None:
    """Open the idea that is chosen on the Ideas screen in front; where there is none, say so."""
    from shifter.tui.screens.ideas import IdeasScreen
    from shifter.tui.screens.ideas.opened import IdeaScreen

    if isinstance(app.screen, IdeasScreen):
        await app.screen.load()
        if app.screen.card is None:
            app.say_here("No idea is chosen yet.")
        else:
            await app.open_page(IdeaScreen(app.screen.card.idea.id))


async def open_last_week(app: "ShifterApp") -> None:
    """Open last week's page over the screen in front."""
    from shifter.tui.screens.week import WeekScreen

    await app.open_page(WeekScreen("today"))


async def go_to_story(
    app: "ShifterApp", wanted: StoryFilter, entry: "StoryEntry | None" = None
) -> None:
    """Show the Story with only what is wanted, or with the cursor on one of its entries."""
    from shifter.tui.screens.story import StoryScreen

    await go_to(app, "story")
    if isinstance(app.screen, StoryScreen):
        await app.screen.show_only(wanted, entry)
