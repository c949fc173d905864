"""Payments by card: what a payment provider has to do here. Off unless one is configured.

Another provider is another module beside `stripe_checkout`, chosen in `configured`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from csms.domain.card_refund import CardRefund
from csms.domain.ids import Minor, UserId
from csms.settings import SETTINGS


class EventKind(StrEnum):
    """What a provider tells: money came in, went back to the card, or did not get there.

    DISPUTED: the card's bank took it back; DISPUTE_WON: and gave it up again.
    """

    PAID = "paid"
    REFUNDED = "refunded"
    REFUND_FAILED = "refund-failed"
    DISPUTED = "disputed"
    DISPUTE_WON = "dispute-won"


@dataclass(frozen=True, slots=True)
class PaymentEvent:
    """Something that happened to money at a provider.

    reference: names what happened, however often it is told. payment_id: the payment that it is
    about. amount_minor: positive. refund_id: of the CardRefund behind it, where it is one of ours.
    """

    kind: EventKind
    reference: str
    user_id: UserId
    amount_minor: Minor
    currency: str
    payment_id: str
    refund_id: str | None = None


@dataclass(frozen=True, slots=True)
class Checkout:
    """A page of the provider where somebody pays."""

    checkout_id: str
    url: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment that was made. user_id: None where it is not for a wallet of ours."""

    user_id: UserId | None
    currency: str


class BadSignature(Exception):
    """A message that the provider did not sign, or signed long ago."""


class PaymentProvider(Protocol):
    """A payment provider. Each method raises domain `Unavailable` when it does not answer."""

    def open_checkout(self, user_id: UserId, amount_minor: Minor, key: str) -> Checkout:
        """Make a page to pay on. The same key gets the same page."""

    def read_event(self, body: bytes, signature: str, now: datetime) -> PaymentEvent | None:
        """What a webhook tells; None for what does not matter here. Raises BadSignature."""

    def read_payment(self, payment_id: str) -> Payment:
        """A payment. Raises Refused when there is none."""

    def refund(self, refund: CardRefund) -> PaymentEvent:
        """Give money back to the card, once however often it is asked for.

        Raises Refused when it never will; after Unavailable nobody knows whether it did.
        """


def is_configured() -> bool:
    """Whether this deployment has a provider, without loading it."""
    return bool(SETTINGS.stripe_secret_key and SETTINGS.stripe_webhook_secret)


def configured() -> PaymentProvider | None:
    """The provider of this deployment, None when there is none."""
    if not is_configured():
        return None
    # Imported here: it takes most of a second, and most instances never see a card.
    from csms.payments.stripe_checkout import Stripe, StripeAccount  # noqa: PLC0415 - see above

    account = StripeAccount(
        secret_key=SETTINGS.stripe_secret_key,
        webhook_secret=SETTINGS.stripe_webhook_secret,
        return_url=SETTINGS.payment_return_url,
        currency=SETTINGS.currency,
        product=f"{SETTINGS.operator_name}: wallet",
        api=SETTINGS.stripe_api_url,
    )
    return Stripe(account)
