"""Before CONNECT: who dials in."""

from typing import Any

from csms import observability
from csms.entrypoints.ocpp.authorizer import authorize

observability.set_up()


def handler(event: dict[str, Any], context: object) -> dict[str, object]:
    """Answer one REQUEST authorizer event with a policy; raise `Unauthorized` for a 401."""
    with observability.invocation(context, connection=event["requestContext"].get("connectionId")):
        return authorize(event)
