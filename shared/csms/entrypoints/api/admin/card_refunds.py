"""Giving money of a wallet back to the card that it came from."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from csms import payments
from csms.domain.card_refund import CardRefund, RefundState
from csms.domain.errors import Refused
from csms.domain.ids import Minor, UserId
from csms.entrypoints.api import paging
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Line
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.pace import paced_money
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, money_audit
from csms.entrypoints.api.views import wallet as wallet_view
from csms.entrypoints.api.views.wallet import LedgerEntryView
from csms.payments import PaymentProvider
from csms.services.accounts import names
from csms.services.accounts.names import PeopleNames
from csms.services.billing import card_refunds
from csms.services.billing.card_refunds import RefundWish
from csms.settings import SETTINGS
from csms.store import card_refund as refunds
from csms.store import user as users

router = APIRouter(prefix="/api/admin/users", tags=["users"])


class CardRefundRequest(Body):
    """payment_id: the note of the top-up's entry."""

    payment_id: Line
    amount_minor: int = Field(ge=1, le=10**9, strict=True)


class CardRefundView(BaseModel):
    """A refund to a card, and where it stands."""

    payment_id: str
    amount_minor: int
    currency: str
    state: RefundState = Field(
        description="`pending`: the provider has not decided, and is asked again; `sent`; "
        "`refused` by the provider; `failed`: it did not get to the card. The money of the last "
        "two is in the wallet again"
    )
    requested_by: str
    requested_by_name: str | None
    requested_at: datetime
    attempts: int = Field(description="how often the provider was asked")
    reference: str | None = Field(description="the provider's name for it")
    error: str | None


@router.get("/{user_id}/wallet/card-refunds", responses=responses(404))
def list_card_refunds(
    user_id: Key, limit: Limit = 50, cursor: Cursor = None
) -> PageView[CardRefundView]:
    """What was given back to a person's cards, the latest first."""
    user = users.get(UserId(user_id))
    page = refunds.list_by_user(user.user_id, cursor, limit)
    people = names.read(refund.requested_by for refund in page.items)
    return paging.view(page, lambda refund: _show(refund, people))


@router.post(
    "/{user_id}/wallet/card-refunds",
    status_code=201,
    responses=responses(404, 409, 429, 503),
    dependencies=[paced_money],
)
def refund_to_card(
    user_id: Key,
    body: CardRefundRequest,
    idempotency_key: IdempotencyKey,
    provider: Annotated[PaymentProvider | None, Depends(payments.configured)],
    now: Now,
    trail: Audited,
) -> LedgerEntryView:
    """Give money back to a card, once per Idempotency-Key, as far as the wallet has it.

    503 while the provider does not answer: the money has left the wallet, and the refund is asked
    for again until it is made, or refused and back in the wallet.
    """
    user = users.get(UserId(user_id))
    if provider is None:
        raise Refused("Cards cannot be used here.", "cards_off")
    wish = RefundWish(
        user_id=user.user_id,
        payment_id=body.payment_id,
        amount_minor=Minor(body.amount_minor),
        key=idempotency_key,
        actor=trail.actor.user_id,
        audit=money_audit(trail, "wallet.card-refunded", f"wallet#{user_id}"),
    )
    return wallet_view.show_entry(card_refunds.refund(wish, provider, now))


def _show(refund: CardRefund, people: PeopleNames) -> CardRefundView:
    return CardRefundView(
        payment_id=refund.payment_id,
        amount_minor=refund.amount_minor,
        currency=SETTINGS.currency,
        state=refund.state,
        requested_by=refund.requested_by,
        requested_by_name=people.of(refund.requested_by),
        requested_at=refund.requested_at,
        attempts=refund.attempts,
        reference=refund.reference,
        error=refund.error,
    )
