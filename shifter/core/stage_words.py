"""The stages of an idea in words."""

from shifter.core.records import Stage

NAMES: dict[Stage, str] = {
    "hunch": "hunch",
    "exploring": "exploring",
    "project": "project",
    "dead_end": "ruled out",
    "yes": "the Yes",
}

STANDS: dict[Stage, str] = {**NAMES, "hunch": "a hunch", "project": "a project"}
"""What an idea is."""

WENT_TO: dict[Stage, str] = {
    **STANDS,
    "exploring": "worth exploring",
    "dead_end": "not this way",
    "yes": "yes",
}
"""What an idea became with a move, as it was called out on that day."""

MOTTOES: dict[Stage, str] = {
    "hunch": "a flicker is enough",
    "exploring": "having a taste",
    "project": "small, with an end",
    "dead_end": "with thanks",
    "yes": "this is the work",
}
"""What a stage is about."""
