"""uvicorn, set up to behave like API Gateway at its edge."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import resource
import socket
from collections.abc import Iterator
from functools import partial

import uvicorn

from simulators.aws.front_door import FrontDoor
from simulators.aws.limits import Limits
from simulators.aws.management_api import ManagementApi
from simulators.aws.management_lane import ManagementLane

BACKLOG = 512
KEEP_ALIVE_S = 75
SHUTDOWN_S = 3
MOST_OPEN_FILES = 65_536


class PortTaken(Exception):
    """Somebody else listens on the port."""


def allow_open_files() -> None:
    """Let this process open as many files as it may; shells allow 1,024, fewer than chargers."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_OPEN_FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        with contextlib.suppress(ValueError, OSError):  # a system with a limit of its own
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def listen(host: str, port: int) -> socket.socket:
    """Take the port now, so that a second instance is refused before it touches anything.

    Raises PortTaken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} is taken. Stop what listens there, or choose another: PORT=…"
            ) from error
        raise PortTaken(f"{host}:{port} cannot be used: {error.strerror}") from error
    return listener


class Server(uvicorn.Server):
    """A server that leaves signals to the launcher, and says when it has started."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.serves = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to accept."""
        await super().startup(sockets)
        self.serves.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Do nothing."""
        yield


def make_server(app: FrontDoor, management: ManagementApi | None, limits: Limits) -> Server:
    """No pings (the gateway sends none), no compression, messages as large as the gateway's."""
    protocol = partial(ManagementLane, management, limits.request_s)
    return Server(
        uvicorn.Config(
            app,
            http=protocol,  # type: ignore[arg-type] # called like the class
            proxy_headers=False,
            ws="websockets-sansio",
            ws_max_size=limits.message_bytes,
            ws_ping_interval=None,
            ws_per_message_deflate=False,
            lifespan="off",
            log_level="error",
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_S,
            timeout_graceful_shutdown=SHUTDOWN_S,
        )
    )
