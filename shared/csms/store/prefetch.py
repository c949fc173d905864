"""Rows that a frame is known to need, read in one call instead of one after the other.

Each row is handed out once, to the first eventually consistent read of it, in place of that read:
it is what the read would have found a moment earlier. Later reads of it, and consistent ones, ask
the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final

from csms.store.dynamodb import CONNECTION, RawItem

type Place = tuple[str, tuple[str, ...]]
"""The name of a table, and the values of a key, the partition's first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row to be read. table: its deployed name; key: names and values, the partition's first."""

    table: str
    key: tuple[tuple[str, str], ...]

    @property
    def place(self) -> Place:
        """Where it lies."""
        return self.table, tuple(value for _, value in self.key)


_rows: Final[ContextVar[dict[Place, RawItem] | None]] = ContextVar("rows", default=None)


@contextmanager
def reading_ahead(wanted: Sequence[Wanted]) -> Iterator[None]:
    """Read rows together, for the reads inside. A single one is left to its own read."""
    token = _rows.set(_read(wanted) if len(wanted) > 1 else {})
    try:
        yield
    finally:
        _rows.reset(token)


def read_also(wanted: Sequence[Wanted]) -> None:
    """Read more rows together, now that they are known; nothing outside of `reading_ahead`."""
    rows = _rows.get()
    if rows is not None:
        rows.update(_read(wanted))


def take(table: str, *key: object) -> RawItem | None:
    """A row that was read ahead and not handed out before; None asks the table."""
    rows = _rows.get()
    return rows.pop((table, tuple(map(str, key))), None) if rows else None


def _read(wanted: Sequence[Wanted]) -> dict[Place, RawItem]:
    """What is there of the rows; what is not, or not now, is left to its own read."""
    asked: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for one in wanted:
        keys = asked.setdefault(one.table, {"Keys": []})["Keys"]
        keys.append({name: {"S": value} for name, value in one.key})
    answer = CONNECTION.dispatch("BatchGetItem", {"RequestItems": asked})
    names = {one.table: [name for name, _ in one.key] for one in wanted}
    return {
        (table, tuple(item[name]["S"] for name in names[table])): item
        for table, items in answer.get("Responses", {}).items()
        for item in items
    }
