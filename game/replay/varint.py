"""Whole numbers of any size as few bytes: the alphabet that the columns of a replay are written in.

Owns the byte form of numbers (seven bits a byte, lowest first) and of signs (zigzag). Knows nothing of frames.
Called by `columns` and `chunks`.
"""

from __future__ import annotations

MAX_BYTES = 10
"""A number longer than this (70 bits) is not one of ours."""


class BadNumber(ValueError):
    """The bytes end inside a number, or the number is longer than any of ours."""


def put_varint(out: bytearray, number: int) -> None:
    """Append `number` (0 or more)."""
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def take_varint(source: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where the next one begins. Raises BadNumber."""
    number = 0
    for shift in range(0, 7 * MAX_BYTES, 7):
        if at >= len(source):
            raise BadNumber("the bytes end inside a number")
        byte = source[at]
        at += 1
        number |= (byte & 127) << shift
        if byte < 128:
            return number, at
    raise BadNumber(f"a number is longer than {MAX_BYTES} bytes")


def zigzag(number: int) -> int:
    """Small numbers of either sign as small numbers without one: 0, -1, 1, -2 become 0, 1, 2, 3."""
    return number * 2 if number >= 0 else -number * 2 - 1


def unzigzag(number: int) -> int:
    """The inverse of `zigzag`."""
    return number >> 1 if number & 1 == 0 else -(number >> 1) - 1
