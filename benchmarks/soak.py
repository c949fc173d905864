"""Memory over a long steady load: what a process keeps for each message shows as a slope."""

from __future__ import annotations

import asyncio
import time
from random import Random
from statistics import linear_regression
from typing import Final

from benchmarks import processes
from benchmarks.crowd import Crowd, Sample
from benchmarks.machine import OneMachine
from benchmarks.report import Options, Table

CHARGERS: Final = 50
PER_S: Final = 50
EVERY_S: Final = 2.0
TIME_S: Final = 30.0
TIME_LONG_S: Final = 480.0
WARM_SHARE: Final = 0.3
"""How much of the time belongs to filling caches and pools."""
AT_MOST_BYTES: Final = 1_024
"""Growth per message of all Python processes that is still noise in a long run."""


def measure(options: Options) -> list[Table]:
    """Sessions at a steady rate, and the memory of each part every two seconds."""
    for_s = TIME_LONG_S if options.is_long else TIME_S
    target = OneMachine(options.folder / "soak", CHARGERS)
    try:
        options.say(f"soak: {PER_S} messages/s for {for_s:.0f} s")
        return [asyncio.run(_measure(target, for_s, options))]
    finally:
        target.close()


async def _measure(target: OneMachine, for_s: float, options: Options) -> Table:
    crowd = Crowd(target)
    players = await crowd.connect(range(CHARGERS))
    chance = Random(options.seed)  # noqa: S311 - an order to call in, no secret
    watching = asyncio.create_task(_watch(target))
    sample = await crowd.open_loop(players, PER_S, for_s, chance)
    watching.cancel()
    seen = (await asyncio.gather(watching, return_exceptions=True))[0]
    assert isinstance(seen, dict), seen
    rows, slopes = [], {}
    for part, points in seen.items():
        warm = points[int(len(points) * WARM_SHARE) :]
        slope = linear_regression([at for at, _ in warm], [kib for _, kib in warm]).slope
        slopes[part] = slope * 1024 / PER_S
        first, last = warm[0][1] / 1024, warm[-1][1] / 1024
        rows.append((part, f"{first:.1f}", f"{last:.1f}", f"{slopes[part]:.0f}"))
    grown = sum(slope for part, slope in slopes.items() if part != "database")
    missed = [f"{grown:.0f} bytes per message"] if options.is_long and grown > AT_MOST_BYTES else []
    return _table(sample, rows, seen, missed)


def _table(
    sample: Sample,
    rows: list[tuple[str, str, str, str]],
    seen: dict[str, list[tuple[float, int]]],
    missed: list[str],
) -> Table:
    return Table(
        suite="soak",
        title=f"Memory under {PER_S} messages/s, {sample.count:,} messages",
        heading=("", "MiB when warm", "MiB at the end", "bytes per message"),
        rows=rows,
        notes=["Proportional set size. The database keeps what is stored, and a cache of it."],
        raw={"kib": seen, **sample.facts()},
        missed=[*missed, *(f"{sample.errors}" for _ in range(bool(sample.errors)))],
    )


async def _watch(target: OneMachine) -> dict[str, list[tuple[float, int]]]:
    """Seconds and KiB of each part, until it is cancelled."""
    seen: dict[str, list[tuple[float, int]]] = {part: [] for part in target.parts()}
    began = time.perf_counter()
    try:
        while True:
            for part, pids in target.parts().items():
                seen[part].append((time.perf_counter() - began, processes.memory_kib(pids)))
            await asyncio.sleep(EVERY_S)
    except asyncio.CancelledError:
        return seen
