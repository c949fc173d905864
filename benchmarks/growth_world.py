"""`python -m benchmarks.growth_world SEED TRANSACTIONS:CHARGERS …`: what requests cost as it grows.

A process of its own, since the product reads its environment once. A small world is made through
the HTTP API. An engine that also holds the rows of a larger one then takes the place of the first,
once for each size. Prints a line of JSON a size: what each GET of the test suite's table of routes
read, in units of capacity, and its CPU time; of a list also its second page.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import tests.conftest  # noqa: F401 - the environment of the functions
from benchmarks.engine import Engine as Rows
from benchmarks.export import Export
from benchmarks.growth import NEXT_PAGE
from tests.engine import Engine
from tests.integration.events import START

ROUNDS: Final = 5


def main(arguments: Sequence[str]) -> None:
    """Grow, and measure at each size."""
    chance = random.Random(int(arguments[0]))  # noqa: S311 - an order to ask in, no secret
    engine = Engine()
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = engine.url
    from benchmarks import growth_rows  # noqa: PLC0415 - its stores make clients of the engine

    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            engine.create_tables()
            ask = _Questions(stack, folder / "files")
            with Rows(engine.port) as small:
                pattern = growth_rows.take_pattern(small, ask.world)
                tables, kept = small.tables(), small.all_rows()
        finally:
            engine.stop()
        for size in arguments[1:]:
            transactions, chargers = (int(part) for part in size.split(":"))
            began = time.monotonic()
            export = Export(folder / size.replace(":", "-"), tables)
            export.add(kept)
            for portion in growth_rows.rows(pattern, growth_rows.Size(transactions, chargers)):
                export.add(portion)
            with export.serve(engine.port):
                filled_s = round(time.monotonic() - began, 1)
                costs = ask.all(chance, growth_rows.NOW)
            found = {"transactions": transactions, "chargers": chargers, "filled_s": filled_s}
            print(json.dumps(found | {"costs": costs}), flush=True)


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

    def all(self, chance: random.Random, now: datetime) -> Mapping[str, Any]:
        """Units of capacity read and milliseconds taken, by request."""
        from tests.integration.api.routes import ADMIN_ROUTES, USER_ROUTES  # noqa: PLC0415 - as in __init__

        self._sign_in()
        for client in (self._admin, self._driver):
            client.now = now
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
        costs: dict[str, Any] = {}
        for name, client, route in requests:
            names = vars(self.world)
            query = {
                key: value.format(**names) if isinstance(value, str) else value
                for key, value in route.query.items()
            }
            costs[name], cursor = self._cost(client, route, query)
            if cursor is not None:
                costs[name + NEXT_PAGE], _ = self._cost(client, route, {**query, "cursor": cursor})
        return costs

    def _cost(
        self,
        client: Any,  # noqa: ANN401 - imported late
        route: Any,  # noqa: ANN401 - imported late
        query: Mapping[str, object],
    ) -> tuple[Mapping[str, Any], str | None]:
        """Of one request, and the cursor of the page that follows."""
        from tests.capacity import consumed_capacity  # noqa: PLC0415 - as in __init__

        path, times_ms = route.url(self.world), []
        for _ in range(ROUNDS):
            with consumed_capacity() as consumed:
                began = time.process_time()
                answer = client.get(path, query=query)
                times_ms.append((time.process_time() - began) * 1000)
        assert answer.status == route.status, f"{path}: {answer.status} {answer.text[:300]}"
        told = answer.json if answer.text.startswith("{") else {}
        cost = {
            "status": answer.status,
            "read": consumed.read,
            "cpu_ms": round(statistics.median(times_ms), 2),
            "bytes": len(answer.text),
            "items": len(told["items"]) if "items" in told else None,
            "has_more": told.get("next_cursor") is not None,
        }
        return cost, told.get("next_cursor")

    def _sign_in(self) -> None:
        """Tokens live five minutes."""
        self._admin.token = self._token("operator", "ADMIN")
        self._driver.token = self._token("driver")


if __name__ == "__main__":
    main(sys.argv[1:])
