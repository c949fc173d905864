"""Configuration keys of chargers: what they reported, and what was asked of them."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pynamodb.expressions.update import Action

from csms.domain.configuration import ConfigurationEntry
from csms.domain.ids import ChargerId
from csms.store.base import ConditionFailed, set_or_remove
from csms.store.charger_rows import CONFIGURATION, ConfigurationRow, to_configuration

KEYS_LIMIT: Final = 200
"""How many keys of one report are kept; real chargers have 40 to 150."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a charger said to a new value of a key. answer: its word, or the code of its error.

    value: what it has from now on; None when it has not. needs_reboot: it will have it once it
    booted. is_unknown: it has no such key.
    """

    key: str
    answer: str
    value: str | None = None
    needs_reboot: bool = False
    is_unknown: bool = False


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
    actions: list[Action] = [
        row.key.set(key),
        row.desired.set(value),
        row.desired_at.set(now),
        row.answer.remove(),
    ]
    row.change((charger_id, _key(key)), actions, returning="NONE")


def note_answer(charger_id: ChargerId, changed: Changed, now: datetime) -> None:
    """Store what a charger made of a value that it was asked to take.

    One that is kept nowhere any more, as of a charger that was deleted, stays so.
    """
    row = ConfigurationRow
    actions: list[Action] = [row.answer.set(changed.answer)]
    if changed.value is not None:
        actions += [row.value.set(changed.value), row.known.set(True), row.reported_at.set(now)]
        actions.append(row.reboot_since.remove())
    if changed.needs_reboot:
        actions.append(row.reboot_since.set(now))
    if changed.is_unknown:
        actions += [row.known.set(False), row.reported_at.set(now)]
    with contextlib.suppress(ConditionFailed):
        place = (charger_id, _key(changed.key))
        row.change(place, actions, row.key.exists(), returning="NONE")


def forget_wish(charger_id: ChargerId, key: str) -> ConfigurationEntry | None:
    """Want nothing of a key any more. Returns it as it was; None when nothing was wanted."""
    row = ConfigurationRow
    actions: list[Action] = [row.desired.remove(), row.desired_at.remove(), row.answer.remove()]
    place = (charger_id, _key(key))
    try:
        item = row.change(place, actions, row.desired.exists(), returning="ALL_OLD")
    except ConditionFailed:
        return None
    before = to_configuration(row.read_item(item))
    if before.reported_at is None:
        with contextlib.suppress(ConditionFailed):
            row(*place).delete(row.desired.does_not_exist() & row.reported_at.does_not_exist())
    return before


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
