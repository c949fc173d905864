"""CONNECT: a charger's new connection takes over."""

from typing import Any

from csms import observability
from csms.entrypoints.ocpp.connections import connect

observability.set_up()


def handler(event: dict[str, Any], context: object) -> dict[str, object]:
    """Answer one CONNECT event with a status and the agreed subprotocol."""
    with observability.invocation(context):
        return connect(event)
