"""How an ended transaction becomes money: its states, its bill, and the entries behind it.

Pure: each rule takes a transaction and returns the next one, or what is to be entered.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from csms.domain.ending import BILL, CORRECT, TRUE_STOP
from csms.domain.id_tag import AuthorizationStatus
from csms.domain.ids import Minor
from csms.domain.money import round_half_up
from csms.domain.plausibility import delivered_energy, plausible_instant
from csms.domain.pricing import Consumption, Price, price
from csms.domain.tariff import Tariff
from csms.domain.transaction import Bill, TimelineEntry, Transaction, TransactionState
from csms.domain.usage import NOTHING_KNOWN, Evidence, consumption
from csms.domain.wallet import EntryKind, Movement

BILLING: Final = "billing"
"""The actor of entries that follow from a transaction."""
FIRST_RETRY: Final = timedelta(minutes=1)
LAST_RETRY: Final = timedelta(hours=6)
LONGEST_ERROR: Final = 200
TOO_LITTLE: Final = "insufficient funds"
"""How the error of a bill begins that its payer's wallet could not pay."""

_MILLISECOND: Final = timedelta(milliseconds=1)
_BILLABLE: Final = frozenset({TransactionState.STOPPED, TransactionState.BILLING_FAILED})


class UnbilledReason(StrEnum):
    """Why nobody can be charged for a transaction, until an operator decides."""

    NO_PAYER = "no_payer"
    NO_TARIFF = "no_tariff"
    REFUSED_TAG = "refused_tag"
    OTHER_CURRENCY = "other_currency"


def awaits_billing(transaction: Transaction) -> bool:
    """Whether it is to be billed: ended and not settled, or billed before its true end came."""
    if transaction.state is TransactionState.COMPLETED:
        return transaction.due_kind == CORRECT
    return transaction.state in _BILLABLE


def unbilled_reason(transaction: Transaction, currency: str) -> UnbilledReason | None:
    """Why it cannot be billed to anyone, None when it can. currency: of this operator's wallets."""
    is_accepted = transaction.id_tag_info.status is AuthorizationStatus.ACCEPTED
    if not is_accepted and not transaction.payer_decided:
        return UnbilledReason.REFUSED_TAG
    if transaction.payer_id is None:
        return UnbilledReason.NO_PAYER
    if transaction.tariff is None:
        return UnbilledReason.NO_TARIFF
    if transaction.tariff.currency != currency:
        return UnbilledReason.OTHER_CURRENCY
    return None


def replay(
    transaction: Transaction,
    tariff: Tariff,
    evidence: Evidence = NOTHING_KNOWN,
    zone: tzinfo = UTC,
) -> Price:
    """The price of a transaction from what is stored of it: the same now as when it was billed.

    evidence: readings and states, where the tariff asks for them. zone: of the station.
    """
    return price(consumption(transaction, tariff, evidence, zone), tariff)


def billed_price(bill: Bill, tariff: Tariff) -> Price:
    """The price that a bill charged, with its lines, whatever became known since."""
    if not bill.lines:
        return price(Consumption(bill.energy_wh), tariff)
    return Price(bill.currency, bill.lines, bill.net_minor, bill.tax_minor, bill.price_minor)


def completed(
    transaction: Transaction, priced: Price, now: datetime, evidence: Evidence = NOTHING_KNOWN
) -> Transaction:
    """The transaction with its bill, without a deadline. The bill names the readings it used."""
    before, readings = transaction.bill, transaction.readings
    bill = Bill(
        price_minor=priced.total_minor,
        net_minor=priced.net_minor,
        tax_minor=priced.tax_minor,
        energy_wh=delivered_energy(transaction),
        currency=priced.currency,
        used_latest_at=transaction.readings.latest_at,
        used_count=readings.count if evidence.count is None else evidence.count,
        used_hash=readings.readings_hash if evidence.digest is None else evidence.digest,
        billed_at=now,
        invoice_number=before.invoice_number if before else None,
        lines=priced.lines if _is_measured(transaction) else (),
        revision=before.revision + 1 if before else 0,
    )
    settled = parked(transaction, TransactionState.COMPLETED, None)
    return replace(settled, bill=bill, correction_reason=None, hold_minor=Minor(0))


def _is_measured(transaction: Transaction) -> bool:
    tariff = transaction.tariff
    return tariff is not None and (tariff.needs_readings or tariff.needs_states)


def parked(transaction: Transaction, state: TransactionState, reason: str | None) -> Transaction:
    """The transaction in a state that waits for nothing but a person."""
    return replace(
        transaction,
        state=state,
        hold_reason=reason,
        last_error=None,
        due_kind=None,
        due_at=None,
        version=transaction.version + 1,
    )


