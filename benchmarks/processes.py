"""What processes took, read from /proc: CPU seconds and memory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

TICKS: Final = os.sysconf("SC_CLK_TCK")
PROC: Final = Path("/proc")


def tree(pid: int) -> list[int]:
    """A process and all that it started, whoever their parent is by now."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields:
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        todo += children.get(one, [])
    return found


def cpu_s(pids: Iterable[int]) -> float:
    """CPU time of the processes so far, of all their threads, in user and kernel."""
    return sum((int(f[11]) + int(f[12])) / TICKS for f in map(_stat, pids) if f)


def cpu_by_pid_s(pids: Iterable[int]) -> dict[int, float]:
    """The same, each by itself."""
    return {pid: cpu_s((pid,)) for pid in pids}


def memory_kib(pids: Iterable[int]) -> int:
    """Proportional set size: pages that are shared count once over all who share them."""
    return sum(_field(pid, "smaps_rollup", "Pss:") for pid in pids)


def _field(pid: int, file: str, name: str) -> int:
    try:
        text = (PROC / str(pid) / file).read_text(encoding="ascii")
    except (OSError, ValueError):
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(name)), 0)


def _stat(pid: int) -> list[str]:
    """The fields of /proc/pid/stat after the name, or nothing for a process that has ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
