"""The WebSocket API of one machine, seen from both of its ends."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import SHUT_RDWR
from typing import Any
from urllib.parse import quote

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.e2e.echo_stack import write_stack
from tests.e2e.system import System, wait_until

LIMITS = ("idle_s=5", "connection_frames=4")


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder: Path = tmp_path_factory.mktemp("sockets")
    system = System(folder / "var", template=write_stack(folder), limits=LIMITS)
    system.start()
    yield system
    system.close()


def dial(system: System, path: str = "/ocpp/CP1", **options: Any) -> ClientConnection:
    socket: ClientConnection = connect(
        system.ws_url + path, compression=None, ping_interval=None, **options
    )
    return socket


def event_of(socket: ClientConnection) -> dict[str, Any]:
    socket.send("event")
    event: dict[str, Any] = json.loads(socket.recv(5))
    return event


def manage(
    system: System,
    method: str,
    connection_id: str,
    body: bytes | None = None,
    *,
    signed: bool = True,
) -> object:
    url = f"{system.base_url}/v1/@connections/{quote(connection_id, safe='')}"
    key = (system.folder / "access-key").read_text() if signed else "another"
    signature = {"Authorization": f"AWS4-HMAC-SHA256 Credential={key}/20260101/x, Signature=0"}
    request = urllib.request.Request(url, body, signature, method=method)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=5) as response:  # noqa: S310 - loopback
        return json.loads(response.read() or b"null")


def test_the_distribution_moves_the_path_into_a_header(system: System) -> None:
    forged = {"X-Ocpp-Path": "/ocpp/OTHER", "X-Origin-Secret": "guess", "X-Ocpp-Door": "mtls"}
    with dial(system, "/ocpp/RDAM%20123", additional_headers=forged) as socket:
        authorizer = event_of(socket)["requestContext"]["authorizer"]
    assert (authorizer["path"], authorizer["door"]) == ("/ocpp/RDAM%20123", "wss")
    assert authorizer["secret"] == (system.folder / "origin-secret").read_text()


def test_the_direct_door_adds_nothing(system: System) -> None:
    with dial(system, "/?cp=CP9") as socket:
        authorizer = event_of(socket)["requestContext"]["authorizer"]
    assert (authorizer["door"], authorizer["secret"]) == ("none", "none")


def test_the_context_of_the_authorizer_comes_as_text_with_every_event(system: System) -> None:
    with dial(system) as socket:
        for _ in range(2):
            assert event_of(socket)["requestContext"]["authorizer"]["number"] == "7"


def test_an_event_has_the_shape_of_the_gateway(system: System) -> None:
    with dial(system) as socket:
        event = event_of(socket)
    context = event["requestContext"]
    assert (event["body"], event["isBase64Encoded"]) == ("event", False)
    assert (context["routeKey"], context["eventType"]) == ("$default", "MESSAGE")
    assert (context["stage"], context["apiId"]) == ("v1", "Api")
    assert context["connectedAt"] <= context["requestTimeEpoch"]
    assert len(context["connectionId"]) == 16


def test_the_subprotocol_is_the_one_that_connect_answers(system: System) -> None:
    with dial(system, subprotocols=["ocpp1.6", "ocpp1.5"]) as socket:
        assert socket.subprotocol == "ocpp1.6"
    with dial(system) as socket:
        assert socket.subprotocol is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/ocpp/nobody", 401),
        ("/ocpp/denied", 403),
        ("/ocpp/broken", 500),
        ("/ocpp/refused", 404),
        ("/elsewhere", 403),
    ],
)
def test_a_refusal_is_an_http_status(system: System, path: str, status: int) -> None:
    with pytest.raises(InvalidStatus) as refused:
        dial(system, path)
    assert refused.value.response.status_code == status
    assert "ASGI" not in system.log


def test_frames_of_one_connection_run_at_the_same_time(system: System) -> None:
    with dial(system) as socket:
        socket.send("sleep 1")
        socket.send("quick")
        assert socket.recv(5) == "quick"
        assert socket.recv(5) == "sleep 1"


def test_more_frames_than_may_run_wait_in_order(system: System) -> None:
    with dial(system) as socket:
        for number in range(40):
            socket.send(f"frame {number}")
        assert {socket.recv(5) for _ in range(40)} == {f"frame {n}" for n in range(40)}


@pytest.mark.parametrize("frame", ["raise it", "sleep 4.5"])
def test_a_failing_handler_shows_as_the_gateways_own_object(system: System, frame: str) -> None:
    with dial(system) as socket:
        socket.send(frame)
        answer = json.loads(socket.recv(10))
    assert answer["message"] == "Internal server error"
    assert set(answer) == {"message", "connectionId", "requestId"}


def test_a_function_that_dies_is_started_again(system: System) -> None:
    with dial(system) as socket:
        socket.send("exit")
        assert "Internal server error" in str(socket.recv(5))
        system.wait_for_line("function Sockets ended (status 3)")

        def works() -> bool:
            socket.send("hello")
            return socket.recv(5) == "hello"

        wait_until(works)


def test_a_message_may_have_128_kb(system: System) -> None:
    with dial(system) as socket:
        socket.send("x" * 131_072)
        assert len(socket.recv(5)) == 131_072


def test_a_larger_message_closes_the_connection(system: System) -> None:
    with dial(system) as socket:
        socket.send("x" * 131_073)
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(5)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


def test_a_binary_frame_closes_the_connection(system: System) -> None:
    with dial(system) as socket:
        socket.send(b"\x00\x01")
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(5)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1003


def test_an_idle_connection_is_closed(system: System) -> None:
    with dial(system) as socket:
        socket.ping()
        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(12)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1001


def test_a_connection_can_be_asked_about_posted_to_and_closed(system: System) -> None:
    with dial(system) as socket:
        connection_id = event_of(socket)["requestContext"]["connectionId"]
        description: Any = manage(system, "GET", connection_id)
        assert description["identity"]["sourceIp"] == "127.0.0.1"
        assert description["connectedAt"] <= description["lastActiveAt"]
        manage(system, "POST", connection_id, "grüße".encode())
        assert socket.recv(5) == "grüße"
        manage(system, "DELETE", connection_id)
        with pytest.raises(ConnectionClosed):
            socket.recv(5)
    with pytest.raises(urllib.error.HTTPError, match="410"):
        manage(system, "POST", connection_id, b"late")


def test_a_post_that_is_too_large_is_refused(system: System) -> None:
    with dial(system) as socket:
        connection_id = event_of(socket)["requestContext"]["connectionId"]
        with pytest.raises(urllib.error.HTTPError, match="413"):
            manage(system, "POST", connection_id, b"x" * 131_073)


def test_the_end_of_a_connection_is_told_with_its_code(system: System) -> None:
    with dial(system) as socket:
        connection_id = event_of(socket)["requestContext"]["connectionId"]
        socket.close(1000)
    told = f'{{"disconnected": "{connection_id}", "code": 1000}}'
    wait_until(lambda: told in system.function_log("Sockets"))


def test_a_socket_that_breaks_is_told_as_abnormal(system: System) -> None:
    with dial(system) as socket:
        connection_id = event_of(socket)["requestContext"]["connectionId"]
        socket.socket.shutdown(SHUT_RDWR)
    told = f'{{"disconnected": "{connection_id}", "code": 1006}}'
    wait_until(lambda: told in system.function_log("Sockets"))


def test_a_post_signed_by_somebody_else_is_forbidden(system: System) -> None:
    with dial(system) as socket:
        connection_id = event_of(socket)["requestContext"]["connectionId"]
        with pytest.raises(urllib.error.HTTPError, match="403"):
            manage(system, "POST", connection_id, b"forged", signed=False)
