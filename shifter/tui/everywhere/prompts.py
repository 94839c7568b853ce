"""The list of suggestions: the user's own are written, edited and imported, any can be retired."""

import os.path
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from shifter.core.number_words import counted
from shifter.errors import Refused

if TYPE_CHECKING:
    from shifter.companion.prompts import LookedInto
    from shifter.core.records import Prompt
    from shifter.tui.app import ShifterApp
    from shifter.tui.dialogs.line import LineDialog


async def show_prompts(app: "ShifterApp") -> None:
    """Show the list, and return to it after what it was left for."""
    from shifter.tui.dialogs.prompts import PromptsDialog

    prompts = app.companion.prompts
    current: str | None = None
    kinds = await app.ask(prompts.kinds)

    async def turn(prompt: "Prompt") -> "Sequence[Prompt]":
        await app.ask(prompts.restore if prompt.retired else prompts.retire, prompt.id)
        return await app.ask(prompts.all)

    try:
        while True:
            known = await app.ask(prompts.all)
            wanted = await app.push_screen_wait(PromptsDialog(known, turn, kinds, current=current))
            if wanted is None:
                return
            done = await (_take_in(app) if wanted.act == "take in" else _write(app, wanted.id))
            current = done or wanted.id
    finally:
        app.changed.publish(None)


async def _write(app: "ShifterApp", id: str | None) -> str | None:
    """Write a new one, or edit the one with this id; its id, or None if the dialog was left."""
    from shifter.tui.dialogs.own_prompt import OwnPromptDialog

    prompts = app.companion.prompts
    known = await app.ask(prompts.get, id) if id else None

    async def save(words: Mapping[str, str]) -> "Prompt":
        return await app.ask(prompts.write, id, words)

    names = await app.ask(prompts.names)
    then = names.get(known.then, "") if known and known.then else ""
    dialog = OwnPromptDialog(known, save, then=then, following=tuple(names.values()))
    saved = await app.push_screen_wait(dialog)
    if saved is None:
        return None
    app.say(" ".join(filter(None, ("It may come up as a pick now.", prompts.remark(saved)))))
    return saved.id


async def _take_in(app: "ShifterApp") -> str | None:
    """Import a file after a look at what is in it; returns the id of the first that was added."""
    from shifter.tui.dialogs.take_in import FaultsDialog, TakeInDialog

    prompts = app.companion.prompts
    typed = ""
    while True:
        found = await app.push_screen_wait(_file_dialog(app, typed))
        if found is None:
            return None
        typed, looked_into = found
        if not looked_into.faults:
            break
        if not await app.push_screen_wait(FaultsDialog(looked_into.faults)):
            return None
    name = os.path.basename(typed)
    if not await app.push_screen_wait(TakeInDialog(name, looked_into.coming)):
        return None
    added = await app.ask(prompts.take_in, _path_of(typed))
    undo = app.key_named("everywhere.undo")
    app.say(f"Added: {counted(len(added), 'suggestion')}. Once this is closed, {undo} undoes it.")
    return added[0].id if added else None


def _path_of(typed: str) -> str:
    """The whole path: what would be standard input to a command is a file's name here."""
    return os.path.abspath(os.path.expanduser(typed))


def _file_dialog(app: "ShifterApp", typed: str) -> "LineDialog[tuple[str, LookedInto]]":
    """A dialog that asks for a file; its result is what was typed, and what is in the file."""
    from shifter.tui.dialogs.line import LineDialog
    from shifter.tui.everywhere.path_suggester import PathSuggester

    async def look_into(line: str) -> "tuple[str, LookedInto]":
        path = line.strip()
        if not path:
            raise Refused("Which file?", "Type where it is, such as ~/mine.txt.")
        found = await app.ask(app.companion.prompts.look_into, _path_of(path))
        if not found.coming and not found.faults:
            raise Refused("Nothing new", "Everything in it is here already.")
        return path, found

    return LineDialog(
        "Import suggestions from which file?",
        look_into,
        hint="A text file with one on each line, its smaller versions indented below it, and > "
        "before what comes next. Or TOML.",
        value=typed,
        placeholder="~/mine.txt",
        suggester=PathSuggester(),
        does="Look into it",
    )
