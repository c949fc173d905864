"""A bucket on disk: files appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

MOST_FILES = 1_000_000

_PART = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,255}")


class BadKey(Exception):
    """A key that no file of ours has; it might lead out of the folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the bucket."""

    key: str
    size_bytes: int
    changed_at: datetime

    @property
    def etag(self) -> str:
        """Changes with the file."""
        return f'"{self.size_bytes:x}-{int(self.changed_at.timestamp() * 1000):x}"'


class FilesOnDisk:
    """Keys are paths below a folder; what is being written lies in a folder beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "complete"
        self._unfinished = folder / "unfinished"
        for each in (self._folder, self._unfinished):
            each.mkdir(parents=True, exist_ok=True)
        # Nobody goes on with what an earlier run of the machine left.
        for leftover in self._unfinished.iterdir():
            leftover.unlink()

    def path(self, key: str) -> Path:
        """Where the file of a key is, or would be. Raises BadKey."""
        parts = key.split("/")
        if not all(_PART.fullmatch(part) for part in parts):
            raise BadKey(key)
        return self._folder.joinpath(*parts)

    @contextlib.contextmanager
    def writing(self, key: str) -> Iterator[IO[bytes]]:
        """A file to write to, which takes the place of the key's when the block ends well."""
        target = self.path(key)
        descriptor, name = tempfile.mkstemp(dir=self._unfinished)
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
            target.parent.mkdir(parents=True, exist_ok=True)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def find(self, key: str) -> Entry | None:
        """The file of a key, None when there is none. Raises BadKey."""
        path = self.path(key)
        return self._entry(path) if path.is_file() else None

    def list_after(self, prefix: str, after: str, limit: int) -> tuple[list[Entry], bool]:
        """Files whose key begins with the prefix and comes after a key, and whether more follow.

        Raises BadKey.
        """
        above = prefix.rpartition("/")[0]
        folder = self.path(above) if above else self._folder
        found = sorted(
            key
            for path in folder.rglob("*")
            if path.is_file()
            and (key := path.relative_to(self._folder).as_posix()).startswith(prefix)
            and key > after
        )
        return [self._entry(self._folder / key) for key in found[:limit]], len(found) > limit

    def delete(self, key: str) -> None:
        """Remove a file, if it is there. Raises BadKey."""
        self.path(key).unlink(missing_ok=True)

    def expire(self, expiry_days: Mapping[str, int], now: datetime) -> int:
        """Remove the files below each prefix that are older than its days; returns how many."""
        old = [
            entry
            for prefix, days in expiry_days.items()
            for entry in self.list_after(prefix, "", MOST_FILES)[0]
            if entry.changed_at < now - timedelta(days=days)
        ]
        for entry in old:
            self.delete(entry.key)
        return len(old)

    def _entry(self, path: Path) -> Entry:
        facts = path.stat()
        changed_at = datetime.fromtimestamp(facts.st_mtime, UTC)
        return Entry(path.relative_to(self._folder).as_posix(), facts.st_size, changed_at)
