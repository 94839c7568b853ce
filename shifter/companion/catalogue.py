"""Keeping the copy of the catalogue in the data file in step with the one that ships."""

from shifter.companion.context import Context
from shifter.store import prompts, state


def ensure_catalogue(context: Context) -> None:
    """Copy the shipped prompts and phrases into the file if they changed."""
    from shifter.catalogue.files import catalogue_stamp

    stamp = catalogue_stamp()
    if state.read(context.store, "catalogue_stamp") == stamp:
        return
    from shifter.catalogue.files import catalogue_hash
    from shifter.catalogue.phrases import load_phrases
    from shifter.catalogue.prompts import load_prompts

    hash_now = catalogue_hash()
    with context.action("the catalogue") as writer:
        if state.read(context.store, "catalogue_hash") != hash_now:
            prompts.copy_catalogue(writer, load_prompts())
            lines = [
                (section, phrase.id.rpartition(".")[2], phrase.text)
                for section, phrases in load_phrases().tables.items()
                for phrase in phrases
            ]
            state.copy_phrases(writer, lines)
            state.remember(writer, "catalogue_hash", hash_now)
        state.remember(writer, "catalogue_stamp", stamp)
