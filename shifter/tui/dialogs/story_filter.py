"""Filtering the Story by an idea, a person, a kind, Little Yeses or a span of days."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from shifter.core.story import TOLD_WORDS, StoryFilter
from shifter.tui.dialogs.form import Field, FormDialog
from shifter.tui.widgets.key_row import Key

Read = Callable[[Mapping[str, str]], Awaitable[StoryFilter]]


class StoryFilterDialog(FormDialog[StoryFilter]):
    """Results in the filter as `read` understood it; the words that are searched for stay."""

    keys = (Key("enter", "Show these", "submit"), Key("esc", "Leave it", "leave"))

    def __init__(
        self,
        wanted: StoryFilter,
        read: Read,
        *,
        idea_names: Sequence[str],
        person_names: Sequence[str],
    ) -> None:
        told = TOLD_WORDS[wanted.told] if wanted.told else ""
        super().__init__(
            "Which part of the story?",
            (
                Field("idea", "Idea", wanted.idea or "", "any", idea_names),
                Field("person", "Person", wanted.person or "", "anybody", person_names),
                Field("told", "Kind", told, "everything", tuple(TOLD_WORDS.values())),
                Field(
                    "little_yes",
                    "Lit up",
                    "yes" if wanted.little_yes else "",
                    "everything; yes for only these",
                    ("yes",),
                ),
                Field("since", "Since", _written(wanted.since), "the first day"),
                Field("until", "Until", _written(wanted.until), "today"),
            ),
            read,
            hint="Kinds: " + ", ".join(TOLD_WORDS.values()),
        )


def _written(day: object) -> str:
    return str(day) if day else ""
