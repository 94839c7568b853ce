"""The prompts and phrases that ship with shifter, and their loader.

Importing this is cheap; reading the files is not quite, so callers keep what they loaded for as
long as `catalogue_hash` stays the same.
"""

from shifter.catalogue.errors import CatalogueError
from shifter.catalogue.files import catalogue_hash
from shifter.catalogue.phrases import Phrase, Phrases, load_phrases
from shifter.catalogue.prompts import FIRST_PROMPTS, load_prompts

__all__ = [
    "FIRST_PROMPTS",
    "CatalogueError",
    "Phrase",
    "Phrases",
    "catalogue_hash",
    "load_phrases",
    "load_prompts",
]
