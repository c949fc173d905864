"""One CALL from a charger, being answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from csms.domain.charger import Connection
from csms.domain.ids import ChargerId, ConnectionId
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is known when a CALL is answered.

    now: its arrival. connection: the charger's row as read at the start. owns: whether this
    connection is the charger's; frames of a superseded one are answered all the same.
    """

    charger_id: ChargerId
    connection_id: ConnectionId
    message_id: str
    action: str
    now: datetime
    connection: Connection
    owns: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """The payload of the CALLRESULT, and what follows it.

    effects: may be repeated; run after the answer was posted, each guarded by itself.
    """

    payload: Mapping[str, object]
    effects: Sequence[Callable[[], None]] = ()
    findings: Sequence[Deviation] = ()
