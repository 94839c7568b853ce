"""Which program wrote a file, told by what is in it."""

import codecs
from collections.abc import Callable, Mapping

from shifter.companion.exchange import document
from shifter.companion.exchange.files import read_json
from shifter.companion.exchange.formats import harsh, jrnl, loop, todo_txt
from shifter.companion.exchange.formats.done import Reading
from shifter.companion.exchange.formats.table import is_table
from shifter.companion.exchange.incoming import unusable

_TEXTS: Mapping[str, Callable[[str], Reading]] = {
    "harsh": harsh.read_harsh,
    "jrnl": lambda text: jrnl.read_jrnl(read_json(text)),
    "todo.txt": todo_txt.read_todo_txt,
}
_LOOKED_AT = 200
_ZIP = b"PK"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def as_text(data: bytes) -> str:
    """The file as text; bytes that can't be decoded are left out."""
    if data.startswith(_WIDE):
        return data.decode("utf-16", "ignore")
    return data.decode("utf-8-sig", "ignore")


def recognize(data: bytes) -> str:
    """The program, as --from names it. Refused where nothing in the file tells."""
    if data.startswith(_ZIP):
        return "loop"
    text = as_text(data)
    if text.lstrip()[:1] == "{":
        known = read_json(text)
        if document.MARK in known:
            return "shifter"
        if isinstance(known.get("entries"), list):
            return "jrnl"
        raise unusable("Its JSON is not a document that shifter knows.")
    if is_table(text):
        return "csv"
    lines = [line for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    if any(harsh.LINE.fullmatch(line.rstrip("\r")) for line in lines):
        return "harsh"
    if any(todo_txt.LINE.fullmatch(line.strip()) for line in lines):
        return "todo.txt"
    raise unusable("Nothing in it tells which program wrote it. Name it, such as --from jrnl.")


def read_done(data: bytes, program: str) -> Reading:
    """What the file of another program tells."""
    if program == "loop":
        return loop.read_loop(data)
    return _TEXTS[program](as_text(data))
