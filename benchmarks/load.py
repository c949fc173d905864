"""The whole system on one machine under load, beside an always-on reference that does the same.

Server, database and load share the machine. The load generator and its chargers are the same for
both sides; the sides take turns. CPU is that of all processes of a side, read from /proc, and
counts what follows an answer too: bills, logs, effects.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from benchmarks import processes
from benchmarks.crowd import Crowd, Player, Sample
from benchmarks.machine import OneMachine
from benchmarks.reference.target import Missing, Reference
from benchmarks.report import Options, Table
from benchmarks.script import SESSION_MESSAGES
from benchmarks.target import Target

STORM: Final = 500
LOOPED: Final = 50
STEADY_PER_S: Final = 50
TALKING: Final = 100
"""How many of the connected chargers are in sessions while the load is steady."""
# Two existing systems on PostgreSQL, on a machine of this size: 135 and 186 messages/s in the same
# closed loop, at 10 and 7 CPU-ms a message.
AIM_PER_S: Final = (1.5 * 135, 1.5 * 186)
AIM_CPU_MS: Final = (2 / 3 * 10, 2 / 3 * 7)
AIM_P99_MS: Final = 100
AIM_STORM_S: Final = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything. sizes: how many chargers are connected while the load is steady."""

    sizes: Sequence[int]
    loop_s: float
    steady_s: float


SHORT: Final = Plan((100, 1_000), 15, 10)
LONG: Final = Plan((100, 1_000, 4_000), 45, 40)


@dataclass(slots=True)
class Findings:
    """What was measured on one side. idle_kib: memory per idle charger, by how many there were."""

    name: str
    first_contact: Sample = field(default_factory=Sample)
    storm: Sample = field(default_factory=Sample)
    closed: Sample = field(default_factory=Sample)
    steady: dict[int, Sample] = field(default_factory=dict)
    idle_kib: dict[int, float] = field(default_factory=dict)
    connected_per_s: dict[int, float] = field(default_factory=dict)


def measure(options: Options) -> list[Table]:
    """Both sides, one after the other."""
    plan = LONG if options.is_long else SHORT
    chargers = max(plan.sizes) + STORM
    sides: list[Callable[[], Target]] = [
        lambda: OneMachine(options.folder / "one-machine", chargers),
        lambda: Reference(options.folder / "reference", chargers),
    ]
    found: list[Findings] = []
    notes: list[str] = []
    for make in sides:
        try:
            target = make()
        except Missing as missing:
            notes.append(f"without the reference: {missing}")
            continue
        try:
            found.append(asyncio.run(_measure(target, plan, options)))
        finally:
            target.close()
    return [_throughput(found, notes), _steadiness(found, plan)]


async def _measure(target: Target, plan: Plan, options: Options) -> Findings:
    crowd = Crowd(target)
    findings = Findings(target.name)
    await crowd.rest()
    options.say(f"load: {target.name}: a storm of {STORM} chargers, twice")
    numbers = range(max(plan.sizes), max(plan.sizes) + STORM)
    findings.first_contact = await crowd.storm(numbers)
    await crowd.leave(crowd.players(numbers))
    await crowd.rest()
    findings.storm = await crowd.storm(numbers)
    await crowd.leave(crowd.players(numbers))
    await crowd.rest()
    options.say(f"load: {target.name}: {LOOPED} chargers in a closed loop for {plan.loop_s:g} s")
    looped = await crowd.connect(range(LOOPED))
    findings.closed = await crowd.closed_loop(looped, plan.loop_s)
    await crowd.leave(looped)
    here: list[Player] = []
    chance = Random(options.seed)  # noqa: S311 - an order to call in, no secret
    for size in plan.sizes:
        before_kib, began = _memory_kib(target), time.perf_counter()
        new = await crowd.connect(range(len(here), size))
        findings.connected_per_s[size] = len(new) / (time.perf_counter() - began)
        findings.idle_kib[size] = (_memory_kib(target) - before_kib) / len(new)
        if not here:
            await crowd.spread(new[:TALKING], chance)
        here += new
        await crowd.rest()
        options.say(f"load: {target.name}: {size} chargers connected, {STEADY_PER_S} calls/s")
        findings.steady[size] = await crowd.open_loop(
            here[:TALKING], STEADY_PER_S, plan.steady_s, chance
        )
    await crowd.leave(here)
    return findings


def _memory_kib(target: Target) -> int:
    return sum(processes.memory_kib(pids) for pids in target.parts().values())


