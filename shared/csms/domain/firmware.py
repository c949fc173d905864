"""Firmware that an operator keeps for chargers, and which charger was asked to install it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.charger_page import ProgressEntry
from csms.domain.ids import ChargerId, CommandId, FirmwareId, UserId


class FirmwareState(StrEnum):
    """AWAITED: no file yet. DAMAGED: not the announced file. WITHDRAWN: no file any more."""

    AWAITED = "awaited"
    AVAILABLE = "available"
    DAMAGED = "damaged"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proof:
    """What signed firmware is checked with (S L01): certificate as PEM, signature as Base64."""

    certificate: str
    signature: str


@dataclass(frozen=True, slots=True)
class Firmware:
    """An image for the chargers of a model.

    vendor, model: as chargers report them; empty for all. size_bytes, sha256 (in hex): of the file
    once it is there, before that as announced, None when nobody said.
    """

    firmware_id: FirmwareId
    label: str
    vendor: str
    model: str
    version: str
    file_name: str
    state: FirmwareState
    created_by: UserId
    created_at: datetime
    size_bytes: int | None = None
    sha256: str | None = None
    proof: Proof | None = None

    @property
    def key(self) -> str:
        """Where the file door keeps the file."""
        return f"firmware/{self.firmware_id}/{self.file_name}"

    def fits(self, vendor: str | None, model: str | None) -> bool:
        """Whether the firmware is for chargers of this model; an unknown model is no objection."""
        pairs = ((self.vendor, vendor), (self.model, model))
        return all(
            not wanted or not told or wanted.casefold() == told.casefold() for wanted, told in pairs
        )


@dataclass(frozen=True, slots=True)
class Installation:
    """A charger that was last asked to install a firmware. told: its last status, if any."""

    firmware_id: FirmwareId
    charger_id: ChargerId
    command_id: CommandId
    begins_at: datetime
    told: ProgressEntry | None = None
