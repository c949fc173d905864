"""A host that says what it is told to: real sockets, no HTTP library."""

import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

REQUEST_END = b"\r\n\r\n"
CLOSE = b""
"""An answer that is none: the connection ends."""
SILENCE = b"silence"
"""An answer that never comes: the connection stays as it is until the other side ends it."""
DONE = b"HTTP/1.1 204 No Content\r\n\r\n"
"""An answer after which the connection ends, though it does not say so."""


class Host:
    """Answers requests one after the other, over as many connections as it takes.

    requests: what arrived, whole. connections: how many were opened; closed: how many ended.
    tls: for a host that is called by https.
    """

    def __init__(self, answers: Sequence[bytes], tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self.closed = 0
        self._answers = list(answers)
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            with suppress(ssl.SSLError), self._secured(connection) as secured:
                self._answer(secured)
            self.closed += 1

    def _secured(self, connection: socket.socket) -> socket.socket:
        return self._tls.wrap_socket(connection, server_side=True) if self._tls else connection

    def _answer(self, connection: socket.socket) -> None:
        while self._answers:
            request = _read_request(connection)
            if request is None:
                return
            self.requests.append(request)
            answer = self._answers.pop(0)
            if answer == CLOSE:
                return
            if answer == SILENCE:
                connection.recv(1)
                return
            connection.sendall(answer)
            tells_its_end = b"ength" in answer or b"chunked" in answer
            if b"onnection: close" in answer or not tells_its_end:
                return


def _read_request(connection: socket.socket) -> bytes | None:
    received = b""
    while REQUEST_END not in received:
        piece = connection.recv(65_536)
        if not piece:
            return None
        received += piece
    head, _, body = received.partition(REQUEST_END)
    sizes = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    missing = int(sizes[0].partition(b":")[2]) - len(body) if sizes else 0
    while missing > 0:
        piece = connection.recv(65_536)
        received += piece
        missing -= len(piece)
    return received


@contextmanager
def running(*answers: bytes, tls: ssl.SSLContext | None = None) -> Iterator[Host]:
    """A host with these answers, for a block."""
    host = Host(answers, tls)
    try:
        yield host
    finally:
        host.stop()


def answer(body: bytes = b"{}", status: str = "200 OK") -> bytes:
    """A plain answer."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
