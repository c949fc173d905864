"""Walking the deadlines of a table: all shards, page by page, until none is due or time is over."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import datetime
from typing import Final

from csms.store.base import DUE_SHARDS

PAGES: Final = 1000
"""More pages of one shard than any run has time for."""


class DueRows[Key: Hashable]:
    """The keys of rows whose deadline has passed, each once.

    read: one page of a shard's due keys, oldest first. Whoever handles a key moves its deadline or
    takes it away, so that the next page holds others; the index may lag, so a page without a new
    key ends the shard. The first shard changes from minute to minute, so that none is starved.
    complete: after the walk, whether nothing due was left.
    """

    def __init__(
        self,
        read: Callable[[int], Sequence[Key]],
        now: datetime,
        time_left: Callable[[], bool],
    ) -> None:
        self.complete = True
        self._read = read
        self._first = now.minute
        self._time_left = time_left

    def __iter__(self) -> Iterator[Key]:
        for number in range(DUE_SHARDS):
            yield from self._shard((self._first + number) % DUE_SHARDS)

    def _shard(self, shard: int) -> Iterator[Key]:
        seen: set[Key] = set()
        for _ in range(PAGES):
            if not self.complete:
                return
            new = [key for key in self._read(shard) if key not in seen]
            if not new:
                return
            for key in new:
                if not self._time_left():
                    self.complete = False
                    return
                seen.add(key)
                yield key
