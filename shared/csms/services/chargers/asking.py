"""Everything that a person asks of a charger goes through here, whichever route it came by.

A command is held against what the charger is known to be able to do; what it stands for (an
intent, a reservation, a pending profile) is stored before it is sent, since its answer may come
while this still runs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from csms.domain.audit import Audit
from csms.domain.charger_limits import ChargerLimits
from csms.domain.charger_page import ChargerPage
from csms.domain.command import Cause, Command
from csms.domain.errors import Refused
from csms.domain.ids import ChargerId, FirmwareId
from csms.ocpp16.commands import Limited, unlock_connector
from csms.services import commands
from csms.services.chargers import availability, configuration, reservations, transfers
from csms.store import charger as charger_store
from csms.store import counter

NUMBERED: Final = {
    "GetLog": "requestId",
    "ReserveNow": "reservationId",
    "SignedUpdateFirmware": "requestId",
}
"""Members that are numbers of ours: given here when the asker left them out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants of a charger.

    payload: as it goes onto the wire, but for what is filled in here: numbers of ours and the
    addresses of files. confirmed: that the person was told what it will end. audit: makes the entry
    of the trail. firmware_id: what to install.
    """

    charger_id: ChargerId
    action: str
    payload: Mapping[str, Any]
    requested_by: str
    confirmed: bool = False
    audit: Audit[Command] | None = None
    firmware_id: FirmwareId | None = None


type Preparation = Callable[[ChargerId, Any, str, datetime], None]

PREPARATIONS: Final[Mapping[str, Preparation]] = {
    "ChangeAvailability": availability.prepare,
    "ChangeConfiguration": configuration.prepare,
    "ReserveNow": reservations.prepare,
}
"""What is stored before a command is: one function per command that stands for something."""


def ask(asked: Asked, now: datetime) -> Command:
    """Store a command with what it stands for, and send it if that is possible.

    Raises Invalid, NotFound, or Refused with a reason.
    """
    command_id = commands.new_id(now)
    wanted = transfers.Request(
        asked.charger_id, command_id, asked.action, _numbered(asked), asked.firmware_id
    )
    payload = transfers.locate(wanted, now, confirmed=asked.confirmed)
    request = commands.read(asked.action, payload)
    commands.admit(asked.charger_id, asked.action)
    if isinstance(request, Limited | unlock_connector.UnlockConnector):
        limits = limits_of(charger_store.page(asked.charger_id))
        if isinstance(request, Limited):
            request.require(limits)
        elif request.connector_id in limits.running and not asked.confirmed:
            raise Refused("A transaction runs there: unlocking ends it.", "ends-transaction")
    prepare = PREPARATIONS.get(asked.action)
    if prepare is not None:
        prepare(asked.charger_id, request, asked.requested_by, now)
    transfers.remember(wanted, payload, now)
    cause = Cause(audit=asked.audit, command_id=command_id)
    return commands.enqueue(asked.charger_id, asked.action, payload, asked.requested_by, now, cause)


def limits_of(page: ChargerPage) -> ChargerLimits:
    """What is known of a charger, of all that is kept about it."""
    known = [entry for entry in page.configuration if entry.known]
    return ChargerLimits(
        values={e.key.casefold(): e.value for e in known if e.value is not None},
        read_only=frozenset(e.key.casefold() for e in known if e.readonly),
        running={
            connector.connector_id: connector.transaction_id
            for connector in page.connectors
            if connector.transaction_id is not None
        },
    )


def _numbered(asked: Asked) -> Mapping[str, Any]:
    member = NUMBERED.get(asked.action)
    if member is None or member in asked.payload:
        return asked.payload
    return {**asked.payload, member: counter.next_number(member)}
