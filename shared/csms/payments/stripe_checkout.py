"""Stripe: its own pages take the card, its signed webhooks say what was paid and given back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import stripe
from stripe import SignatureVerificationError, StripeClient, StripeError, WebhookSignature

from csms.domain import money
from csms.domain.card_refund import CardRefund
from csms.domain.errors import Invalid, Refused, Unavailable
from csms.domain.ids import Minor, UserId
from csms.payments import BadSignature, Checkout, EventKind, Payment, PaymentEvent

OLDEST_S: Final = 300
OTHER_DIGITS: Final = frozenset({"ISK", "MGA", "UGX"})
"""Currencies whose amounts Stripe writes with other digits than ISO 4217: two, none, two."""
COARSE_STEP: Final = 10
"""Of currencies with three digits Stripe takes two: amounts end in zero."""
PAID: Final = frozenset({"checkout.session.completed", "checkout.session.async_payment_succeeded"})
REFUNDED: Final = frozenset({"refund.created", "refund.updated", "refund.failed"})
DISPUTED: Final = {
    "charge.dispute.funds_withdrawn": EventKind.DISPUTED,
    "charge.dispute.funds_reinstated": EventKind.DISPUTE_WON,
}
"""A dispute is told of when it is opened as well; the money moves with these."""
NOT_GIVEN_BACK: Final = frozenset({"failed", "canceled"})
GIVEN_BACK: Final = frozenset({"succeeded", "pending"})
PAID_CHECKOUT: Final = "{CHECKOUT_SESSION_ID}"
"""Stripe writes the id of the checkout here."""
LEFT_CHECKOUT: Final = "left"
USER: Final = "csms_user_id"
REFUND: Final = "csms_refund_id"


@dataclass(frozen=True, slots=True)
class StripeAccount:
    """An account. return_url: where a driver lands after paying. api: where Stripe's API is."""

    secret_key: str
    webhook_secret: str
    return_url: str
    currency: str
    product: str
    api: str = ""


