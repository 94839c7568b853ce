"""A row's bytes as values, or not at all."""

import struct

Value = str | int | float | bytes | None

_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_LONGEST_VARINT = 9


class Unreadable(Exception):
    """These bytes are no row."""


def varint(data: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it."""
    number = 0
    for length in range(1, _LONGEST_VARINT + 1):
        if place >= len(data):
            raise Unreadable
        byte = data[place]
        place += 1
        if length == _LONGEST_VARINT:
            return number << 8 | byte, place
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            break
    return number, place


def as_values(payload: bytes) -> list[Value]:
    """The values of a row. Raises Unreadable where they do not fill the payload to the byte."""
    header, place = varint(payload, 0)
    kinds = []
    while place < header:
        kind, place = varint(payload, place)
        kinds.append(kind)
    if place != header:
        raise Unreadable
    values: list[Value] = []
    for kind in kinds:
        length = _length(kind)
        if place + length > len(payload):
            raise Unreadable
        values.append(_value(kind, payload[place : place + length]))
        place += length
    if place != len(payload) or not values:
        raise Unreadable
    return values


def _length(kind: int) -> int:
    if kind in _INTEGER_BYTES:
        return _INTEGER_BYTES[kind]
    if kind == _FLOAT:
        return 8
    if _ONE < kind < _FIRST_BLOB:  # never written by anybody
        raise Unreadable
    return (kind - _FIRST_BLOB) // 2 if kind >= _FIRST_BLOB else 0


def _value(kind: int, data: bytes) -> Value:
    if kind >= _FIRST_BLOB:
        if kind % 2 == 0:
            return data
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise Unreadable from error
    if kind == _FLOAT:
        number: float = struct.unpack(">d", data)[0]
        return number
    if kind in _INTEGER_BYTES:
        return int.from_bytes(data, signed=True)
    return {0: None, _ZERO: 0, _ONE: 1}.get(kind)
