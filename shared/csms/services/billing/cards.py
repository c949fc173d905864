"""Money that comes from cards and goes back to them, each time in one entry of the ledger."""

import logging
from dataclasses import replace
from datetime import datetime
from typing import Final

from csms.domain.audit import Audit
from csms.domain.ids import Minor
from csms.domain.wallet import EntryKind, LedgerEntry
from csms.payments import EventKind, PaymentEvent
from csms.services.billing.wallets import MoneyRequest, enter
from csms.settings import SETTINGS

LOG: Final = logging.getLogger(__name__)
ACTOR: Final = "card"


def take(
    event: PaymentEvent, now: datetime, audit: Audit[LedgerEntry] | None = None
) -> LedgerEntry | None:
    """Enter what a payment provider tells, once, however often and in whichever order it comes.

    What went back to a card is entered even where the wallet falls below its limit: the money has
    left. What did not get there is entered as having left before it comes back, so that both make
    nothing, whichever is told first and even if the other never is. Nothing is entered in another
    currency than the operator's. Raises Unavailable.
    """
    if event.currency != SETTINGS.currency or event.amount_minor <= 0:
        facts = {"reference": event.reference, "currency": event.currency}
        LOG.error("a payment in another currency was not entered", extra=facts)
        return None
    if event.kind is EventKind.REFUND_FAILED:
        enter(_request(replace(event, kind=EventKind.REFUNDED), audit), now)
    return enter(_request(event, audit), now)


def _request(event: PaymentEvent, audit: Audit[LedgerEntry] | None) -> MoneyRequest:
    kinds = {
        EventKind.PAID: (EntryKind.TOP_UP, event.amount_minor),
        EventKind.REFUNDED: (EntryKind.REFUND, Minor(-event.amount_minor)),
        EventKind.REFUND_FAILED: (EntryKind.REFUND, event.amount_minor),
    }
    kind, amount = kinds[event.kind]
    return MoneyRequest(
        user_id=event.user_id,
        kind=kind,
        amount_minor=amount,
        key=f"{event.kind}#{event.reference}",
        actor=ACTOR,
        note=event.payment_id,
        may_overdraw=True,
        audit=audit,
    )
