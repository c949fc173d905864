"""The `@connections` API of a replay: keeps what is posted, for the one thread that asks."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from simulators.replay.frames import Frame


class RecordingGateway:
    """Serves on a free port of loopback until it is closed."""

    def __init__(self) -> None:
        self.active: dict[str, datetime] = {}
        self._posted: dict[str, list[Frame]] = defaultdict(list)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def frames(self, connection_id: str) -> list[Frame]:
        """Everything that was posted to a connection, decoded, in order."""
        return self._posted[connection_id]

    def take(self, connection_id: str, body: bytes) -> None:
        """Keep a frame."""
        self._posted[connection_id].append(json.loads(body))

    def close(self) -> None:
        """End the server."""
        self._server.shutdown()
        self._server.server_close()


def _handler(gateway: RecordingGateway) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            pass

        def _connection_id(self) -> str:
            return unquote(self.path.rpartition("/")[2])

        def _answer(self, status: int, content: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            gateway.take(self._connection_id(), body)
            self._answer(200)

        def do_GET(self) -> None:
            heard = gateway.active.get(self._connection_id())
            if heard is None:
                self._answer(410)
            else:
                self._answer(200, json.dumps({"lastActiveAt": heard.isoformat()}).encode())

        def do_DELETE(self) -> None:
            self._answer(204)

    return Handler
