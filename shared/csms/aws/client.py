"""Calls to one service of AWS: botocore signs, httptools reads (decision 12).

What botocore's own clients do around that costs a frame four fifths of its CPU time.
"""

import select
import socket
import ssl
import struct
import time
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import httptools
from botocore.credentials import ReadOnlyCredentials
from botocore.hooks import HierarchicalEmitter

from csms.aws.signer import Call, Headers, Scope, sign

CONNECT_TIMEOUT_S: Final = 1
READ_TIMEOUT_S: Final = 3
TRUSTED_S: Final = 1
"""How long an idle connection without TLS is used without a look whether the host has closed it."""
PART_BYTES: Final = 65_536
FIRST_FINAL_STATUS: Final = 200
"""Lower ones announce that an answer will follow."""
TIMEVAL: Final = struct.Struct("ll")


class Unreachable(Exception):
    """No answer came. What was asked may have been done all the same."""


class _NoAnswer(Exception):
    """What came is no answer."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, whatever its status."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Meta:
    """What botocore's clients have under this name, as far as somebody uses it.

    events: hooks for who counts, refuses or breaks calls; the callers of `send` name them.
    """

    endpoint_url: str
    events: HierarchicalEmitter


class _Incoming:
    """The answer that comes on a connection.

    One without a length is none: who sends it can break off in the middle, and nobody would know.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._parser: Any = httptools.HttpResponseParser(self)
        self._parts: list[bytes] = []
        self._status = 0
        self._complete = False
        self.is_last = False
        """Whether the host closes the connection after it."""

    def read(self) -> Response:
        """Wait for the whole answer. Raises OSError and _NoAnswer."""
        try:
            while not self._complete:
                part = self._connection.recv(PART_BYTES)
                if not part:
                    raise _NoAnswer("the connection ended before the answer did")
                self._parser.feed_data(part)
        except httptools.HttpParserError as error:
            raise _NoAnswer(f"no HTTP: {error}") from error
        finally:
            self._parser = None  # each knows the other: else they wait for the garbage collector
        return Response(self._status, b"".join(self._parts))

    def on_message_begin(self) -> None:
        """httptools: an answer begins."""
        if self._complete:
            raise _NoAnswer("more than one answer")

    def on_body(self, part: bytes) -> None:
        """httptools: a part of the body, out of its chunk if it came in one."""
        self._parts.append(part)

    def on_message_complete(self) -> None:
        """httptools: an answer is whole."""
        self._status = self._parser.get_status_code()
        self.is_last = not self._parser.should_keep_alive()
        self._complete = self._status >= FIRST_FINAL_STATUS


@dataclass(frozen=True, slots=True)
class _Idle:
    """A connection that waits for its next call. since: on the monotonic clock, in seconds."""

    connection: socket.socket
    since: float


class Client:
    """Shared by all threads of a process; keeps its connections."""

    def __init__(
        self, endpoint_url: str, scope: Scope, credentials: Callable[[], ReadOnlyCredentials]
    ) -> None:
        """credentials: asked before every call, since those of a role are renewed."""
        self.meta = Meta(endpoint_url, HierarchicalEmitter())
        self._scope = scope
        self._credentials = credentials
        url = urlsplit(endpoint_url)
        self._tls = ssl.create_default_context() if url.scheme == "https" else None
        self._address = (url.hostname or "", url.port or (80 if self._tls is None else 443))
        self._origin = f"{url.scheme}://{url.netloc}"
        self._host = url.netloc
        self._prefix = url.path.rstrip("/")
        self._idle: deque[_Idle] = deque()
        weakref.finalize(self, _close_all, self._idle)

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Response:
        """Make one call, once. path: percent-encoded. Raises Unreachable."""
        path = self._prefix + path
        call = Call(method, self._origin + path, Headers(host=self._host, **headers), body)
        signed = sign(call, self._scope, self._credentials())
        lines = [f"{name}: {value}\r\n" for name, value in signed.items()]
        head = f"{method} {path} HTTP/1.1\r\n{''.join(lines)}content-length: {len(body)}\r\n\r\n"
        try:
            return self._exchange(head.encode("ascii") + body)
        except BlockingIOError as error:  # the kernel's word for the end of a time limit
            text = f"{self._origin}: no answer in {READ_TIMEOUT_S} s"
            raise Unreachable(text) from error
        except (OSError, _NoAnswer) as error:
            raise Unreachable(f"{self._origin}: {error!r}") from error

    def _exchange(self, request: bytes) -> Response:
        connection = self._take()
        try:
            connection.sendall(request)
            incoming = _Incoming(connection)
            response = incoming.read()
        except BaseException:
            connection.close()  # what is left on it belongs to nobody
            _close_all(self._idle)  # they have most likely ended as it has
            raise
        if incoming.is_last:
            connection.close()
        else:
            self._idle.append(_Idle(connection, time.monotonic()))
        return response

    def _take(self) -> socket.socket:
        """The connection that was used last, if the host has kept it, or a new one."""
        while idle := _pop(self._idle):
            if self._is_trusted(idle) or not _is_closing(idle.connection):
                return idle.connection
            idle.connection.close()
        return self._connect()

    def _is_trusted(self, idle: _Idle) -> bool:
        """Whether the host has certainly kept it: a look is one more chance for other threads.

        Not in the cloud, where calls have TLS: a function may have been frozen for an hour since,
        and its clock with it.
        """
        return self._tls is None and time.monotonic() - idle.since < TRUSTED_S

    def _connect(self) -> socket.socket:
        connection = socket.create_connection(self._address, CONNECT_TIMEOUT_S)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tls is None:
            _limit_waiting(connection)
        else:
            connection = self._tls.wrap_socket(connection, server_hostname=self._address[0])
            connection.settimeout(READ_TIMEOUT_S)
        return connection


def _limit_waiting(connection: socket.socket) -> None:
    """Let the kernel end what takes too long.

    With a timeout of its own Python asks before it reads or writes whether it would have to wait:
    twice the system calls, and each lets other threads in. TLS can do no other.
    """
    connection.settimeout(None)
    limit = TIMEVAL.pack(int(READ_TIMEOUT_S), int(READ_TIMEOUT_S % 1 * 1_000_000))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)


def _pop(waiting: deque[_Idle]) -> _Idle | None:
    """The one that was used last; other threads take some too."""
    try:
        return waiting.pop()
    except IndexError:
        return None


def _close_all(waiting: deque[_Idle]) -> None:
    while idle := _pop(waiting):
        idle.connection.close()


def _is_closing(connection: socket.socket) -> bool:
    """Whether an idle connection has anything to read, which can only be its end."""
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(0))
