"""The gateway's `@connections` API: records what is posted, and refuses as it is told."""

import json
import os
import threading
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import unquote

NO_ANSWER: Final = 0
"""A status for `refuse`: takes the frame and closes the line without a word."""


class _Server(ThreadingHTTPServer):
    # Sixteen functions may call at once: one that finds the queue full tries again after a second.
    request_queue_size = 64


class Gateway:
    """One server per test process; `reset` between tests."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.reset()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        # botocore reads this when the client is made, which is at the first frame.
        name = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI"
        os.environ[name] = self.url  # noqa: TID251 - the gateway of this process
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def reset(self) -> None:
        """Forget everything, and take every frame again."""
        self.posted: list[tuple[str, Any]] = []
        self.closed: list[str] = []
        self.refusals: dict[str, list[int]] = defaultdict(list)
        self.active: dict[str, datetime] = {}
        self.on_post: Callable[[str, Any], None] | None = None

    def refuse(self, connection_id: str, *statuses: int) -> None:
        """Answer the next posts to a connection with these statuses; then take them again."""
        self.refusals[connection_id] += statuses

    def frames(self, connection_id: str) -> list[list[Any]]:
        """What was posted to a connection, decoded."""
        with self._lock:
            return [frame for to, frame in self.posted if to == connection_id]

    def calls(self, connection_id: str) -> list[list[Any]]:
        """The commands among them."""
        return [frame for frame in self.frames(connection_id) if frame[0] == 2]

    def answer_to(self, connection_id: str, message_id: object) -> list[Any]:
        """The one answer to a CALL of the charger."""
        found = [f for f in self.frames(connection_id) if f[0] in (3, 4) and f[1] == message_id]
        assert len(found) == 1, found
        answer: list[Any] = found[0]
        return answer

    def stop(self) -> None:
        """End the server."""
        self._server.shutdown()
        self._server.server_close()

    def take(self, connection_id: str, body: bytes) -> int:
        """Take a posted frame; returns the status to answer with."""
        with self._lock:
            if self.refusals[connection_id]:
                return self.refusals[connection_id].pop(0)
            if connection_id in self.closed:
                return 410
            frame = json.loads(body)
            self.posted.append((connection_id, frame))
        if self.on_post is not None:
            self.on_post(connection_id, frame)
        return 200


def _handler(gateway: Gateway) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            pass

        def _connection_id(self) -> str:
            return unquote(self.path.rpartition("/")[2])

        def _answer(self, status: int, body: object = None) -> None:
            content = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = gateway.take(self._connection_id(), body)
            if status == NO_ANSWER:
                self.close_connection = True
                return
            self._answer(status, None if status == 200 else {"message": "refused"})

        def do_GET(self) -> None:
            active = gateway.active.get(self._connection_id())
            if active is None:
                self._answer(410, {"message": "gone"})
            else:
                self._answer(200, {"lastActiveAt": active.isoformat()})

        def do_DELETE(self) -> None:
            gateway.closed.append(self._connection_id())
            self._answer(204)

    return Handler
