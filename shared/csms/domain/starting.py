"""How a transaction begins: which starts are one start, and what a start ends.

Times are compared as shown (`plausible_instant`): a clock that was never set counts as arrival.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from csms.domain.ids import ChargerId, ConnectorId, Wh, fold_tag
from csms.domain.plausibility import plausible_instant
from csms.domain.transaction import Transaction, TransactionState

START_PREFIX: Final = "start#"


@dataclass(frozen=True, slots=True)
class StartFacts:
    """What a StartTransaction said, and when it arrived.

    id_tag: as presented, whatever its length. started_at: the instant that the charger wrote,
    however implausible; started_raw: its text.
    """

    charger_id: ChargerId
    connector_id: ConnectorId
    id_tag: str
    meter_start_wh: Wh
    started_at: datetime
    started_raw: str | None
    arrived_at: datetime
    message_id: str
    reservation_id: int | None = None


def start_key(facts: StartFacts) -> str:
    """The natural key of a start: repeats have the same, whatever their message ids."""
    parts = (
        facts.charger_id,
        facts.connector_id,
        fold_tag(facts.id_tag),
        facts.started_at.isoformat(),
        facts.meter_start_wh,
    )
    digest = hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:32]
    return START_PREFIX + digest


def has_plausible_clock(facts: StartFacts) -> bool:
    """Whether the time of a start can be right: two starts at one instant are then one."""
    return plausible_instant(facts.started_at, facts.arrived_at) == facts.started_at


def is_another_start(facts: StartFacts, found: Transaction, found_message_id: str) -> bool:
    """Whether a start with a known natural key is a new one all the same.

    A clock that stands at 1970 gives every start the same key: once the found transaction has
    ended, a message with another id is another start.
    """
    return (
        not has_plausible_clock(facts)
        and found.state is not TransactionState.RUNNING
        and found_message_id != facts.message_id
    )


def shown_start(transaction: Transaction) -> datetime:
    """When it began, as shown."""
    return plausible_instant(transaction.started_at, transaction.start_arrived_at)


def last_sign(transaction: Transaction) -> datetime:
    """The newest time, by the charger's clock, at which it was certainly running."""
    newest = transaction.readings.newest_at
    started = shown_start(transaction)
    return started if newest is None else max(started, newest)


def supersedes(later: Transaction, running: Transaction) -> bool:
    """Whether a start ends the transaction that runs on its connector.

    Only if it is later than that one's start and last reading; else it is history that was
    delivered late, and an operator looks at it.
    """
    return shown_start(later) > last_sign(running)
