"""Configuration keys of chargers: what they reported, and what was asked of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from pynamodb.expressions.update import Action

from csms.domain.charger_page import ConfigurationEntry
from csms.domain.ids import ChargerId
from csms.store.base import set_or_remove
from csms.store.charger_rows import CONFIGURATION, ConfigurationRow, to_configuration

KEYS_LIMIT: Final = 200
"""How many keys of one report are kept; real chargers have 40 to 150."""


def report(charger_id: ChargerId, entries: Sequence[ConfigurationEntry], now: datetime) -> None:
    """Store what a charger reports of its keys; what was asked of it stays beside it."""
    for entry in entries[:KEYS_LIMIT]:
        row = ConfigurationRow
        actions: list[Action] = [
            row.key.set(entry.key),
            row.known.set(entry.known),
            row.reported_at.set(now),
            set_or_remove(row.value, entry.value),
            set_or_remove(row.readonly, entry.readonly),
        ]
        row.change((charger_id, _key(entry.key)), actions, returning="NONE")


def want(charger_id: ChargerId, key: str, value: str, now: datetime) -> None:
    """Store what is asked of a charger; a difference from its report is drift."""
    row = ConfigurationRow
    actions: list[Action] = [row.key.set(key), row.desired.set(value), row.desired_at.set(now)]
    row.change((charger_id, _key(key)), actions, returning="NONE")


def list_configuration(charger_id: ChargerId) -> Sequence[ConfigurationEntry]:
    """All keys of a charger, by name."""
    found = ConfigurationRow.read_partition(charger_id, CONFIGURATION)
    return [to_configuration(ConfigurationRow.read_item(item)) for item in found]


def find(charger_id: ChargerId, key: str) -> ConfigurationEntry | None:
    """Read one key; None when the charger never reported it and nobody asked for it."""
    row = ConfigurationRow.find(charger_id, _key(key))
    return None if row is None else to_configuration(row)


def _key(key: str) -> str:
    return f"{CONFIGURATION}{key.casefold()}"
