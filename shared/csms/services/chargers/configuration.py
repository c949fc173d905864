"""Configuration of chargers: what they report, what we ask, and the rule about heartbeats."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from csms.domain.charger import Connection, Registration
from csms.domain.charger_page import ConfigurationEntry
from csms.domain.command import Command
from csms.domain.errors import Refused
from csms.domain.ids import ChargerId
from csms.domain.redaction import is_secret
from csms.ocpp16.commands import ChangeConfiguration, GetConfiguration
from csms.ocpp16.commands.get_configuration import ConfigurationAnswer
from csms.services import commands
from csms.services.chargers import rotation
from csms.store import configuration as configuration_store
from csms.store import connection as connection_store

INTERVAL_RULE: Final = "system:heartbeat-interval"
INTERVAL_KEYS: Final = ("HeartbeatInterval", "WebSocketPingInterval")
LONGEST_INTERVAL_S: Final = 300
"""The gateway closes connections that are idle for ten minutes."""
CHECK_AGAIN: Final = timedelta(hours=24)


def change(
    charger_id: ChargerId, key: str, value: str, requested_by: str, now: datetime
) -> Command:
    """Ask a charger to set a key, and remember what was asked.

    Raises Refused for a secret key: passwords are rotated, see `services.chargers.rotation`.
    """
    if is_secret(key):
        raise Refused("A charger's key is made here: rotate it instead.", "secret-key")
    request = ChangeConfiguration(key, value)
    command = commands.enqueue(charger_id, request.ACTION, request.payload(), requested_by, now)
    configuration_store.want(charger_id, key, value, now)
    return command


def prepare(
    charger_id: ChargerId, request: ChangeConfiguration, _requested_by: str, now: datetime
) -> None:
    """Store the wish that the command stands for; a difference from what is reported is drift."""
    if request.key.strip().casefold() == rotation.PROFILE_KEY:
        rotation.prepare_profile(charger_id, request.value)
    configuration_store.want(charger_id, request.key, request.value, now)


def report(charger_id: ChargerId, answer: ConfigurationAnswer, now: datetime) -> None:
    """Store what a charger answered to GetConfiguration; secrets are not kept."""
    known = [
        ConfigurationEntry(
            key=entry.key,
            value=None if is_secret(entry.key) else entry.value,
            readonly=entry.is_read_only,
            known=True,
            reported_at=now,
        )
        for entry in answer.entries
    ]
    unknown = [
        ConfigurationEntry(key, value=None, readonly=None, known=False, reported_at=now)
        for key in answer.unknown_keys
    ]
    configuration_store.report(charger_id, [*known, *unknown], now)


def is_interval_check_due(connection: Connection, now: datetime) -> bool:
    """Whether to ask for the intervals: at first contact, then at most once a boot and a day."""
    if connection.registration is Registration.REJECTED:
        return False
    checked_at, booted_at = connection.interval_checked_at, connection.booted_at
    if checked_at is None:
        return True
    return booted_at is not None and booted_at > checked_at and now - checked_at > CHECK_AGAIN


def check_interval(connection: Connection, now: datetime) -> None:
    """Ask a charger for its intervals, once, whichever of its frames sees that it is due."""
    if connection_store.claim_interval_check(connection, now):
        request = GetConfiguration(INTERVAL_KEYS)
        commands.enqueue(
            connection.charger_id, request.ACTION, request.payload(), INTERVAL_RULE, now
        )


def shorten_intervals(
    command: Command, answer: ConfigurationAnswer, now: datetime
) -> Sequence[Command]:
    """Set intervals that are too long; only after our own question, so once a boot at most."""
    if command.requested_by != INTERVAL_RULE:
        return ()
    too_long = [entry.key for entry in answer.entries if _is_too_long(entry.key, entry.value)]
    return [
        change(command.charger_id, key, str(LONGEST_INTERVAL_S), INTERVAL_RULE, now)
        for key in too_long
    ]


def _is_too_long(key: str, value: str | None) -> bool:
    digits = (value or "").strip()
    ours = key.casefold() in {name.casefold() for name in INTERVAL_KEYS}
    return ours and digits.isascii() and digits.isdigit() and int(digits) > LONGEST_INTERVAL_S
