"""Receipts as pages: everything is there, nothing from elsewhere, every text is only text."""

import re
from datetime import datetime

from csms.entrypoints.api.receipt_page import MOST_READINGS, page, render
from csms.entrypoints.api.views.receipt import EntryView, ReceiptView, RegisterView
from csms.entrypoints.api.views.transaction import PriceLineView, PriceView, TimelineView

AT = datetime.fromisoformat("2026-03-01T13:00:00+01:00")
EVIL = "<script>alert('x')</script>\"&"


def line(kind: str, quantity: int, unit: str, rate: int | None, amount: int) -> PriceLineView:
    return PriceLineView(
        kind=kind, quantity=quantity, unit=unit, rate_micro=rate, amount_minor=amount, name=None
    )


def receipt(text: str = "Plain", readings: int = 1) -> ReceiptView:
    return ReceiptView(
        operator=text,
        invoice_number=7,
        billed_at=AT,
        transaction_id=3,
        charger_id="folded",
        charger_name=text,
        connector_id=1,
        station_name=text,
        station_address=text,
        time_zone="Europe/Berlin",
        tariff_name=text,
        tariff_version=2,
        started_at=AT,
        stopped_at=AT,
        meter_start_wh=1000,
        meter_stop_wh=11_000,
        energy_wh=10_000,
        price=PriceView(
            currency="EUR",
            lines=[
                line("energy", 10_000, "Wh", 400_000, 400),
                line("time", 90, "s", 20_000, 3),
                line("tax", 403, "minor", 190_000, 77),
            ],
            net_minor=403,
            tax_minor=77,
            total_minor=480,
        ),
        refunded_minor=100,
        total="4.80 EUR",
        readings=[RegisterView(at=AT, register_wh=2000 + one) for one in range(readings)],
        entries=[EntryView(kind="charge", at=AT, amount_minor=-480, note=text)],
        timeline=[TimelineView(at=AT, arrived_at=AT, kind="x", text=text, message_ids=[])],
    )


def test_it_says_what_was_charged_and_why() -> None:
    text = re.sub(r"<[^>]+>", " ", render(receipt()))
    for part in (
        "Invoice 7",
        "10.000 kWh",
        "0.40 per kWh",
        "1 min 30 s",
        "19.00 %",
        "4.80 EUR",
        "-1.00 EUR",
        "2026-03-01 13:00:00",
        "Europe/Berlin",
    ):
        assert part in text, part


def test_every_text_is_only_text() -> None:
    html = render(receipt(EVIL))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 6


def test_nothing_comes_from_elsewhere() -> None:
    answer = page(receipt())
    assert not re.search(r"(src|href)=|url\(|@import", bytes(answer.body).decode())
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_many_readings_are_thinned_and_it_says_so() -> None:
    html = render(receipt(readings=1000))
    assert f"{MOST_READINGS} of 1000 readings are shown" in html
