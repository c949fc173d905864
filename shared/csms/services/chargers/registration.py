"""Registration: what an operator decides about a charger's identity."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from csms import gateway
from csms.domain.audit import Audit, AuditEntry
from csms.domain.charger import (
    Charger,
    Credentials,
    Registration,
    SecurityProfile,
)
from csms.domain.errors import ChangedMeanwhile, Invalid
from csms.domain.ids import ChargerId, StationId, TariffId, Watt
from csms.domain.unknown import UnknownKind
from csms.ocpp16.commands import trigger_message
from csms.ocpp16.identity import canonical
from csms.services import commands
from csms.services.chargers import passwords
from csms.store import charger as charger_store
from csms.store import connection as connection_store
from csms.store import inbox as inbox_store


@dataclass(frozen=True, slots=True)
class RegisterCharger:
    """What an operator says of a new charger.

    identity: as it dials. pending: it must be approved before it may charge.
    """

    identity: str
    name: str
    station_id: StationId
    rated_power_w: Watt
    connector_count: int = 1
    security_profile: SecurityProfile = SecurityProfile.BASIC
    tariff_id: TariffId | None = None
    pending: bool = False


def id_of(identity: str) -> ChargerId:
    """The id that a new charger gets. Raises Invalid for an identity that none could dial."""
    charger_id = canonical(identity)
    if charger_id is None:
        message = "An identity has 1 to 48 printable characters, none of them `/`, and is no dot."
        raise Invalid(message, "identity")
    return charger_id


def register(
    request: RegisterCharger, now: datetime, audit: Audit[Charger] | None = None
) -> tuple[Charger, str]:
    """Store a new charger. Returns it with its password, which is never shown again.

    Raises Invalid for an identity that no charger could dial, Conflict when it is taken.
    """
    charger_id = id_of(request.identity)
    password = passwords.generate()
    charger = Charger(
        charger_id=charger_id,
        identity=request.identity,
        name=request.name,
        station_id=request.station_id,
        registration=Registration.PENDING if request.pending else Registration.ACCEPTED,
        credentials=Credentials(request.security_profile, passwords.hash_password(password)),
        rated_power_w=request.rated_power_w,
        connector_count=request.connector_count,
        created_at=now,
        tariff_id=request.tariff_id,
    )
    charger_store.create(charger, None if audit is None else audit(charger))
    inbox_store.forget(UnknownKind.CHARGER, charger_id)
    return charger, password


def approve(
    charger_id: ChargerId, actor: str, now: datetime, audit: Audit[Charger] | None = None
) -> Charger:
    """Accept a pending charger, and ask it to boot again so that it learns.

    One that is accepted already is left alone (E 3.40: it is never triggered to boot then).
    """
    charger = charger_store.get(charger_id)
    if charger.registration is not Registration.PENDING:
        return charger
    approved = _set_registration(charger, Registration.ACCEPTED, audit)
    trigger = trigger_message.TriggerMessage(trigger_message.MessageTrigger.BOOT_NOTIFICATION)
    commands.enqueue(charger_id, trigger.ACTION, trigger.payload(), actor, now)
    return approved


def disable(charger_id: ChargerId, audit: Audit[Charger] | None = None) -> Charger:
    """Refuse a charger from now on, and close its connection, so that it notices."""
    charger = charger_store.get(charger_id)
    if charger.registration is not Registration.REJECTED:
        charger = _set_registration(charger, Registration.REJECTED, audit)
    close_connection(charger_id)
    return charger


def enable(charger_id: ChargerId, audit: Audit[Charger] | None = None) -> Charger:
    """Accept a disabled charger again, and close its connection, so that it boots again."""
    charger = charger_store.get(charger_id)
    if charger.registration is Registration.REJECTED:
        charger = _set_registration(charger, Registration.ACCEPTED, audit)
        close_connection(charger_id)
    return charger


def delete(charger_id: ChargerId, now: datetime, entry: AuditEntry | None = None) -> None:
    """Delete a charger and close its connection; its transactions and log stay.

    What waits for it ends, so that another charger of this identity never gets it.
    """
    charger_store.get(charger_id)
    close_connection(charger_id)
    commands.drop_queue(charger_id, now)
    charger_store.delete(charger_id, entry)


def rekey(charger_id: ChargerId, entry: AuditEntry | None = None) -> str:
    """Replace a charger's password at once and close its connection.

    For a charger whose key was lost or given away; `rotate` changes the key of one that works.
    Returns the new password, which is never shown again. Raises NotFound, Conflict.
    """
    charger = charger_store.get(charger_id)
    password = passwords.generate()
    renewed = dataclasses.replace(
        charger.credentials,
        password_hash=passwords.hash_password(password),
        pending_password_hash=None,
    )
    if not charger_store.replace_credentials(charger_id, charger.credentials, renewed, entry):
        raise ChangedMeanwhile("This charger's key")
    close_connection(charger_id)
    return password


def close_connection(charger_id: ChargerId) -> bool:
    """Close the socket of a charger, best effort. Returns whether there was one and it closed."""
    connection = connection_store.find(charger_id, consistent=True)
    if connection is None or connection.connection_id is None:
        return False
    return gateway.close(connection.connection_id)


def _set_registration(
    charger: Charger, registration: Registration, audit: Audit[Charger] | None
) -> Charger:
    changed = dataclasses.replace(charger, registration=registration)
    entry = None if audit is None else audit(changed)
    return charger_store.replace(changed, charger.version, entry)
