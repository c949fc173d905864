"""Where the functions' processes come from: one parent that has imported what they share.

Starting Python and importing botocore, PynamoDB and FastAPI costs most of a second of CPU for
each function. This process imports them once, and becomes a function by forking: with the
function's own environment, set before any module of the product is imported, since those
read it at import. It runs no threads and opens no connections, so that forking is safe.

It serves one caller over a socket: a line of JSON for each request and each answer.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
import time
from typing import Any

from simulators.aws.tether import die_with_parent

# Third parties alone; what is missing is passed over, and imported by whoever needs it.
SHARED_IMPORTS = (
    "aws_lambda_powertools.logging",
    "aws_lambda_powertools.metrics",
    "botocore.endpoint",
    "botocore.session",
    "fastapi",
    "jwt",
    "mangum",
    "ocpp.messages",
    "ocpp.v16.call",
    "pydantic",
    "pynamodb.models",
)
RECEIVE_BYTES = 65_536
POLL_S = 0.005


def main() -> None:
    """Serve the socket whose descriptor is the first argument until its other end closes."""
    descriptor, parent_pid = int(sys.argv[1]), int(sys.argv[2])
    die_with_parent(parent_pid)
    for name in SHARED_IMPORTS:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    # What is shared stays shared: the collector would touch it in every child.
    gc.collect()
    gc.freeze()
    control = socket.socket(fileno=descriptor)
    buffer, descriptors = b"", []
    while True:
        received, new_descriptors, _, _ = socket.recv_fds(control, RECEIVE_BYTES, 2)
        if not received:
            return
        buffer += received
        descriptors += new_descriptors
        if not buffer.endswith(b"\n"):
            continue
        answer = _serve(json.loads(buffer), descriptors, control)
        buffer, descriptors = b"", []
        control.sendall(json.dumps(answer).encode() + b"\n")


def _serve(request: dict[str, Any], descriptors: list[int], control: socket.socket) -> object:
    if "wait" in request:
        return _wait(request["wait"], request["timeout_s"])
    events, log = descriptors
    pid = os.fork()
    if pid == 0:
        control.close()
        _become_function(request["environment"], events, log)
    os.close(events)
    os.close(log)
    return pid


def _wait(pid: int, timeout_s: float) -> int | None:
    """The exit status of a child, negative for a signal; nothing if it still runs then."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            ended, status = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:  # a child of the nursery before, which took it along
            return -signal.SIGKILL
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= deadline:
            return None
        time.sleep(POLL_S)


def _become_function(environment: dict[str, str], events: int, log: int) -> None:
    """Never returns: the child serves its events and exits."""
    parent_pid = os.getppid()
    os.setsid()
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    own_paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    others = [path for path in sys.path if path not in own_paths]
    sys.path[:] = environment["PYTHONPATH"].split(os.pathsep) + others
    worker = importlib.import_module("simulators.aws.worker")
    worker.run(events, parent_pid)


if __name__ == "__main__":
    main()
