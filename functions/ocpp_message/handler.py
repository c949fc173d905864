"""MESSAGE: one frame of a charger."""

from typing import Any

from csms import observability
from csms.entrypoints.ocpp.dispatch import dispatch

observability.set_up()


def handler(event: dict[str, Any], context: object) -> dict[str, int]:
    """Handle one MESSAGE event. The charger's answer is posted; the gateway gets nothing else."""
    with observability.invocation(context):
        dispatch(event)
    return {"statusCode": 200}
