"""Configuration templates: whom they are for, and how those chargers stand to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from csms.domain.charger import Charger
from csms.domain.configuration import (
    ConfigurationEntry,
    ConfigurationTemplate,
    Setting,
    is_same_value,
)
from csms.domain.errors import Invalid
from csms.domain.redaction import is_secret
from csms.services.chargers.rotation import PROFILE_KEY
from csms.store import charger as charger_store
from csms.store import configuration as configuration_store
from csms.store.cursor import Page

MOST_CHANGES: Final = 300
"""Keys times chargers of one request: as many as are asked for while the gateway waits."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a charger stands to a template. entries: its keys that the template names.

    complies: whether it has every value.
    """

    charger: Charger
    entries: Sequence[ConfigurationEntry]
    complies: bool


def check(settings: Sequence[Setting]) -> None:
    """Refuse what no template may hold. Raises Invalid with the field."""
    keys = [setting.key.casefold() for setting in settings]
    for number, key in enumerate(keys):
        where = f"body.settings.{number}.key"
        if is_secret(key) or key == PROFILE_KEY:
            raise Invalid("passwords and security profiles are changed charger by charger", where)
        if key in keys[:number]:
            raise Invalid("names a key twice", where)


def chargers_at_once(template: ConfigurationTemplate) -> int:
    """How many chargers one request may apply a template to."""
    return max(1, MOST_CHANGES // len(template.settings))


def chargers_of(template: ConfigurationTemplate, after: str | None, limit: int) -> Page[Charger]:
    """The chargers that a template is for, by what they said of themselves when they booted."""
    return charger_store.list_by_model(template.vendor, template.model, after, limit)


def standing(template: ConfigurationTemplate, charger: Charger) -> Standing:
    """How one charger stands to a template."""
    entries = {
        entry.key.casefold(): entry
        for entry in configuration_store.list_configuration(charger.charger_id)
    }
    found = {one.key.casefold(): entries.get(one.key.casefold()) for one in template.settings}
    complies = all(
        (entry := found[one.key.casefold()]) is not None and is_same_value(one.value, entry.value)
        for one in template.settings
    )
    return Standing(charger, [entry for entry in found.values() if entry is not None], complies)
