"""Payments by card: what a payment provider has to do here. Off unless one is configured.

Another provider is another module beside `stripe_checkout`, chosen in `configured`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from csms.domain.ids import Minor, UserId
from csms.settings import SETTINGS


class EventKind(StrEnum):
    """What a provider tells: money came in, went back to the card, or did not get there."""

    PAID = "paid"
    REFUNDED = "refunded"
    REFUND_FAILED = "refund-failed"


@dataclass(frozen=True, slots=True)
class PaymentEvent:
    """Something that happened to money at a provider.

    reference: names what happened, however often it is told. payment_id: the payment that it is
    about. amount_minor: positive.
    """

    kind: EventKind
    reference: str
    user_id: UserId
    amount_minor: Minor
    currency: str
    payment_id: str


@dataclass(frozen=True, slots=True)
class Checkout:
    """A page of the provider where somebody pays."""

    checkout_id: str
    url: str


class BadSignature(Exception):
    """A message that the provider did not sign, or signed long ago."""


class PaymentProvider(Protocol):
    """A payment provider. Each method raises domain `Unavailable` when it does not answer."""

    def open_checkout(self, user_id: UserId, amount_minor: Minor, key: str) -> Checkout:
        """Make a page to pay on. The same key gets the same page."""

    def read_event(self, body: bytes, signature: str, now: datetime) -> PaymentEvent | None:
        """What a webhook tells; None for what does not matter here. Raises BadSignature."""

    def refund(
        self, user_id: UserId, payment_id: str, amount_minor: Minor, key: str
    ) -> PaymentEvent:
        """Give money back to the card. Raises Refused when it is not that person's payment."""


def configured() -> PaymentProvider | None:
    """The provider of this deployment, None when there is none."""
    if not SETTINGS.stripe_secret_key or not SETTINGS.stripe_webhook_secret:
        return None
    # Imported here: it takes most of a second, and most instances never see a card.
    from csms.payments.stripe_checkout import Stripe, StripeAccount  # noqa: PLC0415 - see above

    account = StripeAccount(
        secret_key=SETTINGS.stripe_secret_key,
        webhook_secret=SETTINGS.stripe_webhook_secret,
        return_url=SETTINGS.payment_return_url,
        currency=SETTINGS.currency,
        product=f"{SETTINGS.operator_name}: wallet",
    )
    return Stripe(account)
