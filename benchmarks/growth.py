"""What every list and page costs as the system grows: it must be what the page costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.report import Options, Table

ROOT: Final = Path(__file__).parents[1]
# Transactions and chargers. A size is small only as long as a page is full at it.
SIZES: Final = ("1000:100", "10000:1000")
SIZES_LONG: Final = ("1000:100", "10000:1000", "100000:10000")
TOLERANCE: Final = 1.15
"""Keys and numbers grow by some digits, and with them a page by some units."""
UNITS: Final = 1.0
SHOWN: Final = 12
"""Rows of the table: what costs most. The raw figures have all."""


def measure(options: Options) -> list[Table]:
    """Grow a world in a process of its own and look at it at each size."""
    sizes = SIZES_LONG if options.is_long else SIZES
    found: list[Mapping[str, Any]] = []
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.growth_world", str(options.seed), *sizes],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            if not line.startswith('{"transactions"'):
                continue  # a log line of a function
            found.append(json.loads(line))
            latest = found[-1]
            options.say(f"growth: {latest['transactions']:,} transactions asked for everything")
    assert process.wait() == 0, "the grown world failed; its traceback is above"
    return [_table(found)]


def _table(found: Sequence[Mapping[str, Any]]) -> Table:
    names = sorted(found[0]["costs"])
    grown = [name for name in names if _has_grown([one["costs"][name]["read"] for one in found])]
    shown = sorted(names, key=lambda name: -found[-1]["costs"][name]["read"])
    sizes = [f"{one['transactions']:,} / {one['chargers']:,}" for one in found]
    return Table(
        suite="growth",
        title="Units of capacity that a request reads, and CPU-ms, by transactions / chargers",
        heading=("", *(f"{size} {unit}" for unit in ("units", "ms") for size in sizes)),
        rows=[
            (
                name,
                *(f"{one['costs'][name]['read']:g}" for one in found),
                *(f"{one['costs'][name]['cpu_ms']:.1f}" for one in found),
            )
            for name in shown[:SHOWN]
        ],
        notes=[
            "Every GET, on its first page of 50; half of all rows belong to one charger and user.",
            f"{len(names) - SHOWN} others read at most {_units(found[-1], shown[SHOWN]):g} units.",
        ],
        raw=list(found),
        missed=[f"{name} grows" for name in grown],
    )


def _units(found: Mapping[str, Any], name: str) -> float:
    units: float = found["costs"][name]["read"]
    return units


def _has_grown(units: Sequence[float]) -> bool:
    return units[-1] > units[0] * TOLERANCE + UNITS
