"""The whole system of one machine: built from the template, started and stopped in order."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, Any

from simulators.aws.children import Nursery
from simulators.aws.connection_journal import ConnectionJournal
from simulators.aws.dynamodb import Engine, find_binary
from simulators.aws.expiry import delete_expired
from simulators.aws.file_door import FileDoor
from simulators.aws.files_on_disk import FilesOnDisk
from simulators.aws.front_door import Doors, FrontDoor
from simulators.aws.http_api import HttpGateway
from simulators.aws.identity import IdentityProvider
from simulators.aws.identity_keys import SigningKey
from simulators.aws.invoker import FunctionProcess, Invoker
from simulators.aws.limits import Limits
from simulators.aws.logs import bound_logs
from simulators.aws.machine import (
    AUDIENCE,
    ROOT,
    Machine,
    access_key,
    function_environment,
    read_template,
)
from simulators.aws.management_api import ManagementApi
from simulators.aws.object_store import ObjectStore
from simulators.aws.resources import Bucket
from simulators.aws.scheduler import Scheduler
from simulators.aws.server import Server, make_server
from simulators.aws.tables import dynamodb_client, ensure_tables
from simulators.aws.web_app import WebApp
from simulators.aws.websocket_api import WebSocketGateway
from simulators.aws.websocket_events import Api

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

SOCKETS_END_S = 5.0
UPKEEP_EVERY_S = 300.0
DEMO_END_S = 3.0
WEB_APP = ROOT / "frontend" / "dist"
DEMO_MODULE = "simulators.demo"
FILES_BUCKET = "FilesBucket"


class System:
    """Everything that runs, in the order in which it starts."""

    def __init__(self, machine: Machine, limits: Limits, announce: Callable[[str], None]) -> None:
        self.machine = machine
        self._limits = limits
        self._announce = announce
        self.template = read_template(machine)
        self._logs = machine.folder / "logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self._engine: Engine | None = None
        self._nursery = Nursery(self._logs / "nursery.log")
        self._invoker = Invoker({})
        self._scheduler: Scheduler | None = None
        self._sockets: WebSocketGateway | None = None
        self._journal: ConnectionJournal | None = None
        self._server: Server | None = None
        self._serving: asyncio.Future[None] | None = None
        self._demo: subprocess.Popen[bytes] | None = None
        self._tasks: list[asyncio.Task[Any]] = []
        self._upkeep: list[Callable[[datetime], object]] = []
        self._started_at = datetime.now(UTC)

    async def start(self, listener: socket) -> None:
        """Start everything; when this returns, the system serves on the listener."""
        self._nursery.start()  # first, since its imports take longest
        engine_url = self._start_engine()
        client = dynamodb_client(engine_url)
        made = ensure_tables(client, self.template.tables.values())
        if made:
            self._announce(f"tables made: {len(made)}")
        self._invoker = self._new_invoker(engine_url)
        await self._invoker.start()
        doors = self._doors()
        self._server = make_server(FrontDoor(doors), doors.management, self._limits)
        self._serving = asyncio.ensure_future(self._server.serve(sockets=[listener]))
        await self._server.serves.wait()
        if self._sockets is not None:
            self._sockets.tell_left_open()
        self._scheduler = Scheduler(self.template.schedules, self._invoker)
        self._scheduler.start()
        self._spawn(self._look_after(client))

    async def stop(self) -> None:
        """Stop everything, what others need last."""
        if self._demo is not None:
            self._demo.terminate()
        if self._scheduler is not None:
            await self._scheduler.stop()
        if self._sockets is not None:
            await self._sockets.stop(SOCKETS_END_S)
        if self._engine is not None:
            self._engine.is_stopping = True
        if self._server is not None and self._serving is not None:
            self._server.should_exit = True
            await self._serving
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._invoker.stop()
        self._nursery.stop()
        if self._engine is not None:
            self._engine.stop()
        if self._journal is not None:
            self._journal.close()
        if self._demo is not None:
            _end(self._demo)

    def start_demo(self) -> bool:
        """Start the demo stations, drivers and chargers beside the system, if there are any."""
        if importlib.util.find_spec(DEMO_MODULE) is None:
            return False
        tether = [sys.executable, "-I", "-S", str(Path(__file__).with_name("tether.py"))]
        command = [sys.executable, "-m", DEMO_MODULE, "--port", str(self.machine.port)]
        command += ["--data", str(self.machine.folder)]
        paths = os.pathsep.join((str(ROOT / "shared"), str(ROOT)))
        with (self._logs / "demo.log").open("ab") as log:
            self._demo = subprocess.Popen(
                [*tether, str(os.getpid()), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": paths},
            )
        return True

    def status(self) -> Mapping[str, Any]:
        """What runs, for the status page."""
        return {
            "url": self.machine.url,
            "started_at": self._started_at.isoformat(timespec="seconds"),
            "data": str(self.machine.folder),
            "identity": self.machine.issuer if self.machine.is_loopback else None,
            "chargers_dial": self.machine.url.replace("http:", "ws:") + "/ocpp/{charger_id}",
            "connections": len(self._sockets.connections) if self._sockets else 0,
            "engine": {
                "url": self._engine.endpoint if self._engine else self.machine.engine_url,
                "pid": self._engine.pid if self._engine else None,
            },
            "functions": [
                {"name": name, "handler": process.function.handler, "pid": process.pid}
                for name, process in self._invoker.processes.items()
            ],
            "routes": [
                {"method": route.method, "path": route.path, "function": route.function}
                for route in self.template.http_routes
            ],
            "schedules": [
                {"expression": schedule.expression, "function": schedule.function}
                for schedule in self.template.schedules
            ],
            "tables": [table.name for table in self.template.tables.values()],
        }

    def _start_engine(self) -> str:
        if self.machine.engine_url:
            self._announce(f"dynamodb   {self.machine.engine_url} (AWS_ENDPOINT_URL_DYNAMODB)")
            return self.machine.engine_url
        self._engine = Engine(find_binary(dict(os.environ)), self.machine.folder)
        if self._engine.start():
            self._announce("ended the engine that a killed launcher had left")
        self._announce(f"dynamodb   {self._engine.endpoint} (process {self._engine.pid})")
        self._spawn(self._engine.supervise(self._announce))
        return self._engine.endpoint

    def _new_invoker(self, engine_url: str) -> Invoker:
        processes = {
            name: FunctionProcess(
                function,
                function_environment(self.machine, self.template, function, engine_url),
                self._logs / f"{name}.log",
                self._nursery,
                self._announce,
            )
            for name, function in self.template.functions.items()
        }
        return Invoker(processes)

    def _doors(self) -> Doors:
        template, websocket = self.template, self.template.websocket
        management: ManagementApi | None = None
        if websocket is not None:
            self._journal = ConnectionJournal(self.machine.folder / "connections.jsonl")
            api = Api(websocket.logical_id, websocket.stage, self.machine.url.partition("//")[2])
            self._sockets = WebSocketGateway(
                api, websocket, self._invoker, self._journal, self._limits
            )
            management = ManagementApi(
                websocket.stage,
                access_key(self.machine),
                self._sockets.connections,
                self._limits,
            )
        identity: IdentityProvider | None = None
        if self.machine.is_loopback:
            key = SigningKey(self.machine.folder / "identity-key.pem")
            identity = IdentityProvider(self.machine.issuer, AUDIENCE, key)
        files, objects = self._file_doors(template.buckets.get(FILES_BUCKET))
        http = HttpGateway(
            template.http_routes, template.cors, template.throttle, self._invoker, self._limits
        )
        return Doors(
            sockets=self._sockets,
            management=management,
            http=http,
            identity=identity,
            files=files,
            objects=objects,
            web_app=self._web_app(identity),
            stage=websocket.stage if websocket else "",
            origin_headers=websocket.origin_headers if websocket else {},
            # Process numbers and paths are nobody else's business.
            status=self.status if self.machine.is_loopback else None,
        )

    def _file_doors(self, bucket: Bucket | None) -> tuple[FileDoor | None, ObjectStore | None]:
        if bucket is None:
            return None, None
        folder = self.machine.folder / "files"
        files = FilesOnDisk(folder)
        self._upkeep.append(lambda now: files.expire(bucket.expiry_days, now))
        door = FileDoor(files, str(self.template.parameters["FilesSecret"]))
        parts = FilesOnDisk(folder / "parts")
        return door, ObjectStore(FILES_BUCKET, files, parts, access_key(self.machine))

    def _web_app(self, identity: IdentityProvider | None) -> WebApp:
        issuer = self.machine.issuer if identity else None
        return WebApp(WEB_APP, self.machine.url, issuer, AUDIENCE, self.template.http_routes)

    async def _look_after(self, client: DynamoDBClient) -> None:
        """Now and then: rows and files past their time, logs past their size."""
        while True:
            try:
                now = datetime.now(UTC)
                await asyncio.to_thread(delete_expired, client, self.template.tables.values(), now)
                for look_after in self._upkeep:
                    await asyncio.to_thread(look_after, now)
                bound_logs(self._logs)
            except Exception as error:  # noqa: BLE001 - the next round may succeed
                self._announce(f"upkeep failed: {error}")
            await asyncio.sleep(UPKEEP_EVERY_S)

    def _spawn(self, work: Any) -> None:  # noqa: ANN401 - any coroutine
        self._tasks.append(asyncio.get_running_loop().create_task(work))


def _end(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(DEMO_END_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
