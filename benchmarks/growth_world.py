"""`python -m benchmarks.growth_world SEED TRANSACTIONS:CHARGERS …`: what requests cost as it grows.

A process of its own, since the product reads its environment once. A small world is made through
the HTTP API. Copies of its rows under other names then go straight into the engine: chargers with
their drivers, tags and wallets, and transactions with a charge each. Half of those belong to the
world's own charger and driver, and have a reading and a log row too. Prints a line of JSON a size:
what each GET of the test suite's table of routes read, in units of capacity, and its CPU time.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import tests.conftest  # noqa: F401 - the environment of the functions
from benchmarks.engine import Engine as Rows
from benchmarks.engine import Item, write_all
from tests.engine import Engine
from tests.integration.events import START

ROUNDS: Final = 5
CHARGER_TABLES: Final = ("charger", "connection", "id_tag", "user", "wallet")
CHUNK: Final = 5_000
"""How many things are copied at once: rows wait in memory."""
LATER: Final = timedelta(days=40)
STEP: Final = timedelta(seconds=30)

type Copier = Callable[[int], Sequence[tuple[str, Item]]]


def main(arguments: Sequence[str]) -> None:
    """Grow, and measure at each size."""
    chance = random.Random(int(arguments[0]))  # noqa: S311 - an order to ask in, no secret
    engine = Engine()
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = engine.url
    with ExitStack() as stack:
        stack.callback(engine.stop)
        engine.create_tables()
        ask = _Questions(stack, Path(stack.enter_context(tempfile.TemporaryDirectory())))
        rows = stack.enter_context(Rows(engine.port))
        copy_charger, copy_transaction = _copiers(rows, ask.world)
        done = [1, 1]
        for size in arguments[1:]:
            wanted = [int(part) for part in size.split(":")]
            for place, copy in enumerate((copy_transaction, copy_charger)):
                _fill(engine.port, copy, done[place], wanted[place])
            done = wanted
            costs = ask.all(chance)
            print(json.dumps({"transactions": done[0], "chargers": done[1], "costs": costs}))
            sys.stdout.flush()


class _Questions:
    """Every GET of both applications."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        # What makes clients of the engine at its import, or reads the environment.
        from csms.entrypoints.api.access import verifier  # noqa: PLC0415 - see above
        from csms.entrypoints.api.admin.app import app as admin_app  # noqa: PLC0415 - see above
        from csms.entrypoints.api.identity import KeySet, Provider, Verifier  # noqa: PLC0415 - see above
        from csms.entrypoints.api.user.app import app as user_app  # noqa: PLC0415 - see above
        from functions.admin_api.handler import handler as admin_handler  # noqa: PLC0415 - see above
        from functions.user_api.handler import handler as user_handler  # noqa: PLC0415 - see above
        from tests.integration.api import tokens  # noqa: PLC0415 - see above
        from tests.integration.api.client import Client  # noqa: PLC0415 - see above
        from tests.integration.api.world import make_world  # noqa: PLC0415 - see above
        from tests.integration.files.server import FileServer  # noqa: PLC0415 - see above

        provider = Provider(tokens.ISSUER, tokens.AUDIENCE, "aud", "role", "ADMIN", "")
        known = Verifier(provider, KeySet(tokens.key_set))
        for app in (admin_app, user_app):
            app.dependency_overrides[verifier] = lambda: known
        stack.callback(FileServer(folder).stop)
        self._admin, self._driver = Client(admin_handler), Client(user_handler)
        self._token = tokens.token
        for client in (self._admin, self._driver):
            stack.callback(client.close)
            client.now = START
        self._sign_in()
        self.world = make_world(self._admin, self._driver)

    def all(self, chance: random.Random) -> Mapping[str, Any]:
        """Units of capacity read and milliseconds taken, by request."""
        from tests.integration.api.routes import ADMIN_ROUTES, USER_ROUTES  # noqa: PLC0415 - as in __init__

        self._sign_in()
        for client in (self._admin, self._driver):
            client.now = START + LATER
        requests = [
            (f"{name} {route.path}", client, route)
            for name, client, routes in (
                ("operator", self._admin, ADMIN_ROUTES),
                ("driver", self._driver, USER_ROUTES),
            )
            for route in routes
            if route.method == "GET" and "exports" not in route.path
        ]
        chance.shuffle(requests)
        return {name: self._cost(client, route) for name, client, route in requests}

    def _cost(self, client: Any, route: Any) -> Mapping[str, Any]:  # noqa: ANN401 - imported late
        from tests.capacity import consumed_capacity  # noqa: PLC0415 - as in __init__

        path, times_ms = route.url(self.world), []
        names = vars(self.world)
        query = {
            key: value.format(**names) if isinstance(value, str) else value
            for key, value in route.query.items()
        }
        for _ in range(ROUNDS):
            with consumed_capacity() as consumed:
                began = time.process_time()
                answer = client.get(path, query=query)
                times_ms.append((time.process_time() - began) * 1000)
        assert answer.status == route.status, f"{path}: {answer.status} {answer.text[:300]}"
        items = answer.json.get("items") if answer.text.startswith("{") else None
        return {
            "status": answer.status,
            "read": consumed.read,
            "cpu_ms": round(statistics.median(times_ms), 2),
            "bytes": len(answer.text),
            "items": None if items is None else len(items),
        }

    def _sign_in(self) -> None:
        """Tokens live five minutes."""
        self._admin.token = self._token("operator", "ADMIN")
        self._driver.token = self._token("driver")


