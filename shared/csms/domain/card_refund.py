"""Money of a wallet on its way back to a card: taken out of the wallet before the card gets it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from csms.domain.ids import Minor, UserId
from csms.domain.wallet import EntryKind, Movement

ACTOR: Final = "card"
"""The actor of entries that come from cards and go to them."""
FIRST_WAIT: Final = timedelta(minutes=2)
"""Longer than the request that asks first can still be asking."""
LONGEST_WAIT: Final = timedelta(hours=2)
LONG: Final = timedelta(days=1)
"""How long a provider may leave a refund undecided before a person has to look."""
LONGEST_ERROR: Final = 200


class RefundState(StrEnum):
    """PENDING has a deadline: the provider is asked again. The money of the last two is back.

    REFUSED: the provider would not. FAILED: it took it, and it did not get to the card.
    """

    PENDING = "pending"
    SENT = "sent"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def gave_back(self) -> bool:
        """Whether the money is in the wallet again."""
        return self in (RefundState.REFUSED, RefundState.FAILED)


@dataclass(frozen=True, slots=True)
class CardRefund:
    """A refund that was asked for. refund_id: the same for the same Idempotency-Key of a person.

    attempts: how often the provider was asked. reference: the provider's name for it. error: what
    it said last.
    """

    user_id: UserId
    refund_id: str
    payment_id: str
    amount_minor: Minor
    requested_by: str
    requested_at: datetime
    state: RefundState = RefundState.PENDING
    attempts: int = 1
    reference: str | None = None
    error: str | None = None
    due_at: datetime | None = None
    version: int = 1


def refund_id_of(key: str) -> str:
    """The id of a refund by the Idempotency-Key of its request."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def taken_key(reference: str) -> str:
    """The key of the entry that takes a refund's money out of a wallet."""
    return f"card#refunded#{reference}"


def returned_key(reference: str) -> str:
    """The key of the entry that brings it back."""
    return f"card#refund-failed#{reference}"


def taken(refund: CardRefund) -> Movement:
    """The entry that takes the money out of the wallet."""
    return Movement(
        key=taken_key(refund.refund_id),
        kind=EntryKind.REFUND,
        amount_minor=Minor(-refund.amount_minor),
        actor=ACTOR,
        at=refund.requested_at,
        note=refund.payment_id,
    )


def returned(refund: CardRefund, now: datetime) -> Movement:
    """The entry that brings the money back, with the reason."""
    back = replace(taken(refund), key=returned_key(refund.refund_id), at=now)
    note = f"{refund.payment_id}: {refund.error}"
    return replace(back, amount_minor=refund.amount_minor, note=note)


def asked_again(refund: CardRefund, now: datetime) -> CardRefund | None:
    """The refund as its provider is asked once more, with the deadline of the time after that."""
    if refund.state is not RefundState.PENDING:
        return None
    wait = min(FIRST_WAIT * 2 ** min(refund.attempts, 16), LONGEST_WAIT)
    attempts, version = refund.attempts + 1, refund.version + 1
    return replace(refund, attempts=attempts, due_at=now + wait, version=version)


def sent(refund: CardRefund, reference: str) -> CardRefund | None:
    """The refund when its provider has it; None when that is known, or it failed since."""
    if refund.state is not RefundState.PENDING:
        return None
    return replace(_ended(refund, RefundState.SENT), reference=reference)


def refused(refund: CardRefund, error: str) -> CardRefund | None:
    """The refund when its provider never will; None when it did."""
    if refund.state is not RefundState.PENDING:
        return None
    return replace(_ended(refund, RefundState.REFUSED), error=error[:LONGEST_ERROR])


def failed(refund: CardRefund, reference: str) -> CardRefund | None:
    """The refund when it did not get to the card; None when that is known."""
    if refund.state not in (RefundState.PENDING, RefundState.SENT):
        return None
    after = _ended(refund, RefundState.FAILED)
    return replace(after, reference=reference, error="it did not get to the card")


def _ended(refund: CardRefund, state: RefundState) -> CardRefund:
    return replace(refund, state=state, due_at=None, version=refund.version + 1)
