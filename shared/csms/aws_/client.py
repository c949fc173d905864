"""Calls to one service of AWS: botocore signs, http.client sends, httptools reads (decision 12).

What botocore's own clients do around that costs a frame four fifths of its CPU time.
"""

import select
import ssl
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import socket
from typing import Any, Final, cast
from urllib.parse import urlsplit

import httptools
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials
from botocore.hooks import HierarchicalEmitter

CONNECT_TIMEOUT_S: Final = 1
READ_TIMEOUT_S: Final = 3
PART_BYTES: Final = 65_536
FIRST_FINAL_STATUS: Final = 200
"""Lower ones announce that an answer will follow."""


class Unreachable(Exception):
    """No answer came. What was asked may have been done all the same."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, whatever its status."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Scope:
    """What a signature is good for; service as `dynamodb`."""

    region: str
    service: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What botocore's clients have under this name, as far as somebody uses it.

    events: hooks for who counts, refuses or breaks calls; the callers of `send` name them.
    """

    endpoint_url: str
    events: HierarchicalEmitter


class _Request(AWSRequest):
    """A call whose body is bytes; botocore's prepares all of it once more to know that."""

    @property
    def body(self) -> bytes:  # type: ignore[override] # which botocore encodes before it signs
        """What is sent."""
        return cast(bytes, self.data)


class _Incoming:
    """The answer that comes on a connection; in the shape that http.client asks of one.

    It is whole when `begin` returns. One without a length is none: who sends it can break off
    in the middle, and nobody would know.
    """

    def __init__(self, sock: socket, method: str) -> None:  # noqa: ARG002 - never HEAD's answers
        self._sock = sock
        self._parser: Any = httptools.HttpResponseParser(self)
        self._parts: list[bytes] = []
        self._complete = False
        self.status = 0
        self.will_close = False

    def begin(self) -> None:
        """Read the answer. Raises OSError and HTTPException."""
        try:
            while not self._complete:
                part = self._sock.recv(PART_BYTES)
                if not part:
                    raise HTTPException("the connection ended before the answer did")
                self._parser.feed_data(part)
        except httptools.HttpParserError as error:
            raise HTTPException(f"no HTTP: {error}") from error
        finally:
            self._parser = None  # each knows the other: else they wait for the garbage collector

    def on_message_begin(self) -> None:
        """httptools: an answer begins."""
        if self._complete:
            raise HTTPException("more than one answer")

    def on_body(self, part: bytes) -> None:
        """httptools: a part of the body, out of its chunk if it came in one."""
        self._parts.append(part)

    def on_message_complete(self) -> None:
        """httptools: an answer is whole."""
        self.status = self._parser.get_status_code()
        self.will_close = not self._parser.should_keep_alive()
        self._complete = self.status >= FIRST_FINAL_STATUS

    def read(self) -> bytes:
        """The body."""
        return b"".join(self._parts)

    def isclosed(self) -> bool:
        """Whether nothing of it is left on the connection."""
        return self._complete

    def close(self) -> None:
        """Nothing is held: the socket is the connection's."""


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
        self._address = (url.hostname or "", url.port)
        self._tls = ssl.create_default_context() if url.scheme == "https" else None
        self._origin = f"{url.scheme}://{url.netloc}"
        self._host = url.netloc  # told to botocore, which else would find it out for each call
        self._prefix = url.path.rstrip("/")
        self._idle: deque[HTTPConnection] = deque()
        weakref.finalize(self, _close_all, self._idle)

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Response:
        """Make one call, once. path: percent-encoded. Raises Unreachable."""
        path = self._prefix + path
        given = {"Host": self._host, **headers}
        request = _Request(method, self._origin + path, given, body)
        SigV4Auth(self._credentials(), self._scope.service, self._scope.region).add_auth(request)
        try:
            return self._exchange(method, path, dict(request.headers.items()), body)
        except (OSError, HTTPException) as error:
            raise Unreachable(f"{self._origin}: {error!r}") from error

    def _exchange(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Response:
        connection = self._take()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            response = Response(answer.status, answer.read())
        except BaseException:
            connection.close()  # what is left on it belongs to nobody
            raise
        if connection.sock is not None:  # else the host closes after this answer
            self._idle.append(connection)
        return response

    def _take(self) -> HTTPConnection:
        """The connection that was used last, if the host has kept it, or a new one."""
        while self._idle:
            try:
                connection = self._idle.pop()
            except IndexError:  # another thread was faster
                break
            if not _is_closing(connection):
                return connection
            connection.close()
        host, port = self._address
        if self._tls is None:
            connection = HTTPConnection(host, port, timeout=CONNECT_TIMEOUT_S)
        else:
            connection = HTTPSConnection(host, port, timeout=CONNECT_TIMEOUT_S, context=self._tls)
        connection.response_class = _Incoming  # type: ignore[assignment] # of the shape it uses
        connection.connect()
        connection.sock.settimeout(READ_TIMEOUT_S)
        return connection


def _close_all(connections: deque[HTTPConnection]) -> None:
    for connection in connections:
        connection.close()


def _is_closing(connection: HTTPConnection) -> bool:
    """Whether an idle connection has anything to read, which can only be its end."""
    poll = select.poll()
    poll.register(connection.sock, select.POLLIN)
    return bool(poll.poll(0))