def _throughput(found: Sequence[Findings], notes: Sequence[str]) -> Table:
    closed = [one.closed for one in found]
    rows = [
        (f"closed loop, {LOOPED} chargers: messages/s", *(f"{one.per_s:.0f}" for one in closed)),
        ("  CPU-ms per message", *(f"{one.cpu_ms:.2f}" for one in closed)),
        *(_latency_row(share, closed) for share in (0.5, 0.95, 0.99)),
        *_storm_rows(f"{STORM} come back at once", [one.storm for one in found]),
        *_storm_rows(f"{STORM} come for the first time", [one.first_contact for one in found]),
    ]
    return Table(
        suite="load",
        title=f"Sessions of {SESSION_MESSAGES} messages, and a storm",
        heading=("", *(one.name for one in found)),
        rows=rows,
        notes=[*notes, *_parts_notes(found), *_aims(found[0])],
        raw=[_raw(one) for one in found],
        missed=[
            f"{one.name}: {sample.errors}"
            for one in found
            for sample in (one.closed, *one.steady.values())
            if sample.errors
        ],
    )


def _steadiness(found: Sequence[Findings], plan: Plan) -> Table:
    rows = []
    for size in plan.sizes:
        steady = [one.steady[size] for one in found]
        rows += [
            (f"{size:,} connected: CPU-ms per message", *(f"{one.cpu_ms:.2f}" for one in steady)),
            *(_latency_row(share, steady) for share in (0.5, 0.95, 0.99)),
            ("  KiB per idle charger", *(_idle_kib(one, size) for one in found)),
            ("  arrivals/s", *(f"{one.connected_per_s[size]:.0f}" for one in found)),
        ]
    title = f"Open loop: {STEADY_PER_S} messages/s whatever the answers take"
    return Table("load", title, ("", *(one.name for one in found)), rows)


def _idle_kib(findings: Findings, size: int) -> str:
    # What the storm used is free again, and is what the first ones get.
    return f"{findings.idle_kib[size]:.0f}" if size > STORM else "–"


def _latency_row(share: float, samples: Sequence[Sample]) -> Sequence[str]:
    values = (f"{sample.percentile_ms(share):.0f}" for sample in samples)
    return (f"  p{share * 100:.0f} of CALL → CALLRESULT, ms", *values)


def _storm_rows(title: str, storms: Sequence[Sample]) -> list[Sequence[str]]:
    return [
        (f"{title}: all have a Boot answer, s", *(f"{_storm_s(one):.1f}" for one in storms)),
        ("  CPU-ms per charger", *(f"{one.cpu_ms:.1f}" for one in storms)),
    ]


def _storm_s(storm: Sample) -> float:
    return storm.percentile_ms(1.0) / 1000


def _parts_notes(found: Sequence[Findings]) -> list[str]:
    notes = []
    for one in found:
        count = max(1, one.closed.count)
        parts = ", ".join(f"{part} {s * 1000 / count:.2f}" for part, s in one.closed.cpu_s.items())
        notes.append(f"{one.name}, CPU-ms per message: {parts}")
    return notes


def _aims(ours: Findings) -> list[str]:
    """How we stand against two existing systems, which were measured on another day."""
    p99_ms = next(iter(ours.steady.values())).percentile_ms(0.99)
    per_s, cpu_ms, storm_s = ours.closed.per_s, ours.closed.cpu_ms, _storm_s(ours.storm)
    aims = (
        *((f"{per_s:.0f} messages/s, at least {least:.0f}", per_s >= least) for least in AIM_PER_S),
        *(
            (f"{cpu_ms:.2f} CPU-ms per message, at most {most:.1f}", cpu_ms <= most)
            for most in AIM_CPU_MS
        ),
        (f"p99 of {p99_ms:.0f} ms in the open loop, at most {AIM_P99_MS}", p99_ms <= AIM_P99_MS),
        (f"storm over in {storm_s:.1f} s, at most {AIM_STORM_S}", storm_s <= AIM_STORM_S),
    )
    return [f"aim {'met' if is_met else 'missed'}: {text}" for text, is_met in aims]


def _raw(findings: Findings) -> Mapping[str, Any]:
    return {
        "name": findings.name,
        "storm": findings.storm.facts(),
        "first_contact": findings.first_contact.facts(),
        "closed": findings.closed.facts(),
        "steady": {str(size): sample.facts() for size, sample in findings.steady.items()},
        "idle_kib": findings.idle_kib,
    }
