"""Wallets: top-ups and adjustments that happen once, and whether a wallet allows a start."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from csms.domain.audit import Audit
from csms.domain.errors import CsmsError, Invalid, Refused
from csms.domain.ids import Minor, UserId
from csms.domain.station import Station
from csms.domain.wallet import (
    EntryKind,
    LedgerEntry,
    Movement,
    StartRefusal,
    Wallet,
    can_pay,
    empty_wallet,
    post,
    start_refusal,
)
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.services.billing.settling import bill
from csms.settings import SETTINGS
from csms.store import ledger
from csms.store import wallet as wallets
from csms.store.wallet import AlreadyPosted

LARGEST_AMOUNT: Final = Minor(10**9)
RETRIED_AT_ONCE: Final = 20
LONGEST_KEY: Final = 128
LONGEST_NOTE: Final = 500


@dataclass(frozen=True, slots=True)
class MoneyRequest:
    """A request that moves money. key: its Idempotency-Key; actor: who asks, for the ledger.

    origin: whose keys these are, so that those of people never meet those of a payment provider.
    may_overdraw: the money has moved already, elsewhere, so that no limit can refuse it.
    audit: makes the entry of the trail.
    """

    user_id: UserId
    kind: EntryKind
    amount_minor: Minor
    key: str
    actor: str
    note: str | None
    may_overdraw: bool = False
    audit: Audit[LedgerEntry] | None = None
    origin: str = "request"

    @property
    def entry_key(self) -> str:
        """The key of its entry."""
        return f"{self.origin}#{self.key}"

    @property
    def body_hash(self) -> str:
        """What makes a repeat the same request; who repeats it does not matter."""
        body = json.dumps([self.kind.value, self.amount_minor, self.note], ensure_ascii=False)
        return hashlib.sha256(body.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Funds:
    """The wallet of a start as read, None before its first use. refusal: why it may not be."""

    wallet: Wallet | None
    refusal: StartRefusal | None


def top_up(
    user_id: UserId, amount_minor: Minor, key: str, actor: str, note: str | None, now: datetime
) -> LedgerEntry:
    """Add money to a wallet, once per key, and try the user's open bills again.

    A repeat gets the first entry. Raises Invalid for an amount that is not positive and for a key
    that was used with another body, Unavailable.
    """
    request = MoneyRequest(user_id, EntryKind.TOP_UP, amount_minor, key, actor, note)
    return enter(request, now)


def adjust(
    user_id: UserId, amount_minor: Minor, key: str, actor: str, note: str, now: datetime
) -> LedgerEntry:
    """Correct a wallet by hand, up or down, once per key, with the reason in the note.

    Raises Invalid as `top_up` and for an empty note; Refused (`insufficient_funds`) when the
    balance would fall below the credit limit; Unavailable.
    """
    request = MoneyRequest(user_id, EntryKind.ADJUSTMENT, amount_minor, key, actor, note)
    return enter(request, now)


def enter(request: MoneyRequest, now: datetime, patience: Patience = PATIENT) -> LedgerEntry:
    """Enter a request in the ledger, once per key; money that comes in pays open bills.

    A repeat gets the first entry and adds none to the trail. Raises as `top_up` and `adjust`.
    """
    check_key(request.key)
    _check(request)
    try:
        entry = persist(lambda: _enter_once(request, now), patience)
    except AlreadyPosted as known:
        entry = known.entry
        if entry.body_hash != request.body_hash:
            raise Invalid(
                "This Idempotency-Key was used for another request.", "Idempotency-Key"
            ) from None
    if request.amount_minor > 0:
        retry_open_bills(request.user_id, now, patience)
    return entry


def funds_for(user_id: UserId, station: Station) -> Funds:
    """A user's money for a start: what the station asks for as a minimum, and no unpaid bill.

    What allows a start may be a moment old, for the hold looks at the wallet's version; what
    refuses one is read consistently.
    """
    found = _funds(wallets.find(user_id, consistent=False), station)
    if found is None or found.refusal is not None:
        found = _funds(wallets.find(user_id), station)
    return found or Funds(None, _refusal(empty_wallet(user_id), station))


def _funds(wallet: Wallet | None, station: Station) -> Funds | None:
    return None if wallet is None else Funds(wallet, _refusal(wallet, station))


def _refusal(wallet: Wallet, station: Station) -> StartRefusal | None:
    return start_refusal(wallet, station.minimum_balance_minor, Minor(SETTINGS.credit_limit_minor))


def _enter_once(request: MoneyRequest, now: datetime) -> LedgerEntry:
    wallet = wallets.ensure(request.user_id)
    movement = Movement(
        key=request.entry_key,
        kind=request.kind,
        amount_minor=request.amount_minor,
        actor=request.actor,
        at=now,
        note=request.note,
        body_hash=request.body_hash,
    )
    posting = post(wallet, [movement])
    entry = posting.entries[0]
    if not request.may_overdraw and not can_pay(
        wallet, Minor(-request.amount_minor), Minor(SETTINGS.credit_limit_minor)
    ):
        _refuse_unless_known(request)
    wallets.post(posting, None if request.audit is None else request.audit(entry))
    return entry


def _refuse_unless_known(request: MoneyRequest) -> None:
    known = ledger.find(request.user_id, request.entry_key)
    if known is not None:
        raise AlreadyPosted(known)
    raise Refused("The wallet would fall below its limit.", "insufficient_funds")


def retry_open_bills(user_id: UserId, now: datetime, patience: Patience) -> None:
    """Try unpaid bills again, oldest first, a few at once; the schedule tries the rest.

    The money is in already: a bill that fails keeps its deadline.
    """
    try:
        wallet = wallets.find(user_id)
        for transaction_id in wallet.open_bills[:RETRIED_AT_ONCE] if wallet else ():
            bill(transaction_id, now, patience)
    except CsmsError:
        return


def check_key(key: str) -> None:
    """Raise Invalid for what cannot be an Idempotency-Key."""
    if not key or len(key) > LONGEST_KEY or not key.isprintable():
        raise Invalid(
            f"An Idempotency-Key has 1 to {LONGEST_KEY} printable characters.", "Idempotency-Key"
        )


def _check(request: MoneyRequest) -> None:
    if request.kind is EntryKind.TOP_UP and request.amount_minor <= 0:
        raise Invalid("A top-up is larger than zero.", "amount_minor")
    if request.kind is EntryKind.ADJUSTMENT:
        if not request.amount_minor:
            raise Invalid("An adjustment is not zero.", "amount_minor")
        if not (request.note or "").strip():
            raise Invalid("An adjustment needs a note that says why.", "note")
    if abs(request.amount_minor) > LARGEST_AMOUNT:
        raise Invalid(f"An amount is at most {LARGEST_AMOUNT} minor units.", "amount_minor")
    if request.note is not None and len(request.note) > LONGEST_NOTE:
        raise Invalid(f"A note has at most {LONGEST_NOTE} characters.", "note")
