"""Which messages a charger may send, by its registration (OCPP 1.6 §4.2)."""

from datetime import timedelta
from typing import Final

from csms.domain.charger import Registration
from csms.domain.command import CommandState
from csms.entrypoints.ocpp.exchange import Exchange
from csms.store import command as command_store

ALWAYS: Final = frozenset(
    {
        "BootNotification",
        "DiagnosticsStatusNotification",
        "FirmwareStatusNotification",
        "LogStatusNotification",
        "MeterValues",
        "SecurityEventNotification",
        "SignCertificate",
        "SignedFirmwareStatusNotification",
        "StartTransaction",
        "StopTransaction",
    }
)
"""What has happened, has happened: a charger that gets an error may throw it away (§3.7.1)."""
TRIGGERED_WITHIN: Final = timedelta(minutes=5)
RECENT: Final = 10


def is_admitted(exchange: Exchange) -> bool:
    """Whether the message is answered normally; otherwise it gets a SecurityError."""
    registration = exchange.connection.registration
    if registration is Registration.ACCEPTED or exchange.action in ALWAYS:
        return True
    return registration is Registration.PENDING and _was_triggered(exchange)


def _was_triggered(exchange: Exchange) -> bool:
    """Whether we asked for this message a moment ago."""
    recent = command_store.list_by_charger(exchange.charger_id, exchange.now, None, RECENT)
    refused = (CommandState.REJECTED, CommandState.NOT_SUPPORTED, CommandState.QUEUED)
    return any(
        command.action in ("TriggerMessage", "ExtendedTriggerMessage")
        and command.payload.get("requestedMessage") == exchange.action
        and command.state not in refused
        and exchange.now - command.requested_at <= TRIGGERED_WITHIN
        for command in recent.items
    )
