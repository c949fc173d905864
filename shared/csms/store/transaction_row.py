"""The form of a transaction in its table.

What conditions, keys and indexes look at are attributes; the rest is compact JSON in four of them,
so that a row stays within the kilobyte that one write unit pays for.
"""

from collections.abc import Mapping
from typing import Any, Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    CommandId,
    ConnectorId,
    Minor,
    StationId,
    TransactionId,
    UserId,
    Wh,
)
from csms.domain.plausibility import plausible_instant
from csms.domain.transaction import ClosedBy, ReadingSummary, Transaction, TransactionState
from csms.store import price_form
from csms.store import transaction_form as forms
from csms.store.base import (
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    due_shard,
    from_millis,
    instant_key,
)
from csms.store.indexes import ByDue

TRANSACTION_ROW: Final = "transaction"
QUEUED_STATES: Final = frozenset(
    {
        TransactionState.RUNNING,
        TransactionState.HELD,
        TransactionState.UNBILLED,
        TransactionState.BILLING_FAILED,
    }
)

UNNUMBERED: Final = "UNNUMBERED"
"""The queue of billed transactions that wait for the number of their invoice."""


class DayIndex(GlobalSecondaryIndex[Any]):
    """All transactions of a UTC day, by start."""

    class Meta:
        index_name = "by_day"
        projection = KeysOnlyProjection()

    day = UnicodeAttribute(hash_key=True)
    started_key = UnicodeAttribute(range_key=True)


class ChargerIndex(GlobalSecondaryIndex[Any]):
    """Transactions of a charger, by start."""

    class Meta:
        index_name = "by_charger"
        projection = KeysOnlyProjection()

    charger_id = UnicodeAttribute(hash_key=True)
    started_key = UnicodeAttribute(range_key=True)


class StationIndex(GlobalSecondaryIndex[Any]):
    """Transactions of a station, by start."""

    class Meta:
        index_name = "by_station"
        projection = KeysOnlyProjection()

    station_id = UnicodeAttribute(hash_key=True)
    started_key = UnicodeAttribute(range_key=True)


class PayerIndex(GlobalSecondaryIndex[Any]):
    """Transactions that a user pays for, by start."""

    class Meta:
        index_name = "by_payer"
        projection = KeysOnlyProjection()

    payer_id = UnicodeAttribute(hash_key=True)
    started_key = UnicodeAttribute(range_key=True)


class QueueIndex(GlobalSecondaryIndex[Any]):
    """Transactions that are not settled, by state and start."""

    class Meta:
        index_name = "by_queue"
        projection = KeysOnlyProjection()

    queue = UnicodeAttribute(hash_key=True)
    started_key = UnicodeAttribute(range_key=True)


class TransactionRow(Table):
    """A transaction (row `transaction`). `version` rises with every write and guards each one.

    opening: what was fixed by the Start; readings: the summary; ending: how it ended;
    settling: reconciliation, billing and the bill.
    """

    class Meta:
        table_name = deployed_name("transaction")

    key = UnicodeAttribute(hash_key=True)
    row = UnicodeAttribute(range_key=True, default=TRANSACTION_ROW)
    state = UnicodeAttribute()
    version = IntAttribute()
    day = UnicodeAttribute()
    started_key = UnicodeAttribute()
    charger_id = UnicodeAttribute()
    station_id = UnicodeAttribute()
    payer_id = UnicodeAttribute(null=True)
    queue = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    opening = UnicodeAttribute()
    readings = UnicodeAttribute(null=True)
    ending = UnicodeAttribute(null=True)
    settling = UnicodeAttribute(null=True)

    by_day = DayIndex()
    by_charger = ChargerIndex()
    by_station = StationIndex()
    by_payer = PayerIndex()
    by_queue = QueueIndex()
    by_due = ByDue()


def transaction_key(transaction_id: TransactionId) -> str:
    """The partition of a transaction and its timeline."""
    return str(transaction_id)


