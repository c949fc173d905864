"""Giving money of a wallet back to the card that it came from, once per key.

The money is taken out of the wallet before the provider is asked, in one write with the row that
says what it is asked for. So it cannot be spent meanwhile, nor given back twice, and whoever dies
leaves a row whose deadline lets the schedule ask again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from csms.domain import card_refund
from csms.domain.audit import Audit
from csms.domain.card_refund import FIRST_WAIT, LONG, CardRefund, RefundState
from csms.domain.errors import CsmsError, Invalid, NotFound, Refused, Unavailable
from csms.domain.ids import Minor, UserId
from csms.domain.wallet import LedgerEntry, post
from csms.payments import EventKind, PaymentEvent, PaymentProvider
from csms.services.billing.patience import PATIENT, Patience, persist
from csms.services.billing.wallets import check_key, retry_open_bills
from csms.settings import SETTINGS
from csms.store import card_refund as refunds
from csms.store import ledger
from csms.store import wallet as wallets
from csms.store.deadlines import DueRows
from csms.store.wallet import AlreadyPosted

LOG: Final = logging.getLogger(__name__)
PAGE: Final = 25

type Rule = Callable[[CardRefund], CardRefund | None]
"""What becomes of a refund; None when it stays as it is."""


@dataclass(frozen=True, slots=True)
class RefundWish:
    """A wish to give back. key: its Idempotency-Key. audit: makes the entry of the trail."""

    user_id: UserId
    payment_id: str
    amount_minor: Minor
    key: str
    actor: str
    audit: Audit[LedgerEntry] | None = None


def refund(
    wish: RefundWish, provider: PaymentProvider, now: datetime, patience: Patience = PATIENT
) -> LedgerEntry:
    """Take money out of a wallet and give it to the card; a repeat gets the first answer.

    As much as is neither spent nor held. Raises Refused (`not_theirs`, `currency`,
    `insufficient_funds`, `payment` where the provider will not), Invalid for a key that was used
    with another body, Unavailable while nobody knows: then the schedule goes on asking.
    """
    check_key(wish.key)
    known = refunds.find(wish.user_id, card_refund.refund_id_of(wish.key))
    if known is None:
        _check_payment(wish, provider)
        stored = _reserve(wish, now, patience)
    else:
        stored = _change(known, lambda one: card_refund.asked_again(one, now), now, patience)
    if (stored.payment_id, stored.amount_minor) != (wish.payment_id, wish.amount_minor):
        raise Invalid("This Idempotency-Key was used for another request.", "Idempotency-Key")
    after = _ask(stored, provider, now, patience)
    if after.state.gave_back:
        retry_open_bills(wish.user_id, now, patience)
    return _answer(after)


def hear(event: PaymentEvent, now: datetime, patience: Patience = PATIENT) -> bool:
    """What a provider tells of a refund of ours, in any order. False when it is none of ours.

    One that we believe refused is none: its money is in the wallet again, and leaves once more.
    """
    if event.refund_id is None:
        return False
    known = refunds.find(event.user_id, event.refund_id)
    if known is None or known.state is RefundState.REFUSED:
        return False
    after = _change(known, _told(event), now, patience)
    if after.state.gave_back:
        retry_open_bills(event.user_id, now, patience)
    return True


def ask_due(
    configured: Callable[[], PaymentProvider | None], now: datetime, time_left: Callable[[], bool]
) -> dict[str, object]:
    """Ask again for every refund whose deadline is over.

    Returns how many were `asked`, how many are `undecided`, and whether that was all: `complete`.
    """
    due = DueRows(lambda shard: refunds.list_due(shard, now, PAGE), now, time_left)
    asked = undecided = 0
    provider: PaymentProvider | None = None
    for user_id, refund_id in due:
        stored = _get(user_id, refund_id)
        provider = provider or configured()
        if provider is None:
            raise Unavailable("there are refunds to make, and no payment provider is configured")
        asked += 1
        undecided += not _ask_again(stored, provider, now)
    return {"asked": asked, "undecided": undecided, "complete": due.complete}


def _ask_again(stored: CardRefund, provider: PaymentProvider, now: datetime) -> bool:
    """Whether the provider has decided."""
    facts = {"user_id": stored.user_id, "refund_id": stored.refund_id}
    try:
        claimed = _change(stored, lambda one: card_refund.asked_again(one, now), now, PATIENT)
        _ask(claimed, provider, now, PATIENT)
    except CsmsError as error:
        level = logging.ERROR if stored.requested_at < now - LONG else logging.WARNING
        LOG.log(level, "a refund to a card waits: %s", error, extra=facts)
        return False
    return True


def _check_payment(wish: RefundWish, provider: PaymentProvider) -> None:
    payment = provider.read_payment(wish.payment_id)
    if payment.user_id != wish.user_id:
        raise Refused("This is no payment of that person.", "not_theirs")
    if payment.currency != SETTINGS.currency:
        raise Refused(f"The payment was in {payment.currency}.", "currency")


def _reserve(wish: RefundWish, now: datetime, patience: Patience) -> CardRefund:
    """Store the refund and take its money, or return the one that has the key already."""
    new = CardRefund(
        user_id=wish.user_id,
        refund_id=card_refund.refund_id_of(wish.key),
        payment_id=wish.payment_id,
        amount_minor=wish.amount_minor,
        requested_by=wish.actor,
        requested_at=now,
        due_at=now + FIRST_WAIT,
    )

    def attempt() -> CardRefund:
        wallet = wallets.ensure(new.user_id)
        # After the wallet: one that emptied it is seen.
        known = refunds.find(new.user_id, new.refund_id)
        if known is not None:
            return known
        if wallet.available_minor < new.amount_minor:
            raise Refused("The wallet has not that much.", "insufficient_funds")
        posting = post(wallet, [card_refund.taken(new)])
        entry = None if wish.audit is None else wish.audit(posting.entries[0])
        refunds.reserve(new, posting, entry)
        return new

    try:
        return persist(attempt, patience)
    except AlreadyPosted:
        return _get(new.user_id, new.refund_id)


def _ask(
    stored: CardRefund, provider: PaymentProvider, now: datetime, patience: Patience
) -> CardRefund:
    """Let the provider refund, and write down what it said.

    Raises Unavailable when it said nothing, and nobody else heard it meanwhile.
    """
    if stored.state is not RefundState.PENDING:
        return stored
    try:
        rule = _told(provider.refund(stored))
    except Refused as error:
        # The name of an `except` is gone when the rule is used.
        message = error.message
        return _change(stored, lambda one: card_refund.refused(one, message), now, patience)
    except Unavailable as error:
        current = _get(stored.user_id, stored.refund_id)
        if current.state is RefundState.PENDING:
            raise Unavailable(f"{error.message}: the refund is kept and asked for again") from error
        return current
    return _change(stored, rule, now, patience)


def _told(event: PaymentEvent) -> Rule:
    if event.kind is EventKind.REFUNDED:
        return lambda one: card_refund.sent(one, event.reference)
    return lambda one: card_refund.failed(one, event.reference)


def _change(known: CardRefund, rule: Rule, now: datetime, patience: Patience) -> CardRefund:
    """Apply a rule to a refund as it is now; money that comes back is entered in the same write."""

    def attempt() -> CardRefund:
        current = _get(known.user_id, known.refund_id)
        after = rule(current)
        if after is None:
            return current
        if not after.state.gave_back:
            refunds.save(after)
            return after
        wallet = wallets.ensure(after.user_id)
        refunds.give_back(after, post(wallet, [card_refund.returned(after, now)]))
        return after

    try:
        return persist(attempt, patience)
    except AlreadyPosted:
        return _get(known.user_id, known.refund_id)


def _answer(after: CardRefund) -> LedgerEntry:
    if after.state is RefundState.REFUSED:
        raise Refused(after.error or "The payment provider refuses.", "payment")
    key = card_refund.taken_key(after.refund_id)
    entry = ledger.find(after.user_id, key)
    if entry is None:
        raise NotFound("ledger entry", key)
    return entry


def _get(user_id: UserId, refund_id: str) -> CardRefund:
    found = refunds.find(user_id, refund_id)
    if found is None:
        raise NotFound("refund", refund_id)
    return found
