"""HTTP/1.1 to one host over connections that are kept: what the APIs of AWS need, and no more.

A request goes out in one piece; the answer's body has a length, comes in chunks, or ends with the
connection. No redirects, no proxies, no compression: AWS sends none that was not asked for.
"""

import select
import socket
import ssl
import threading
import weakref
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

RECEIVE_BYTES: Final = 65_536
LONGEST_HEAD_BYTES: Final = 65_536
HEAD_END: Final = b"\r\n\r\n"
LINE_END: Final = b"\r\n"
NO_BODY: Final = frozenset({204, 304})


class Unreachable(Exception):
    """No answer came. What was asked may have been done all the same."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. headers: by lower-case name."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Timeouts:
    """In seconds. read_s: from one piece of the answer to the next."""

    connect_s: float
    read_s: float


class Pool:
    """The connections to one host, shared by threads; each serves one request at a time."""

    def __init__(self, url: str, timeouts: Timeouts, size: int) -> None:
        """url: `https://host` or `http://host:port`. size: how many idle ones are kept."""
        parts = urlsplit(url)
        self._is_secure = parts.scheme == "https"
        self._name = parts.hostname or ""
        self._port = parts.port or (443 if self._is_secure else 80)
        self._timeouts = timeouts
        # The one used last is the one that is least likely to have been closed since.
        self._idle: deque[_Connection] = deque()
        self._size = size
        self._context: ssl.SSLContext | None = None
        self._lock = threading.Lock()
        weakref.finalize(self, _close_all, self._idle)

    def request(self, raw: bytes) -> Response:
        """Send one request, head and body, and read its answer. Raises Unreachable."""
        connection = self._take()
        try:
            connection.socket.sendall(raw)
            response, is_reusable = connection.read_response()
        except (OSError, ValueError) as error:
            connection.socket.close()
            raise Unreachable(str(error) or type(error).__name__) from error
        except BaseException:
            connection.socket.close()
            raise
        if is_reusable:
            self._put_back(connection)
        else:
            connection.socket.close()
        return response

    def _take(self) -> "_Connection":
        while self._idle:
            try:
                connection = self._idle.pop()
            except IndexError:  # another thread was faster
                break
            if connection.is_usable():
                return connection
            connection.socket.close()
        try:
            return _Connection(self._connect())
        except OSError as error:
            raise Unreachable(f"{self._name}:{self._port}: {error}") from error

    def _put_back(self, connection: "_Connection") -> None:
        if len(self._idle) < self._size:
            self._idle.append(connection)
        else:
            connection.socket.close()

    def _connect(self) -> socket.socket:
        address = (self._name, self._port)
        plain = socket.create_connection(address, timeout=self._timeouts.connect_s)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            whole = self._secure(plain) if self._is_secure else plain
        except BaseException:
            plain.close()
            raise
        whole.settimeout(self._timeouts.read_s)
        return whole

    def _secure(self, plain: socket.socket) -> socket.socket:
        with self._lock:
            if self._context is None:
                self._context = ssl.create_default_context()
        return self._context.wrap_socket(plain, server_hostname=self._name)


def _close_all(connections: "deque[_Connection]") -> None:
    for connection in connections:
        connection.socket.close()


class _Connection:
    """One socket, and what was received beyond the last answer."""

    __slots__ = ("_buffer", "socket")

    def __init__(self, connected: socket.socket) -> None:
        self.socket = connected
        self._buffer = b""

    def is_usable(self) -> bool:
        """False when the other side has closed it, or sent what nobody asked for."""
        poll = select.poll()
        poll.register(self.socket, select.POLLIN)
        return not poll.poll(0)

    def read_response(self) -> tuple[Response, bool]:
        """The answer, and whether the connection can be used again.

        Raises OSError when it ends too early, ValueError when it is no HTTP.
        """
        head = self._read_head()
        status_line, *lines = head.split(LINE_END)
        version, status = status_line[:8], int(status_line[9:12])
        headers: dict[str, str] = {}
        for line in lines:
            name, _, value = line.partition(b":")
            headers[name.decode("latin-1").lower()] = value.strip().decode("latin-1")
        is_reusable = version == b"HTTP/1.1" and headers.get("connection", "").lower() != "close"
        if status in NO_BODY:
            return Response(status, headers, b""), is_reusable
        if "chunked" in headers.get("transfer-encoding", "").lower():
            return Response(status, headers, self._read_chunks()), is_reusable
        if "content-length" in headers:
            body = self._read(int(headers["content-length"]))
            return Response(status, headers, body), is_reusable
        return Response(status, headers, self._read_to_end()), False

    def _read_head(self) -> bytes:
        while True:
            head, separator, rest = self._buffer.partition(HEAD_END)
            if separator:
                self._buffer = rest
                if not head.startswith(b"HTTP/1."):
                    raise ValueError("the answer is not HTTP")
                return head
            if len(self._buffer) > LONGEST_HEAD_BYTES:
                raise ValueError("the answer's head does not end")
            self._buffer += self._receive()

    def _read(self, size: int) -> bytes:
        """Exactly so many bytes."""
        if len(self._buffer) < size:
            pieces, missing = [self._buffer], size - len(self._buffer)
            while missing > 0:
                piece = self._receive()
                pieces.append(piece)
                missing -= len(piece)
            self._buffer = b"".join(pieces)
        body, self._buffer = self._buffer[:size], self._buffer[size:]
        return body

    def _read_chunks(self) -> bytes:
        chunks = []
        while size := int(self._read_line().partition(b";")[0], 16):
            chunks.append(self._read(size))
            self._read_line()
        while self._read_line():  # what may follow the last chunk
            pass
        return b"".join(chunks)

    def _read_line(self) -> bytes:
        while True:
            line, separator, rest = self._buffer.partition(LINE_END)
            if separator:
                self._buffer = rest
                return line
            if len(self._buffer) > LONGEST_HEAD_BYTES:
                raise ValueError("a line of the answer does not end")
            self._buffer += self._receive()

    def _read_to_end(self) -> bytes:
        pieces = [self._buffer]
        while piece := self.socket.recv(RECEIVE_BYTES):
            pieces.append(piece)
        self._buffer = b""
        return b"".join(pieces)

    def _receive(self) -> bytes:
        received = self.socket.recv(RECEIVE_BYTES)
        if not received:
            raise ConnectionError("the connection was closed before the answer")
        return received