def to_row(transaction: Transaction) -> TransactionRow:
    """The row of a transaction, complete: a write of it replaces what was there.

    Lists order by the time that is shown, so that a clock at 1970 hides nothing.
    """
    key = transaction_key(transaction.transaction_id)
    due_kind = transaction.due_kind
    started_at = plausible_instant(transaction.started_at, transaction.start_arrived_at)
    return TransactionRow(
        key=key,
        row=TRANSACTION_ROW,
        state=transaction.state.value,
        version=transaction.version,
        day=started_at.strftime("%Y-%m-%d"),
        started_key=instant_key(started_at, key),
        charger_id=transaction.charger_id,
        station_id=transaction.station_id,
        payer_id=transaction.payer_id,
        queue=_queue(transaction),
        due_shard=due_shard(due_kind, key) if due_kind else None,
        due_at=transaction.due_at if due_kind else None,
        opening=forms.compact({**forms.opening_form(transaction), **_tariff(transaction)}),
        readings=forms.compact(forms.readings_form(transaction.readings)),
        ending=forms.compact(forms.ending_form(transaction)),
        settling=forms.compact({**forms.settling_form(transaction), **_bill(transaction)}),
    )


def _queue(transaction: Transaction) -> str | None:
    bill = transaction.bill
    if transaction.state is TransactionState.COMPLETED and bill is not None:
        return UNNUMBERED if bill.invoice_number is None else None
    return transaction.state.value if transaction.state in QUEUED_STATES else None


def _tariff(transaction: Transaction) -> Mapping[str, object]:
    tariff = transaction.tariff
    return {"tariff": forms.told(price_form.tariff_form(tariff))} if tariff else {}


def _bill(transaction: Transaction) -> Mapping[str, object]:
    bill = transaction.bill
    return {"bill": forms.told(price_form.bill_form(bill))} if bill else {}


def from_row(row: TransactionRow) -> Transaction:
    """The transaction of a row."""
    opening = forms.parse(row.opening)
    ending = forms.parse(row.ending)
    settling = forms.parse(row.settling)
    closed_by = ending.get("by")
    return Transaction(
        transaction_id=TransactionId(int(row.key)),
        charger_id=ChargerId(row.charger_id),
        connector_id=ConnectorId(opening["connector"]),
        station_id=StationId(row.station_id),
        id_tag=opening["tag"],
        id_tag_info=forms.info_from(opening["info"]),
        start_key=opening["key"],
        state=TransactionState(row.state),
        meter_start_wh=Wh(opening["wh"]),
        started_at=from_millis(opening["at"]),
        started_raw=opening.get("raw"),
        start_arrived_at=from_millis(opening["arrived"]),
        time_zone=opening["zone"],
        payer_id=UserId(row.payer_id) if row.payer_id else None,
        session_id=forms.optional(opening, "session", ChargingSessionId),
        reservation_id=opening.get("reservation"),
        start_message_id=opening.get("msg"),
        stop_message_id=ending.get("msg"),
        tariff=price_form.tariff_from(opening["tariff"]) if "tariff" in opening else None,
        rated_power_w=opening.get("w", 0),
        hold_minor=Minor(opening.get("hold", 0)),
        readings=forms.readings_from(forms.parse(row.readings))
        if row.readings
        else ReadingSummary(),
        meter_stop_wh=forms.optional(ending, "wh", Wh),
        stopped_at=forms.instant(ending, "at"),
        stopped_raw=ending.get("raw"),
        stop_arrived_at=forms.instant(ending, "arrived"),
        stop_reason=ending.get("reason"),
        stop_id_tag=ending.get("tag"),
        closed_by=ClosedBy(closed_by) if closed_by else None,
        reconciled=ending.get("reconciled", False),
        reconcile_after=forms.instant(settling, "after"),
        reconcile_trigger=settling.get("trigger"),
        reconcile_evidence_at=forms.instant(settling, "evidence"),
        due_kind=row.due_shard.partition("#")[0] if row.due_shard else None,
        due_at=row.due_at,
        attempts=settling.get("attempts", 0),
        last_error=settling.get("error"),
        hold_reason=settling.get("reason"),
        bill=price_form.bill_from(settling["bill"]) if "bill" in settling else None,
        approved=settling.get("approved", False),
        payer_decided=settling.get("decided", False),
        corrected_energy_wh=forms.optional(settling, "set_wh", Wh),
        correction_reason=settling.get("why"),
        refunded_minor=Minor(settling.get("refunded", 0)),
        funds_stop_at=forms.instant(settling, "funds"),
        funds_command_id=forms.optional(settling, "stop", CommandId),
        version=row.version,
    )
