"""Cards: drivers pay in on the payment provider's own page, whose signed webhook says so."""

from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from csms import payments
from csms.domain.audit import Audit, AuditEntry
from csms.domain.errors import NotFound, Refused
from csms.domain.ids import Minor
from csms.domain.wallet import LedgerEntry
from csms.entrypoints.api.access import PersonInPath
from csms.entrypoints.api.clock import Now, request_id_of
from csms.entrypoints.api.fields import Body
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.pace import paced_money
from csms.entrypoints.api.problems import Forbidden, responses
from csms.entrypoints.api.trail import Audited
from csms.entrypoints.api.user.webhooks import raw_body
from csms.entrypoints.api.views.wallet import LEAST_CARD_MINOR, MOST_CARD_MINOR, show_entry
from csms.payments import BadSignature, PaymentProvider
from csms.services.billing import cards

router = APIRouter(prefix="/users/{user_id}/wallet", tags=["cards"])
webhook_router = APIRouter(prefix="/webhooks", tags=["webhooks"])

ACTOR: Final = "system:card-payments"

Configured = Annotated[PaymentProvider | None, Depends(payments.configured)]


class CardTopUp(Body):
    """How much to pay in."""

    amount_minor: int = Field(ge=LEAST_CARD_MINOR, le=MOST_CARD_MINOR, strict=True)


class CheckoutView(BaseModel):
    """Where to pay. The wallet has the money when the provider says that it was paid."""

    checkout_id: str
    url: str


@router.post(
    "/card-top-ups",
    status_code=201,
    responses=responses(404, 409, 429),
    dependencies=[paced_money],
)
def open_checkout(
    user_id: PersonInPath,
    body: CardTopUp,
    idempotency_key: IdempotencyKey,
    provider: Configured,
    trail: Audited,
) -> CheckoutView:
    """Make a page to pay on, once per Idempotency-Key. 409 where there are no cards."""
    if provider is None:
        raise Refused("Cards cannot be used here.", "cards_off")
    made = provider.open_checkout(user_id, Minor(body.amount_minor), idempotency_key)
    facts = {"amount_minor": body.amount_minor, "checkout_id": made.checkout_id}
    trail.note("wallet.checkout-opened", f"wallet#{user_id}", None, facts)
    return CheckoutView(checkout_id=made.checkout_id, url=made.url)


@webhook_router.post(
    "/stripe",
    status_code=204,
    responses=responses(403, 404),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"type": "object"}}},
        }
    },
)
def take_stripe_webhook(
    request: Request, body: Annotated[bytes, Depends(raw_body)], provider: Configured, now: Now
) -> None:
    """Enter what was paid or given back; the same message again changes nothing.

    403 for a signature that is wrong or older than five minutes; 404 where cards are off.
    """
    if provider is None:
        raise NotFound("webhook", "stripe")
    try:
        event = provider.read_event(body, request.headers.get("stripe-signature", ""), now)
    except BadSignature:
        raise Forbidden("the signature is missing, wrong or too old", "signature") from None
    if event is not None:
        cards.take(event, now, _paid(request_id_of(request.scope), now))


def _paid(request_id: str, now: datetime) -> Audit[LedgerEntry]:
    return lambda entry: AuditEntry(
        subject=f"wallet#{entry.user_id}",
        at=now,
        actor=ACTOR,
        change=f"wallet.card-{entry.kind}",
        request_id=request_id,
        after=show_entry(entry).model_dump(mode="json"),
    )
