"""What a suite hands back: tables, and whether what was promised is kept."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

PACKAGES: Final = ("botocore", "fastjsonschema", "ocpp", "pynamodb", "uvicorn", "websockets")

type Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Options:
    """How to measure.

    is_long: take the time that sizes and durations of a published figure need. rounds, batch_s: of
    duels. folder: for data that nobody needs afterwards. say: takes a line about the progress.
    """

    is_long: bool
    seed: int
    rounds: int
    batch_s: float
    folder: Path
    say: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of results.

    notes: what one must know to read it. raw: the figures it was made of, as JSON takes them.
    missed: promises that were not kept, one sentence each; what only misses an aim is a note.
    """

    suite: str
    title: str
    heading: Row
    rows: Sequence[Row]
    notes: Sequence[str] = ()
    raw: Any = None
    missed: Sequence[str] = field(default=())


def describe_machine() -> dict[str, object]:
    """What the figures were measured on."""
    return {
        "cpu": _cpu_name(),
        "cores": os.cpu_count(),
        "load": " ".join(f"{load:.2f}" for load in os.getloadavg()),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "versions": {package: version(package) for package in PACKAGES},
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def render_text(table: Table) -> list[str]:
    """A table as lines for a terminal: the first column to the left, all others to the right."""
    rows = [table.heading, *table.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.heading))]
    lines = [f"{table.suite}: {table.title}"]
    for row in rows:
        cells = [
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  " + "  ".join(cells).rstrip())
    lines += [f"  {note}" for note in table.notes]
    return lines + [f"  MISSED: {promise}" for promise in table.missed]


def render_markdown(table: Table) -> list[str]:
    """The same for a document."""
    columns = len(table.heading)
    lines = [f"**{table.title}**", "", "| " + " | ".join(table.heading) + " |"]
    lines.append("|---|" + "--:|" * (columns - 1))
    lines += ["| " + " | ".join(row) + " |" for row in table.rows]
    notes = [*table.notes, *(f"missed: {promise}" for promise in table.missed)]
    return [*lines, *([""] if notes else []), *notes, ""]
