"""A charger connects and disconnects: the newest connection owns the charger."""

import logging
from collections.abc import Mapping
from typing import Any, Final

from csms import gateway, observability
from csms.domain.charger import Connection
from csms.domain.ids import ChargerId
from csms.entrypoints.ocpp import followup
from csms.entrypoints.ocpp.event import SocketEvent, read_event, read_headers
from csms.ocpp16.identity import Offer, negotiate
from csms.services import commands
from csms.services.chargers import liveness
from csms.services.charging import unanswered
from csms.store import connection as connection_store
from csms.store.connection import Claim

LOG: Final = logging.getLogger(__name__)
SUBPROTOCOL_HEADER: Final = "Sec-WebSocket-Protocol"

type Response = dict[str, object]


def connect(event: Mapping[str, Any]) -> Response:
    """Handle CONNECT: take ownership, end what was in flight before, close the old connection.

    Answers with the subprotocol that was agreed on, as the client spelled it. A handshake that
    offers none of ours is completed without one, and closed with its first frame (J 3.2).
    """
    socket_event = read_event(event)
    charger_id = socket_event.charger_id
    observability.note(connection=socket_event.connection_id, charger=charger_id)
    if charger_id is None:
        return {"statusCode": int(socket_event.authorizer.get("refusal", "403"))}
    agreed = negotiate(read_headers(event).get(SUBPROTOCOL_HEADER.lower()))
    refused = agreed.offer is Offer.REFUSED or (
        agreed.offer is Offer.ABSENT and socket_event.authorizer.get("assume_ocpp16") != "1"
    )
    before = connection_store.take_ownership(
        Claim(
            charger_id=charger_id,
            connection_id=socket_event.connection_id,
            connected_at=socket_event.connected_at,
            door=socket_event.authorizer.get("door", ""),
            refused=refused,
            contact_due_at=socket_event.at + liveness.SILENCE,
        )
    )
    if before is None:
        return _not_the_newest(charger_id)
    followup.run([lambda: _take_over(before, socket_event)])
    LOG.info("connected", extra={"offer": agreed.offer.value})
    if agreed.token is None:
        return {"statusCode": 200}
    return {"statusCode": 200, "headers": {SUBPROTOCOL_HEADER: agreed.token}}


def disconnect(event: Mapping[str, Any]) -> Response:
    """Handle DISCONNECT, which may come after the next CONNECT: only the owner gives up."""
    socket_event = read_event(event)
    observability.note(connection=socket_event.connection_id, charger=socket_event.charger_id)
    if socket_event.charger_id is not None:
        before = connection_store.release(
            socket_event.charger_id, socket_event.connection_id, socket_event.at
        )
        LOG.info("disconnected", extra={"owned": before is not None})
    return {"statusCode": 200}


def _not_the_newest(charger_id: ChargerId) -> Response:
    """A newer connection owns the charger already, or the charger was just deleted."""
    if connection_store.find(charger_id, consistent=True) is None:
        return {"statusCode": 403}
    LOG.info("an older connection arrives late")
    return {"statusCode": 200}


def _take_over(before: Connection, event: SocketEvent) -> None:
    proven = event.authorizer.get("promoted") == "1"
    ended = commands.finish_interrupted(before, event.at, proven=proven)
    if ended is not None:
        unanswered.conclude([ended], event.at)
    if before.connection_id is not None and before.connection_id != event.connection_id:
        gateway.close(before.connection_id)
