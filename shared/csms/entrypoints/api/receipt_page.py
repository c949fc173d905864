"""A receipt as a page that prints well: one file, nothing from elsewhere, every text escaped."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import Final

from fastapi.responses import HTMLResponse

from csms.domain.ids import Micro, Minor
from csms.domain.money import currency, format_amount, format_rate
from csms.entrypoints.api.views.receipt import ReceiptView
from csms.entrypoints.api.views.transaction import PriceLineView

MOST_READINGS: Final = 60
STYLE: Final = """
:root { color-scheme: light }
body { font: 14px/1.5 system-ui, sans-serif; color: #111; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 }
h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .2rem .5rem .2rem 0; vertical-align: top }
tr { border-bottom: 1px solid #ddd }
td.n, th.n { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums;
  white-space: nowrap }
tr.total td { font-weight: 700; border-top: 2px solid #111 }
p.small { color: #555; font-size: .85rem }
@page { margin: 18mm }
@media print {
  body { margin: 0; max-width: none }
  h2 { break-after: avoid }
  tr { break-inside: avoid }
}
"""
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"
)
NAMES: Final = {
    "energy": "Energy",
    "time": "Charging time",
    "idle": "Idle time",
    "session-fee": "Session fee",
    "minimum": "Up to the minimum charge",
    "maximum": "Beyond the maximum charge",
    "tax": "Tax",
}


def page(receipt: ReceiptView) -> HTMLResponse:
    """The answer with the page of a receipt."""
    return HTMLResponse(render(receipt), headers={"Content-Security-Policy": POLICY})


def render(receipt: ReceiptView) -> str:
    """The page of a receipt."""
    number = receipt.invoice_number or receipt.transaction_id
    kind = "Invoice" if receipt.invoice_number else "Receipt of transaction"
    title = escape(f"{kind} {number}")
    parts = [
        f"<h1>{title}</h1><p>{escape(receipt.operator)}</p>",
        _table(_facts(receipt)),
        f"<h2>What was charged</h2>{_price(receipt)}",
        f"<h2>Payments</h2>{_figures(_payments(receipt))}",
        f"<h2>Meter readings</h2>{_readings(receipt)}",
        "<h2>What happened</h2>",
        _table([(_time(event.at), event.text) for event in receipt.timeline]),
    ]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )


def _facts(receipt: ReceiptView) -> Sequence[tuple[str, str]]:
    place = ", ".join(filter(None, (receipt.station_name, receipt.station_address)))
    return [
        ("Transaction", str(receipt.transaction_id)),
        ("Billed", _time(receipt.billed_at)),
        ("Station", place),
        (
            "Charger",
            f"{receipt.charger_name or receipt.charger_id}, connector {receipt.connector_id}",
        ),
        ("Begin", _time(receipt.started_at)),
        ("End", _time(receipt.stopped_at)),
        ("Time zone", receipt.time_zone),
        ("Energy", _energy(receipt.energy_wh)),
        ("Tariff", f"{receipt.tariff_name}, version {receipt.tariff_version}"),
    ]


def _price(receipt: ReceiptView) -> str:
    rows = [
        _row(_name(line), _quantity(line), _rate(line), _money(receipt, line.amount_minor))
        for line in receipt.price.lines
    ]
    head = "<tr><th>Item</th><th>Quantity</th><th>Rate</th><th class=n>Amount</th></tr>"
    total = _row("Total", "", "", _money(receipt, receipt.price.total_minor), "total")
    tax = _row("of which tax", "", "", _money(receipt, receipt.price.tax_minor))
    net = _row("of which net", "", "", _money(receipt, receipt.price.net_minor))
    back = ""
    if receipt.refunded_minor:
        back = _row("Refunded", "", "", _money(receipt, -receipt.refunded_minor))
    return f"<table>{head}{''.join(rows)}{total}{net}{tax}{back}</table>"


def _payments(receipt: ReceiptView) -> Sequence[tuple[str, str]]:
    return [
        (
            ": ".join(filter(None, (f"{_time(entry.at)} {entry.kind}", entry.note))),
            _money(receipt, entry.amount_minor),
        )
        for entry in receipt.entries
    ]


def _readings(receipt: ReceiptView) -> str:
    shown = receipt.readings
    if len(shown) > MOST_READINGS:
        shown = [shown[place * len(shown) // MOST_READINGS] for place in range(MOST_READINGS)]
    rows = [
        ("Begin", _energy(receipt.meter_start_wh)),
        *((_time(one.at), _energy(one.register_wh)) for one in shown),
        ("End", _energy(receipt.meter_stop_wh)),
    ]
    note = f"{len(shown)} of {len(receipt.readings)} readings are shown."
    return f"{_figures(rows)}<p class=small>{note}</p>"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    body = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in rows
    )
    return f"<table>{body}</table>"


def _figures(rows: Iterable[tuple[str, str]]) -> str:
    body = "".join(
        f"<tr><td>{escape(name)}</td><td class=n>{escape(figure)}</td></tr>"
        for name, figure in rows
    )
    return f"<table>{body}</table>"


def _row(name: str, quantity: str, rate: str, amount: str, kind: str = "") -> str:
    cells = "".join(f"<td>{escape(text)}</td>" for text in (name, quantity, rate))
    return f'<tr class="{kind}">{cells}<td class=n>{escape(amount)}</td></tr>'


def _name(line: PriceLineView) -> str:
    name = NAMES.get(line.kind, line.kind)
    return f"{name} ({line.name})" if line.name else name


def _quantity(line: PriceLineView) -> str:
    match line.unit:
        case "Wh":
            return _energy(line.quantity)
        case "s":
            minutes, seconds = divmod(line.quantity, 60)
            return f"{minutes} min {seconds} s"
        case _:
            return ""


def _rate(line: PriceLineView) -> str:
    if line.rate_micro is None:
        return ""
    if line.kind == "tax":
        return f"{format_rate(Micro(line.rate_micro * 100))} %"
    return f"{format_rate(Micro(line.rate_micro))} per {'kWh' if line.unit == 'Wh' else 'min'}"


def _money(receipt: ReceiptView, amount_minor: int) -> str:
    return format_amount(Minor(amount_minor), currency(receipt.price.currency))


def _energy(wh: int | None) -> str:
    if wh is None:
        return "unknown"
    sign, (kwh, rest) = "-" if wh < 0 else "", divmod(abs(wh), 1000)
    return f"{sign}{kwh}.{rest:03d} kWh"


def _time(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%d %H:%M:%S %Z}"
