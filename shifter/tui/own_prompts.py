"""The user's own suggestions: a list of them, and a form to write one or change it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.core.records import Prompt
    from shifter.tui.app import ShifterApp

_ADD = ""


async def choose_own_prompt(app: "ShifterApp") -> None:
    """Choose one to change, or to add another."""
    from shifter.tui.dialogs.choice import Choice, ChoiceDialog, entry_keys
    from shifter.tui.dialogs.own_prompt import OwnPromptDialog

    prompts = app.companion.prompts
    own = await app.ask(prompts.own)
    keys = entry_keys()
    choices = [Choice(next(keys), "Add one", "in your own words", _ADD)]
    choices += [
        Choice(next(keys), prompt.ladder[0].text, _detail(prompt), prompt.id) for prompt in own
    ]
    chosen = await app.push_screen_wait(ChoiceDialog("Suggestions of your own", choices))
    if chosen is None:
        return
    known = next((prompt for prompt in own if prompt.id == chosen), None)

    async def save(words: Mapping[str, str]) -> "Prompt":
        return await app.ask(prompts.write, known.id if known else None, words)

    names = await app.ask(prompts.names)
    then = names.get(known.then, "") if known and known.then else ""
    dialog = OwnPromptDialog(known, save, then=then, following=tuple(names.values()))
    saved = await app.push_screen_wait(dialog)
    if saved is not None:
        app.changed.publish(None)
        app.say("Picks may come from it now.")


def _detail(prompt: "Prompt") -> str:
    smaller = len(prompt.ladder) - 1
    parts = [f"{prompt.minutes} min", prompt.kind]
    parts += [f"{smaller} smaller"] if smaller else []
    parts += ["never comes"] if prompt.retired else []
    return ", ".join(parts)