def _fill(port: int, copy: Copier, first: int, last: int) -> None:
    for start in range(first, last, CHUNK):
        numbers = range(start + 1, min(last, start + CHUNK) + 1)
        write_all(port, (row for number in numbers for row in copy(number)))


def _copiers(engine: Rows, world: Any) -> tuple[Copier, Copier]:  # noqa: ANN401 - imported late
    """What makes the rows of one more charger, and of one more transaction."""
    patterns = [
        (f"csms-{table}", json.dumps(row))
        for table in CHARGER_TABLES
        for row in engine.rows(f"csms-{table}")
        if any(name in json.dumps(row) for name in (world.charger_id, world.user_id))
    ]
    (transaction,) = (
        row for row in engine.rows("csms-transaction") if row["row"]["S"] == "transaction"
    )
    (entry,) = (row for row in engine.rows("csms-ledger") if row["user_id"]["S"] == world.user_id)

    def charger(number: int) -> Sequence[tuple[str, Item]]:
        rows = []
        for table, text in patterns:
            named = text.replace(world.charger_id, _charger_name(number))
            row = json.loads(named.replace(world.user_id, _user_name(number)))
            if "tag" in row:
                row |= {"tag": {"S": f"tag{number}"}, "id_tag": {"S": f"TAG{number}"}}
            rows.append((table, row))
        return rows

    def one(number: int) -> Sequence[tuple[str, Item]]:
        is_own = number % 2 == 0
        charger_id = world.charger_id if is_own else _charger_name(number)
        user_id = world.user_id if is_own else _user_name(number)
        return list(_transaction(transaction, entry, number, (charger_id, user_id)))

    return charger, one


def _transaction(
    transaction: Item, entry: Item, number: int, whose: tuple[str, str]
) -> Iterator[tuple[str, Item]]:
    """A transaction that began 30 s after the one before, with a charge, a reading, a log row."""
    charger_id, user_id = whose
    at = START + number * STEP
    key = f"{at:%Y-%m-%dT%H:%M:%S.%fZ}"
    millis = {"N": str(int(at.timestamp() * 1000))}
    yield (
        "csms-transaction",
        transaction
        | {
            "key": {"S": str(number)},
            "day": {"S": f"{at:%Y-%m-%d}"},
            "started_key": {"S": f"{key}#{number}"},
            "charger_id": {"S": charger_id},
            "payer_id": {"S": user_id},
        },
    )
    yield (
        "csms-ledger",
        entry
        | {
            "user_id": {"S": user_id},
            "key": {"S": f"charge#{number}"},
            "sequence": {"N": str(number + 1)},
            "transaction_id": {"N": str(number)},
            "kind": {"S": "charge"},
            "at": millis,
        },
    )
    if number % 2:
        return  # readings and log rows are asked for of the world's own charger alone
    yield (
        "csms-meter_value",
        {
            "series": {"S": "tx#1"},
            "taken_key": {"S": f"{key}#{number:016x}"},
            "arrived_at": millis,
            "connector_id": {"N": "1"},
            "message_id": {"S": str(number)},
            "readings": {"S": json.dumps([_reading(int(millis["N"]), key, number)])},
        },
    )
    yield (
        "csms-message_log",
        {
            "charger_id": {"S": charger_id},
            "at_key": {"S": f"{key}#{number:08x}"},
            "at": millis,
            "direction": {"S": "from-charger"},
            "action": {"S": "Heartbeat"},
            "message_id": {"S": str(number)},
            "request": {"S": '[2,"1","Heartbeat",{}]'},
            "answer": {"S": '[3,"1",{}]'},
            "ttl": {"N": str(int((START + 10 * LATER).timestamp()))},
        },
    )


def _reading(at_ms: int, raw: str, energy_wh: int) -> dict[str, object]:
    sample = ["Energy.Active.Import.Register", str(energy_wh), "Wh"]
    return {"at": at_ms, "raw": raw, "wh": energy_wh, "of": [sample]}


def _charger_name(number: int) -> str:
    return f"bench-{number:06d}"


def _user_name(number: int) -> str:
    return f"{number:024x}"


if __name__ == "__main__":
    main(sys.argv[1:])
