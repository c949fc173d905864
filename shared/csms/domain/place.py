"""Where a station is, and which part of the map a person looks at.

Geohash (base 32, longitude first): near places share a prefix, and all places of a rectangle lie
between the codes of its south-west and north-east corners. Whole numbers throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

ALPHABET: Final = "0123456789bcdefghjkmnpqrstuvwxyz"
CELL_DIGITS: Final = 2
CODE_DIGITS: Final = 9
LATITUDES: Final = 180_000_000
LONGITUDES: Final = 360_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """A point; degrees times a million."""

    latitude_e6: int
    longitude_e6: int


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map. west may lie east of east: then the box crosses 180°."""

    west_e6: int
    south_e6: int
    east_e6: int
    north_e6: int

    def contains(self, place: Place) -> bool:
        """Whether the place is inside; borders belong to the box."""
        if not self.south_e6 <= place.latitude_e6 <= self.north_e6:
            return False
        if self.west_e6 <= self.east_e6:
            return self.west_e6 <= place.longitude_e6 <= self.east_e6
        return place.longitude_e6 >= self.west_e6 or place.longitude_e6 <= self.east_e6


@dataclass(frozen=True, slots=True)
class CodeRange:
    """Codes from first to last, all inside one cell."""

    cell: str
    first: str
    last: str


def geohash(place: Place, digits: int = CODE_DIGITS) -> str:
    """The code of a place. A longer code is the shorter one continued."""
    bits = 5 * digits
    longitude = _index(place.longitude_e6, LONGITUDES, (bits + 1) // 2)
    latitude = _index(place.latitude_e6, LATITUDES, bits // 2)
    number = 0
    for place_of_bit in range(bits):
        # From the first bit on: longitude, latitude, longitude, …
        source, width = (
            (longitude, (bits + 1) // 2) if place_of_bit % 2 == 0 else (latitude, bits // 2)
        )
        number = number << 1 | source >> (width - 1 - place_of_bit // 2) & 1
    return "".join(ALPHABET[number >> shift & 31] for shift in range(bits - 5, -1, -5))


def code_ranges(box: Box, most: int) -> Sequence[CodeRange] | None:
    """The ranges of codes that cover a box, one per cell; None when there are more than `most`."""
    if box.west_e6 > box.east_e6:
        parts = [
            Box(box.west_e6, box.south_e6, LONGITUDES // 2, box.north_e6),
            Box(-LONGITUDES // 2, box.south_e6, box.east_e6, box.north_e6),
        ]
    else:
        parts = [box]
    ranges: list[CodeRange] = []
    for part in parts:
        more = _ranges_of(part, most - len(ranges))
        if more is None:
            return None
        ranges.extend(more)
    return ranges


def _ranges_of(box: Box, most: int) -> Sequence[CodeRange] | None:
    bits = 5 * CELL_DIGITS // 2
    columns = _columns(box.west_e6, box.east_e6, LONGITUDES, bits)
    rows = _columns(box.south_e6, box.north_e6, LATITUDES, bits)
    if len(columns) * len(rows) > most:
        return None
    return [
        CodeRange(
            geohash(Place(south, west), CELL_DIGITS),
            geohash(Place(south, west)),
            geohash(Place(north, east)),
        )
        for (west, east), (south, north) in product(columns, rows)
    ]


def _columns(low: int, high: int, span: int, bits: int) -> Sequence[tuple[int, int]]:
    """Cut low…high at the borders of the cells."""
    columns = []
    for index in range(_index(low, span, bits), _index(high, span, bits) + 1):
        start, after = _start(index, span, bits), _start(index + 1, span, bits)
        columns.append((max(low, start), high if high <= after else after - 1))
    return columns


def _start(index: int, span: int, bits: int) -> int:
    """The first whole degree_e6 of a cell."""
    return -(-index * span >> bits) - span // 2


def _index(degrees_e6: int, span: int, bits: int) -> int:
    cells = 1 << bits
    return min(cells - 1, (degrees_e6 + span // 2) * cells // span)
