"""The system with its database beside it, and what can be done to each part."""

import contextlib
import os
import signal
import threading
from pathlib import Path

from simulators.aws.dynamodb import Engine, find_binary
from simulators.aws.machine import ROOT, Machine, function_environment, read_template
from tests.e2e.system import System
from tests.survival.proxy import Proxy

SWEEP = "HeartbeatSweepFunction"


class Survivor:
    """A whole system whose database is reached over a wire that can be cut.

    Every method is called by one thread: the database ends with the thread that started it.
    """

    def __init__(self, folder: Path) -> None:
        self._engine = Engine(find_binary(dict(os.environ)), folder / "engine")  # noqa: TID251 - DYNOXIDE_BIN names another
        self._engine.start()
        self.proxy = Proxy(self._engine.port)
        url = f"http://127.0.0.1:{self.proxy.port}"
        self.system = System(folder / "var", engine_url=url)
        self.system.start()
        self._pids: dict[str, int] = {}
        self.note_pids()

    @property
    def parts(self) -> list[str]:
        """What can be killed and paused, besides the database: the gateway, and each function."""
        return ["gateway", *sorted(self._pids)]

    def kill(self, part: str) -> None:
        """End a part at once. The gateway takes everything along, and is started again."""
        if part == "database":
            self._engine.kill()
            self._engine.is_stopping = False
            self._engine.start()
        elif part == "gateway":
            self.system.kill9()
            self.system.restart()
        else:
            _signal(self._pids[part], signal.SIGKILL)
        self.note_pids()

    def pause(self, part: str, seconds: float) -> None:
        """Let a part stand still, as a machine does that swaps."""
        pid = self._pid(part)
        _signal(pid, signal.SIGSTOP)
        threading.Event().wait(seconds)
        _signal(pid, signal.SIGCONT)

    def note_pids(self) -> None:
        """Remember which process is which function; one that is starting has none yet."""
        with contextlib.suppress(OSError, ValueError):
            functions = self.system.status()["functions"]
            self._pids |= {one["name"]: one["pid"] for one in functions if one["pid"] is not None}

    def environment(self) -> dict[str, str]:
        """What a function of this system gets, with the database at first hand."""
        machine = Machine(
            "127.0.0.1", self.system.port, self.system.folder, ROOT / "template.yaml", {}, ""
        )
        template = read_template(machine)
        return function_environment(
            machine, template, template.functions[SWEEP], self._engine.endpoint
        )

    def close(self) -> None:
        """End everything."""
        self.system.close()
        self.proxy.close()
        self._engine.stop()

    def _pid(self, part: str) -> int:
        if part == "database":
            return self._engine.pid or 0
        return self.system.pid if part == "gateway" else self._pids[part]


def _signal(pid: int, number: signal.Signals) -> None:
    """Signal a process that may have ended meanwhile. 0 would be our own group."""
    if pid > 0:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
