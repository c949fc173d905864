"""Locks on files: one launcher per data folder, and a trace of what a killed one left."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from pathlib import Path
from typing import Any


class Locked(Exception):
    """Another process holds the lock; `note` is what it wrote about itself."""

    def __init__(self, path: Path, note: dict[str, Any]) -> None:
        super().__init__(f"{path} is locked by process {note.get('pid', 'unknown')}")
        self.note = note


class FileLock:
    """An exclusive lock that lasts as long as any process holds its descriptor.

    The lock belongs to the open file, not to the process: a child that inherits `fd`
    keeps it after its parent was killed.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock now. Raises Locked."""
        self._path = path
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            note = self._read_note()
            os.close(self.fd)
            raise Locked(path, note) from error

    def write_note(self, **facts: str | int) -> None:
        """Say in the file who holds the lock, for the one that finds it taken."""
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, json.dumps(facts).encode(), 0)

    def release(self) -> None:
        """Close this descriptor; children that inherited it still hold the lock."""
        with contextlib.suppress(OSError):
            os.close(self.fd)

    def _read_note(self) -> dict[str, Any]:
        try:
            note = json.loads(os.pread(self.fd, 4096, 0) or b"{}")
        except ValueError:
            return {}
        return note if isinstance(note, dict) else {}
