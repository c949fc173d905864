"""Everything that a receipt says of a billed transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from csms.domain import billing
from csms.domain.charger import Charger
from csms.domain.errors import NotFound, Refused
from csms.domain.ids import TransactionId, UserId, Wh
from csms.domain.pricing import Price
from csms.domain.station import Station
from csms.domain.transaction import Bill, TimelineEntry, Transaction
from csms.domain.wallet import EntryKind, LedgerEntry
from csms.services.charging import events
from csms.store import charger as chargers
from csms.store import ledger
from csms.store import meter_value as meter_values
from csms.store import station as stations
from csms.store import transaction as transactions

MOST_REQUESTS: Final = 500


@dataclass(frozen=True, slots=True)
class Receipt:
    """A billed transaction with its price, its readings, its entries and its timeline.

    charger, station: None when they were deleted since. registers: times and Wh of the import
    register.
    """

    transaction: Transaction
    bill: Bill
    price: Price
    charger: Charger | None
    station: Station | None
    registers: Sequence[tuple[datetime, Wh]]
    entries: Sequence[LedgerEntry]
    timeline: Sequence[TimelineEntry]


def of(transaction_id: TransactionId, payer_id: UserId | None = None) -> Receipt:
    """The receipt of a transaction. payer_id: for whom; None for operators.

    Raises NotFound, also for somebody else's; Refused (`not_billed`) before the bill.
    """
    transaction = transactions.get(transaction_id)
    if payer_id is not None and transaction.payer_id != payer_id:
        raise NotFound("transaction", str(transaction_id))
    bill, tariff = transaction.bill, transaction.tariff
    if bill is None or tariff is None:
        raise Refused("This transaction has no bill yet.", "not_billed")
    return Receipt(
        transaction=transaction,
        bill=bill,
        price=billing.billed_price(bill, tariff),
        charger=chargers.find(transaction.charger_id),
        station=stations.find(transaction.station_id),
        registers=_registers(transaction),
        entries=_entries(transaction),
        timeline=events.read(transaction_id),
    )


def _registers(transaction: Transaction) -> Sequence[tuple[datetime, Wh]]:
    series = meter_values.transaction_series(transaction.transaction_id)
    page = meter_values.list_series(series, None, MOST_REQUESTS)
    return [
        (reading.taken_at, reading.register_wh)
        for stored in page.items
        for reading in stored.readings
        if reading.register_wh is not None
    ]


def _entries(transaction: Transaction) -> Sequence[LedgerEntry]:
    if transaction.payer_id is None:
        return ()
    charge = ledger.find(transaction.payer_id, f"{EntryKind.CHARGE}#{transaction.transaction_id}")
    if charge is None:
        return ()
    return [
        entry
        for entry in ledger.since(transaction.payer_id, charge.sequence)
        if entry.transaction_id == transaction.transaction_id and not entry.kind.moves_held
    ]
