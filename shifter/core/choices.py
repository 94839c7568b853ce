"""One of a few values, as it is typed."""

from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    Choice = TypeVar("Choice", bound=str | int)


def choice_of(choices: "Iterable[Choice]", typed: str | int) -> "Choice | None":
    """The choice that is called so, in any case and with hyphens or spaces between its words."""
    words = _words(typed)
    return next((choice for choice in choices if _words(choice) == words), None)


def _words(name: str | int) -> list[str]:
    return str(name).casefold().replace("-", " ").replace("_", " ").split()
