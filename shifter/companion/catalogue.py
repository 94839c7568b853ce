"""Keeping the copy of the catalogue in the data file in step with the one that ships."""

import os.path

from shifter.companion.context import Context
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.paths import config_folder
from shifter.store import prompts, state

if TYPE_CHECKING:
    from shifter.core.records import Prompt

_TROUBLE = "catalogue_trouble"


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
            known, faults = _load(extended=bool(own))
            prompts.copy_catalogue(writer, known)
            lines = [
                (section, phrase.id.rpartition(".")[2], phrase.text)
                for section, phrases in load_phrases().items()
                for phrase in phrases
            ]
            state.copy_phrases(writer, lines)
            state.remember(writer, _TROUBLE, "\n".join(faults))
            state.remember(writer, "catalogue_hash", hash_now)
        state.remember(writer, "catalogue_stamp", stamp)


def known_faults(context: Context) -> tuple[str, ...]:
    """What is wrong with the user's own files now, a sentence for each."""
    ensure_catalogue(context)
    return tuple((state.read(context.store, _TROUBLE) or "").splitlines())


def own_faults() -> tuple[str, ...]:
    """The same from the files themselves, without a data file."""
    from shifter.catalogue.files import own_files

    return _load(extended=bool(own_files(own_folder())))[1]


def _load(*, extended: bool) -> "tuple[tuple[Prompt, ...], tuple[str, ...]]":
    """The prompts, and what is wrong with each file of the user's own that is left out."""
    from shifter.catalogue import prompts as catalogue

    return catalogue.load_with_own(own_folder()) if extended else (catalogue.load_prompts(), ())
