"""The launcher's side of the nursery: starts functions' processes and waits for their ends."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulators.aws.machine import ROOT

NURSERY_COMMAND = (sys.executable, "-P", "-m", "simulators.aws.nursery")
END_TIMEOUT_S = 3.0


class Child:
    """The process of a function; its number stays its own until `wait` has returned."""

    def __init__(self, pid: int, nursery: Nursery) -> None:
        self.pid = pid
        self._nursery = nursery

    def wait(self, timeout_s: float) -> int | None:
        """The exit status, or nothing if it still runs after the time."""
        return self._nursery.wait(self.pid, timeout_s)

    def kill(self) -> None:
        """End it at once."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Nursery:
    """One process that forks all functions; a new one is started when it has ended."""

    def __init__(self, log_path: Path) -> None:
        self._log_path = log_path
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start it; call it from the thread that lives as long as the program."""
        self._control, theirs = socket.socketpair()
        with theirs, self._log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [*NURSERY_COMMAND, str(theirs.fileno()), str(os.getpid())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                env={"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(ROOT)},
            )

    def spawn(self, environment: Mapping[str, str], events: int, log: int) -> Child:
        """Fork a function that serves the socket `events` and prints to `log`."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self.start()
        pid = self._ask({"environment": dict(environment)}, [events, log])
        if not isinstance(pid, int):
            raise OSError(f"the nursery has no child, see {self._log_path}")
        return Child(pid, self)

    def wait(self, pid: int, timeout_s: float) -> int | None:
        """Wait for a child; a child of a nursery that has ended has ended with it."""
        try:
            status = self._ask({"wait": pid, "timeout_s": timeout_s}, [])
        except OSError:
            return -signal.SIGKILL
        return status if isinstance(status, int) else None

    def stop(self) -> None:
        """End it; children that still run end with it."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            try:
                self._process.wait(END_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def _ask(self, request: dict[str, Any], descriptors: list[int]) -> object:
        with self._lock:
            if self._control is None:
                raise OSError("the nursery was never started")
            line = json.dumps(request).encode() + b"\n"
            sent = socket.send_fds(self._control, [line], descriptors)
            self._control.sendall(line[sent:])
            answer = b""
            while not answer.endswith(b"\n"):
                received = self._control.recv(4096)
                if not received:
                    raise OSError("the nursery has ended")
                answer += received
        return json.loads(answer)
