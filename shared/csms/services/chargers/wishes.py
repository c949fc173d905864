"""What is wanted of a charger's configuration, asked for key by key with an outcome each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from csms.domain.command import Command
from csms.domain.configuration import ConfigurationEntry, Setting, is_same_value
from csms.domain.errors import Conflict, CsmsError, Invalid, NotFound, Refused
from csms.domain.ids import ChargerId
from csms.services.chargers import configuration
from csms.store import charger as charger_store
from csms.store import configuration as configuration_store
from csms.store.base import MILLISECOND


@dataclass(frozen=True, slots=True)
class KeyOutcome:
    """What became of one wish: asked for, refused, or true already (neither)."""

    setting: Setting
    command: Command | None = None
    refusal: CsmsError | None = None


def want(
    charger_id: ChargerId, settings: Sequence[Setting], requested_by: str, now: datetime
) -> Sequence[KeyOutcome]:
    """Want these values of a charger, and ask it for those that it does not have, in this order.

    Raises NotFound for an unknown charger; what is refused of one key is that key's outcome.
    """
    charger_store.get(charger_id)
    entries = {
        entry.key.casefold(): entry for entry in configuration_store.list_configuration(charger_id)
    }
    # Commands sort by the instant of asking: one instant each keeps them in order.
    return [
        _want(charger_id, setting, entries, requested_by, now + place * MILLISECOND)
        for place, setting in enumerate(settings)
    ]


def drifted(charger_id: ChargerId) -> Sequence[Setting]:
    """Everything that is wanted of a charger and that it does not have. Raises NotFound."""
    charger_store.get(charger_id)
    return [
        Setting(entry.key, entry.desired)
        for entry in configuration_store.list_configuration(charger_id)
        if entry.desired is not None and entry.has_drifted
    ]


def forget(charger_id: ChargerId, key: str) -> ConfigurationEntry:
    """Want nothing of a key any more; the charger keeps what it has. Raises NotFound."""
    before = configuration_store.forget_wish(charger_id, key)
    if before is None:
        raise NotFound("wanted value", key)
    return before


def _want(
    charger_id: ChargerId,
    setting: Setting,
    entries: Mapping[str, ConfigurationEntry],
    requested_by: str,
    now: datetime,
) -> KeyOutcome:
    entry = entries.get(setting.key.casefold())
    if entry is not None and entry.known and is_same_value(setting.value, entry.value):
        configuration_store.want(charger_id, setting.key, setting.value, now)
        return KeyOutcome(setting)
    if entry is not None and entry.known and entry.readonly:
        message = f"{entry.key} cannot be changed on this charger."
        return KeyOutcome(setting, refusal=Refused(message, "read-only"))
    try:
        command = configuration.change(charger_id, setting, requested_by, now)
    except (Invalid, Refused, Conflict) as refusal:
        return KeyOutcome(setting, refusal=refusal)
    return KeyOutcome(setting, command)
