"""A whole system as a user starts it: `python -m simulators.aws` on a free port."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

from simulators.aws.token import fetch_token

ROOT = Path(__file__).parents[2]
START_S = 60.0
END_S = 20.0


def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class System:
    """One launcher and its children; its port and its data folder outlive restarts."""

    def __init__(
        self,
        folder: Path,
        *,
        template: Path = ROOT / "template.yaml",
        limits: Sequence[str] = (),
        parameters: Sequence[str] = (),
        engine_url: str = "",
        store_url: str = "",
        host: str = "127.0.0.1",
        port: int | None = None,
        demo: str = "0",
    ) -> None:
        self.folder = folder
        self.port = free_port() if port is None else port
        self._arguments = ["--port", str(self.port), "--data", str(folder), "--demo", demo]
        self._arguments += ["--template", str(template), "--host", host]
        for limit in ("late_disconnect_share=0", *limits):
            self._arguments += ["--limit", limit]
        self.set_parameters(*parameters)
        self._elsewhere = {
            "AWS_ENDPOINT_URL_DYNAMODB": engine_url,
            "AWS_ENDPOINT_URL_S3": store_url,
        }
        self._child: subprocess.Popen[str] | None = None
        self._output: list[str] = []
        self._changed = threading.Condition()
        self._reader: threading.Thread | None = None

    def set_parameters(self, *parameters: str) -> None:
        """Parameters of the template for the next start, as those that name its own address."""
        for parameter in parameters:
            self._arguments += ["--parameter", parameter]

    @property
    def base_url(self) -> str:
        """Where the HTTP API is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws_url(self) -> str:
        """Where chargers dial; append `/ocpp/{charger_id}`."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What the launcher has printed since the first start."""
        with self._changed:
            return "\n".join(self._output)

    @property
    def pid(self) -> int:
        """The launcher's process id."""
        return self._running().pid

    def start(self) -> System:
        """Start and wait until it says that it is ready."""
        before = len(self._output)
        self.launch()
        self.wait_for_line(f"ready {self.base_url}", since=before)
        return self

    def launch(self) -> None:
        """Start without waiting."""
        elsewhere = {name: url for name, url in self._elsewhere.items() if url}
        self._child = subprocess.Popen(
            [sys.executable, "-m", "simulators.aws", *self._arguments],
            cwd=ROOT,
            env=clean_environment() | elsewhere,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._child.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(self._child.stdout,), daemon=True)
        self._reader.start()

    def wait_for_line(self, text: str, *, since: int = 0, timeout_s: float = START_S) -> str:
        """Wait until the launcher prints a line with the text; AssertionError if it ends before."""
        with self._changed:
            found = self._changed.wait_for(
                lambda: self._find(text, since) or self._has_ended(), timeout_s
            )
            line = self._find(text, since)
        assert found, f"no {text!r} within {timeout_s} s:\n{self.log}"
        assert line is not None, f"it ended without {text!r}:\n{self.log}"
        return line

    def stop(self) -> int:
        """End it as a service manager does; return the exit status."""
        return self._signal(signal.SIGTERM)

    def interrupt(self) -> int:
        """End it as Ctrl-C does; return the exit status."""
        return self._signal(signal.SIGINT)

    def kill9(self) -> None:
        """End it as a crash does: nothing is told, nothing is tidied."""
        self._signal(signal.SIGKILL)

    def restart(self) -> System:
        """Start again on the same port and data after it has ended."""
        return self.start()

    def wait_for_end(self) -> int:
        """Wait for its own end; return the exit status."""
        status = self._running().wait(END_S)
        if self._reader is not None:
            self._reader.join(END_S)
        return status

    def close(self) -> None:
        """End it, if it runs, in whatever state it is."""
        if self._child is not None and self._child.poll() is None:
            self.stop()

    def token(self, role: str = "admin", subject: str | None = None) -> str:
        """A bearer token; role is `admin` or `user`."""
        return fetch_token(
            self.port,
            {
                "grant_type": "client_credentials",
                "client_id": subject or f"test-{role}",
                "scope": role.upper(),
            },
        )

    def status(self) -> dict[str, Any]:
        """What the status page knows."""
        with urllib.request.urlopen(f"{self.base_url}/_status", timeout=10) as response:  # noqa: S310 - loopback
            status: dict[str, Any] = json.load(response)
            return status

    def pids(self) -> list[int]:
        """The process ids of the launcher, the engine and the functions."""
        status = self.status()
        children = [status["engine"]["pid"], *(entry["pid"] for entry in status["functions"])]
        return [self.pid, *(pid for pid in children if pid is not None)]

    def function_log(self, function: str) -> str:
        """What a function has printed; function is its logical id in the template."""
        return (self.folder / "logs" / f"{function}.log").read_text()

    def _signal(self, number: signal.Signals) -> int:
        self._running().send_signal(number)
        return self.wait_for_end()

    def _running(self) -> subprocess.Popen[str]:
        assert self._child is not None, "the system was never started"
        return self._child

    def _read(self, output: IO[str]) -> None:
        with output:
            for line in output:
                with self._changed:
                    self._output.append(line.rstrip("\n"))
                    self._changed.notify_all()
        with self._changed:
            self._changed.notify_all()

    def _find(self, text: str, since: int) -> str | None:
        return next((line for line in self._output[since:] if text in line), None)

    def _has_ended(self) -> bool:
        return self._child is not None and self._child.poll() is not None


def run_module(
    module: str, *arguments: str, timeout_s: float | None = 120
) -> subprocess.CompletedProcess[str]:
    """Run a module of the repository as a user's shell would, to its end."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )


def books(system: System) -> subprocess.CompletedProcess[str]:
    """Prove a system's books as `make books` does."""
    return run_module("simulators.aws.books", "--data", str(system.folder))


def clean_environment() -> dict[str, str]:
    """The environment of a user's shell: nothing of what tests set for the product."""
    inherited = os.environ  # noqa: TID251 - a child process needs PATH and HOME
    kept = {key: text for key, text in inherited.items() if not key.startswith("AWS_")}
    return {**kept, "PYTHONPATH": os.pathsep.join((str(ROOT / "shared"), str(ROOT)))}


def wait_until(condition: Callable[[], object], timeout_s: float = END_S) -> None:
    """Wait until the condition is true; AssertionError when it does not come true."""
    pause = threading.Event()
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "the condition did not come true"
        pause.wait(0.02)


def is_running(pid: int) -> bool:
    """Whether the process exists and is not only waiting to be collected."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
