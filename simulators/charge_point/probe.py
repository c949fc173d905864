"""`python -m simulators.charge_point.probe --url wss://…/ocpp --charger ID --password SECRET`.

Connects to a deployed system as a charger that was registered for it, and prints for each fact
that the design counts on whether it holds there. Ends with 1 when one does not. Use a charger that
nothing else uses: the probe boots it.
"""

import argparse
import base64
import json
import ssl
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

ANSWER_S = 15
BOOT = {"chargePointVendor": "Probe", "chargePointModel": "Probe"}
REFUSED = {401, 403, 404}


@dataclass(frozen=True, slots=True)
class Target:
    """Where and as whom. direct: the API itself, without the distribution in front; plain: ws://.

    mutual: the door for certificates, with the files of one and its key. idle_s: how long to stay
    silent before it must still be answered.
    """

    url: str
    charger: str
    password: str
    direct: str = ""
    plain: str = ""
    mutual: str = ""
    certificate: str = ""
    key: str = ""
    idle_s: float = 0.0


class Failed(Exception):
    """A fact does not hold; says what was seen."""


def main(arguments: list[str]) -> int:
    """Ask for every fact, print each; 1 when one fails."""
    parser = argparse.ArgumentParser(prog="make probe PROBE_ARGS=")
    parser.add_argument("--url", required=True, help="ChargerUrl of the stack's outputs")
    parser.add_argument("--charger", required=True)
    parser.add_argument("--password", required=True)
    parser.add_argument("--direct", default="", help="DirectChargerUrl, where DirectDoor is off")
    parser.add_argument("--plain", default="", help="PlainDoorUrl")
    parser.add_argument("--mutual", default="", help="ClientCertificateUrl")
    parser.add_argument("--certificate", default="", help="PEM file, for --mutual")
    parser.add_argument("--key", default="", help="PEM file, for --mutual")
    parser.add_argument("--idle-s", type=float, default=0.0, help="540 takes nine minutes")
    target = Target(**vars(parser.parse_args(arguments)))
    failures = 0
    for fact, check in facts(target):
        try:
            check(target)
        except (Failed, InvalidStatus, ConnectionClosed, OSError, TimeoutError) as error:
            failures += 1
            print(f"FAIL  {fact}: {error}")
        else:
            print(f"pass  {fact}")
    return 1 if failures else 0


def facts(target: Target) -> Iterator[tuple[str, Callable[[Target], None]]]:
    """Each fact that can be asked for with what was given."""
    yield "the subprotocol is relayed both ways", _subprotocol
    yield "an offer without OCPP 1.6 gets no subprotocol and is closed", _foreign_subprotocol
    yield "a frame carries the authorizer's word on whose it is", _frame_is_answered
    yield "frames of one connection are all answered", _frames_at_once
    yield "an answer comes before the next command", _answer_first
    yield "a ping is answered", _ping
    yield "a wrong password is refused with 401", _wrong_password
    yield "an unknown charger is refused", _unknown_charger
    yield "a handshake without a charger is refused", _no_charger
    if target.direct:
        yield "the API refuses who comes around the distribution", _around
    if target.plain:
        yield "ws:// without TLS reaches the system", _plain
    if target.mutual:
        yield "a client certificate opens its own door", _mutual
    if target.idle_s:
        yield f"a connection lives through {target.idle_s:g} s of silence", _idle


def _dial(
    target: Target,
    *,
    charger: str | None = None,
    password: str | None = None,
    offer: str = "ocpp1.6",
    url: str = "",
) -> ClientConnection:
    charger = target.charger if charger is None else charger
    secret = f"{charger}:{target.password if password is None else password}"
    return connect(
        f"{url or target.url}/{quote(charger, safe='')}",
        subprotocols=[offer],  # type: ignore[list-item] # a Subprotocol is a str
        additional_headers={"Authorization": f"Basic {base64.b64encode(secret.encode()).decode()}"},
        open_timeout=ANSWER_S,
        ping_interval=None,
    )


def _send(socket: ClientConnection, number: str, action: str, payload: object) -> None:
    socket.send(json.dumps([2, number, action, payload]))


