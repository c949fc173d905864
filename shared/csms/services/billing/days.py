"""What one transaction has added to the counters of its charger's day."""

from csms.domain import billing
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