def failed(
    transaction: Transaction, error: str, now: datetime, spread_permille: int
) -> Transaction:
    """The transaction after a failed attempt, with its next deadline.

    spread_permille: 0 to 1000, from a random source; see `retry_delay`.
    """
    attempts = transaction.attempts + 1
    return replace(
        transaction,
        state=TransactionState.BILLING_FAILED,
        attempts=attempts,
        last_error=error[:LONGEST_ERROR],
        due_kind=BILL,
        due_at=now + retry_delay(attempts, spread_permille),
        version=transaction.version + 1,
    )


def waits_for_money(transaction: Transaction) -> bool:
    """Whether its bill was last not paid because the wallet had too little."""
    return (transaction.last_error or "").startswith(TOO_LITTLE)


def retry_delay(attempts: int, spread_permille: int) -> timedelta:
    """How long to wait after so many attempts: doubled up to six hours, half of it random.

    spread_permille: 0 gives half of the full delay, 1000 all of it.
    """
    doublings = min(attempts - 1, 16)
    full = min((FIRST_RETRY // _MILLISECOND) << doublings, LAST_RETRY // _MILLISECOND)
    return (full // 2 + full * spread_permille // 2000) * _MILLISECOND


def charged(price_minor: Minor, refunded_minor: Minor) -> Minor:
    """What stays charged under a price: it, or what was refunded already if that is more.

    So a correction gives back at most what refunds have not, and what is given back in all is never
    more than what was charged. A price that rises again is charged from there.
    """
    return max(price_minor, refunded_minor)


def amount_due(transaction: Transaction, priced: Price) -> Minor:
    """What the wallet still owes; below zero when a correction gives something back."""
    refunded, bill = transaction.refunded_minor, transaction.bill
    paid = charged(bill.price_minor, refunded) if bill else 0
    return Minor(charged(priced.total_minor, refunded) - paid)


def movements(transaction: Transaction, priced: Price, now: datetime) -> Sequence[Movement]:
    """The entries of a bill: a charge and the release of its hold; of a correction: the difference.

    A transaction has one charge, also of nothing, and one correction for each time that it was
    priced again, with the reason in its note.
    """
    due = amount_due(transaction, priced)
    if transaction.bill is not None:
        if not due:
            return ()
        correction = entry_for(transaction, EntryKind.CORRECTION, Minor(-due), now)
        return (
            replace(
                correction,
                key=f"{correction.key}#{transaction.bill.revision + 1}",
                note=transaction.correction_reason or TRUE_STOP,
            ),
        )
    charge = entry_for(transaction, EntryKind.CHARGE, Minor(-due), now)
    if not transaction.hold_minor:
        return (charge,)
    held = Minor(-transaction.hold_minor)
    return (entry_for(transaction, EntryKind.RELEASE, held, now), charge)


def entry_for(transaction: Transaction, kind: EntryKind, amount: Minor, now: datetime) -> Movement:
    """What follows from a transaction, once in its life for each kind: `hold#7`, `charge#7`, …"""
    return Movement(
        key=f"{kind}#{transaction.transaction_id}",
        kind=kind,
        amount_minor=amount,
        actor=BILLING,
        at=now,
        station_id=transaction.station_id,
        transaction_id=transaction.transaction_id,
    )


def correction_note(before: Transaction, after: Transaction, now: datetime) -> TimelineEntry | None:
    """What the timeline says of a correction; a first bill is told by the transaction itself."""
    if before.bill is None or after.bill is None:
        return None
    text = (
        f"Corrected ({before.correction_reason or TRUE_STOP}):"
        f" {after.bill.price_minor} minor units of {after.bill.currency}"
        f" for {after.bill.energy_wh} Wh instead of"
        f" {before.bill.price_minor} for {before.bill.energy_wh} Wh, billed"
        f" {before.bill.billed_at:%Y-%m-%d %H:%M:%S} UTC"
    )
    if after.refunded_minor > after.bill.price_minor:
        text += f"; refunds had given back {after.refunded_minor} already"
    return TimelineEntry(before.transaction_id, now, now, "corrected", text)


def earned(transaction: Transaction) -> Minor:
    """What its bill has earned so far, and at most can be given back: never below zero."""
    if transaction.bill is None:
        return Minor(0)
    return Minor(max(0, transaction.bill.price_minor - transaction.refunded_minor))


def earned_tax(transaction: Transaction) -> Minor:
    """The tax in what its bill has earned: that of the bill, less the refunds' share of it."""
    bill = transaction.bill
    if bill is None or not bill.price_minor:
        return Minor(0)
    given_back = min(transaction.refunded_minor, bill.price_minor)
    return Minor(bill.tax_minor - round_half_up(bill.tax_minor * given_back, bill.price_minor))


def business_day(transaction: Transaction, zone: tzinfo) -> str:
    """The local date under which it is counted: that of its start, also after a correction.

    A charger whose clock is unset or ahead counts on the day on which its start arrived.
    """
    started = plausible_instant(transaction.started_at, transaction.start_arrived_at)
    return started.astimezone(zone).date().isoformat()
