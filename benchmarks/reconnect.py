"""A whole network comes back at once, each charger with a backlog, on lines that break again.

Every charger is cut off once in the middle, right after it has sent a call: it connects again and
says the same once more, as OCPP wants it. In the end the rows must be those of what was said: none
lost, none doubled, one bill for each transaction that ended.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.crowd import Crowd, Player, Sample, measured
from benchmarks.machine import OneMachine
from benchmarks.report import Options, Table
from benchmarks.wire import Failed, Lost, Refused

BACKLOG: Final = 50
CHARGERS: Final = 200
CHARGERS_LONG: Final = 1_000
LONGEST_WAIT_S: Final = 4.0
"""Before another attempt to connect."""
LONGEST_LOSS_S: Final = 0.05
"""From a call to the cut: some die before they are handled, others only lose their answer."""
SETTLED_WITHIN_S: Final = 60.0


@dataclass(slots=True)
class Said:
    """What chargers said and got an answer to, by action; how often they had to dial again.

    lost: lines that ended before an answer came, one of each charger by our own hand.
    """

    actions: Counter[str]
    dialled_again: int = 0
    lost: int = 0


def measure(options: Options) -> list[Table]:
    """Our side alone: the reference has no rule for repeated readings of a cut-off charger."""
    chargers = CHARGERS_LONG if options.is_long else CHARGERS
    target = OneMachine(options.folder / "reconnect", chargers)
    try:
        options.say(f"reconnect: {chargers} chargers with {BACKLOG} messages each")
        return [asyncio.run(_measure(target, chargers, options.seed))]
    finally:
        target.close()


async def drain_all(crowd: Crowd, players: Sequence[Player], sample: Sample, seed: int) -> Said:
    """Let these chargers come back at once; returns when the last backlog is empty."""
    said = Said(Counter())
    chance = Random(seed)  # noqa: S311 - where a line breaks, no secret
    chances = [Random(chance.random()) for _ in players]  # noqa: S311 - as above
    port = crowd.target.port
    await asyncio.gather(
        *(
            _drain(player, port, own, (sample, said))
            for player, own in zip(players, chances, strict=True)
        )
    )
    return said


async def _measure(target: OneMachine, chargers: int, seed: int) -> Table:
    crowd = Crowd(target)
    players = crowd.players(range(chargers))
    async with measured(target) as sample:
        began = time.perf_counter()
        said = await drain_all(crowd, players, sample, seed)
        drained_s = time.perf_counter() - began
        wanted = {
            "transactions": said.actions["StartTransaction"],
            "bills": said.actions["StopTransaction"],
            "meter_values": said.actions["MeterValues"],
        }
        stored = await settle(target, wanted)
    rows = [
        (f"{what} said / stored", f"{count} / {stored[what]}") for what, count in wanted.items()
    ]
    return Table(
        suite="reconnect",
        title=f"{chargers:,} chargers come back with {BACKLOG} messages each, and are cut once",
        heading=("", "measured"),
        rows=[
            ("until the last backlog is empty, s", f"{drained_s:.0f}"),
            ("messages/s", f"{sample.count / drained_s:.0f}"),
            ("CPU-ms per message, arrivals included", f"{sample.cpu_ms:.2f}"),
            ("p50 of CALL → CALLRESULT, ms", f"{sample.percentile_ms(0.5):.0f}"),
            ("p99 of CALL → CALLRESULT, ms", f"{sample.percentile_ms(0.99):.0f}"),
            ("handshakes refused and repeated", f"{said.dialled_again}"),
            ("calls repeated because the line ended first", f"{said.lost}"),
            *rows,
        ],
        raw={**sample.facts(), "drained_s": drained_s, "said": dict(said.actions), "rows": stored},
        missed=[
            *(f"{what}: {stored[what]} rows of {said_of}" for what, said_of in wanted.items()
              if stored[what] != said_of),
            *(f"{count} times {error}" for error, count in sample.errors.items()),
        ],
    )  # fmt: skip


async def _drain(player: Player, port: int, chance: Random, found: tuple[Sample, Said]) -> None:
    """Send the backlog, one call after the other, over as many connections as it takes."""
    sample, said = found
    cut_at = chance.randrange(BACKLOG)
    sent = 0
    await _arrive(player, port, chance, said)
    while sent < BACKLOG:
        action, began = player.script.current[0], time.perf_counter()
        if sent == cut_at:
            cut_at = -1
            asyncio.get_running_loop().call_later(
                chance.uniform(0, LONGEST_LOSS_S), player.line.cut
            )
        try:
            await player.step()
        except Lost:
            said.lost += 1
            await _arrive(player, port, chance, said)
            continue
        except (Failed, TimeoutError) as error:
            sample.errors[f"{type(error).__name__} {error}"[:200]] += 1
            return
        sent += 1
        said.actions[action] += 1
        sample.latencies_s.append(time.perf_counter() - began)
    player.line.close()
    await player.line.closed


async def _arrive(player: Player, port: int, chance: Random, said: Said) -> None:
    """Connect and boot, trying again as long as it takes."""
    while True:
        try:
            await player.arrive(port)
        except (Refused, Lost, OSError):
            said.dialled_again += 1
            await asyncio.sleep(chance.uniform(0, LONGEST_WAIT_S))
        else:
            return


async def settle(target: OneMachine, wanted: dict[str, int]) -> dict[str, int]:
    """The rows, once they are as wanted, or have had the time to become so."""
    ends = time.perf_counter() + SETTLED_WITHIN_S
    while True:
        stored = dict(await asyncio.to_thread(target.count_rows))
        if all(stored[what] == number for what, number in wanted.items()):
            return stored
        if time.perf_counter() > ends:
            return stored
        await asyncio.sleep(1)
