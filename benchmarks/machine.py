"""Our side: the one-machine run, started as a user starts it, with chargers that may dial in.

One charger, its driver, tag and wallet are registered through the HTTP API. The others are copies
of their rows under other names, which is faster and always what the product stores today.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.engine import Engine, Item, write_all
from benchmarks.target import FIRST_FUNDS_MINOR, PASSWORD, charger_name
from csms.services.chargers import passwords
from simulators.charge_point.operator_api import OperatorApi
from simulators.charge_point.place import Place, register_place
from tests.e2e.system import System

COPIED: Final = ("charger", "connection", "id_tag", "user", "wallet", "ledger")
USER_ID_CHARACTERS: Final = 24


class OneMachine:
    """The product on this machine."""

    name = "this system"

    def __init__(self, folder: Path, chargers: int) -> None:
        self._system = System(folder).start()
        try:
            self.port = self._system.port
            status = self._system.status()
            self.engine_port = int(status["engine"]["url"].rpartition(":")[2])
            self._parts = _parts(self._system.pid, status)
            place = asyncio.run(self._register())
            write_all(self.engine_port, self._copies(place, chargers))
        except BaseException:
            self._system.close()
            raise

    def parts(self) -> Mapping[str, Sequence[int]]:
        """The gateway, the functions and the engine."""
        return self._parts

    def count_rows(self) -> Mapping[str, int]:
        """How many transactions, bills, meter values and logged messages are stored."""
        with Engine(self.engine_port) as engine:
            kinds = Counter(row["kind"]["S"] for row in engine.rows("csms-ledger"))
            rows = Counter(row["row"]["S"] for row in engine.rows("csms-transaction"))
            return {
                "transactions": rows["transaction"],
                "bills": kinds["charge"],
                "meter_values": sum(1 for _ in engine.rows("csms-meter_value")),
                "messages": sum(1 for _ in engine.rows("csms-message_log")),
            }

    def close(self) -> None:
        """End it."""
        self._system.close()

    async def _register(self) -> Place:
        async with OperatorApi(self._system.base_url) as api:
            return await register_place(api, top_up_minor=FIRST_FUNDS_MINOR)

    def _copies(self, place: Place, count: int) -> Iterator[tuple[str, Item]]:
        """The rows of the registered charger and its driver, again for each other one."""
        kept_hash = passwords.hash_password(PASSWORD)
        with Engine(self.engine_port) as engine:
            originals = [
                (f"csms-{table}", _with_password(row, kept_hash))
                for table in COPIED
                for row in engine.rows(f"csms-{table}")
                if _is_about(row, place)
            ]
        for number in range(count):
            for table, text in originals:
                yield table, _renamed(text, place, charger_name(number))


def _parts(launcher: int, status: Mapping[str, Any]) -> dict[str, list[int]]:
    functions = {entry["name"]: entry["pid"] for entry in status["functions"]}
    frames = functions.pop("OcppMessageFunction")
    return {
        "gateway": [launcher],
        "frames": [frames],
        "other functions": list(functions.values()),
        "database": [status["engine"]["pid"]],
    }


def _is_about(row: Item, place: Place) -> bool:
    text = json.dumps(row)
    return any(name in text for name in (place.charger_id, place.user_id, place.tag))


def _with_password(row: Item, password_hash: str) -> str:
    if "password_hash" in row:
        row["password_hash"] = {"S": password_hash}
    return json.dumps(row)


def _renamed(text: str, place: Place, name: str) -> Item:
    user_id = base64.b16encode(hashlib.sha256(name.encode()).digest()).decode().lower()
    item: Item = json.loads(
        text.replace(place.user_id, user_id[:USER_ID_CHARACTERS])
        .replace(place.charger_id, name.lower())
        .replace(place.identity, name)
    )
    return item
