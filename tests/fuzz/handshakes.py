"""Handshakes that no charger sends: whatever bytes a stranger writes to the port."""

import base64
import socket
from collections.abc import Iterator
from contextlib import suppress
from random import Random

ANSWER_S = 20.0
METHODS = ("GET", "POST", "OPTIONS", "get", "G\x00T", "", "PRI * HTTP/2.0", "CONNECT")
VERSIONS = ("HTTP/1.1", "HTTP/1.0", "HTTP/2", "HTTP/9.9", "", "WAT")
PATHS = (
    "/ocpp/{}",
    "/ocpp//{}",
    "/ocpp/../{}",
    "/ocpp/%2e%2e%2f{}",
    "/ocpp/{}%00",
    "/ocpp/%ff%fe{}",
    "/ocpp/{}?cp={}",
    "/?cp={}",
    "/ocpp",
    "/ocpp/",
    "ocpp/{}",
    "*",
    "http://elsewhere.invalid/ocpp/{}",
)
OFFERS = ("ocpp1.6", "ocpp2.0.1", "", ",", "ocpp1.6, " * 200, "\u00e9", "ocpp1.6\tocpp1.6")
KEYS = ("dGhlIHNhbXBsZSBub25jZQ==", "", "short", "====", "A" * 4000)
SCHEMES = ("Basic {}", "basic {}", "Bearer {}", "Basic", "{}", "Basic {} {}", "Digest {}")


def handshakes(seed: int, identity: str) -> Iterator[bytes]:
    """Requests without end; none carries the charger's password. The same for the same seed."""
    chance = Random(seed)
    while True:
        kind = chance.random()
        if kind < 0.1:
            yield chance.randbytes(chance.randrange(1, 400)) + b"\r\n\r\n"
        elif kind < 0.3:
            yield _mutated(chance, _request(chance, identity))
        else:
            yield _request(chance, identity)


def knock(port: int, request: bytes) -> int | None:
    """Send a request; the status it is answered with, None when the line is closed without one."""
    with socket.create_connection(("127.0.0.1", port), timeout=ANSWER_S) as line:
        try:
            line.sendall(request)
            with suppress(OSError):  # a line that was closed meanwhile cannot be shut
                line.shutdown(socket.SHUT_WR)
            answer = b""
            while b"\r\n" not in answer and (piece := line.recv(4096)):
                answer += piece
        except ConnectionError:
            return None
    words = answer.split(b" ", 2)
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else None


def _request(chance: Random, identity: str) -> bytes:
    name = chance.choice((identity, identity.lower(), "NOBODY", "x" * 60, "a b", "", "\u00fc"))
    path = chance.choice(PATHS).replace("{}", name)
    version = chance.choice((VERSIONS[0],) * 6 + VERSIONS)
    lines = [f"{chance.choice(('GET',) * 12 + METHODS)} {path} {version}"]
    headers = {
        "Host": "127.0.0.1",
        "Connection": chance.choice(("Upgrade", "keep-alive", "close", "")),
        "Upgrade": chance.choice(("websocket", "websocket", "h2c", "")),
        "Sec-WebSocket-Version": chance.choice(("13", "13", "13", "8", "", "x")),
        "Sec-WebSocket-Key": chance.choice((KEYS[0],) * 3 + KEYS),
        "Sec-WebSocket-Protocol": chance.choice(OFFERS),
        "Authorization": _authorization(chance, identity),
        "X-Ocpp-Path": f"/ocpp/{identity}",
        "X-Origin-Secret": chance.choice(("", "guess")),
        "X-Padding": "p" * chance.choice((0, 0, 0, 100, 20_000)),
    }
    for header, value in headers.items():
        if chance.random() < 0.85:
            lines.append(f"{header}: {value}")
        if chance.random() < 0.05:
            lines.append(f"{header}: {value}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8")


def _authorization(chance: Random, identity: str) -> str:
    secret = chance.choice(("", "wrong", "x" * 20, "\x00", "p" * 5000))
    given = base64.b64encode(f"{identity}:{secret}".encode()).decode()
    told = chance.choice((given, given[:-1], "%%%", "", identity))
    return chance.choice(SCHEMES).replace("{}", told)


def _mutated(chance: Random, request: bytes) -> bytes:
    """Some bytes changed, cut out or repeated; it still ends as a request does."""
    raw = bytearray(request)
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(raw))
        match chance.randrange(3):
            case 0:
                raw[place] = chance.randrange(256)
            case 1:
                del raw[place : place + chance.randrange(1, 20)]
            case _:
                raw[place:place] = raw[place : place + chance.randrange(1, 20)]
        raw = raw or bytearray(b"x")
    return bytes(raw) + b"\r\n\r\n"
