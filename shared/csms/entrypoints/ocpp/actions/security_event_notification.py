"""SecurityEventNotification: kept and shown. Answered in every state."""

from csms.domain.security_event import SecurityEvent
from csms.entrypoints.ocpp.exchange import Exchange, Reply
from csms.ocpp16.actions import security_event_notification
from csms.ocpp16.actions.security_event_notification import SecurityEventNotification
from csms.ocpp16.timestamps import clamp
from csms.store import security_event


def handle(request: SecurityEventNotification, exchange: Exchange) -> Reply:
    """Keep the event before the answer: a charger repeats what was not answered."""
    at, findings = clamp(request.timestamp.instant, exchange.now)
    event = SecurityEvent(exchange.charger_id, request.type, at, exchange.now, request.tech_info)
    security_event.record(event)
    return Reply(security_event_notification.answer(), findings=findings)
