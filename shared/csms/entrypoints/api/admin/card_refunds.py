"""Giving money of a wallet back to the card that it came from."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field

from csms import payments
from csms.domain.errors import Refused
from csms.domain.ids import Minor, UserId
from csms.domain.wallet import can_pay, empty_wallet
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Line
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.pace import paced_money
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, money_audit
from csms.entrypoints.api.views import wallet as wallet_view
from csms.entrypoints.api.views.wallet import LedgerEntryView
from csms.payments import PaymentProvider
from csms.services.billing import cards
from csms.store import user as users
from csms.store import wallet as wallets

router = APIRouter(prefix="/api/admin/users", tags=["users"])


class CardRefund(Body):
    """payment_id: the note of the top-up's entry."""

    payment_id: Line
    amount_minor: int = Field(ge=1, le=10**9, strict=True)


@router.post(
    "/{user_id}/wallet/card-refunds",
    status_code=201,
    responses=responses(404, 409, 429),
    dependencies=[paced_money],
)
def refund_to_card(
    user_id: Key,
    body: CardRefund,
    idempotency_key: IdempotencyKey,
    provider: Annotated[PaymentProvider | None, Depends(payments.configured)],
    now: Now,
    trail: Audited,
) -> LedgerEntryView:
    """Give money back to a card, once per Idempotency-Key, as far as the wallet has it."""
    user = users.get(UserId(user_id))
    if provider is None:
        raise Refused("Cards cannot be used here.", "cards_off")
    amount = Minor(body.amount_minor)
    wallet = wallets.find(user.user_id) or empty_wallet(user.user_id)
    if not can_pay(wallet, amount, Minor(0)):
        raise Refused("The wallet has not that much.", "insufficient_funds")
    event = provider.refund(user.user_id, body.payment_id, amount, idempotency_key)
    audit = money_audit(trail, "wallet.card-refunded", f"wallet#{user_id}")
    entry = cards.take(event, now, audit)
    if entry is None:
        raise Refused("The payment was in another currency.", "currency")
    return wallet_view.show_entry(entry)
