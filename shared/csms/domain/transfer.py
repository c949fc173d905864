"""Files that a charger was asked to fetch or to send, and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from csms.domain.charger_page import ProgressEntry
from csms.domain.command import Command, CommandState
from csms.domain.ids import ChargerId, CommandId, FirmwareId

PATIENCE: Final = timedelta(hours=1)
"""How long a charger may take from one status to the next."""
PATIENCE_WHEN_SCHEDULED: Final = timedelta(hours=24)
"""The same where it said that it waits: for the night, or for cars to leave."""
IDLE: Final = "Idle"
"""Told when asked (§4.5): it says nothing of the last transfer."""

_SUCCEEDED: Final = frozenset({"Installed", "Uploaded"})
_FAILED: Final = frozenset(
    {
        "AcceptedCanceled",
        "BadMessage",
        "DownloadFailed",
        "InstallVerificationFailed",
        "InstallationFailed",
        "InvalidSignature",
        "NotSupportedOperation",
        "PermissionDenied",
        "UploadFailed",
        "UploadFailure",
    }
)
_SCHEDULED: Final = frozenset({"DownloadScheduled", "DownloadPaused", "InstallScheduled"})
_OPEN: Final = frozenset({CommandState.QUEUED, CommandState.SENT, CommandState.IN_DOUBT})


class Subject(StrEnum):
    """What is transferred. A charger does one of each at a time; signed updates are updates."""

    FIRMWARE = "firmware"
    DIAGNOSTICS = "diagnostics"
    LOG = "log"


class TransferState(StrEnum):
    """Where a transfer stands. STUCK: nothing was heard for longer than a charger should take."""

    ASKED = "asked"
    REFUSED = "refused"
    RUNNING = "running"
    STUCK = "stuck"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Transfer:
    """The last transfer that a charger was asked for.

    begins_at: when it may begin, at the earliest. firmware_id: None for an address of somebody's.
    """

    charger_id: ChargerId
    subject: Subject
    command_id: CommandId
    action: str
    asked_at: datetime
    begins_at: datetime
    firmware_id: FirmwareId | None = None


def last_status(statuses: Sequence[ProgressEntry], asked_at: datetime) -> ProgressEntry | None:
    """The newest status that belongs to a transfer. statuses: newest first."""
    told = (one for one in statuses if one.at >= asked_at and one.status != IDLE)
    return next(told, None)


def state_of(
    begins_at: datetime, told: ProgressEntry | None, command: Command | None, now: datetime
) -> TransferState:
    """Where a transfer stands, by the last status and what became of its command.

    command: None for one that is not kept any more, or never was.
    """
    if told is not None:
        if told.status in _SUCCEEDED:
            return TransferState.SUCCEEDED
        if told.status in _FAILED:
            return TransferState.FAILED
        patience = PATIENCE_WHEN_SCHEDULED if told.status in _SCHEDULED else PATIENCE
        return _running_or_stuck(max(told.at, begins_at) + patience, now)
    if command is not None and command.state in _OPEN:
        return TransferState.ASKED
    if command is None or command.state is not CommandState.ACCEPTED:
        return TransferState.REFUSED
    accepted_at = command.answered_at or command.requested_at
    return _running_or_stuck(max(accepted_at, begins_at) + PATIENCE, now)


def _running_or_stuck(until: datetime, now: datetime) -> TransferState:
    return TransferState.RUNNING if now <= until else TransferState.STUCK
