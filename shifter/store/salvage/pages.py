"""The pages of a SQLite file, read without trusting any of them.

The layout is that of https://sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator

from shifter.store.salvage.records import Unreadable, Value, as_values, varint

LEAF, INTERIOR = 0x0D, 0x05
_KINDS_WITH_ENTRIES = {LEAF: 8, INTERIOR: 12}
_USUAL_SIZE, _LEAST_SIZE = 4096, 512
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_LONGEST_ROW = 10_000_000  # bytes; a note has 20,000 characters at most

Row = tuple[int, list[Value]]
"""A row as it is stored: its number in the table, and its values."""


class Pages:
    """A file's pages by their numbers, from 1 on; a last one that was cut short is padded."""

    def __init__(self, content: bytes) -> None:
        size = int.from_bytes(content[16:18])
        size = 65_536 if size == 1 else size
        is_sound = content.startswith(_MAGIC) and size >= _LEAST_SIZE and size.bit_count() == 1
        self.size = size if is_sound else _USUAL_SIZE
        self._content = content
        self.count = -(-len(content) // self.size)

    def kind(self, number: int) -> int:
        """The first byte of a page, which says what it is."""
        page = self._page(number)
        return page[self._start(number)]

    def leaves(self, root: int) -> Iterator[int]:
        """The leaf pages below a page of a table; others, and those already seen, are skipped."""
        seen: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= self.count:
                continue
            seen.add(number)
            kind = self.kind(number)
            if kind == LEAF:
                yield number
            elif kind == INTERIOR:
                waiting += self._children(number)

    def free(self) -> set[int]:
        """The pages that are not in use, as far as the list of them can be read."""
        free: set[int] = set()
        trunk = int.from_bytes(self._content[32:36])
        while 1 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            page = self._page(trunk)
            count = min(int.from_bytes(page[4:8]), self.size // 4 - 2)
            free.update(
                int.from_bytes(page[8 + 4 * entry : 12 + 4 * entry]) for entry in range(count)
            )
            trunk = int.from_bytes(page[:4])
        return free

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of a leaf page that can be read."""
        page = self._page(number)
        for place in self._entries(number):
            try:
                length, place_after = varint(page, place)
                rowid, start = varint(page, place_after)
                yield rowid, as_values(self._payload(page, start, length))
            except Unreadable:
                continue

    def _start(self, number: int) -> int:
        return _HEADER if number == 1 else 0

    def _page(self, number: int) -> bytes:
        page = self._content[(number - 1) * self.size : number * self.size]
        return page.ljust(self.size, b"\0")

    def _entries(self, number: int) -> Iterator[int]:
        """Where the entries of a page begin."""
        page, start = self._page(number), self._start(number)
        first = start + _KINDS_WITH_ENTRIES[page[start]]
        count = min(int.from_bytes(page[start + 3 : start + 5]), (self.size - first) // 2)
        for entry in range(count):
            yield int.from_bytes(page[first + 2 * entry : first + 2 * entry + 2])

    def _children(self, number: int) -> list[int]:
        page, start = self._page(number), self._start(number)
        children = [int.from_bytes(page[place : place + 4]) for place in self._entries(number)]
        return [*children, int.from_bytes(page[start + 8 : start + 12])]

    def _payload(self, page: bytes, start: int, length: int) -> bytes:
        """A row's bytes: what stands on its page, and what ran over onto others."""
        usable = self.size  # shifter reserves no room at the end of a page
        if not 0 < length <= _LONGEST_ROW:
            raise Unreadable
        if length <= usable - 35:
            return _exactly(page[start : start + length], length)
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= usable - 35 else least
        payload = page[start : start + here]
        number = int.from_bytes(page[start + here : start + here + 4])
        while len(payload) < length:
            if not 1 < number <= self.count:
                raise Unreadable
            over = self._page(number)
            payload += over[4 : min(usable, 4 + length - len(payload))]
            number = int.from_bytes(over[:4])
        return _exactly(payload, length)


def _exactly(payload: bytes, length: int) -> bytes:
    if len(payload) != length:
        raise Unreadable
    return payload
