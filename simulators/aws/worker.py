"""The process of one function: what Lambda's runtime is to a handler.

Forked by the nursery with exactly the environment that template.yaml gives the function.
Events come over a socket and run in threads, as many at once as the function may have
instances. A thread cannot be killed: an invocation that passes its timeout is reported to
the caller as such, and what it still does is its own affair, as after a lost answer.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import socket
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from typing import Any

from simulators.aws.frames import Frame, FrameReader, Kind, encode
from simulators.aws.tether import die_with_parent

RECEIVE_BYTES = 262_144
MAX_RESPONSE_BYTES = 6 * 1024 * 1024

type Handler = Callable[[Any, Any], Any]


class LambdaContext:
    """The second argument of a handler, as the Python runtime of Lambda passes it."""

    function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME", "")
    function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
    memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
    log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME", "")
    log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME", "")
    invoked_function_arn = (
        f"arn:aws:lambda:{os.environ.get('AWS_REGION', '')}:000000000000:function:{function_name}"
    )
    identity = None
    client_context = None

    __slots__ = ("_deadline", "aws_request_id")

    def __init__(self, number: int, deadline: float) -> None:
        self.aws_request_id = f"{os.getpid():08x}-0000-4000-8000-{number:012x}"
        self._deadline = deadline

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the invocation times out."""
        return max(0, int((self._deadline - time.monotonic()) * 1000))


class Worker:
    """Runs the events of one socket in a fixed number of threads.

    A thread that is free reads the next event itself: to hand it from one that reads to one that
    works would wake a thread more for each.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._read_lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._reader = FrameReader()
        self._arrived: deque[Frame] = deque()
        self._ended = threading.Event()
        self._handler: Handler = lambda _event, _context: None

    def run(self) -> None:
        """Serve until the launcher closes its end."""
        setup = self._next()
        if setup is not None:
            self._set_up(json.loads(setup.body))
            self._ended.wait()

    def _next(self) -> Frame | None:
        """Wait for a frame; None when the launcher has closed its end."""
        with self._read_lock:
            while not self._arrived:
                received = self._connection.recv(RECEIVE_BYTES)
                if not received:
                    return None
                self._arrived += self._reader.feed(received)
            return self._arrived.popleft()

    def _set_up(self, setup: dict[str, Any]) -> None:
        """Import the handler, as a cold start does, and say that events may come."""
        module_name, _, attribute = setup["handler"].rpartition(".")
        self._handler = getattr(importlib.import_module(module_name), attribute)
        # What the imports made stays for the life of the process: not worth collecting again.
        gc.collect()
        gc.freeze()
        for number in range(setup["threads"]):
            threading.Thread(target=self._work, name=f"instance-{number}", daemon=True).start()
        self._send(encode(0, 0.0, Kind.READY, b""))

    def _work(self) -> None:
        try:
            while frame := self._next():
                if time.monotonic() < frame.deadline:  # else nobody waits for the answer any more
                    self._send(self._answer(frame))
        finally:
            self._ended.set()

    def _answer(self, frame: Frame) -> bytes:
        try:
            result = self._handler(
                json.loads(frame.body), LambdaContext(frame.number, frame.deadline)
            )
            body = json.dumps(result).encode()
            if len(body) > MAX_RESPONSE_BYTES:
                raise ValueError(f"the answer has {len(body)} bytes, Lambda allows 6 MB")  # noqa: TRY301 - as Lambda
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the edge of the function
            traceback.print_exc()
            failure = {"errorType": type(error).__name__, "errorMessage": str(error)}
            return encode(frame.number, 0.0, Kind.ERROR, json.dumps(failure).encode())
        return encode(frame.number, 0.0, Kind.RESULT, body)

    def _send(self, frame: bytes) -> None:
        with self._write_lock:
            self._connection.sendall(frame)


def run(descriptor: int, parent_pid: int) -> None:
    """Serve the socket with this descriptor; ends the process when the launcher closes it."""
    die_with_parent(parent_pid)
    # A log is read while it is written.
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr] # a text stream
    connection = socket.socket(fileno=descriptor)
    try:
        Worker(connection).run()
    except BaseException:  # noqa: BLE001 - the last line of the log says why the process ended
        traceback.print_exc()
        os._exit(1)
    # Threads may still wait for the engine; their answers interest nobody.
    os._exit(0)
