"""How long commands live, how long their answers may take, and what a reconnect means to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zlib import crc32

from csms.domain.command import Command

DAY: Final = timedelta(hours=24)
RECONNECTING: Final = frozenset({"Reset", "SignedUpdateFirmware", "UpdateFirmware"})
RECONNECTING_KEYS: Final = frozenset({"authorizationkey", "securityprofile"})


@dataclass(frozen=True, slots=True)
class CommandRule:
    """Rules of one command.

    time_to_live: how long it may wait; a stale one is never sent. answer_timeout: from sending.
    superseded_by: the payload's member that tells which waiting command a newer one replaces;
    None when a newer one replaces nothing. while_pending: whether a charger that the operator has
    not approved may get it (OCPP 1.6 §4.2).
    """

    time_to_live: timedelta = DAY
    answer_timeout: timedelta = timedelta(seconds=30)
    superseded_by: str | None = None
    while_pending: bool = True


HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(seconds=60)
SOON: Final = timedelta(minutes=5)

RULES: Final[Mapping[str, CommandRule]] = {
    "CancelReservation": CommandRule(HOUR, while_pending=False),
    "CertificateSigned": CommandRule(DAY, MINUTE),
    "ChangeAvailability": CommandRule(superseded_by="connectorId"),
    "ChangeConfiguration": CommandRule(superseded_by="key"),
    "ClearCache": CommandRule(),
    "ClearChargingProfile": CommandRule(),
    "DataTransfer": CommandRule(HOUR),
    "DeleteCertificate": CommandRule(DAY, MINUTE),
    "ExtendedTriggerMessage": CommandRule(SOON),
    "GetCompositeSchedule": CommandRule(SOON),
    "GetConfiguration": CommandRule(),
    "GetDiagnostics": CommandRule(DAY, MINUTE),
    "GetInstalledCertificateIds": CommandRule(HOUR),
    "GetLocalListVersion": CommandRule(HOUR),
    "GetLog": CommandRule(DAY, MINUTE),
    "InstallCertificate": CommandRule(DAY, MINUTE),
    "RemoteStartTransaction": CommandRule(MINUTE, while_pending=False),
    "RemoteStopTransaction": CommandRule(SOON, while_pending=False),
    "ReserveNow": CommandRule(MINUTE, while_pending=False),
    # Whoever asks for a reset wants it now, not when the charger happens to come back.
    "Reset": CommandRule(SOON),
    "SendLocalList": CommandRule(DAY, MINUTE),
    "SetChargingProfile": CommandRule(HOUR),
    "SignedUpdateFirmware": CommandRule(DAY, MINUTE),
    "TriggerMessage": CommandRule(SOON),
    "UnlockConnector": CommandRule(MINUTE),
    "UpdateFirmware": CommandRule(DAY, MINUTE),
}
DEFAULT_RULE: Final = CommandRule()


def rule_of(action: str) -> CommandRule:
    """The rules of a command."""
    return RULES.get(action, DEFAULT_RULE)


def subject_of(action: str, payload: Mapping[str, object]) -> str | None:
    """A short word that a command shares with those it replaces or is replaced by; None for none.

    It goes into keys: what it is about is told apart by a checksum, and compared before it counts.
    """
    member = rule_of(action).superseded_by
    if member is None:
        return None
    return f"{crc32(f'{action}#{_folded(payload.get(member))}'.encode()):08x}"


def is_superseded(older: Command, newer: Command) -> bool:
    """Whether a newer command makes a waiting one pointless."""
    member = rule_of(newer.action).superseded_by
    if member is None or older.action != newer.action:
        return False
    return _folded(older.payload.get(member)) == _folded(newer.payload.get(member))


def _folded(value: object) -> object:
    # Keys of a configuration are case-insensitive (OCPP 1.6 §7.29, CiString).
    return value.casefold() if isinstance(value, str) else value


def ends_by_reconnecting(action: str) -> bool:
    """Whether a charger that reconnects instead of answering may well be doing what was asked."""
    return action in RECONNECTING


def changes_credentials(action: str, payload: Mapping[str, object]) -> bool:
    """Whether a charger carries the command out by reconnecting with other credentials."""
    key = payload.get("key")
    return (
        action == "ChangeConfiguration"
        and isinstance(key, str)
        and key.casefold() in RECONNECTING_KEYS
    )
