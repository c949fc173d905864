"""`python -m benchmarks.reference.server SOCKET_FOLDER`: prints its port and serves."""

from __future__ import annotations

import asyncio
import base64
import gc
import importlib
import json
import logging
import sys
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, Final

import ocpp.messages
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call_result
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from benchmarks.reference.store import Store
from csms.services.chargers import passwords

POOL_SIZE: Final = 10
MESSAGE_BYTES: Final = 131_072
INTERVAL_S: Final = 300
REALM: Final = {"WWW-Authenticate": "Basic"}


class Charger(ChargePoint):  # type: ignore[misc] # python-ocpp has no types
    """One connected charger. The exchange is logged once it is answered."""

    def __init__(self, charger_id: str, connection: ServerConnection, store: Store) -> None:
        super().__init__(charger_id, connection)
        self._store = store
        self._sent = ""
        self._to_bill: int | None = None

    async def handle(self, raw: str) -> None:
        """Answer a frame, then do what follows."""
        now = datetime.now(UTC)
        await self.route_message(raw)
        if self._to_bill is not None:
            number, self._to_bill = self._to_bill, None
            await self._store.bill(self.id, number, now)
        frame = json.loads(raw)
        await self._store.log(self.id, now, frame[2], frame[1], raw, self._sent)

    async def _send(self, message: str) -> None:
        self._sent = message
        await self._connection.send(message)

    @on("BootNotification")  # type: ignore[untyped-decorator] # see above
    async def boot(
        self,
        charge_point_vendor: str,
        charge_point_model: str,
        firmware_version: str | None = None,
        **_more: object,
    ) -> object:
        """Keep what the charger says of itself."""
        now = datetime.now(UTC)
        about = (charge_point_vendor, charge_point_model, firmware_version)
        await self._store.boot(self.id, about, now)
        return call_result.BootNotification(_text(now), INTERVAL_S, "Accepted")

    @on("Heartbeat")  # type: ignore[untyped-decorator] # see above
    async def heartbeat(self) -> object:
        """Answer with the time."""
        now = datetime.now(UTC)
        await self._store.touch(self.id, now)
        return call_result.Heartbeat(_text(now))

    @on("Authorize")  # type: ignore[untyped-decorator] # see above
    async def authorize(self, id_tag: str) -> object:
        """Answer whether the tag may charge."""
        return call_result.Authorize({"status": await self._store.authorize(id_tag)})

    @on("StatusNotification")  # type: ignore[untyped-decorator] # see above
    async def status(
        self, connector_id: int, error_code: str, status: str, timestamp: str, **_more: object
    ) -> object:
        """Keep a connector's status."""
        times = (_time(timestamp), datetime.now(UTC))
        await self._store.report_status(self.id, connector_id, status, error_code, *times)
        return call_result.StatusNotification()

    @on("StartTransaction")  # type: ignore[untyped-decorator] # see above
    async def start(
        self,
        connector_id: int,
        id_tag: str,
        meter_start: int,
        timestamp: str,
        call_unique_id: str,
        **_more: object,
    ) -> object:
        """Begin a transaction."""
        place, at = (self.id, connector_id), _time(timestamp)
        number, status = await self._store.start(place, id_tag, at, meter_start, call_unique_id)
        return call_result.StartTransaction(number, {"status": status})

    @on("MeterValues")  # type: ignore[untyped-decorator] # see above
    async def meter_values(
        self,
        connector_id: int,
        meter_value: list[dict[str, Any]],
        transaction_id: int | None = None,
    ) -> object:
        """Keep readings."""
        for value in meter_value:
            place, at = (self.id, connector_id), _time(value["timestamp"])
            await self._store.read(place, transaction_id, at, value["sampled_value"])
        return call_result.MeterValues()

    @on("StopTransaction")  # type: ignore[untyped-decorator] # see above
    async def stop(
        self,
        transaction_id: int,
        meter_stop: int,
        timestamp: str,
        call_unique_id: str,
        reason: str = "Local",
        id_tag: str = "",
        **_more: object,
    ) -> object:
        """End a transaction; it is billed after the answer."""
        end = (_time(timestamp), meter_stop, reason)
        await self._store.stop(self.id, transaction_id, end, call_unique_id)
        self._to_bill = transaction_id
        return call_result.StopTransaction({"status": await self._store.authorize(id_tag)})


class Server:
    """Who may connect, and what becomes of their frames."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def admit(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse a charger that does not prove itself."""
        charger_id = request.path.rpartition("/")[2]
        user, password = _credentials(request.headers.get("Authorization", ""))
        kept_hash = await self._store.password_hash(charger_id)
        is_proven = user == charger_id and kept_hash is not None
        if not is_proven or not await asyncio.to_thread(passwords.verify, password, str(kept_hash)):
            return connection.respond(HTTPStatus.UNAUTHORIZED, "")
        await self._store.connect(charger_id, datetime.now(UTC))
        return None

    async def serve(self, connection: ServerConnection) -> None:
        """Answer the frames of one charger, one after the other."""
        assert connection.request is not None
        charger = Charger(connection.request.path.rpartition("/")[2], connection, self._store)
        try:
            async for raw in connection:
                await charger.handle(str(raw))
        finally:
            await self._store.disconnect(charger.id, datetime.now(UTC))


def _credentials(header: str) -> tuple[str, bytes]:
    user, _, password = base64.b64decode(header.removeprefix("Basic ")).partition(b":")
    return user.decode(), password


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


async def _run(socket_folder: str) -> None:
    ocpp.messages.ASYNC_VALIDATION = False  # a thread for each validation costs more than it
    logging.getLogger("ocpp").setLevel(logging.ERROR)
    asyncpg = importlib.import_module("asyncpg")
    pool = await asyncpg.create_pool(
        host=socket_folder, user="bench", database="bench", min_size=POOL_SIZE, max_size=POOL_SIZE
    )
    server = Server(Store(pool))
    gc.collect()
    gc.freeze()
    async with serve(
        server.serve,
        "127.0.0.1",
        0,
        subprotocols=["ocpp1.6"],  # type: ignore[list-item] # a new type of text
        process_request=server.admit,
        compression=None,
        ping_interval=None,
        max_size=MESSAGE_BYTES,
        open_timeout=60,
        backlog=512,
    ) as running:
        print(next(iter(running.sockets)).getsockname()[1], flush=True)
        await running.serve_forever()


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1]))
