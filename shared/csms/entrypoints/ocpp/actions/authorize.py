"""Authorize (§6.1): a tag was presented."""

from functools import partial

from csms.domain.id_tag import AuthorizationStatus
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions.authorize import Authorize, answer
from csms.services.charging import authorization


def handle(request: Authorize, exchange: Exchange) -> Reply:
    """Say what the tag may do, at this charger and with the money there is now."""
    station_id = exchange.connection.station_id
    info = authorization.decide(request.id_tag, exchange.charger_id, station_id, exchange.now)
    if info.status is not AuthorizationStatus.INVALID:
        return Reply(answer(info))
    note = partial(authorization.note_unknown, request.id_tag, exchange.charger_id, exchange.now)
    return Reply(answer(info), effects=(note,))
