"""DISCONNECT: a connection ended, some time ago."""

from typing import Any

from csms import observability
from csms.entrypoints.ocpp.connections import disconnect

observability.set_up()


def handler(event: dict[str, Any], context: object) -> dict[str, object]:
    """Handle one DISCONNECT event."""
    with observability.invocation(context):
        return disconnect(event)
