"""Charging profiles: what a charger took, and what it was made to forget."""

from collections.abc import Sequence
from datetime import datetime

from csms.domain.charging_profile import HeldProfile, is_cleared
from csms.domain.command import Command
from csms.domain.ids import ChargerId
from csms.ocpp16.commands import set_charging_profile
from csms.store import charger as charger_store
from csms.store import charging_profile as profile_store


def accepted(command: Command, now: datetime) -> None:
    """The charger took a profile: it replaces the one of its place."""
    request = set_charging_profile.SetChargingProfile.from_payload(command.payload)
    held = HeldProfile(command.charger_id, request.connector_id, request.profile, now)
    profile_store.put(held)


def cleared(command: Command) -> None:
    """The charger forgot what was asked, or does not know it: either way it is gone."""
    for held in profile_store.list_by_charger(command.charger_id):
        if is_cleared(held, command.payload):
            profile_store.remove(held)


def held_by(charger_id: ChargerId) -> Sequence[HeldProfile]:
    """The profiles of a charger, those of ended transactions left out (§3.13.1).

    Raises NotFound.
    """
    charger_store.get(charger_id)
    running = {one.connector_id: one.transaction_id for one in charger_store.connectors(charger_id)}
    return [
        held
        for held in profile_store.list_by_charger(charger_id)
        if not held.is_for_transaction
        or held.profile.get("transactionId") == running.get(held.connector_id)
    ]
