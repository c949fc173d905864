"""What one transaction has added to the counters of its charger's day."""

from csms.domain import billing
from csms.domain.ids import Minor, Wh
from csms.domain.transaction import Transaction
from csms.services.billing import evidence
from csms.store.station_day import DaySums


def sums_of(transaction: Transaction) -> DaySums | None:
    """What was billed for a transaction, refunds taken off, on its station's local day.

    None without a bill.
    """
    if transaction.bill is None:
        return None
    return DaySums(
        station_id=transaction.station_id,
        day=billing.business_day(transaction, evidence.zone_of(transaction.time_zone)),
        sessions=1,
        energy_wh=transaction.bill.energy_wh,
        revenue_minor=billing.earned(transaction),
        tax_minor=billing.earned_tax(transaction),
        charger_id=transaction.charger_id,
    )


def added(before: Transaction, after: Transaction) -> DaySums:
    """What a bill, a correction or a refund adds to the day; a transaction stays on its day."""
    old, new = before.bill, after.bill
    return DaySums(
        station_id=after.station_id,
        day=billing.business_day(after, evidence.zone_of(after.time_zone)),
        sessions=int(old is None and new is not None),
        energy_wh=Wh((new.energy_wh if new else 0) - (old.energy_wh if old else 0)),
        revenue_minor=Minor(billing.earned(after) - billing.earned(before)),
        tax_minor=Minor(billing.earned_tax(after) - billing.earned_tax(before)),
        charger_id=after.charger_id,
    )
