"""A prompt of somebody's own, as it is written before it is one."""

from shifter.core.quick_tuple import NamedTuple
from shifter.core.records import Kind, Place

USUAL_MINUTES = 5


class Draft(NamedTuple):
    """A prompt as somebody wrote it; `then` names another of the same file, or is a prompt's id."""

    name: str
    text: str
    kind: Kind = "try"
    minutes: int = USUAL_MINUTES
    places: tuple[Place, ...] = ("anywhere",)
    done: str | None = None
    smaller: tuple[str, ...] = ()
    then: str | None = None
    asks: str | None = None
    repeats: bool = False
