"""The simulated chargers of the benchmark say what they should, and hear what they are told."""

import asyncio
import json
import os
from datetime import UTC, datetime
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from benchmarks import processes, wire
from benchmarks.crowd import Sample
from benchmarks.growth import _has_grown
from benchmarks.script import SESSION_MESSAGES, Script
from benchmarks.target import charger_name
from csms.ocpp16.validation import Reading, read_request

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def play(script: Script, count: int) -> list[tuple[str, dict[str, Any]]]:
    """The next calls of a script; each start gets the number 7."""
    calls = []
    for _ in range(count):
        calls.append(script.current)
        script.answered({"transactionId": 7})
    return calls


def test_a_session_has_sixteen_valid_messages() -> None:
    calls = play(Script("TAG", START), SESSION_MESSAGES)
    actions = [action for action, _ in calls]
    assert (actions[0], actions[2], actions[-2]) == (
        "Authorize",
        "StartTransaction",
        "StopTransaction",
    )
    assert actions.count("MeterValues") == 8
    for action, payload in calls:
        reading = read_request(action, payload, START)
        assert isinstance(reading, Reading)
        assert reading.deviations == ()


def test_sessions_follow_each_other_in_time_and_energy() -> None:
    script = Script("TAG", START)
    calls = play(script, 2 * SESSION_MESSAGES + 1)
    times = [payload["timestamp"] for _, payload in calls if "timestamp" in payload]
    assert times == sorted(set(times))
    stops = [payload for action, payload in calls if action == "StopTransaction"]
    starts = [payload for action, payload in calls if action == "StartTransaction"]
    assert stops[0]["meterStop"] == starts[1]["meterStart"] > starts[0]["meterStart"]
    assert script.stopped == [7, 7]


def test_what_was_not_answered_is_said_again() -> None:
    script = Script("TAG", START)
    assert script.current == script.current


@pytest.mark.parametrize("size", [10, 125, 126, 5_000])
def test_frames_of_all_sizes_go_both_ways(size: int) -> None:
    async def exchange() -> tuple[Any, int]:
        async def answer(connection: ServerConnection) -> None:
            await connection.send('[2,"q","GetConfiguration",{}]')
            async for raw in connection:
                kind, number, *rest = json.loads(raw)
                if kind == 2:
                    await connection.send(json.dumps([3, number, {"echo": rest[1]["text"]}]))

        options: dict[str, Any] = {"subprotocols": ["ocpp1.6"], "compression": None}
        async with serve(answer, "127.0.0.1", 0, **options) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            line = await wire.dial(port, charger_name(1), "password")
            heard = await line.call("DataTransfer", {"text": "é" * size})
            line.close()
            await line.closed
            return heard, line.asked

    heard, asked = asyncio.run(exchange())
    assert heard == {"echo": "é" * size}
    assert asked == 1


def test_a_call_fails_with_its_line() -> None:
    async def cut() -> None:
        async def silent(connection: ServerConnection) -> None:
            await connection.recv()
            connection.transport.abort()

        async with serve(silent, "127.0.0.1", 0) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            line = await wire.dial(port, charger_name(1), "password")
            with pytest.raises(wire.Lost):
                await line.call("Heartbeat", {})
            with pytest.raises(wire.Lost):
                await line.call("Heartbeat", {})

    asyncio.run(cut())


def test_a_charger_dials_again_when_the_gateway_gave_up() -> None:
    async def give_up() -> None:
        async def refuse(connection: ServerConnection) -> None:
            await connection.recv()
            await connection.send('{"message": "Internal server error", "connectionId": "C="}')
            await connection.wait_closed()

        async with serve(refuse, "127.0.0.1", 0) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            line = await wire.dial(port, charger_name(1), "password")
            with pytest.raises(wire.Lost):
                await line.call("Heartbeat", {})

    asyncio.run(give_up())


def test_percentiles_are_of_the_sorted_latencies() -> None:
    sample = Sample(latencies_s=[0.003, 0.001, 0.002, 0.1], took_s=2.0, cpu_s={"a": 0.1, "b": 0.1})
    assert (sample.percentile_ms(0.5), sample.percentile_ms(1.0)) == (3.0, 100.0)
    assert (sample.per_s, sample.cpu_ms) == (2.0, 50.0)
    assert Sample().percentile_ms(0.99) == 0.0


def test_processes_are_found_with_their_children() -> None:
    here = os.getpid()
    assert here in processes.tree(os.getppid())
    assert processes.cpu_s([here]) > 0
    assert processes.memory_kib([here]) > 1024
    assert processes.cpu_s([2**22 - 1]) == 0


def test_a_request_grows_when_it_reads_more_than_its_page() -> None:
    assert not _has_grown(full(1.5, 1.5, 1.5))
    assert not _has_grown(full(46, 44.5, 48))
    assert _has_grown(full(46, 92))
    assert _has_grown(full(0.5, 2.5))


def test_a_page_that_was_short_is_not_what_a_full_one_is_held_to() -> None:
    short = {"read": 10, "has_more": False}
    assert not _has_grown([short, *full(53, 53)])
    assert _has_grown([short, *full(53, 90)])
    assert _has_grown([short, {"read": 20, "has_more": False}])


def full(*units: float) -> list[dict[str, Any]]:
    """What pages read behind which there is more."""
    return [{"read": one, "has_more": True} for one in units]
