"""What can be opened over any screen (themes, settings, help), and ways to another screen."""

from typing import TYPE_CHECKING

from shifter import config
from shifter.core.story import StoryFilter
from shifter.tui.everywhere.help_words import words_on

if TYPE_CHECKING:
    from shifter.core.story import StoryEntry
    from shifter.tui.app import ShifterApp
    from shifter.tui.commands import Command
    from shifter.tui.dialogs.settings import Groups
    from shifter.tui.screens.base import ShifterScreen


async def choose_theme(app: "ShifterApp") -> None:
    """Choose a theme; the screen wears each one as the cursor moves to it."""
    from shifter.tui.dialogs.theme import ThemeDialog

    name = await app.push_screen_wait(ThemeDialog(app.looks.chosen, app.looks.wear))
    if name is None:
        app.looks.take_off()
    else:
        await app.keep_setting("theme", name)


async def change_settings(app: "ShifterApp") -> None:
    """Show every setting; a change is saved at once."""
    from shifter.tui.dialogs.settings import SettingsDialog
    from shifter.tui.everywhere.settings_shown import is_of_data, settings_shown

    async def shown() -> "Groups":
        given = config.given(app.config_path) if app.config_path else frozenset[str]()
        return await app.ask(settings_shown, app.config, given, app.companion.settings)

    async def keep(id: str, value: str) -> "Groups":
        if is_of_data(id):
            await app.ask(app.companion.settings.change, id, value)
            app.changed.publish(None)
        else:
            await app.keep_setting(id, config.read_value(id, value))
        return await shown()

    await app.push_screen_wait(SettingsDialog(await shown(), keep))


async def show_help(app: "ShifterApp", screen: "ShifterScreen") -> None:
    """Show what a screen is for, and its keys; a command that is clicked is carried out."""
    from shifter.tui.dialogs.help import HelpDialog

    async def carry_out(command: "Command | None") -> None:
        if command is not None:
            node = screen if command in screen.commands else app
            if node is app or not screen.say_why_not(command):
                await app.run_action(command.action, node)

    settings = await app.ask(app.companion.settings.all)
    dialog = HelpDialog(
        screen.heading,
        screen.purpose,
        screen.commands,
        app.key_of,
        words=words_on(screen.tab, settings.grace),
        first=await screen.help_first(),
    )
    await app.push_screen(dialog, carry_out)


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
