"""Heartbeat: alive, and asking for the time. The write that notes it was also the read."""

from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import heartbeat
from csms.ocpp16.actions.heartbeat import Heartbeat


def handle(_request: Heartbeat, exchange: Exchange) -> Reply:
    """Answer with the time."""
    return Reply(heartbeat.answer(exchange.now))
