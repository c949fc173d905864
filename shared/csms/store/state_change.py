"""What a connector reported while a transaction ran, kept with that transaction."""

from collections.abc import Sequence
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.transactions import TransactWrite

from csms.domain.charger import ConnectorStatus
from csms.domain.ids import TransactionId
from csms.domain.transaction import TransactionState
from csms.domain.usage import StateChange
from csms.store.base import (
    CONNECTION,
    InstantAttribute,
    Table,
    TransactionCancelled,
    deployed_name,
    instant_key,
)
from csms.store.dynamodb import BUSY_CODES, Busy
from csms.store.transaction_row import TRANSACTION_ROW, TransactionRow, transaction_key

STATE: Final = "state#"


class StateRow(Table):
    """One change of a connector's state, in the transaction's partition."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("transaction")

    key = UnicodeAttribute(hash_key=True)
    row = UnicodeAttribute(range_key=True)
    status = UnicodeAttribute()
    at = InstantAttribute()
    arrived_at = InstantAttribute()


def add(transaction_id: TransactionId, change: StateChange) -> bool:
    """Keep a change while the transaction runs, once. Returns False when it has ended.

    Nothing comes after the end, so that a bill finds all that it will ever be replayed with.
    Raises Busy when others write the transaction at this moment.
    """
    key = transaction_key(transaction_id)
    row = StateRow(
        key,
        STATE + instant_key(change.at, change.status.value),
        status=change.status.value,
        at=change.at,
        arrived_at=change.arrived_at,
    )
    running = TransactionRow.state == TransactionState.RUNNING.value
    try:
        with TransactWrite(connection=CONNECTION) as write:
            write.condition_check(TransactionRow, key, TRANSACTION_ROW, condition=running)
            write.save(row)
    except TransactionCancelled as cancelled:
        if any(reason and reason.code in BUSY_CODES for reason in cancelled.reasons):
            raise Busy("the transaction is being written") from cancelled
        return False
    return True


def changes(transaction_id: TransactionId) -> Sequence[StateChange]:
    """All changes of a transaction in the order of their times, read consistently."""
    rows = StateRow.query(
        transaction_key(transaction_id), StateRow.row.startswith(STATE), consistent_read=True
    )
    return [StateChange(row.at, ConnectorStatus(row.status), row.arrived_at) for row in rows]
