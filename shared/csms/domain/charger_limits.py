"""What a charger is known to be able to do, so that it is not asked for more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from csms.domain.ids import ConnectorId, TransactionId

TRUE: Final = frozenset({"true", "1", "yes", "on"})


@dataclass(frozen=True, slots=True)
class ChargerLimits:
    """What is known of a charger before it is asked for something.

    values: its configuration as last reported, by casefolded key. read_only: casefolded keys that
    it does not let change. running: the transaction on each connector that has one.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    read_only: frozenset[str] = frozenset()
    running: Mapping[ConnectorId, TransactionId] = field(default_factory=dict)

    def number(self, key: str) -> int | None:
        """A key's whole number; None when it was never reported or is none."""
        text = self.values.get(key.casefold(), "").strip()
        return int(text) if text.isascii() and text.isdigit() else None

    def is_on(self, key: str) -> bool | None:
        """Whether a key is on; None when it was never reported."""
        text = self.values.get(key.casefold())
        return None if text is None else text.strip().casefold() in TRUE

    def words(self, key: str) -> frozenset[str] | None:
        """The words of a key with a list, casefolded; None when it was never reported."""
        text = self.values.get(key.casefold())
        if text is None:
            return None
        return frozenset(word.strip().casefold() for word in text.split(",") if word.strip())

    def is_read_only(self, key: str) -> bool:
        """Whether the charger reported the key as one that it does not let change."""
        return key.strip().casefold() in self.read_only
