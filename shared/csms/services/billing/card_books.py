"""The part of the books that is about refunds to cards."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from csms.domain import card_refund
from csms.domain.card_refund import LONG, CardRefund, RefundState
from csms.domain.ids import UserId
from csms.domain.wallet import LedgerEntry
from csms.services.billing.discrepancy import LATEST, Discrepancy
from csms.store import card_refund as refunds


def faults(user_id: UserId, entries: Sequence[LedgerEntry], now: datetime) -> Iterator[Discrepancy]:
    """Every refund left the wallet once, and came back once if the card did not get it."""
    amounts = {entry.key: entry.amount_minor for entry in entries}
    for refund in refunds.of_user(user_id):
        subject = f"refund {refund.refund_id} of {user_id}"
        keys = (card_refund.taken_key, card_refund.returned_key)
        made = sum(amounts.get(key(refund.refund_id), 0) for key in keys)
        wanted = 0 if refund.state.gave_back else -refund.amount_minor
        if made != wanted:
            detail = f"is {refund.state}, its entries make {made} instead of {wanted}"
            yield Discrepancy(subject, detail)
        yield from _deadline_faults(subject, refund, now)


def _deadline_faults(subject: str, refund: CardRefund, now: datetime) -> Iterator[Discrepancy]:
    is_pending = refund.state is RefundState.PENDING
    if is_pending != (refund.due_at is not None):
        word = "without a" if is_pending else "and still has a"
        yield Discrepancy(subject, f"is {refund.state} {word} deadline")
    if is_pending and refund.requested_at < now - LONG:
        yield Discrepancy(subject, f"is pending since {refund.requested_at.isoformat()}")
    if refund.due_at is not None and refund.due_at < now - LATEST:
        yield Discrepancy(subject, f"its deadline {refund.due_at.isoformat()} was missed")
