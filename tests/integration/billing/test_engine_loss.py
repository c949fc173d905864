"""Bills while the database is away, and after it is back."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import ClientError

from csms.aws.client import Client
from csms.aws.signer import Scope
from csms.domain.errors import Unavailable
from csms.domain.ids import Minor
from csms.domain.transaction import TransactionState
from csms.services import billing
from csms.store import transaction
from csms.store.dynamodb import CONNECTION
from csms.store.dynamodb_client import DynamoClient, Operation
from functions.billing_retry.handler import handler
from simulators.aws.dynamodb import find_binary, free_port
from simulators.aws.template import load_template
from tests.engine import ROOT, Engine
from tests.faults import BEFORE, Response
from tests.integration.billing.build import balance, charged, faults, given, given_funds
from tests.transactions import NOW, PAYER, PRICE, stopped

LATER = NOW + timedelta(hours=1)


class LastingEngine:
    """An engine that keeps its rows in a file, so that it can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "rows.db"
        self._binary = find_binary(dict(os.environ))  # noqa: TID251 - DYNOXIDE_BIN names another
        self.port = free_port()
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, and wait until it listens."""
        self._process = subprocess.Popen(
            [
                *(str(self._binary), "--host", "127.0.0.1"),
                *("--port", str(self.port), "--db-path", str(self._file)),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout is not None
        assert any("listening" in line for line in self._process.stdout)

    def kill(self) -> None:
        """End it without a warning."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(timeout=10)
        assert self._process.stdout is not None
        self._process.stdout.close()

    @contextmanager
    def in_place_of_the_usual_one(self) -> Iterator[None]:
        """Send what the product asks of DynamoDB here."""

        def redirect(params: dict[str, Any], model: Operation, **_: object) -> Response:
            try:
                answer = client._make_api_call(model.name, params)
            except ClientError as error:
                return SimpleNamespace(status_code=400), error.response
            return SimpleNamespace(status_code=200), answer

        client = self._client()
        events = CONNECTION.client.meta.events
        events.register(BEFORE, redirect)
        try:
            yield
        finally:
            events.unregister(BEFORE, redirect)

    def _client(self) -> DynamoClient:
        url, scope = f"http://127.0.0.1:{self.port}", Scope("us-east-1", "dynamodb")
        return DynamoClient(Client(url, scope, CONNECTION.credentials))


@pytest.fixture
def lasting(engine: Engine, tmp_path: Path) -> Iterator[LastingEngine]:
    """An engine with tables, that takes the product's calls."""
    lasting = LastingEngine(tmp_path)
    lasting.start()
    for table in load_template(ROOT / "template.yaml").tables.values():
        with lasting.in_place_of_the_usual_one():
            CONNECTION.dispatch("CreateTable", dict(table.create_table))
    with lasting.in_place_of_the_usual_one():
        yield lasting
    lasting.kill()


def test_a_bill_that_finds_no_database_is_made_when_it_is_back(lasting: LastingEngine) -> None:
    given(stopped())
    given_funds()
    lasting.kill()
    with pytest.raises(Unavailable):
        billing.bill(stopped().transaction_id, NOW)
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 25_000)
    assert handler({"time": LATER.isoformat()}, context) == {"tried": 0, "complete": False}
    lasting.start()
    assert handler({"time": LATER.isoformat()}, context) == {"tried": 1, "complete": True}
    assert transaction.get(stopped().transaction_id).state is TransactionState.COMPLETED
    assert charged() == [("charge#1", -PRICE)]
    assert faults(LATER) == []


def test_a_bill_is_not_lost_with_the_database(lasting: LastingEngine) -> None:
    given(stopped())
    given_funds()
    billed = billing.bill(stopped().transaction_id, NOW)
    lasting.kill()
    lasting.start()
    assert transaction.get(billed.transaction_id) == billed
    assert balance() == 10_000 - PRICE
    assert faults() == []


def test_a_top_up_without_a_database_is_refused_and_can_be_repeated(
    lasting: LastingEngine,
) -> None:
    lasting.kill()
    with pytest.raises(Unavailable):
        billing.top_up(PAYER, Minor(500), "key", "admin", None, NOW)
    lasting.start()
    billing.top_up(PAYER, Minor(500), "key", "admin", None, NOW)
    assert balance() == 500