def _receive(socket: ClientConnection) -> list[Any]:
    frame: list[Any] = json.loads(socket.recv(ANSWER_S))
    return frame


def _answer_to(socket: ClientConnection, number: str) -> list[Any]:
    while True:
        frame = _receive(socket)
        if frame[0] == 2:
            socket.send(json.dumps([4, frame[1], "NotSupported", "a probe", {}]))
        elif frame[1] == number:
            return frame


def _must(holds: object, seen: object) -> None:
    if not holds:
        raise Failed(str(seen))


def _subprotocol(target: Target) -> None:
    with _dial(target) as socket:
        _must(socket.subprotocol == "ocpp1.6", f"got {socket.subprotocol}")


def _foreign_subprotocol(target: Target) -> None:
    with _dial(target, offer="ocpp2.0.1") as socket:
        _must(socket.subprotocol is None, f"got {socket.subprotocol}")
        _send(socket, "1", "Heartbeat", {})
        try:
            frame = _receive(socket)
        except ConnectionClosed:
            return
        raise Failed(f"still open, answered {frame}")


def _frame_is_answered(target: Target) -> None:
    with _dial(target) as socket:
        _send(socket, "1", "BootNotification", BOOT)
        frame = _answer_to(socket, "1")
        _must(frame[0] == 3 and "status" in frame[2], frame)


def _frames_at_once(target: Target) -> None:
    numbers = {f"at-once-{number}" for number in range(5)}
    with _dial(target) as socket:
        for number in sorted(numbers):
            _send(socket, number, "Heartbeat", {})
        begin = time.monotonic()  # only bounds the wait
        while numbers and time.monotonic() - begin < ANSWER_S:
            frame = _receive(socket)
            if frame[0] == 3:
                numbers.discard(frame[1])
        _must(not numbers, f"no answer to {sorted(numbers)}")


def _answer_first(target: Target) -> None:
    with _dial(target) as socket:
        _send(socket, "first", "BootNotification", BOOT)
        frame = _receive(socket)
        _must(frame[0] == 3 and frame[1] == "first", f"first came {frame}")


def _ping(target: Target) -> None:
    with _dial(target) as socket:
        _must(socket.ping().wait(ANSWER_S), "no pong")


def _refusal(target: Target, **changes: str) -> int:
    try:
        with _dial(target, **changes):
            pass
    except InvalidStatus as refused:
        return refused.response.status_code
    raise Failed("let in")


def _wrong_password(target: Target) -> None:
    status = _refusal(target, password="not-the-password")
    _must(status == 401, f"status {status}")


def _unknown_charger(target: Target) -> None:
    status = _refusal(target, charger="probe-that-nobody-registered")
    _must(status in REFUSED, f"status {status}")


def _no_charger(target: Target) -> None:
    status = _refusal(target, charger="")
    _must(status in REFUSED, f"status {status}")


def _around(target: Target) -> None:
    status = _refusal(target, url=target.direct)
    _must(status in REFUSED, f"status {status}")


def _plain(target: Target) -> None:
    try:
        with _dial(target, url=target.plain) as socket:
            _must(socket.subprotocol == "ocpp1.6", f"got {socket.subprotocol}")
    except InvalidStatus as refused:
        # A charger whose profile wants TLS is refused by us, and not by the distribution.
        status = refused.response.status_code
        _must(status == 401, f"status {status}")


def _mutual(target: Target) -> None:
    context = ssl.create_default_context()
    context.load_cert_chain(target.certificate, target.key)
    address = f"{target.mutual}/{quote(target.charger, safe='')}"
    with connect(address, subprotocols=["ocpp1.6"], ssl=context) as socket:  # type: ignore[list-item] # as above
        _must(socket.subprotocol == "ocpp1.6", f"got {socket.subprotocol}")


def _idle(target: Target) -> None:
    with _dial(target) as socket:
        try:
            frame = json.loads(socket.recv(target.idle_s))
            _must(frame[0] == 2, frame)
        except TimeoutError:
            pass
        _send(socket, "after", "Heartbeat", {})
        _must(_answer_to(socket, "after")[0] == 3, "no answer")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
