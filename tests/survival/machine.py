"""The system with its database, identity provider and object store beside it, and their wires."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from simulators.aws.dynamodb import Engine, find_binary
from simulators.aws.machine import (
    IDENTITY_PREFIX,
    ROOT,
    Machine,
    function_environment,
    read_template,
)
from simulators.aws.token import fetch_token
from tests.e2e.system import System, clean_environment, free_port, wait_until
from tests.survival.part import IDENTITY, STORE
from tests.survival.proxy import Proxy

DATABASE = "database"
GATEWAY = "gateway"
JUDGED = ("ExportWriteFunction", "HeartbeatSweepFunction")
"""Functions whose environment the checks need."""
TETHER = ROOT / "simulators/aws/tether.py"


class Part:
    """The identity provider or the object store: a process of its own, always on one port."""

    def __init__(self, name: str) -> None:
        self.port = free_port()
        self._name = name
        self._told: tuple[str, ...] = ()
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Its process; 0 when it never ran."""
        return 0 if self._child is None else self._child.pid

    def start(self, folder: Path, issuer: str) -> None:
        """Start it and wait until it listens. folder: the system's; issuer: of its tokens."""
        self._told = (str(folder), issuer)
        self._run()

    def restart(self) -> None:
        """End it at once, so that what it was doing is lost, and start it again."""
        self.end()
        self._run()

    def end(self) -> None:
        """End it at once."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()

    def _run(self) -> None:
        command = [sys.executable, str(TETHER), str(os.getpid()), sys.executable]
        command += ["-m", "tests.survival.part", self._name, str(self.port), *self._told]
        self._child = subprocess.Popen(command, cwd=ROOT, env=clean_environment())
        wait_until(self._listens)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


class Survivor:
    """A whole system that reaches what lies beside it over wires that can be cut.

    Every method is called by one thread: the parts end with the thread that started them.
    """

    def __init__(self, folder: Path) -> None:
        self._engine = Engine(find_binary(dict(os.environ)), folder / "engine")  # noqa: TID251 - DYNOXIDE_BIN names another
        self._engine.start()
        self._beside = {name: Part(name) for name in (IDENTITY, STORE)}
        ports = {name: part.port for name, part in self._beside.items()}
        ports[DATABASE] = self._engine.port
        self.wires = {name: Proxy(port) for name, port in ports.items()}
        keys_url = f"{self.url(IDENTITY)}{IDENTITY_PREFIX}/jwks.json"
        self.system = System(
            folder / "var",
            engine_url=self.url(DATABASE),
            store_url=self.url(STORE),
            parameters=[f"SignInJwksUrl={keys_url}"],
        )
        self.wires[GATEWAY] = Proxy(self.system.port)
        self.system.start()
        for part in self._beside.values():
            part.start(self.system.folder, self.system.base_url + IDENTITY_PREFIX)
        self._pids: dict[str, int] = {}
        self.note_pids()

    @property
    def parts(self) -> list[str]:
        """What can be killed and paused, besides the database."""
        return [GATEWAY, *self._beside, *sorted(self._pids)]

    def url(self, name: str) -> str:
        """Where a part is reached over its wire."""
        return f"http://127.0.0.1:{self.wires[name].port}"

    @property
    def door(self) -> str:
        """Where chargers dial: the gateway, over its wire."""
        return self.url(GATEWAY).replace("http:", "ws:")

    def token(self) -> str:
        """An operator's token, from the identity provider over its wire. Raises OSError."""
        form = {"grant_type": "client_credentials", "client_id": "test-admin", "scope": "ADMIN"}
        return fetch_token(self.wires[IDENTITY].port, form)

    def kill(self, part: str) -> None:
        """End a part at once. The gateway takes its functions along, and is started again."""
        if part == DATABASE:
            self._engine.kill()
            self._engine.is_stopping = False
            self._engine.start()
        elif part == GATEWAY:
            self.system.kill9()
            self.system.restart()
        elif part in self._beside:
            self._beside[part].restart()
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
        """What functions of this system get, with database and object store at first hand."""
        machine = Machine(
            "127.0.0.1",
            self.system.port,
            self.system.folder,
            ROOT / "template.yaml",
            {},
            "",
            f"http://127.0.0.1:{self._beside[STORE].port}",
        )
        template = read_template(machine)
        environment: dict[str, str] = {}
        for name in JUDGED:
            function = template.functions[name]
            environment |= function_environment(machine, template, function, self._engine.endpoint)
        return environment

    def close(self) -> None:
        """End everything."""
        self.system.close()
        for part in self._beside.values():
            part.end()
        for wire in self.wires.values():
            wire.close()
        self._engine.stop()

    def _pid(self, part: str) -> int:
        if part == DATABASE:
            return self._engine.pid or 0
        if part in self._beside:
            return self._beside[part].pid
        return self.system.pid if part == GATEWAY else self._pids[part]


def _signal(pid: int, number: signal.Signals) -> None:
    """Signal a process that may have ended meanwhile. 0 would be our own group."""
    if pid > 0:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
