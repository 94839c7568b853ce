"""Which idea, person or other thing with a name somebody means by what they typed."""

from collections.abc import Iterable, Sequence

from shifter.core.text import for_terminal
from shifter.errors import Refused, UnclearName, UnknownIdea

_ALIKE, _NO_LESS = 0.5, 0.1
_MISTYPED = 0.6
"""How like a name a mistyped one is; what is merely alike was not meant."""


def match_idea(wanted: str, names: Sequence[str]) -> str:
    """The one of `names` that is meant: by its exact name, else by any part that only one has.

    Case is ignored. Raises `UnknownIdea`, with the nearest names, if none fits, and `UnclearName`
    if several do.
    """
    key = name_key(wanted)
    if not key:
        raise Refused("Which idea?", "Type an idea's name, or a part of it.")
    fitting = _exact(wanted, names) or [name for name in _once(names) if key in name_key(name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise _several_ideas(wanted, fitting)
    raise _unknown_idea(wanted, names)


def match_person(wanted: str, names: Sequence[str]) -> str | None:
    """The one of `names` that is meant: by the exact name, else by the first name.

    Case is ignored. None if nobody is known by it. Raises `UnclearName` if several people are.
    """
    key = name_key(wanted)
    fitting = _exact(wanted, names) or [n for n in _once(names) if key == _first_name(n)]
    if len(fitting) > 1:
        several = _could_be(wanted, fitting)
        raise UnclearName("Which one?", several, f"{several}. Type the whole name.")
    return fitting[0] if fitting else None


def name_key(name: str) -> str:
    """What two spellings of one name share: the same letters, however composed, in any case."""
    words = " ".join(name.split())
    if words.isascii():
        return words.lower()
    # Only needed for names beyond ASCII, and not worth its loading time otherwise.
    from unicodedata import normalize

    return normalize("NFC", normalize("NFC", words).casefold())


def did_you_mean(wanted: str, names: Iterable[str], before: str = "") -> str:
    """`Did you mean undo?`, with up to three names; empty where none comes near.

    `before` is what stands before each name where it is typed.
    """
    near = [f"{before}{name}" for name in _nearest(wanted, names, _MISTYPED)]
    return f"Did you mean {_listed(near, 'or')}?" if near else ""


def _exact(wanted: str, names: Iterable[str]) -> list[str]:
    """The names that differ from the wanted one in case at most; one that does not comes alone."""
    key = name_key(wanted)
    same = [name for name in _once(names) if name_key(name) == key]
    return [wanted] if wanted in same else same


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _first_name(name: str) -> str:
    return name_key(name).partition(" ")[0]


def _several_ideas(wanted: str, fitting: list[str]) -> UnclearName:
    several = _could_be(wanted, fitting)
    told = f"{several}. Type a little more of it."
    return UnclearName("Which idea?", several, told, f"Or add a new one {_how_to_add(wanted)}")


def _could_be(wanted: str, fitting: Sequence[str]) -> str:
    # In an order of their own, so that the same is said wherever the names come from.
    return f"{_quoted(wanted)} could be {_listed(sorted(fitting)[:5], 'or')}"


def _unknown_idea(wanted: str, names: Sequence[str]) -> UnknownIdea:
    nearest = _nearest(wanted, names)
    hint = f" Nearest: {_listed(nearest, 'or')}." if nearest else ""
    return UnknownIdea(
        "Which idea?",
        f"no idea {_quoted(wanted)} yet",
        f"No idea is called {_quoted(wanted)} yet.{hint}",
        f"Add it {_how_to_add(wanted)}",
    )


def _nearest(wanted: str, names: Iterable[str], alike: float = _ALIKE) -> list[str]:
    """Up to three names that look like the wanted one, or a word of which does.

    The most similar comes first, and none that is much less so.
    """
    from difflib import SequenceMatcher, get_close_matches

    known: dict[str, list[str]] = {}
    for name in names:
        key = name_key(name)
        for part in {key, *key.replace(".", " ").replace("-", " ").split()}:
            known.setdefault(part, []).append(name)
    key = name_key(wanted)
    close = get_close_matches(key, known, n=6, cutoff=alike)
    ratios = [SequenceMatcher(None, part, key).ratio() for part in close]
    near = [part for part, ratio in zip(close, ratios, strict=True) if ratio > ratios[0] - _NO_LESS]
    return _once(name for part in near for name in known[part])[:3]


def _how_to_add(name: str) -> str:
    from shlex import quote

    return f"on Ideas, or with: shifter idea add {quote(for_terminal(name))}"


def _quoted(name: str) -> str:
    return f"“{for_terminal(name)}”"


def _listed(names: Sequence[str], joined_by: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {joined_by} {last}" if most else last
