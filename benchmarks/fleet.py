"""The charger that the handler is measured with, and what its function calls."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import botocore.session
from botocore.client import Config

from csms import gateway
from csms.domain.ids import ChargerId, ConnectionId, Minor
from csms.services import billing
from csms.store import connection as connection_store
from csms.store.base import CONNECTION
from csms.store.connection import Claim
from csms.store.dynamodb_client import Operation
from functions.ocpp_message import handler as ocpp_message
from tests.integration.charging import world

TAG: Final = world.TAG
FUNDS: Final = Minor(10**9)
CONDITIONS: Final = ("ConditionExpression", "ReturnValuesOnConditionCheckFailure")

ANSWER: Final = b'[3,"Heartbeat-1",{"currentTime":"2026-03-01T12:00:00.000Z"}]'
_session: Final = botocore.session.get_session()
BARE: Final = {
    service: _session.create_client(
        service, config=Config(parameter_validation=False, max_pool_connections=16)
    )
    for service in ("dynamodb", "apigatewaymanagementapi")
}

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
    """Run the function once, and tell which calls it made, as botocore would make them."""
    calls: list[Call] = []
    database, posts = BARE["dynamodb"], BARE["apigatewaymanagementapi"]

    def note(params: Mapping[str, Any], model: Operation, **_: object) -> None:
        calls.append((database, model.name, _bare(params)))

    def note_post(**_: object) -> None:
        frame = {"ConnectionId": event["requestContext"]["connectionId"], "Data": ANSWER}
        calls.append((posts, "PostToConnection", frame))

    hooks = (
        (CONNECTION.client, "provide-client-params.dynamodb", note),
        (gateway._client(), "before-call.execute-api.POST", note_post),  # noqa: SLF001 - its only client
    )
    for client, name, hook in hooks:
        client.meta.events.register(name, hook)
    handle(event)
    for client, name, hook in hooks:
        client.meta.events.unregister(name, hook)
    return calls


def counted(calls: list[Call]) -> int:
    """How many numbers these calls take from the counter."""
    return sum(parameters.get("TableName", "").endswith("-counter") for _, _, parameters in calls)


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
