"""What chargers tell of the files that they fetch and send."""

from collections.abc import Callable, Sequence
from functools import partial

from csms.domain.charger_page import ProgressEntry
from csms.domain.firmware import Installation
from csms.domain.ids import ChargerId
from csms.domain.transfer import IDLE, Subject
from csms.store import firmware as firmware_store
from csms.store import progress as progress_store
from csms.store import transfer as transfer_store

type Effect = Callable[[], None]


def note(charger_id: ChargerId, subject: Subject, told: ProgressEntry) -> Sequence[Effect]:
    """Keep a status beside the last ones; returns what else it changes, which may be repeated."""
    progress_store.add(charger_id, subject, told.status, told.at)
    if subject is not Subject.FIRMWARE or told.status == IDLE:
        return ()
    return (partial(_note_installation, charger_id, told),)


def _note_installation(charger_id: ChargerId, told: ProgressEntry) -> None:
    """Show the status beside the firmware, too, that the charger was last asked to install."""
    transfer = transfer_store.find(charger_id, Subject.FIRMWARE)
    if transfer is None or transfer.firmware_id is None or told.at < transfer.asked_at:
        return
    firmware_store.note(
        Installation(
            transfer.firmware_id, charger_id, transfer.command_id, transfer.begins_at, told
        )
    )
