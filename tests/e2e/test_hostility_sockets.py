"""What strangers and broken chargers write to the port, and who must not notice."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from tests.e2e.operator import Operator, Place, price_minor
from tests.e2e.socket_charger import SocketCharger, dialled, minutes_ago, stop_payload
from tests.e2e.system import System, wait_until
from tests.fuzz.handshakes import handshakes, knock
from tests.fuzz.sessions import sessions

HANDSHAKES = int(os.environ.get("HANDSHAKES", "1000"))  # noqa: TID251 - more on demand
SESSIONS = int(os.environ.get("FUZZED_SESSIONS", "30"))  # noqa: TID251 - see above
SEED = int(os.environ.get("SEED", "1"))  # noqa: TID251 - see above
ANSWER_S = 10.0
FLOOD = 1_500
MESSAGE_LOG = "OcppMessageFunction"


@pytest.fixture(scope="module")
def place(system: System) -> Place:
    return Operator(system).register()


def assert_serves(system: System, place: Place) -> None:
    """A charger with its password comes in, charges, and is billed."""
    operator = Operator(system)
    before = len(operator.transactions(place))
    with dialled(system, place) as charger:
        charger.boot()
        number = charger.start(place, 1_000, minutes_ago(30 - before))
        stop = stop_payload(place, number, 3_000, minutes_ago(0))
        charger.call("StopTransaction", stop)
    wait_until(lambda: operator.charges_minor(place).count(-price_minor(2_000)) == before + 1)


@pytest.mark.slow
def test_malformed_handshakes_are_refused_and_harm_nobody(system: System, place: Place) -> None:
    processes = system.pids()
    statuses = [
        knock(system.port, request)
        for request in islice(handshakes(SEED, place.identity), HANDSHAKES)
    ]
    assert 101 not in statuses
    assert [status for status in statuses if status is not None and status >= 500] == []
    assert sum(status in (401, 403, 404) for status in statuses) > HANDSHAKES // 20
    assert system.pids() == processes
    unknown = Operator(system).ask("GET", "/api/admin/unknown-chargers")
    assert len(unknown) <= 1000
    assert_serves(system, place)


@pytest.mark.slow
def test_mutated_sessions_are_answered_frame_by_frame(system: System) -> None:
    place = Operator(system).register()
    for frames in islice(sessions(SEED), SESSIONS):
        with dialled(system, place) as charger:
            for text in frames:
                with contextlib.suppress(ConnectionClosed):
                    charger.socket.send(text)
                _assert_answered(charger.socket, text)
            assert "currentTime" in charger.call("Heartbeat", {})
    assert "a message could not be handled" not in system.function_log(MESSAGE_LOG)
    assert "an effect failed" not in system.function_log(MESSAGE_LOG)
    assert "Traceback" not in system.function_log(MESSAGE_LOG)
    assert_serves(system, Operator(system).register())


def _assert_answered(connection: ClientConnection, text: str) -> None:
    """A CALL whose id can be read gets one answer under that id, which is no defect of ours."""
    sent = _read(text)
    if not isinstance(sent, list) or len(sent) < 2 or sent[0] != 2 or isinstance(sent[0], bool):
        return
    if not isinstance(sent[1], str | int | float) or isinstance(sent[1], bool):
        return
    while True:
        answer = json.loads(connection.recv(ANSWER_S))
        assert isinstance(answer, list), f"{text}: {answer}"
        if answer[0] != 2:
            break
    assert answer[1] == sent[1], text
    assert answer[0] == 3 or answer[2] != "InternalError", text


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


@pytest.mark.slow
def test_a_flood_of_one_charger_leaves_the_others_their_turn(system: System, place: Place) -> None:
    flooder = Operator(system).register()
    with dialled(system, flooder) as flood, dialled(system, place) as other:
        flood.boot()
        last = ""
        for _ in range(FLOOD):
            last = flood.send("Heartbeat", {})
        for _ in range(20):
            other.call("Heartbeat", {})
        answered = _answered_by_now(flood)
        assert last not in answered
        assert len(answered) < FLOOD
    assert_serves(system, place)


def _answered_by_now(charger: SocketCharger) -> list[str]:
    """The ids of all answers that have arrived."""
    ids: list[str] = []
    with contextlib.suppress(TimeoutError):
        while True:
            frame = json.loads(charger.socket.recv(0))
            ids.append(frame[1])
    return ids


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A system that gives a slow client one second."""
    limits = ("request_s=1", "body_s=1")
    system = System(tmp_path_factory.mktemp("impatient") / "var", limits=limits)
    try:
        yield system.start()
    finally:
        system.close()


def test_half_a_handshake_does_not_keep_a_line(impatient: System) -> None:
    with socket.create_connection(("127.0.0.1", impatient.port), timeout=30) as line:
        line.sendall(b"GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\nUpgr")
        assert line.recv(1) == b""


def test_half_a_body_does_not_keep_a_line(impatient: System) -> None:
    with socket.create_connection(("127.0.0.1", impatient.port), timeout=30) as line:
        line.sendall(
            b"POST /api/admin/stations HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
        )
        with line.makefile("rb") as answer:
            assert answer.readline().split()[1] == b"408"
            answer.read()  # to the end, which comes since the line is closed


@contextlib.contextmanager
def half_open(system: System, count: int) -> Iterator[None]:
    """Lines on which a request was begun and never ends."""
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            address = ("127.0.0.1", system.port)
            line = stack.enter_context(socket.create_connection(address, timeout=10))
            line.sendall(b"GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        yield


def test_many_slow_handshakes_keep_nobody_out(system: System, place: Place) -> None:
    with half_open(system, 300):
        assert_serves(system, place)


@pytest.mark.parametrize("size", [70_000, 1_000_000])
def test_oversized_headers_and_tokens_are_refused(system: System, place: Place, size: int) -> None:
    head = f"GET /ocpp/{place.identity} HTTP/1.1\r\nHost: x\r\n"
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    for header in ("Authorization: Basic ", "Authorization: Bearer ", "Cookie: "):
        request = f"{head}{upgrade}{key}{header}{'a' * size}\r\n\r\n".encode()
        assert knock(system.port, request) in (None, 400, 401, 403, 413, 431)
        api = (
            f"GET /api/admin/chargers HTTP/1.1\r\nHost: x\r\n{header}{'a' * size}\r\n\r\n".encode()
        )
        assert knock(system.port, api) in (None, 400, 401, 413, 431)
    assert_serves(system, place)


def test_an_oversized_message_costs_its_sender_the_line(system: System, place: Place) -> None:
    other = Operator(system).register()
    with dialled(system, other) as charger, dialled(system, place) as neighbour:
        charger.socket.send(json.dumps([2, "1", "DataTransfer", {"vendorId": "x" * 200_000}]))
        assert charger.wait_for_close() == 1009
        assert "currentTime" in neighbour.call("Heartbeat", {})


def test_an_oversized_body_is_refused(system: System) -> None:
    operator = Operator(system)
    answer = operator.request("POST", "/api/admin/stations", {"name": "x" * 11_000_000})
    assert answer.status_code == 413
