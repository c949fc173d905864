"""Transactions as they are sent."""

import dataclasses
from datetime import datetime
from decimal import Decimal

from pydantic import BaseModel, Field

from csms.domain.pricing import Price
from csms.domain.reading import Reading
from csms.domain.transaction import TimelineEntry, Transaction
from csms.domain.transaction_summary import summary
from csms.services.accounts.names import PeopleNames
from csms.services.chargers.names import Names


class TransactionView(BaseModel):
    """A transaction in a list."""

    transaction_id: int
    state: str = Field(description="RUNNING, PENDING_RECONCILIATION, STOPPED, COMPLETED, …")
    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    connector_id: int
    station_id: str
    station_name: str | None = Field(description="null when it was deleted")
    id_tag: str
    payer_id: str | None
    session_id: str | None
    started_at: datetime = Field(description="by the charger's clock, where that can be right")
    stopped_at: datetime | None
    stop_reason: str | None
    energy_wh: int = Field(description="so far, while it is running")
    price_minor: int | None = Field(
        description="billed, else what it would cost; null in lists where time has a price"
    )
    currency: str | None
    reconciled: bool = Field(description="whether it was closed here, without the charger's word")
    reason: str | None = Field(description="why it is HELD or UNBILLED")


class PriceLineView(BaseModel):
    """One line of the price."""

    kind: str
    quantity: int
    unit: str
    rate_micro: int | None
    amount_minor: int
    name: str | None = Field(description="of the window of the tariff")


class PriceView(BaseModel):
    """How the price came about; the lines add up to the total."""

    currency: str
    lines: list[PriceLineView]
    net_minor: int
    tax_minor: int
    total_minor: int


class OperatorTransactionView(TransactionView):
    """A transaction in a list of operators."""

    payer_name: str | None = Field(description="null when nobody pays")


class TransactionDetail(OperatorTransactionView):
    """A transaction with everything that is kept of it."""

    meter_start_wh: int
    meter_stop_wh: int | None
    started_raw: str | None = Field(description="the time that the charger wrote")
    stopped_raw: str | None
    start_arrived_at: datetime
    stop_arrived_at: datetime | None
    stop_id_tag: str | None
    closed_by: str | None
    id_tag_status: str
    latest_reading_at: datetime | None
    latest_register_wh: int | None
    readings: int = Field(description="how many MeterValues requests were counted")
    reconcile_after: datetime | None
    reconcile_trigger: str | None
    tariff_id: str | None
    time_zone: str
    attempts: int
    last_error: str | None
    due_kind: str | None
    due_at: datetime | None
    billed_at: datetime | None
    price: PriceView | None
    version: int


class BillingFailureView(OperatorTransactionView):
    """A transaction whose bill failed. It is tried again by itself, later and later."""

    attempts: int
    last_error: str | None
    next_attempt_at: datetime | None


class SampleView(BaseModel):
    """One sampled value in its normal unit: Wh, W, A, V, percent."""

    measurand: str
    value: Decimal | None = Field(description="exact, as text")
    unit: str
    context: str
    phase: str | None
    location: str
    raw: str | None


class ReadingView(BaseModel):
    """All samples of one instant."""

    taken_at: datetime
    register_wh: int | None
    samples: list[SampleView]


class TimelineView(BaseModel):
    """One line of the timeline."""

    at: datetime
    arrived_at: datetime
    kind: str
    text: str
    message_ids: list[str]


class OperatorTimelineView(TimelineView):
    """One line of the timeline, with who decided it."""

    actor: str | None = Field(description="the operator; null where a rule or the charger did it")
    actor_name: str | None = Field(description="null where they were deleted")


def show(transaction: Transaction, names: Names, priced: Price | None = None) -> TransactionView:
    """A transaction in a list, or with its price so far."""
    return TransactionView.model_validate(_facts(transaction, names, priced))


def show_to_operator(
    transaction: Transaction, names: Names, people: PeopleNames, priced: Price | None = None
) -> OperatorTransactionView:
    """A transaction with the name of who pays, in a list, or with its price so far."""
    facts = _facts(transaction, names, priced)
    return OperatorTransactionView.model_validate(facts | _payer(transaction, people))


