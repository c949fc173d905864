"""Configuration of a charger: what is wanted of each key, what it reported, and how they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NewType

TemplateId = NewType("TemplateId", str)
SWITCH: Final = frozenset({"true", "false"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that somebody wants a key to have."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ConfigurationEntry:
    """One configuration key as the charger last reported it, and what is wanted of it.

    value: None when it gave none, or when the key is secret. known: False when the charger answered
    that it does not know the key. desired: what was asked of it last; a difference is drift.
    answer: the charger's word to that, or the code of its error; None until it answered.
    reboot_since: when it took a value that only holds after its next boot.
    """

    key: str
    value: str | None
    readonly: bool | None
    known: bool
    reported_at: datetime | None
    desired: str | None = None
    desired_at: datetime | None = None
    answer: str | None = None
    reboot_since: datetime | None = None

    @property
    def has_drifted(self) -> bool:
        """Whether the charger has another value than is wanted, as far as is known."""
        return self.desired is not None and not is_same_value(self.desired, self.value)

    def needs_reboot(self, booted_at: datetime | None) -> bool:
        """Whether the charger has yet to boot for a value that it took; booted_at: its last."""
        if self.reboot_since is None:
            return False
        return booted_at is None or booted_at <= self.reboot_since


@dataclass(frozen=True, slots=True)
class ConfigurationTemplate:
    """A named set of values for chargers of a vendor.

    model: None for all models of the vendor. settings: in the order in which they are asked for.
    """

    template_id: TemplateId
    name: str
    vendor: str
    model: str | None
    settings: Sequence[Setting]
    created_at: datetime
    version: int = 1


def is_same_value(wanted: str, reported: str | None) -> bool:
    """Whether a charger has what is wanted: case of switches and spaces in lists aside."""
    return reported is not None and _plain(wanted) == _plain(reported)


def missing_keys(
    returned: Iterable[str], entries: Iterable[ConfigurationEntry], standard: Iterable[str]
) -> Sequence[str]:
    """Keys that a charger did not tell of, although it may have them.

    returned: what it told when it was asked for everything. entries: what is kept of it.
    """
    told = {key.casefold() for key in returned}
    kept = (entry.key for entry in entries if entry.known)
    candidates = {key.casefold(): key for key in (*standard, *kept)}
    return [key for folded, key in sorted(candidates.items()) if folded not in told]


def _plain(value: str) -> str:
    text = value.strip()
    if text.casefold() in SWITCH:
        return text.casefold()
    return ",".join(part.strip() for part in text.split(","))
