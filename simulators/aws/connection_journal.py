"""Remembers on disk which connections were open, so that a crash does not hide their end.

One JSON line per change. The lines survive a killed process because the operating system
has them; a machine that loses power may lose the last ones, and then their connections
are found by the product's own sweep.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from simulators.aws.websocket_events import ConnectionFacts

COMPACT_AFTER_LINES = 10_000


class ConnectionJournal:
    """The connections whose `$disconnect` has not been delivered."""

    def __init__(self, path: Path) -> None:
        """Read what an earlier run left."""
        self._path = path
        self._open: dict[str, ConnectionFacts] = {}
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            self._apply(line)
        self.left_open = tuple(self._open.values())
        self._compact()

    def add(self, facts: ConnectionFacts) -> None:
        """The connection is open."""
        self._open[facts.connection_id] = facts
        self._write({"open": asdict(facts)})

    def remove(self, connection_id: str) -> None:
        """The function was told that the connection has ended."""
        if self._open.pop(connection_id, None) is not None:
            self._write({"ended": connection_id})

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _apply(self, line: str) -> None:
        try:
            change = json.loads(line)
        except ValueError:
            return  # the last line of a killed process may be cut
        if "open" in change:
            facts = ConnectionFacts(**change["open"])
            self._open[facts.connection_id] = facts
        else:
            self._open.pop(change["ended"], None)

    def _write(self, change: dict[str, object]) -> None:
        self._lines += 1
        if self._lines > COMPACT_AFTER_LINES + len(self._open):
            self._file.close()
            self._compact()
            return
        self._file.write(json.dumps(change) + "\n")
        self._file.flush()

    def _compact(self) -> None:
        fresh = self._path.with_suffix(".new")
        lines = [json.dumps({"open": asdict(facts)}) + "\n" for facts in self._open.values()]
        fresh.write_text("".join(lines), encoding="utf-8")
        fresh.replace(self._path)
        self._file = self._path.open("a", encoding="utf-8")
        self._lines = len(lines)