def show_billing_failure(
    transaction: Transaction, names: Names, people: PeopleNames
) -> BillingFailureView:
    """A transaction whose bill failed."""
    return BillingFailureView.model_validate(
        _facts(transaction, names)
        | _payer(transaction, people)
        | {
            "attempts": transaction.attempts,
            "last_error": transaction.last_error,
            "next_attempt_at": transaction.due_at,
        }
    )


def show_detail(
    transaction: Transaction, names: Names, people: PeopleNames, priced: Price | None
) -> TransactionDetail:
    """A transaction with everything. priced: so far, None without a tariff."""
    readings, bill, tariff = transaction.readings, transaction.bill, transaction.tariff
    shown = show_to_operator(transaction, names, people, priced)
    return TransactionDetail(
        **dict(shown),
        meter_start_wh=transaction.meter_start_wh,
        meter_stop_wh=transaction.meter_stop_wh,
        started_raw=transaction.started_raw,
        stopped_raw=transaction.stopped_raw,
        start_arrived_at=transaction.start_arrived_at,
        stop_arrived_at=transaction.stop_arrived_at,
        stop_id_tag=transaction.stop_id_tag,
        closed_by=transaction.closed_by,
        id_tag_status=transaction.id_tag_info.status,
        latest_reading_at=readings.latest_at,
        latest_register_wh=readings.latest_register_wh,
        readings=readings.count,
        reconcile_after=transaction.reconcile_after,
        reconcile_trigger=transaction.reconcile_trigger,
        tariff_id=tariff.tariff_id if tariff else None,
        time_zone=transaction.time_zone,
        attempts=transaction.attempts,
        last_error=transaction.last_error,
        due_kind=transaction.due_kind,
        due_at=transaction.due_at,
        billed_at=bill.billed_at if bill else None,
        price=show_price(priced) if priced else None,
        version=transaction.version,
    )


def _facts(
    transaction: Transaction, names: Names, priced: Price | None = None
) -> dict[str, object]:
    return {
        **dataclasses.asdict(summary(transaction, priced)),
        "charger_name": names.of_charger(transaction.charger_id),
        "station_name": names.of_station(transaction.station_id),
    }


def _payer(transaction: Transaction, people: PeopleNames) -> dict[str, object]:
    return {"payer_name": people.of(transaction.payer_id)}


def show_reading(reading: Reading) -> ReadingView:
    """A reading with its samples."""
    return ReadingView(
        taken_at=reading.taken_at,
        register_wh=reading.register_wh,
        samples=[
            SampleView(
                measurand=sample.measurand,
                value=sample.value,
                unit=sample.unit,
                context=sample.context,
                phase=sample.phase,
                location=sample.location,
                raw=sample.raw,
            )
            for sample in reading.samples
        ],
    )


def show_event(entry: TimelineEntry) -> TimelineView:
    """A line of the timeline."""
    return TimelineView(
        at=entry.at,
        arrived_at=entry.arrived_at,
        kind=entry.kind,
        text=entry.text,
        message_ids=list(entry.message_ids),
    )


def show_event_to_operator(entry: TimelineEntry, people: PeopleNames) -> OperatorTimelineView:
    """A line of the timeline, with who decided it."""
    told = dict(show_event(entry))
    return OperatorTimelineView(**told, actor=entry.actor, actor_name=people.of(entry.actor))


def show_price(priced: Price) -> PriceView:
    """A price with its lines."""
    return PriceView(
        currency=priced.currency,
        lines=[
            PriceLineView(
                kind=line.kind,
                quantity=line.quantity,
                unit=line.unit,
                rate_micro=line.rate_micro,
                amount_minor=line.amount_minor,
                name=line.name,
            )
            for line in priced.lines
        ],
        net_minor=priced.net_minor,
        tax_minor=priced.tax_minor,
        total_minor=priced.total_minor,
    )
