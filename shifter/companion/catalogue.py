"""Keeping the copy of the catalogue in the data file in step with the one that ships."""

import os.path
from typing import TYPE_CHECKING

from shifter.companion.context import Context
from shifter.paths import config_folder
from shifter.store import prompts, state

if TYPE_CHECKING:
    from shifter.core.records import Prompt

TROUBLE = "catalogue_trouble"
"""What is wrong with the user's own files, as long as it is."""


def own_folder() -> str:
    """Where TOML files extend the catalogue."""
    return os.path.join(config_folder(), "prompts")


def ensure_catalogue(context: Context) -> None:
    """Copy the prompts and phrases into the file if the files they stand in changed."""
    from shifter.catalogue.files import catalogue_stamp, own_files

    own = own_files(own_folder())
    stamp = catalogue_stamp(own)
    if state.read(context.store, "catalogue_stamp") == stamp:
        return
    from shifter.catalogue.files import catalogue_hash
    from shifter.catalogue.phrases import load_phrases

    hash_now = catalogue_hash(own)
    with context.action("the catalogue") as writer:
        if state.read(context.store, "catalogue_hash") != hash_now:
            known, trouble = _load(extended=bool(own))
            prompts.copy_catalogue(writer, known)
            lines = [
                (section, phrase.id.rpartition(".")[2], phrase.text)
                for section, phrases in load_phrases().tables.items()
                for phrase in phrases
            ]
            state.copy_phrases(writer, lines)
            state.remember(writer, TROUBLE, trouble)
            state.remember(writer, "catalogue_hash", hash_now)
        state.remember(writer, "catalogue_stamp", stamp)


def _load(*, extended: bool) -> "tuple[tuple[Prompt, ...], str]":
    """The prompts, and what is wrong with the user's own, which are then left out."""
    from shifter.catalogue import prompts as catalogue
    from shifter.catalogue.errors import CatalogueError

    if extended:
        try:
            return catalogue.load_with_own(own_folder()), ""
        except CatalogueError as error:
            return catalogue.load_prompts(), f"{error.message}. The folder was left out."
    return catalogue.load_prompts(), ""
