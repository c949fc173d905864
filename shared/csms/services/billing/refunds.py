"""Giving back what was charged for a transaction, in full or in part, once per key."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime

from csms.domain import billing
from csms.domain.audit import Audit
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import Minor, TransactionId
from csms.domain.transaction import TimelineEntry, Transaction, TransactionState
from csms.domain.wallet import EntryKind, LedgerEntry, Movement, post
from csms.services.billing import days
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.services.billing.wallets import check_key, retry_open_bills
from csms.store import bill as bills
from csms.store import ledger
from csms.store import transaction as transactions
from csms.store import wallet as wallets
from csms.store.bill import Settlement
from csms.store.wallet import AlreadyPosted


@dataclass(frozen=True, slots=True)
class Refund:
    """A wish to give back. amount_minor: None is all that is left. key: its Idempotency-Key.

    audit: makes the entry of the trail.
    """

    transaction_id: TransactionId
    amount_minor: Minor | None
    reason: str
    key: str
    actor: str
    audit: Audit[LedgerEntry] | None = None

    @property
    def body_hash(self) -> str:
        """What makes a repeat the same request."""
        body = json.dumps([self.transaction_id, self.amount_minor, self.reason])
        return hashlib.sha256(body.encode()).hexdigest()[:32]


def refund(wish: Refund, now: datetime, patience: Patience = PATIENT) -> LedgerEntry:
    """Enter a refund, and pay open bills with it. A repeat gets the first entry.

    Raises NotFound; Invalid for a key that was used with another body; Refused (`not_billed`,
    `more_than_paid`); Unavailable.
    """
    check_key(wish.key)
    if wish.amount_minor is not None and wish.amount_minor <= 0:
        raise Invalid("A refund is larger than zero.", "amount_minor")
    try:
        entry = persist(lambda: _enter(wish, now), patience)
    except AlreadyPosted as known:
        entry = known.entry
        if entry.body_hash != wish.body_hash:
            raise Invalid(
                "This Idempotency-Key was used for another request.", "Idempotency-Key"
            ) from None
    retry_open_bills(entry.user_id, now, patience)
    return entry


def _enter(wish: Refund, now: datetime) -> LedgerEntry:
    transaction = transactions.get(wish.transaction_id)
    payer_id = transaction.payer_id
    known = None if payer_id is None else ledger.find(payer_id, f"request#{wish.key}")
    if known is not None:
        raise AlreadyPosted(known)
    if not _is_paid(transaction) or payer_id is None:
        raise Refused("Only a billed transaction can be refunded.", "not_billed")
    amount = _amount(transaction, wish)
    after = replace(
        transaction,
        refunded_minor=Minor(transaction.refunded_minor + amount),
        version=transaction.version + 1,
    )
    movement = Movement(
        key=f"request#{wish.key}",
        kind=EntryKind.REFUND,
        amount_minor=amount,
        actor=wish.actor,
        at=now,
        note=wish.reason,
        station_id=transaction.station_id,
        transaction_id=transaction.transaction_id,
        body_hash=wish.body_hash,
    )
    posting = post(wallets.ensure(payer_id), [movement])
    told, entry = _told(wish, amount, now), posting.entries[0]
    written = None if wish.audit is None else wish.audit(entry)
    sums = days.added(transaction, after)
    bills.settle(Settlement(transaction, after, posting, sums, told, written))
    return entry


def _is_paid(transaction: Transaction) -> bool:
    return transaction.state is TransactionState.COMPLETED and transaction.bill is not None


def _amount(transaction: Transaction, wish: Refund) -> Minor:
    left = billing.earned(transaction)
    amount = left if wish.amount_minor is None else wish.amount_minor
    if amount > left or not left:
        raise Refused(f"At most {left} can be given back.", "more_than_paid")
    return amount


def _told(wish: Refund, amount: Minor, now: datetime) -> TimelineEntry:
    text = f"Refunded {amount} minor units: {wish.reason}"
    return TimelineEntry(wish.transaction_id, now, now, "refunded", text, actor=wish.actor)
