"""What operators do with transactions and their money: stop, decide, refund, bill again."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from csms.domain.audit import Audit
from csms.domain.billing import awaits_billing
from csms.domain.errors import CsmsError, Invalid
from csms.domain.ids import Minor, TariffId, TransactionId, UserId, Wh
from csms.domain.transaction import Transaction, TransactionState
from csms.entrypoints.api import receipt_page
from csms.entrypoints.api.admin.transactions import detail
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import (
    Body,
    Key,
    Line,
    TransactionInBody,
    TransactionNumber,
)
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.outcome import Patient, await_outcome
from csms.entrypoints.api.pace import paced_bulk, paced_commands, paced_money
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail, money_audit
from csms.entrypoints.api.views import receipt as receipt_view
from csms.entrypoints.api.views import wallet as wallet_view
from csms.entrypoints.api.views.command import CommandView
from csms.entrypoints.api.views.receipt import ReceiptView
from csms.entrypoints.api.views.transaction import TransactionDetail
from csms.entrypoints.api.views.wallet import LedgerEntryView
from csms.services import billing
from csms.services.billing import Refund
from csms.services.billing.retrying import worth_another_attempt
from csms.services.charging import ends, receipts, resolving, sessions
from csms.services.charging.resolving import Decision
from csms.store import transaction as transactions

router = APIRouter(prefix="/api/admin/transactions", tags=["transactions"])

LARGEST_AMOUNT = 10**9
RETRIED_AT_ONCE = 25


class Action(StrEnum):
    """What can be decided: bill as it is, bill another energy, let nobody pay, name a payer."""

    BILL = "bill"
    CORRECT = "correct"
    CANCEL = "cancel"
    ASSIGN = "assign"


class Resolution(Body):
    """A decision with its reason."""

    action: Action
    reason: Line
    energy_wh: Annotated[int | None, Field(ge=0, le=10**9, strict=True)] = Field(
        None, description="of `correct`: what is billed; readings stay as they are"
    )
    user_id: Key | None = Field(None, description="of `assign`: who pays")
    tariff_id: Key | None = Field(None, description="of `assign`: where it has no tariff")


class RefundRequest(Body):
    """What to give back."""

    amount_minor: Annotated[int | None, Field(ge=1, le=LARGEST_AMOUNT, strict=True)] = Field(
        None, description="all that is left when left out"
    )
    reason: Line


class BulkRetry(Body):
    """Which bills to try again."""

    transaction_ids: list[TransactionInBody] = Field(
        default_factory=list,
        max_length=RETRIED_AT_ONCE,
        description="when left out: some that failed, those that can be paid now first",
    )


class RetryOutcome(BaseModel):
    """What became of one bill."""

    transaction_id: int
    state: TransactionState | None
    error: str | None


@router.post(
    "/{transaction_id}/stop",
    responses={**responses(404, 409, 429), 202: {"model": CommandView}},
    dependencies=[paced_commands],
)
def stop_transaction(
    transaction_id: TransactionNumber,
    now: Now,
    trail: Audited,
    patient: Patient,
    response: Response,
) -> CommandView:
    """Ask the charger to end a running transaction.

    200 with the outcome; 202 when the charger has not answered yet.
    """
    number = TransactionId(transaction_id)
    entry = trail.entry("transaction.stop-requested", f"transaction#{transaction_id}")
    command = sessions.stop_transaction(number, trail.actor.user_id, now, entry)
    return await_outcome(command, patient, response)


@router.post(
    "/{transaction_id}/resolve",
    responses=responses(404, 409, 429),
    dependencies=[paced_money],
)
def resolve_transaction(
    transaction_id: TransactionNumber, body: Resolution, now: Now, trail: Audited
) -> TransactionDetail:
    """Decide about a transaction that waits for somebody, or correct one that was billed.

    `bill` and `correct` are for HELD ones, `correct` also for COMPLETED and BILLING_FAILED ones,
    `assign` is for UNBILLED ones, `cancel` for all that were never billed. Readings never change,
    nor does the tariff that one began under. What comes later is looked at again.
    """
    number = TransactionId(transaction_id)
    audit = _decided(transactions.get(number), body, trail)
    made = Decision(number, trail.actor.user_id, body.reason, now, audit)
    return detail(_resolve(made, body), now)


@router.post(
    "/{transaction_id}/refund",
    status_code=201,
    responses=responses(404, 409, 429),
    dependencies=[paced_money],
)
def refund_transaction(
    transaction_id: TransactionNumber,
    body: RefundRequest,
    idempotency_key: IdempotencyKey,
    now: Now,
    trail: Audited,
) -> LedgerEntryView:
    """Give back what was charged, in full or in part, once per Idempotency-Key."""
    amount = None if body.amount_minor is None else Minor(body.amount_minor)
    subject = f"transaction#{transaction_id}"
    wish = Refund(
        TransactionId(transaction_id),
        amount,
        body.reason,
        idempotency_key,
        trail.actor.user_id,
        money_audit(trail, "transaction.refunded", subject),
    )
    return wallet_view.show_entry(billing.refund(wish, now))


@router.post("/retry-billing", responses=responses(429), dependencies=[paced_bulk])
def retry_many(body: BulkRetry, now: Now, trail: Audited) -> list[RetryOutcome]:
    """Bill many transactions again whose bills failed; one outcome each."""
    numbers = [TransactionId(number) for number in body.transaction_ids]
    if not numbers:
        numbers = [one.transaction_id for one in worth_another_attempt(RETRIED_AT_ONCE)]
    trail.note("transaction.billing-retried", "transactions", None, {"transactions": numbers})
    return [_retry(number, now) for number in numbers]


@router.get("/{transaction_id}/receipt", responses=responses(404, 409))
def read_receipt(transaction_id: TransactionNumber) -> ReceiptView:
    """What was charged and why, with readings, entries and timeline."""
    return receipt_view.show(receipts.of(TransactionId(transaction_id)))


@router.get(
    "/{transaction_id}/receipt.html", response_class=HTMLResponse, responses=responses(404, 409)
)
def read_receipt_page(transaction_id: TransactionNumber) -> HTMLResponse:
    """The receipt as a page to print."""
    return receipt_page.page(receipt_view.show(receipts.of(TransactionId(transaction_id))))


def _resolve(made: Decision, body: Resolution) -> Transaction:
    match body.action:
        case Action.BILL:
            return resolving.bill_as_it_is(made)
        case Action.CANCEL:
            return resolving.cancel(made)
        case Action.CORRECT:
            if body.energy_wh is None:
                raise Invalid("A correction says for how much energy.", "body.energy_wh")
            return resolving.set_energy(made, Wh(body.energy_wh))
        case Action.ASSIGN:
            if body.user_id is None:
                raise Invalid("Somebody has to pay.", "body.user_id")
            tariff_id = None if body.tariff_id is None else TariffId(body.tariff_id)
            return resolving.assign(made, UserId(body.user_id), tariff_id)


def _retry(transaction_id: TransactionId, now: datetime) -> RetryOutcome:
    try:
        before = transactions.get(transaction_id)
        if not awaits_billing(before):
            error = f"a {before.state} transaction has no bill to try again"
            return RetryOutcome(transaction_id=transaction_id, state=before.state, error=error)
        after = ends.settle(before, now)
    except CsmsError as failed:
        return RetryOutcome(transaction_id=transaction_id, state=None, error=failed.message)
    return RetryOutcome(transaction_id=transaction_id, state=after.state, error=after.last_error)


def _decided(before: Transaction, body: Resolution, trail: Trail) -> Audit[Transaction]:
    decision = body.model_dump(mode="json", exclude_none=True)
    return lambda after: trail.entry(
        f"transaction.resolved-{body.action}",
        f"transaction#{after.transaction_id}",
        _facts(before),
        {**_facts(after), **decision},
    )


def _facts(transaction: Transaction) -> Mapping[str, object]:
    bill = transaction.bill
    return {
        "state": transaction.state,
        "payer_id": transaction.payer_id,
        "price_minor": None if bill is None else bill.price_minor,
    }
