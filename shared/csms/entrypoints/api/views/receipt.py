"""Receipts as they are sent."""

from datetime import datetime

from pydantic import BaseModel, Field

from csms.domain.money import currency, format_amount
from csms.domain.plausibility import plausible_instant
from csms.domain.starting import shown_start
from csms.entrypoints.api.views import transaction as transaction_view
from csms.entrypoints.api.views.transaction import PriceView, TimelineView
from csms.services.billing.evidence import zone_of
from csms.services.charging.receipts import Receipt
from csms.settings import SETTINGS


class RegisterView(BaseModel):
    """The energy register at a time."""

    at: datetime
    register_wh: int


class EntryView(BaseModel):
    """One entry of the ledger that belongs to the transaction."""

    kind: str
    at: datetime
    amount_minor: int = Field(description="of the wallet: a charge is negative")
    note: str | None


class ReceiptView(BaseModel):
    """What was charged for a transaction, and why. Times carry the station's offset."""

    operator: str
    invoice_number: int | None = Field(description="given some minutes after the bill")
    billed_at: datetime
    transaction_id: int
    charger_id: str
    charger_name: str | None = Field(description="null when it was deleted")
    connector_id: int
    station_name: str | None
    station_address: str | None
    time_zone: str
    tariff_name: str
    tariff_version: int
    started_at: datetime
    stopped_at: datetime | None
    meter_start_wh: int
    meter_stop_wh: int | None
    energy_wh: int
    price: PriceView
    refunded_minor: int
    total: str = Field(description="for people, as 4.50 EUR")
    readings: list[RegisterView]
    entries: list[EntryView]
    timeline: list[TimelineView]


def show(receipt: Receipt) -> ReceiptView:
    """A receipt with all times in the station's zone."""
    transaction, bill = receipt.transaction, receipt.bill
    charger, station = receipt.charger, receipt.station
    zone = zone_of(transaction.time_zone)
    stopped_at, arrived_at = transaction.stopped_at, transaction.stop_arrived_at
    if stopped_at is not None:
        stopped_at = plausible_instant(stopped_at, arrived_at or stopped_at).astimezone(zone)
    tariff = transaction.tariff
    return ReceiptView(
        operator=SETTINGS.operator_name,
        invoice_number=bill.invoice_number,
        billed_at=bill.billed_at.astimezone(zone),
        transaction_id=transaction.transaction_id,
        charger_id=transaction.charger_id,
        charger_name=charger.name if charger else None,
        connector_id=transaction.connector_id,
        station_name=station.name if station else None,
        station_address=station.address if station else None,
        time_zone=transaction.time_zone,
        tariff_name=tariff.name if tariff else "",
        tariff_version=tariff.version if tariff else 0,
        started_at=shown_start(transaction).astimezone(zone),
        stopped_at=stopped_at,
        meter_start_wh=transaction.meter_start_wh,
        meter_stop_wh=transaction.meter_stop_wh,
        energy_wh=bill.energy_wh,
        price=transaction_view.show_price(receipt.price),
        refunded_minor=transaction.refunded_minor,
        total=format_amount(bill.price_minor, currency(bill.currency)),
        readings=[
            RegisterView(at=at.astimezone(zone), register_wh=wh) for at, wh in receipt.registers
        ],
        entries=[
            EntryView(
                kind=entry.kind,
                at=entry.at.astimezone(zone),
                amount_minor=entry.amount_minor,
                note=entry.note,
            )
            for entry in receipt.entries
        ],
        timeline=[_event(transaction_view.show_event(one), receipt) for one in receipt.timeline],
    )


def _event(event: TimelineView, receipt: Receipt) -> TimelineView:
    zone = zone_of(receipt.transaction.time_zone)
    return event.model_copy(
        update={"at": event.at.astimezone(zone), "arrived_at": event.arrived_at.astimezone(zone)}
    )
