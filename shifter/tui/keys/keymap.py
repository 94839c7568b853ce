"""The user's own keys, checked: Textual ignores unknown ids and silently drops a clash."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import punctuation
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import Keys, format_key

from shifter.tui import commands
from shifter.tui.commands import Command

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super"})
_KEY_NAMES = frozenset(key.value for key in Keys)
_ALSO_CALLED = {"esc": "escape", "del": "delete", "return": "enter", "pgup": "pageup"} | {
    "pgdn": "pagedown",
    "ins": "insert",
    "spacebar": "space",
}
_SCREENS: tuple[tuple[Command, ...], ...] = (
    commands.TODAY,
    commands.STREAKS,
    commands.IDEAS,
    commands.IDEA,
    commands.STORY,
    commands.WEEK,
)

_MOVING = frozenset({"up", "down", "left", "right", "h", "j", "k", "l"}) | {
    "pageup",
    "pagedown",
    "home",
    "end",
}
# Today has no cursor, and the one of Streaks is moved by commands of its own.
_WITHOUT_CURSOR = frozenset(command.id for command in (*commands.TODAY, *commands.STREAKS))


class Keymap(NamedTuple):
    """The usable keys by command, in Textual's names, and what is wrong with the others."""

    good: dict[str, str]
    problems: tuple[str, ...]


def every_command() -> dict[str, Command]:
    """All commands by their ids."""
    return {command.id: command for group in (commands.EVERYWHERE, *_SCREENS) for command in group}


def check(keys: Mapping[str, str]) -> Keymap:
    """Accept each wish that names a command, and keys that are free where the command works.

    Several keys for one command are separated by commas.
    """
    every = every_command()
    good: dict[str, str] = {}
    problems: list[str] = []
    for id, wish in keys.items():
        names = _split(wish)
        strange = next((name for name in names if not _is_key(name)), None)
        if id not in every:
            problems.append(f"keys.{id}: there is no such command. {_meant(id, every)}".rstrip())
        elif strange is not None:
            problems.append(f"keys.{id}: {strange!r} is not a key.")
        else:
            good[id] = ",".join(_in_textuals_words(name) for name in names)
    for id in [id for id in good if id not in _WITHOUT_CURSOR]:
        moved_by = _MOVING.difference(every[id].key.split(","))
        moving = next((key for key in good[id].split(",") if key in moved_by), None)
        if moving is not None:
            problems.append(f"keys.{id}: {moving} moves the cursor.")
            del good[id]
    for id in [id for id in good if _rival(id, good)]:
        found = _rival(id, good)
        if found is not None:
            key, rival = found
            problems.append(
                f"keys.{id}: {key} is already {rival.name}; give that one another first."
            )
            del good[id]
    return Keymap(good, tuple(problems))


def _meant(id: str, known: Iterable[str]) -> str:
    from shifter.core.names import did_you_mean

    return did_you_mean(id, known)


def name_of(keys: str) -> str:
    """How a command's keys are written for people, from their names in Textual."""
    known = commands.key_name(keys)
    if known != keys:
        return known
    return ", ".join(commands.key_name(_written(key)) for key in keys.split(","))


def _written(key: str) -> str:
    *modifiers, name = key.split("+")
    return "+".join((*modifiers, name if name in commands.NAMED_KEYS else format_key(name)))


def _split(wish: str) -> list[str]:
    """The keys of a wish; a comma alone is the comma key."""
    return [","] if wish == "," else [name.strip() for name in wish.split(",")]


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and key != " "
    *modifiers, name = key.split("+")
    name = _ALSO_CALLED.get(name, name)
    is_character = len(name) == 1 and name.isprintable()
    is_named = name in _KEY_NAMES or is_character or format_key(name) in punctuation
    return is_named and bool(name) and _MODIFIERS.issuperset(modifiers)


def _in_textuals_words(key: str) -> str:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    name = _ALSO_CALLED.get(name, name)
    (binding,) = Binding.make_bindings([Binding("comma" if name == "," else name, "", "")])
    return "+".join((*modifiers, binding.key))


def _rival(id: str, wishes: Mapping[str, str]) -> tuple[str, Command] | None:
    """One of a command's keys that is taken by another command on some screen, and that command."""
    for screen in _SCREENS:
        together = (*screen, *commands.EVERYWHERE)
        if not any(command.id == id for command in together):
            continue
        for command in together:
            if command.id == id:
                continue
            taken = keys_of(command, wishes.get(command.id))
            for key in wishes[id].split(","):
                if key in taken:
                    return name_of(key), command
    return None


@lru_cache
def keys_of(command: Command, wish: str | None) -> frozenset[str]:
    """A command's keys in Textual's names; `wish` are those that were chosen for it, if any."""
    if wish is None:
        return frozenset(_in_textuals_words(key) for key in _split(command.key))
    return frozenset(wish.split(","))
