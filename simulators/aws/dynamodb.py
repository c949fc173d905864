"""The DynamoDB engine: Dynoxide as a child process, its database one file of the data folder.

Dynoxide does not lock its file. The engine therefore inherits the descriptor of a lock
file: an engine that outlives a killed launcher still holds the lock, is found by the next
launcher, and ended before a new one opens the same file.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from simulators.aws.locks import FileLock, Locked

ENGINE_FOLDER = Path(__file__).parent / "engine"
HEALTH_TIMEOUT_S = 10.0
END_TIMEOUT_S = 5.0
POLL_S = 0.02
MAX_BACKOFF_S = 5.0
HEALTHY_AFTER_S = 30.0


class EngineMissing(Exception):
    """There is no engine for this platform, or it was not installed."""


def find_binary(environment: dict[str, str]) -> Path:
    """The engine's program: DYNOXIDE_BIN, else what npm installed for this platform.

    Raises EngineMissing with what to do about it.
    """
    given = environment.get("DYNOXIDE_BIN")
    if given:
        path = Path(shutil.which(given) or given)
        if path.is_file():
            return path.resolve()
        raise EngineMissing(f"DYNOXIDE_BIN names {given}, which is not a file.")
    machine = {"x86_64": "x64", "AMD64": "x64", "aarch64": "arm64"}.get(
        platform.machine(), platform.machine()
    )
    system = {"Windows": "win32"}.get(platform.system(), platform.system().lower())
    package = f"@dynoxide/{system}-{machine}"
    installed = ENGINE_FOLDER / "node_modules" / package / "dynoxide"
    if installed.is_file():
        return installed
    raise EngineMissing(
        f"The DynamoDB engine is not installed for this platform ({package}).\n"
        f"Install it with `npm ci --prefix {os.path.relpath(ENGINE_FOLDER)}`; where that has no\n"
        f"build, try `npm install --no-save --prefix {os.path.relpath(ENGINE_FOLDER)} {package}`,\n"
        "name a Dynoxide binary with DYNOXIDE_BIN=…, or use another DynamoDB with\n"
        "AWS_ENDPOINT_URL_DYNAMODB=http://…"
    )


def free_port() -> int:
    """A loopback port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Engine:
    """One Dynoxide on loopback; the same port for all restarts of its life."""

    def __init__(self, binary: Path, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._binary = binary
        self._database = folder / "dynamodb.sqlite"
        self._log_path = folder / "dynamodb.log"
        self._lock_path = folder / "dynamodb.lock"
        self._lock: FileLock | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.is_stopping = False

    @property
    def endpoint(self) -> str:
        """The URL for AWS_ENDPOINT_URL_DYNAMODB."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        """The process id of the running engine."""
        return self._child.pid if self._child and self._child.poll() is None else None

    def start(self) -> bool:
        """Start the engine and wait until it answers; True if an orphan had to be ended first.

        Call it from the thread that lives as long as the program: the engine ends with it.
        """
        had_orphan = self._take_lock()
        self._spawn()
        deadline = time.monotonic() + HEALTH_TIMEOUT_S
        while not self.is_healthy():
            self._check_start(deadline)
            time.sleep(POLL_S)
        return had_orphan

    def stop(self) -> None:
        """End the engine and wait for it."""
        self.is_stopping = True
        child = self._child
        if child is not None and child.poll() is None:
            child.terminate()
            try:
                child.wait(END_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def kill(self) -> None:
        """End the engine as a crash does."""
        if self._child is not None:
            self._child.kill()
        self.stop()

    def is_healthy(self) -> bool:
        """Whether the engine answers."""
        try:
            with urllib.request.urlopen(self.endpoint + "/", timeout=1) as response:  # noqa: S310 - http
                return bool(response.status == 200)
        except OSError:
            return False

    async def supervise(self, announce: Callable[[str], None]) -> None:
        """Start the engine again whenever it ends; waits longer if it keeps ending."""
        backoff_s = 0.0
        started_at = time.monotonic()
        while self._child is not None:
            await asyncio.to_thread(self._child.wait)
            if self.is_stopping:
                return
            if time.monotonic() - started_at > HEALTHY_AFTER_S:
                backoff_s = 0.0
            announce(f"dynamodb ended ({self._exit_status()}), starting it again")
            await asyncio.sleep(backoff_s)
            backoff_s = min(MAX_BACKOFF_S, max(0.1, backoff_s * 2))
            started_at = time.monotonic()
            self._spawn()
            announce(f"dynamodb runs again at {self.endpoint} (process {self.pid})")

    def _spawn(self) -> None:
        lock = self._lock
        if lock is None:
            raise RuntimeError("the engine starts only under its lock")
        command = [str(self._binary), "--host", "127.0.0.1", "--port", str(self.port)]
        command += ["--db-path", str(self._database)]
        tether = [sys.executable, "-I", "-S", str(Path(__file__).with_name("tether.py"))]
        with self._log_path.open("ab") as log:
            self._child = subprocess.Popen(
                [*tether, str(os.getpid()), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(lock.fd,),
                # Ctrl-C reaches the whole foreground group: the engine must outlive the functions.
                start_new_session=True,
                # It does one thing at a time: more threads only hand over to each other.
                env={"PATH": os.defpath, "TOKIO_WORKER_THREADS": "1"},
            )
        lock.write_note(pid=self._child.pid, port=self.port, database=str(self._database))

    def _check_start(self, deadline: float) -> None:
        if self.pid is None or time.monotonic() > deadline:
            reason = self._exit_status() if self.pid is None else "it does not answer"
            self.stop()
            raise EngineMissing(
                f"The DynamoDB engine did not start ({reason}); see {self._log_path}"
            )

    def _exit_status(self) -> str:
        status = self._child.poll() if self._child else None
        if status is not None and status < 0:
            return signal.Signals(-status).name
        return f"exit status {status}"

    def _take_lock(self) -> bool:
        try:
            self._lock = FileLock(self._lock_path)
        except Locked as locked:
            _end_orphan(locked, self._database)
        else:
            return False
        deadline = time.monotonic() + END_TIMEOUT_S
        while True:
            try:
                self._lock = FileLock(self._lock_path)
            except Locked:
                if time.monotonic() > deadline:
                    raise
                time.sleep(POLL_S)
            else:
                return True


def _end_orphan(locked: Locked, database: Path) -> None:
    """Kill the engine that a killed launcher left; its commits are already on the disk."""
    pid = locked.note.get("pid")
    if not isinstance(pid, int) or locked.note.get("database") != str(database):
        raise locked
    # A number may have been given to another process since: only an engine on this file is ended.
    command_line = Path(f"/proc/{pid}/cmdline")
    if command_line.exists() and str(database).encode() not in command_line.read_bytes():
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
