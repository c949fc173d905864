"""Money that comes from cards and goes back to them, each time in one entry of the ledger."""

import logging
from dataclasses import replace
from datetime import datetime
from typing import Final

from csms.domain.audit import Audit
from csms.domain.card_refund import ACTOR
from csms.domain.ids import Minor
from csms.domain.wallet import EntryKind, LedgerEntry
from csms.payments import EventKind, PaymentEvent
from csms.services.billing import card_refunds
from csms.services.billing.wallets import MoneyRequest, enter
from csms.settings import SETTINGS

LOG: Final = logging.getLogger(__name__)
LEFT_BEFORE: Final = {
    EventKind.REFUND_FAILED: EventKind.REFUNDED,
    EventKind.DISPUTE_WON: EventKind.DISPUTED,
}
"""What comes back, and how it had left."""
TOLD: Final = {
    EventKind.DISPUTED: ": disputed, taken back by the bank",
    EventKind.DISPUTE_WON: ": dispute won",
}


def take(event: PaymentEvent, now: datetime, audit: Audit[LedgerEntry] | None = None) -> None:
    """Enter what a payment provider tells, once, however often and in whichever order it comes.

    What went back to a card, or was taken back by its bank, is entered even where the wallet falls
    below its limit: the money has left. What came back is entered as having left before, so that
    both make nothing, whichever is told first and even if the other never is. A refund that was
    asked for here has left the wallet already. Nothing is entered in another currency than the
    operator's. Raises Unavailable.
    """
    if card_refunds.hear(event, now):
        return
    if event.currency != SETTINGS.currency or event.amount_minor <= 0:
        facts = {"reference": event.reference, "currency": event.currency}
        LOG.error("a payment in another currency was not entered", extra=facts)
        return
    if event.kind in LEFT_BEFORE:
        enter(_request(replace(event, kind=LEFT_BEFORE[event.kind]), audit), now)
    enter(_request(event, audit), now)


def _request(event: PaymentEvent, audit: Audit[LedgerEntry] | None) -> MoneyRequest:
    came_in = event.kind is EventKind.PAID or event.kind in LEFT_BEFORE
    return MoneyRequest(
        user_id=event.user_id,
        kind=EntryKind.TOP_UP if event.kind is EventKind.PAID else EntryKind.REFUND,
        amount_minor=event.amount_minor if came_in else Minor(-event.amount_minor),
        key=f"{event.kind}#{event.reference}",
        actor=ACTOR,
        note=event.payment_id + TOLD.get(event.kind, ""),
        may_overdraw=True,
        audit=audit,
        origin="card",
    )
