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
# Transactions and chargers: at the smallest the longest page is full.
SIZES: Final = ("1000:1000", "10000:2000")
SIZES_LONG: Final = ("1000:1000", "10000:3000", "100000:10000")
TOLERANCE: Final = 1.15
"""Keys and numbers grow by some digits, and with them a page by some units."""
UNITS: Final = 1.0
NEXT_PAGE: Final = ", page 2"
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
            options.say(
                f"growth: {latest['transactions']:,} transactions,"
                f" filled in {latest['filled_s']:.0f} s, asked for everything"
            )
    assert process.wait() == 0, "the grown world failed; its traceback is above"
    return [_table(found)]


def _table(found: Sequence[Mapping[str, Any]]) -> Table:
    costs = [one["costs"] for one in found]
    names = sorted(costs[-1], key=lambda name: -costs[-1][name]["read"])
    first_pages = [name for name in names if not name.endswith(NEXT_PAGE)]
    grown = [name for name in names if _has_grown([one[name] for one in costs if name in one])]
    sizes = [f"{one['transactions']:,} / {one['chargers']:,}" for one in found]
    return Table(
        suite="growth",
        title="Units of capacity that a request reads, and CPU-ms, by transactions / chargers",
        heading=("", *(f"{size} {unit}" for unit in ("units", "ms") for size in sizes)),
        rows=[
            (
                name,
                *(f"{one[name]['read']:g}" for one in costs),
                *(f"{one[name]['cpu_ms']:.1f}" for one in costs),
            )
            for name in first_pages[:SHOWN]
        ],
        notes=[
            (
                "Every GET, half of all rows under one charger, station and user; first pages are"
                f" shown, {len(names) - len(first_pages)} second pages are held to the same."
            ),
            (
                f"{len(first_pages) - SHOWN} others read at most"
                f" {costs[-1][first_pages[SHOWN]]['read']:g} units."
            ),
        ],
        raw=list(found),
        missed=[f"{name} grows" for name in grown],
    )


def _has_grown(costs: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the last costs more than the first that had as much to tell.

    An answer behind which there is more is full; one that holds all there is may be short.
    """
    alike = [one["read"] for one in costs if one["has_more"] == costs[-1]["has_more"]]
    return bool(alike[-1] > alike[0] * TOLERANCE + UNITS)
