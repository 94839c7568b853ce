"""What the word at the cursor could become: a command, an option, a name out of the log."""

import argparse
import os
import re
from collections.abc import Iterable, Iterator, Sequence

from shifter.cli import COMMANDS, GROUPS, load_command
from shifter.cli.arguments import Parser
from shifter.cli.session import Session
from shifter.core.quick_tuple import NamedTuple
from shifter.core.setting_words import CHOICES
from shifter.core.sign_words import Known, completed, suggestions
from shifter.core.weeks import WEEKDAYS
from shifter.errors import ShifterError

_FIRST = {
    "--help": "the list of commands",
    "--version": "show the version",
    "--db": "use this data file",
    "--once-a-day": "print the card once a day",
}
_IDEAS = frozenset({"idea", "name", "into"})
_DAYS = frozenset({"D", "DATE", "DAY", "WHEN"})
_QUOTES = ("'", '"')
# What a shell may read in its own way outside of quotes.
_SPECIAL = re.compile(r"([^\w@%+=:,./-])")


class Candidate(NamedTuple):
    """A word that would do, and a few about it; `goes_on` where more may be typed after it."""

    word: str
    about: str = ""
    goes_on: bool = False


def candidates(words: Sequence[str], session: Session) -> list[Candidate]:
    """What the last word could become, after the words before it.

    None where it is free text, or the name of a file. What is wrong with the data file is not told
    here: a tab must never write into the line that is being typed.
    """
    *before, current = words
    # Bash takes the sign between an option and its value for a word.
    before = [word for word in before if word != "="]
    current = "" if current == "=" else _unquoted(current)
    if before[:1] == ["--db"]:
        if len(before) == 1:
            return []
        session, before = Session(before[1], session.clock), before[2:]
    try:
        found = list(_candidates(before, current, session))
    except ShifterError:
        return []
    finally:
        session.close()
    return [one for one in found if one.word.casefold().startswith(current.casefold())]


def in_bash(found: Sequence[Candidate], typed: str) -> list[str]:
    """The candidates as bash has to insert them in place of what was typed."""
    words = [_quoted(candidate.word, typed) for candidate in found]
    if typed[:1] in _QUOTES and len(found) == 1 and found[0].goes_on:
        # After the only one it would close the quote, and the line is not at its end.
        words.append(f"{words[0]} ")
    return words


def _quoted(word: str, typed: str) -> str:
    """The word in the quotes that were begun, or without any."""
    quote = typed[:1]
    if quote == "'":
        return word.replace("'", "'\\''")
    if quote == '"':
        return re.sub(r'([\\"$`!])', r"\\\1", word)
    return _SPECIAL.sub(r"\\\1", word)


def _unquoted(typed: str) -> str:
    """What was typed so far, as the program would get it."""
    if typed[:1] in _QUOTES:
        return typed[1:]
    return re.sub(r"\\(.)", r"\1", typed)


def _candidates(before: Sequence[str], current: str, session: Session) -> Iterator[Candidate]:
    if not before:
        yield from _commands(current)
        return
    name = before[0]
    if name == "help":
        if not before[1:] or (before[1] in GROUPS and not before[2:]):
            yield from _candidates(before[1:], current, session)
        return
    if name in GROUPS:
        if len(before) == 1:
            members = (known for known in COMMANDS if known.startswith(f"{name} "))
            yield from (Candidate(known.split()[1], COMMANDS[known][1]) for known in members)
            return
        name = f"{name} {before[1]}"
    if name in COMMANDS:
        yield from _arguments(name, before[len(name.split()) :], current, session)


def _commands(current: str) -> Iterator[Candidate]:
    for name, (_, about) in COMMANDS.items():
        if name.partition(" ")[0] not in GROUPS:
            yield Candidate(name, about)
    yield from (Candidate(name, about) for name, about in GROUPS.items())
    if current.startswith("-"):
        yield from (Candidate(option, about) for option, about in _FIRST.items())


def _arguments(
    name: str, before: Sequence[str], current: str, session: Session
) -> Iterator[Candidate]:
    """Options where one is begun, else the values of the argument that comes next."""
    # argparse keeps what it was told under this name alone, where others that complete read it too.
    actions = Parser(load_command(name), name)._actions  # noqa: SLF001
    options = {option: action for action in actions for option in action.option_strings}
    option, equals, _ = current.partition("=")
    if equals and option in options:
        typed = current[len(option) + 1 :]
        values = _values(name, options[option], before, typed, session)
        yield from (Candidate(f"{option}={word}", about) for word, about, _ in values)
    elif current.startswith("-"):
        yield from (
            Candidate(option, action.help or "")
            for option, action in options.items()
            if option.startswith("--")
        )
    else:
        action = _next(actions, options, before)
        if action is not None:
            yield from _values(name, action, before, current, session)


def _next(
    actions: Iterable[argparse.Action], options: dict[str, argparse.Action], before: Sequence[str]
) -> argparse.Action | None:
    """The argument that the next word is for, after those that are there."""
    places = [action for action in actions if not action.option_strings]
    waiting: argparse.Action | None = None
    for word in before:
        if waiting is not None:
            waiting = None
        elif word in options:
            waiting = options[word] if options[word].nargs != 0 else None
        elif len(places) > 1 or (places and places[0].nargs != "+"):
            del places[:1]
    return waiting or next(iter(places), None)


def _values(
    name: str, action: argparse.Action, before: Sequence[str], current: str, session: Session
) -> Iterator[Candidate]:
    if action.choices is not None:
        yield from (Candidate(str(choice)) for choice in action.choices)
    elif name == "settings":
        yield from _setting_values(before[0]) if before else _settings()
    elif action.dest == "person":
        yield from map(Candidate, _names(session).people)
    elif action.dest == "idea" or (action.dest in _IDEAS and name.startswith("idea ")):
        if name != "idea add":
            yield from map(Candidate, _names(session).ideas)
    elif name == "log" and action.dest == "text":
        known = _names(session)
        for suggestion in suggestions(current, known):
            yield Candidate(
                completed(current, suggestion, known).rstrip(), suggestion, goes_on=True
            )
    elif name == "restore":
        yield from _kept(session)
    elif action.metavar in _DAYS:
        yield from map(Candidate, _days(name, action.dest))


def _days(name: str, argument: str) -> tuple[str, ...]:
    """The days in words that an argument may be, those ahead where it is about what will be."""
    if argument == "pocket":
        return ("tonight", "tomorrow", "weekend", *WEEKDAYS)
    is_ahead = name == "rest" or argument == "by"
    return ("today", "tomorrow" if is_ahead else "yesterday", *WEEKDAYS)


def _settings() -> Iterator[Candidate]:
    from shifter.companion.settings import ALLOWED
    from shifter.config import ALLOWED as CONFIGURED

    for setting, about in {**ALLOWED, **CONFIGURED}.items():
        yield Candidate(setting, about)


def _setting_values(setting: str) -> Iterator[Candidate]:
    if setting == "theme":
        from shifter.theme_files import all_names

        yield from map(Candidate, all_names())
    yield from map(Candidate, CHOICES.get(setting, ()))


def _kept(session: Session) -> Iterator[Candidate]:
    """What can be brought back by its name; a shell itself completes the names of files."""
    from shifter.store.backups import in_words

    safekeeping = session.safekeeping
    for kept in (*safekeeping.all_backups(), *safekeeping.all_set_aside()):
        yield Candidate(kept.name, in_words(kept.taken))


def _names(session: Session) -> Known:
    """The names in the log; none where there is no log yet, which looking must not begin."""
    if not os.path.exists(session.database):
        return Known((), ())
    return session.companion.names()
