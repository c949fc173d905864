"""The benchmark's own promise, small: what its chargers said is what is stored, once."""

import asyncio
from collections import Counter
from collections.abc import Iterator

import pytest

from benchmarks.crowd import Crowd, Sample
from benchmarks.machine import OneMachine
from benchmarks.reconnect import BACKLOG, drain_all, settle

CHARGERS = 3


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneMachine]:
    machine = OneMachine(tmp_path_factory.mktemp("machine") / "var", 2 * CHARGERS)
    yield machine
    machine.close()


def test_everything_said_is_stored_once(machine: OneMachine) -> None:
    async def play() -> tuple[Sample, list[int]]:
        crowd = Crowd(machine)
        players = await crowd.connect(range(CHARGERS))
        sample = await crowd.closed_loop(players, 2.0)
        await crowd.leave(players)
        return sample, crowd.stopped

    sample, stopped = asyncio.run(play())
    stored = asyncio.run(settle(machine, {"bills": len(stopped)}))
    assert sample.errors == {}
    assert set(sample.cpu_s) == {"gateway", "frames", "other functions", "database"}
    assert stored["messages"] >= sample.count
    assert len(set(stopped)) == len(stopped) <= stored["transactions"] <= len(stopped) + CHARGERS
    assert stored["bills"] == len(stopped)


def test_a_backlog_is_stored_once_over_lines_that_break(machine: OneMachine) -> None:
    async def come_back() -> Counter[str]:
        crowd = Crowd(machine)
        players = crowd.players(range(CHARGERS, 2 * CHARGERS))
        return (await drain_all(crowd, players, Sample(), seed=1)).actions

    before = machine.count_rows()
    said = asyncio.run(come_back())
    assert sum(said.values()) == CHARGERS * BACKLOG
    rows = {
        "transactions": "StartTransaction",
        "bills": "StopTransaction",
        "meter_values": "MeterValues",
    }
    wanted = {what: before[what] + said[action] for what, action in rows.items()}
    stored = asyncio.run(settle(machine, wanted))
    assert {what: stored[what] for what in rows} == wanted
