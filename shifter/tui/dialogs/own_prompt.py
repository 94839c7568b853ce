"""A suggestion of the user's own: its words, its smaller versions, and what follows it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar, get_args

from shifter.core.placeholders import PUT
from shifter.core.records import Kind, Place, Prompt
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.widgets.key_row import Key

Save = Callable[[Mapping[str, str]], Awaitable[Prompt]]


class OwnPromptDialog(FormDialog[Prompt]):
    """Results in the suggestion as it was saved. Its smaller versions are typed one a line."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("ctrl+s", "Save", "submit"),
        Key("esc", "Leave it", "leave"),
    )

    def __init__(
        self, prompt: Prompt | None, save: Save, *, then: str, following: Sequence[str]
    ) -> None:
        """`then` is the name of the suggestion that follows, `following` the names that may."""
        fields = _fields(prompt, then, following)
        place = f"suggestion {prompt.id if prompt else 'new'}"
        super().__init__("A suggestion of your own", fields, save, place=place)


def _fields(prompt: Prompt | None, then: str, following: Sequence[str]) -> tuple[Field, ...]:
    whole = prompt.ladder[0] if prompt else None
    smaller = prompt.ladder[1:] if prompt else ()
    places = ", ".join(prompt.places) if prompt else ""
    done = whole.done if whole and whole.done != whole.text else ""
    return (
        Field(
            "text",
            "Do what",
            whole.text if whole else "",
            f"with {PUT}",
        ),
        Field(
            "smaller",
            "Smaller",
            "\n".join(rung.text for rung in smaller),
            "one a line",
            is_long=True,
        ),
        Field(
            "kind",
            "Kind",
            prompt.kind if prompt else "",
            "try, reach out, talk, learn, make …",
            get_args(Kind),
        ),
        Field("minutes", "Minutes", str(prompt.minutes) if prompt else "", "5, or 2, 10 or 60"),
        Field("places", "Where", places, "anywhere, or desk, phone, out", get_args(Place)),
        Field("asks", "It asks", (whole.asks or "") if whole else "", "what may be typed"),
        Field("done", "Once done", done, "the same words"),
        Field("then", "Then", then, "nothing", following),
    )
