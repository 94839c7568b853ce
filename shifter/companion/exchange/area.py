"""Handing the log to other programs and files, and taking in what they have."""

from collections.abc import Iterator

from shifter.companion.catalogue import ensure_catalogue
from shifter.companion.context import Context
from shifter.companion.exchange import document
from shifter.companion.exchange.files import read_bytes, read_json
from shifter.companion.exchange.incoming import Incoming
from shifter.companion.exchange.merging import Brought, Merging
from shifter.core.moment import to_text


class Exchange:
    """Export and import."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def document(self) -> document.Document:
        """Everything that people made, as one JSON document."""
        return document.document(self._context.store, to_text(self._context.now().utc))

    def json_lines(self) -> Iterator[str]:
        """The same as text, piece by piece."""
        return document.lines(self._context.store, to_text(self._context.now().utc))

    def preview(self, path: str) -> Brought:
        """What a file would bring; nothing is changed."""
        incoming = self._read(path)
        return Merging(self._context.store, incoming).brought()

    def bring_in(self, path: str) -> Brought:
        """Take in what a file has and this one has not, in one action."""
        incoming = self._read(path)
        with self._context.action(f"brought in what {incoming.source} had") as writer:
            merging = Merging(self._context.store, incoming)
            merging.carry_out(writer)
        return merging.brought()

    def _read(self, path: str) -> Incoming:
        ensure_catalogue(self._context)
        return document.read_document(read_json(read_bytes(path)))
