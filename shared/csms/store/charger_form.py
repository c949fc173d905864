"""A charger's value as its row, and its edits as updates."""

from dataclasses import fields

from pynamodb.expressions.update import Action

from csms.domain.charger import Charger, ChargerModel, Credentials, QuirkMatch
from csms.domain.ids import ChargerId
from csms.store.base import set_or_remove
from csms.store.charger_rows import CHARGER, LIST, ChargerRow
from csms.store.names import name_key


def from_charger(charger: Charger) -> ChargerRow:
    """The row of a new charger."""
    return ChargerRow(
        charger.charger_id,
        CHARGER,
        identity=charger.identity,
        name=charger.name,
        station_id=charger.station_id,
        list_shard=LIST,
        name_key=name_key(charger.name, charger.charger_id),
        registration=charger.registration,
        security_profile=charger.credentials.security_profile,
        password_hash=charger.credentials.password_hash,
        rated_power_w=charger.rated_power_w,
        connector_count=charger.connector_count,
        created_at=charger.created_at,
        tariff_id=charger.tariff_id,
        availability=charger.availability,
        assume_ocpp16=charger.assume_ocpp16,
        log_level=charger.log_level,
        version=charger.version,
    )


def edits(charger: Charger) -> list[Action]:
    """What people edit of a charger, as an update."""
    row = ChargerRow
    return [
        row.name.set(charger.name),
        row.name_key.set(name_key(charger.name, charger.charger_id)),
        row.station_id.set(charger.station_id),
        row.registration.set(charger.registration),
        row.rated_power_w.set(charger.rated_power_w),
        row.connector_count.set(charger.connector_count),
        row.availability.set(charger.availability),
        row.assume_ocpp16.set(charger.assume_ocpp16),
        set_or_remove(row.tariff_id, charger.tariff_id),
        set_or_remove(row.log_level, charger.log_level),
    ]


def credential_edits(credentials: Credentials) -> list[Action]:
    """Credentials as an update."""
    row = ChargerRow
    return [
        row.security_profile.set(credentials.security_profile),
        set_or_remove(row.password_hash, credentials.password_hash),
        set_or_remove(row.pending_password_hash, credentials.pending_password_hash),
        set_or_remove(row.pending_security_profile, credentials.pending_security_profile),
    ]


def about_edits(charger_id: ChargerId, about: ChargerModel) -> list[Action]:
    """What a charger says of itself, as an update."""
    vendor = model_key(about.vendor or "") or None
    model = f"{model_key(about.model or '')}#{charger_id}"
    return [
        set_or_remove(ChargerRow.vendor_key, vendor),
        set_or_remove(ChargerRow.model_key, None if vendor is None else model),
        *(
            set_or_remove(getattr(ChargerRow, field.name), getattr(about, field.name))
            for field in fields(about)
        ),
    ]


def quirk_edits(quirks: QuirkMatch | None) -> list[Action]:
    """What is special about a charger's model, as an update."""
    row = ChargerRow
    return [
        set_or_remove(row.quirk_profile, None if quirks is None else quirks.profile_id),
        set_or_remove(row.quirk_version, None if quirks is None else quirks.version),
    ]


def model_key(word: str) -> str:
    """A vendor or model as it is compared: without regard to case and to spaces around it."""
    return word.strip().casefold()
