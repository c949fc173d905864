"""Charging profiles that a charger holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.ids import ChargerId, ConnectorId


@dataclass(frozen=True, slots=True)
class HeldProfile:
    """A profile that a charger accepted, on the wire's form.

    The same connector, purpose and stack level hold one profile: a newer one replaces it (§5.16.2).
    """

    charger_id: ChargerId
    connector_id: ConnectorId
    profile: Mapping[str, Any]
    accepted_at: datetime

    @property
    def is_for_transaction(self) -> bool:
        """Whether it ends with the transaction that it names (§3.13.1)."""
        return bool(self.profile["chargingProfilePurpose"] == "TxProfile")


def is_cleared(held: HeldProfile, payload: Mapping[str, Any]) -> bool:
    """Whether a ClearChargingProfile takes a profile away: by its id, or by all that it names.

    payload: of the request (E 3.26).
    """
    profile = held.profile
    if "id" in payload:
        return bool(profile["chargingProfileId"] == payload["id"])
    facts = {
        "connectorId": held.connector_id,
        "chargingProfilePurpose": profile["chargingProfilePurpose"],
        "stackLevel": profile["stackLevel"],
    }
    return all(payload[name] == value for name, value in facts.items() if name in payload)