class Stripe:
    """A PaymentProvider. Raises Refused for a currency whose amounts Stripe counts otherwise."""

    def __init__(self, account: StripeAccount) -> None:
        if account.currency in OTHER_DIGITS:
            raise Refused(f"Cards cannot be used with {account.currency}.", "currency")
        self._account = account
        addresses = {"base_addresses": {"api": account.api}} if account.api else {}
        self._client = StripeClient(
            account.secret_key,
            max_network_retries=1,
            http_client=stripe.RequestsClient(timeout=10),
            **addresses,  # type: ignore[arg-type] # a typed dict of addresses
        )

    def open_checkout(self, user_id: UserId, amount_minor: Minor, key: str) -> Checkout:
        """Make a page of Checkout. The payment carries the person, for all that follows it.

        Raises Invalid for an amount that Stripe cannot take.
        """
        self._require_step(amount_minor)
        who = {USER: user_id}
        price = {
            "currency": self._account.currency.lower(),
            "unit_amount": amount_minor,
            "product_data": {"name": self._account.product},
        }
        asked: dict[str, Any] = {
            "mode": "payment",
            # Another currency than the wallet's could not be entered.
            "adaptive_pricing": {"enabled": False},
            "client_reference_id": user_id,
            "metadata": who,
            "payment_intent_data": {"metadata": who},
            "line_items": [{"quantity": 1, "price_data": price}],
            "success_url": self._way_back(PAID_CHECKOUT),
            "cancel_url": self._way_back(LEFT_CHECKOUT),
        }
        try:
            made = self._client.v1.checkout.sessions.create(
                asked,  # type: ignore[arg-type] # a typed dict of a hundred parts
                {"idempotency_key": f"checkout-{user_id}-{key}"},
            )
        except StripeError as error:
            raise _translated(error) from error
        return Checkout(made.id, made.url or "")

    def read_event(self, body: bytes, signature: str, now: datetime) -> PaymentEvent | None:
        """What a webhook tells, if its signature is right and not older than five minutes."""
        self._verify(body, signature, now)
        try:
            event = json.loads(body)
            kind, told = event["type"], event["data"]["object"]
            if kind in PAID:
                return self._paid(told)
            if kind in REFUNDED:
                return self._refunded(told)
            if kind in DISPUTED:
                return self._disputed(DISPUTED[kind], told)
        except (ValueError, KeyError, TypeError) as error:
            raise Invalid("this is not an event of Stripe", "body") from error
        return None

    def read_payment(self, payment_id: str) -> Payment:
        """A payment intent."""
        try:
            intent = self._client.v1.payment_intents.retrieve(payment_id)
        except StripeError as error:
            raise _translated(error) from error
        user_id = intent.to_dict().get("metadata", {}).get(USER)
        return Payment(None if user_id is None else UserId(user_id), intent.currency.upper())

    def refund(self, refund: CardRefund) -> PaymentEvent:
        """Give a part of a payment back to its card.

        Stripe forgets an idempotency key after a day, so that what was asked for before is looked
        for first.
        """
        try:
            made = self._made_before(refund) if refund.attempts > 1 else None
            if made is None:
                made = self._client.v1.refunds.create(
                    {
                        "payment_intent": refund.payment_id,
                        "amount": refund.amount_minor,
                        "metadata": {USER: refund.user_id, REFUND: refund.refund_id},
                    },
                    {"idempotency_key": f"refund-{refund.user_id}-{refund.refund_id}"},
                )
        except StripeError as error:
            raise _translated(error) from error
        has_failed = made.status in NOT_GIVEN_BACK
        return PaymentEvent(
            kind=EventKind.REFUND_FAILED if has_failed else EventKind.REFUNDED,
            reference=made.id,
            user_id=refund.user_id,
            amount_minor=refund.amount_minor,
            currency=self._account.currency,
            payment_id=refund.payment_id,
            refund_id=refund.refund_id,
        )

    def _require_step(self, amount_minor: Minor) -> None:
        currency = money.currency(self._account.currency)
        if currency.digits == 3 and amount_minor % COARSE_STEP:
            step = money.format_amount(Minor(COARSE_STEP), currency)
            raise Invalid(f"Cards pay in steps of {step}: round the amount.", "amount_minor")

    def _made_before(self, refund: CardRefund) -> stripe.Refund | None:
        made = self._client.v1.refunds.list({"payment_intent": refund.payment_id, "limit": 100})
        mine = (
            one
            for one in made.auto_paging_iter()
            if (one.to_dict().get("metadata") or {}).get(REFUND) == refund.refund_id
        )
        return next(mine, None)

    def _way_back(self, checkout: str) -> str:
        """The return URL, which tells the wallet's page what became of the checkout."""
        url = urlsplit(self._account.return_url)
        query = "&".join(filter(None, [url.query, f"checkout={checkout}"]))
        return urlunsplit(url._replace(query=query))

    def _verify(self, body: bytes, signature: str, now: datetime) -> None:
        try:
            text = body.decode()
            WebhookSignature.verify_header(text, signature, self._account.webhook_secret)
            parts = dict(part.split("=", 1) for part in signature.split(","))
            age_s = now.timestamp() - int(parts["t"])
        except (SignatureVerificationError, ValueError, KeyError) as error:
            raise BadSignature from error
        if abs(age_s) > OLDEST_S:
            raise BadSignature

    def _paid(self, session: Mapping[str, Any]) -> PaymentEvent | None:
        if session["payment_status"] != "paid" or USER not in (session.get("metadata") or {}):
            return None
        return PaymentEvent(
            kind=EventKind.PAID,
            reference=session["id"],
            user_id=UserId(session["metadata"][USER]),
            amount_minor=Minor(int(session["amount_total"])),
            currency=str(session["currency"]).upper(),
            payment_id=session["payment_intent"] or session["id"],
        )

    def _refunded(self, refund: Mapping[str, Any]) -> PaymentEvent | None:
        payment_id, status = refund["payment_intent"], refund["status"]
        has_failed = status in NOT_GIVEN_BACK
        if not payment_id or not (has_failed or status in GIVEN_BACK):
            return None
        told = refund.get("metadata") or {}
        kind = EventKind.REFUND_FAILED if has_failed else EventKind.REFUNDED
        event = self._about(payment_id, kind, refund, told.get(USER))
        return None if event is None else replace(event, refund_id=told.get(REFUND))

    def _disputed(self, kind: EventKind, dispute: Mapping[str, Any]) -> PaymentEvent | None:
        payment_id = dispute["payment_intent"]
        return self._about(payment_id, kind, dispute) if payment_id else None

    def _about(
        self, payment_id: str, kind: EventKind, told: Mapping[str, Any], user_id: str | None = None
    ) -> PaymentEvent | None:
        """What happened to a payment; None where that is not for a wallet of ours."""
        user_id = user_id or self.read_payment(payment_id).user_id
        if user_id is None:
            return None
        return PaymentEvent(
            kind=kind,
            reference=told["id"],
            user_id=UserId(user_id),
            amount_minor=Minor(int(told["amount"])),
            currency=str(told["currency"]).upper(),
            payment_id=payment_id,
        )


def _translated(error: StripeError) -> Exception:
    if isinstance(error, stripe.InvalidRequestError | stripe.CardError):
        return Refused(f"The payment provider refuses: {error.user_message or error}", "payment")
    if isinstance(error, stripe.IdempotencyError):
        return Invalid("This Idempotency-Key was used for another request.", "Idempotency-Key")
    return Unavailable("the payment provider does not answer")
