"""The charger that the handler is measured with, and what its function calls."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from botocore.model import OperationModel

from csms import gateway
from csms.domain.ids import ChargerId, ConnectionId, Minor
from csms.services import billing
from csms.store import connection as connection_store
from csms.store.base import CONNECTION
from csms.store.connection import Claim
from functions.ocpp_message import handler as ocpp_message
from tests.integration.charging import world

TAG: Final = world.TAG
FUNDS: Final = Minor(10**9)
CONDITIONS: Final = ("ConditionExpression", "ReturnValuesOnConditionCheckFailure")

type Call = tuple[Any, str, dict[str, Any]]
"""A botocore client, an operation and its parameters."""


class Context:
    """What Lambda passes beside an event."""

    aws_request_id = "00000000-0000-4000-8000-000000000000"


class TransactionIds:
    """Knows which number the counter gives next; replayed calls move it too."""

    last = 0

    @classmethod
    def take(cls) -> int:
        """The number of the next StartTransaction."""
        cls.last += 1
        return cls.last

    @classmethod
    def skip(cls, count: int) -> None:
        """Note numbers that replayed calls took."""
        cls.last += count


def prepare(charger_id: str, connection_id: str, at: datetime) -> None:
    """A site, a driver with money, and a charger that owns a connection; first questions asked."""
    world.build(charger_id)
    billing.top_up(world.DRIVER, FUNDS, "bench", "bench", None, at)
    claim = Claim(
        charger_id=ChargerId(charger_id),
        connection_id=ConnectionId(connection_id),
        connected_at=at,
        door="wss",
        refused=False,
        contact_due_at=at + timedelta(days=1),
    )
    assert connection_store.take_ownership(claim) is not None
    connection = connection_store.find(ChargerId(charger_id))
    assert connection is not None
    assert connection_store.claim_interval_check(connection, at)


def handle(event: dict[str, Any]) -> None:
    """Run the function once."""
    assert ocpp_message.handler(event, Context()) == {"statusCode": 200}


def record(event: dict[str, Any]) -> list[Call]:
    """Run the function once, and tell which calls it made."""
    calls: list[Call] = []
    clients = (CONNECTION.client, gateway._client())  # noqa: SLF001 - its only client
    for client in clients:
        client.meta.events.register(
            "provide-client-params.*.*", _recorder(client, calls), unique_id="bench"
        )
    handle(event)
    for client in clients:
        client.meta.events.unregister("provide-client-params.*.*", unique_id="bench")
    return calls


def counted(calls: list[Call]) -> int:
    """How many numbers these calls take from the counter."""
    return sum(parameters.get("TableName", "").endswith("-counter") for _, _, parameters in calls)


def _recorder(client: object, calls: list[Call]) -> Callable[..., None]:
    def note(params: Mapping[str, Any], model: OperationModel, **_: object) -> None:
        calls.append((client, model.name, _bare(params)))

    return note


def _bare(params: Mapping[str, Any]) -> dict[str, Any]:
    """Leave the conditions out, with the names and values that only they use."""
    if "TransactItems" in params:
        items = [
            {kind: _bare(item) for kind, item in one.items()} for one in params["TransactItems"]
        ]
        return {"TransactItems": items}
    rest = {key: value for key, value in params.items() if key not in CONDITIONS}
    text = " ".join(str(value) for key, value in rest.items() if key.endswith("Expression"))
    used = set(re.findall(r"[#:]\w+", text))
    for group in ("ExpressionAttributeNames", "ExpressionAttributeValues"):
        kept = {name: value for name, value in rest.get(group, {}).items() if name in used}
        rest.pop(group, None)
        if kept:
            rest[group] = kept
    return rest
