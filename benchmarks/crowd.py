"""Many simulated chargers in one process, and how long each of their calls took."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from benchmarks import processes
from benchmarks.script import BOOT, SESSION_MESSAGES, Script
from benchmarks.target import PASSWORD, Target, charger_name
from benchmarks.wire import Failed, Line, Lost, dial

DIALLING_AT_ONCE: Final = 40
SETTLE_S: Final = 0.5
"""What follows the last answers, bills and log rows, belongs to the work that is measured."""
REST_LOOK_S: Final = 0.5
REST_LOOKS: Final = 120
AT_REST: Final = 0.05
"""The share of a processor that a target takes which does nothing but wait."""
ANSWER_S: Final = 60.0
"""After which a call counts as unanswered."""
PAST: Final = timedelta(days=1)
"""Chargers begin a day ago, so that sessions of minutes can be played in a second."""


@dataclass(slots=True)
class Sample:
    """What was measured in one span of time.

    latencies_s: of each answered call. cpu_s: of each part of the target. errors: by kind.
    """

    latencies_s: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    took_s: float = 0.0
    cpu_s: Mapping[str, float] = field(default_factory=dict)
    own_cpu_s: float = 0.0

    @property
    def count(self) -> int:
        """How many calls were answered."""
        return len(self.latencies_s)

    @property
    def per_s(self) -> float:
        """Answered calls per second."""
        return self.count / self.took_s if self.took_s else 0.0

    @property
    def cpu_ms(self) -> float:
        """CPU-milliseconds of the whole target for each answered call."""
        return sum(self.cpu_s.values()) * 1000 / max(1, self.count)

    def percentile_ms(self, share: float) -> float:
        """The latency below which this share of the calls stayed."""
        ordered = sorted(self.latencies_s)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else 0.0

    def facts(self) -> dict[str, object]:
        """The figures for the raw report."""
        return {
            "calls": self.count,
            "took_s": round(self.took_s, 2),
            "cpu_s": {part: round(spent, 2) for part, spent in self.cpu_s.items()},
            "load_generator_cpu_s": round(self.own_cpu_s, 2),
            "latencies_ms": {
                name: round(self.percentile_ms(share), 1)
                for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))
            },
            "errors": dict(self.errors),
        }


class Player:
    """One charger: its script outlives its connections. line: its connection, while it has one."""

    def __init__(self, number: int) -> None:
        self.name = charger_name(number)
        self.script = Script(self.name, datetime.now(UTC) - PAST)
        self.busy = asyncio.Lock()
        self._line: Line | None = None

    @property
    def line(self) -> Line:
        """The connection."""
        assert self._line is not None, f"{self.name} is not connected"
        return self._line

    async def arrive(self, port: int) -> None:
        """Connect and boot."""
        self._line = await dial(port, self.name, PASSWORD)
        await self._line.call(*BOOT)

    async def step(self) -> None:
        """Make the next call of the session. Raises Failed, Lost, TimeoutError."""
        async with asyncio.timeout(ANSWER_S):
            answer = await self.line.call(*self.script.current)
        self.script.answered(answer)


class Crowd:
    """The chargers of one target, by their numbers."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self._players: dict[int, Player] = {}

    @property
    def stopped(self) -> list[int]:
        """The transactions that ended."""
        return [number for one in self._players.values() for number in one.script.stopped]

    def players(self, numbers: Sequence[int]) -> list[Player]:
        """These chargers, connected or not."""
        return [self._players.setdefault(number, Player(number)) for number in numbers]

    async def connect(self, numbers: Sequence[int]) -> list[Player]:
        """Connect these chargers, some at a time, and let each boot."""
        slots = asyncio.Semaphore(DIALLING_AT_ONCE)

        async def one(player: Player) -> None:
            async with slots:
                await player.arrive(self.target.port)

        players = self.players(numbers)
        await asyncio.gather(*(one(player) for player in players))
        return players

    async def rest(self) -> None:
        """Wait until the target does nothing: starts and ends of lines give it work of its own."""
        pids = [pid for part in self.target.parts().values() for pid in part]
        for _ in range(REST_LOOKS):
            before = processes.cpu_s(pids)
            await asyncio.sleep(REST_LOOK_S)
            if processes.cpu_s(pids) - before < AT_REST * REST_LOOK_S:
                return

    async def storm(self, numbers: Sequence[int]) -> Sample:
        """All dial at once; a latency is the time until a charger has its Boot answer."""

        async def one(player: Player) -> None:
            await player.arrive(self.target.port)
            sample.latencies_s.append(time.perf_counter() - began)

        async with measured(self.target) as sample:
            began = time.perf_counter()
            await asyncio.gather(*(one(player) for player in self.players(numbers)))
        return sample

    async def closed_loop(self, players: Sequence[Player], for_s: float) -> Sample:
        """Session after session, each call as soon as the one before it is answered."""
        ends = time.perf_counter() + for_s

        async def play(player: Player) -> None:
            while (began := time.perf_counter()) < ends and not player.line.closed.done():
                await _step(player, sample, began)

        async with measured(self.target) as sample:
            await asyncio.gather(*(play(player) for player in players))
        return sample

    async def spread(self, players: Sequence[Player], chance: Random) -> None:
        """Let each come to a place of its own in its session: nobody starts them all at once.

        Together they would all ask for their dearest message in the same second.
        """

        async def advance(player: Player) -> None:
            for _ in range(chance.randrange(SESSION_MESSAGES)):
                await player.step()

        await asyncio.gather(*(advance(player) for player in players))

    async def open_loop(
        self, players: Sequence[Player], per_s: float, for_s: float, chance: Random
    ) -> Sample:
        """Calls at a steady rate, whatever the answers take.

        Each is the next one of the charger whose turn it is. A latency counts from the moment at
        which the call was due: waiting until the charger may speak again is part of it.
        """
        order = chance.sample(list(players), len(players))
        running: list[asyncio.Task[None]] = []

        async def turn(player: Player, due: float) -> None:
            async with player.busy:
                await _step(player, sample, due)

        async with measured(self.target) as sample:
            began = time.perf_counter()
            for count in range(int(per_s * for_s)):
                due = began + count / per_s
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                running.append(asyncio.create_task(turn(order[count % len(order)], due)))
            await asyncio.gather(*running)
        return sample

    async def leave(self, players: Sequence[Player]) -> None:
        """Close these connections and wait until they are closed."""
        for player in players:
            player.line.close()
        await asyncio.gather(*(player.line.closed for player in players))


async def _step(player: Player, sample: Sample, since: float) -> None:
    try:
        await player.step()
    except (Failed, Lost, TimeoutError) as error:
        sample.errors[f"{type(error).__name__} {error}"[:200]] += 1
        return
    sample.latencies_s.append(time.perf_counter() - since)


@asynccontextmanager
async def measured(target: Target) -> AsyncIterator[Sample]:
    """Measure what happens in the block, and what follows from it."""
    sample = Sample()
    parts = target.parts()
    before = {name: processes.cpu_s(pids) for name, pids in parts.items()}
    began, own = time.perf_counter(), time.process_time()
    yield sample
    sample.took_s = time.perf_counter() - began
    sample.own_cpu_s = time.process_time() - own
    await asyncio.sleep(SETTLE_S)
    sample.cpu_s = {name: processes.cpu_s(pids) - before[name] for name, pids in parts.items()}
