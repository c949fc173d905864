"""How events travel between the launcher and the process of a function.

Both directions: 21 bytes of header (length, number, moment, kind), then JSON. The moment
is the deadline of an invocation on the monotonic clock, which all processes share.
"""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import NamedTuple

HEADER = struct.Struct("!IQdB")


class Kind(IntEnum):
    """What a frame carries."""

    SETUP = 0
    READY = 1
    EVENT = 2
    RESULT = 3
    ERROR = 4


class Frame(NamedTuple):
    """One event or answer; `number` pairs them."""

    number: int
    deadline: float
    kind: Kind
    body: bytes


def encode(number: int, deadline: float, kind: Kind, body: bytes) -> bytes:
    """One frame as bytes."""
    return HEADER.pack(len(body), number, deadline, kind) + body


class FrameReader:
    """Cuts a stream of bytes into frames."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, received: bytes) -> list[Frame]:
        """The frames that are complete now."""
        self._buffer += received
        frames: list[Frame] = []
        start = 0
        while len(self._buffer) - start >= HEADER.size:
            length, number, deadline, kind = HEADER.unpack_from(self._buffer, start)
            end = start + HEADER.size + length
            if end > len(self._buffer):
                break
            body = bytes(self._buffer[start + HEADER.size : end])
            frames.append(Frame(number, deadline, Kind(kind), body))
            start = end
        del self._buffer[:start]
        return frames
