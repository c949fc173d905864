"""Charging profiles that chargers accepted."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.charging_profile import HeldProfile
from csms.domain.ids import ChargerId, ConnectorId
from csms.store.base import InstantAttribute, IntAttribute
from csms.store.charger_rows import PartitionRow

PROFILE: Final = "profile#"
MOST: Final = 200


class ProfileRow(PartitionRow):
    """One profile; its key says what it would replace. body: JSON."""

    connector_id = IntAttribute()
    body = UnicodeAttribute()
    accepted_at = InstantAttribute()


def put(held: HeldProfile) -> None:
    """Store a profile in the place of the one that it replaces."""
    ProfileRow(
        held.charger_id,
        _key(held),
        connector_id=held.connector_id,
        body=json.dumps(held.profile, separators=(",", ":"), default=_number),
        accepted_at=held.accepted_at,
    ).save()


def remove(held: HeldProfile) -> None:
    """Take a profile away. May be repeated."""
    ProfileRow(held.charger_id, _key(held)).delete()


def list_by_charger(charger_id: ChargerId) -> Sequence[HeldProfile]:
    """The profiles of a charger, by connector, purpose and level."""
    found = ProfileRow.read_partition(charger_id, PROFILE, MOST)
    return [_held(ProfileRow.read_item(item)) for item in found]


def _key(held: HeldProfile) -> str:
    purpose, level = held.profile["chargingProfilePurpose"], held.profile["stackLevel"]
    return f"{PROFILE}{held.connector_id:03d}#{purpose}#{level:03d}"


def _held(row: ProfileRow) -> HeldProfile:
    profile = json.loads(row.body, parse_float=Decimal)
    connector_id = ConnectorId(row.connector_id)
    return HeldProfile(ChargerId(row.charger_id), connector_id, profile, row.accepted_at)


def _number(value: object) -> object:
    # One decimal is all that OCPP has, and a float's shortest form is that decimal.
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no form in a profile")
