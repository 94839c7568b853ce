"""Where the catalogue's files are, what they hold, and whether they have changed."""

import os
from collections.abc import Iterable

from shifter.catalogue.errors import CatalogueError

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
PROMPTS_FOLDER = os.path.join(_PACKAGE, "prompts")
PHRASES_FILE = os.path.join(_PACKAGE, "phrases.toml")


def prompt_files(folder: str | None = None) -> tuple[str, ...]:
    """The TOML files of the folder, or of the shipped prompts, in the order of their names."""
    folder = folder or PROMPTS_FOLDER
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise CatalogueError(folder, "", error.strerror or "can't be listed") from error
    return tuple(os.path.join(folder, name) for name in names if name.endswith(".toml"))


def read_toml(path: str) -> dict[str, object]:
    """The file's tables.

    Raises CatalogueError if the file can't be read or is not TOML.
    """
    from shifter.toml import parse

    try:
        with open(path, "rb") as file:
            return parse(file.read())
    except OSError as error:
        raise CatalogueError(path, "", error.strerror or "can't be opened") from error
    except ValueError as error:
        raise CatalogueError(path, "", str(error)) from error


def own_files(folder: str) -> tuple[str, ...]:
    """The TOML files that extend the catalogue, or the folder itself where it can't be listed.

    None where there is no such folder.
    """
    if not os.path.isdir(folder):
        return ()
    try:
        return prompt_files(folder)
    except CatalogueError:
        return (folder,)


def catalogue_hash(own: Iterable[str] = ()) -> str:
    """A short digest of the shipped files' bytes and the user's own; the same give the same."""
    return hash_of((*prompt_files(), PHRASES_FILE, *own))


def hash_of(paths: Iterable[str]) -> str:
    """A digest of the files' names and bytes, without reading them as TOML."""
    import hashlib

    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        content = _content(path)
        # The length keeps two files apart from the same bytes split elsewhere.
        digest.update(f"{os.path.basename(path)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def catalogue_stamp(own: Iterable[str] = ()) -> str:
    """Sizes and times of those files: as long as it stays, so does `catalogue_hash`.

    Much cheaper than the hash, which has to read every byte.
    """
    marks = []
    for path in (*prompt_files(), PHRASES_FILE, *own):
        try:
            status = os.stat(path)
        except OSError:  # such as a link to nowhere, which is told once it is read
            marks.append(f"{os.path.basename(path)}:")
            continue
        marks.append(f"{os.path.basename(path)}:{status.st_size}:{status.st_mtime_ns}")
    return " ".join(marks)


def line_of(table: str, text: str) -> int:
    """The line of a TOML text on which a table begins, as far as it can be told."""
    import re

    name = re.escape(table)
    begins = re.compile(rf"\s*(\[\s*[\"']?{name}[\"']?\s*\]|[\"']?{name}[\"']?\s*=)")
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if begins.match(line)), 1)


def _content(path: str) -> bytes:
    """The file's bytes, or why there are none to be had."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        return str(error).encode("utf-8", "replace")
