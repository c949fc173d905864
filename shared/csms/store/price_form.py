"""Compact JSON forms of prices: tariffs with their windows, and bills with their lines."""

from collections.abc import Mapping, Sequence
from typing import Any

from csms.domain.ids import Micro, Minor, TariffId, Wh
from csms.domain.pricing import LineKind, PriceLine
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Window
from csms.domain.transaction import Bill
from csms.store.base import from_millis, to_millis
from csms.store.transaction_form import instant, millis, optional


def tariff_form(tariff: Tariff) -> Mapping[str, object]:
    """The snapshot of a tariff, as short as it can be told."""
    return {
        "id": tariff.tariff_id,
        "name": tariff.name,
        "cur": tariff.currency,
        "kwh": tariff.energy_rate,
        "fee": tariff.session_fee_minor,
        "tax": tariff.tax_rate,
        "net": None if tariff.tax_included else True,
        "zero": tariff.charge_zero_energy or None,
        "from": millis(tariff.valid_from),
        "to": millis(tariff.valid_to),
        "v": tariff.version,
        "min": tariff.minute_rate or None,
        "idle": tariff.idle_rate or None,
        "grace": tariff.idle_grace_s or None,
        "least": tariff.minimum_minor or None,
        "most": tariff.maximum_minor,
        "windows": windows_form(tariff.windows) or None,
    }


def tariff_from(form: Mapping[str, Any]) -> Tariff:
    """The tariff of its form."""
    return Tariff(
        tariff_id=TariffId(form["id"]),
        name=form["name"],
        currency=form["cur"],
        energy_rate=Micro(form["kwh"]),
        session_fee_minor=Minor(form["fee"]),
        tax_rate=Micro(form["tax"]),
        tax_included=not form.get("net", False),
        charge_zero_energy=form.get("zero", False),
        valid_from=instant(form, "from"),
        valid_to=instant(form, "to"),
        version=form["v"],
        minute_rate=Micro(form.get("min", 0)),
        idle_rate=Micro(form.get("idle", 0)),
        idle_grace_s=form.get("grace", 0),
        minimum_minor=Minor(form.get("least", 0)),
        maximum_minor=optional(form, "most", Minor),
        windows=windows_from(form.get("windows", ())),
    )


def windows_form(windows: Sequence[Window]) -> Sequence[Sequence[object]]:
    """The compact form of a tariff's windows."""
    return [
        [
            one.name,
            "".join(map(str, one.weekdays)),
            one.begins_minute,
            one.ends_minute,
            one.energy_rate,
            one.minute_rate,
        ]
        for one in windows
    ]


def windows_from(form: Sequence[Sequence[Any]]) -> tuple[Window, ...]:
    """The windows of their form."""
    return tuple(
        Window(name, tuple(map(int, days)), begins, ends, Micro(energy), Micro(minute))
        for name, days, begins, ends, energy, minute in form
    )


def bill_form(bill: Bill) -> Mapping[str, object]:
    """The compact form of a bill."""
    return {
        "price": bill.price_minor,
        "net": bill.net_minor,
        "tax": bill.tax_minor,
        "wh": bill.energy_wh,
        "cur": bill.currency,
        "used_at": millis(bill.used_latest_at),
        "used": bill.used_count,
        "hash": bill.used_hash,
        "at": to_millis(bill.billed_at),
        "invoice": bill.invoice_number,
        "lines": [_line_form(line) for line in bill.lines] or None,
        "rev": bill.revision or None,
    }


def bill_from(form: Mapping[str, Any]) -> Bill:
    """The bill of its form."""
    return Bill(
        price_minor=Minor(form["price"]),
        net_minor=Minor(form["net"]),
        tax_minor=Minor(form["tax"]),
        energy_wh=Wh(form["wh"]),
        currency=form["cur"],
        used_latest_at=instant(form, "used_at"),
        used_count=form["used"],
        used_hash=form["hash"],
        billed_at=from_millis(form["at"]),
        invoice_number=form.get("invoice"),
        lines=tuple(_line(line) for line in form.get("lines", ())),
        revision=form.get("rev", 0),
    )


def _line_form(line: PriceLine) -> Sequence[object]:
    return [
        line.kind.value,
        line.quantity,
        line.unit,
        line.rate_micro,
        line.amount_minor,
        line.name,
    ]


def _line(form: Sequence[Any]) -> PriceLine:
    kind, quantity, unit, rate, amount, name = form
    rate_micro = None if rate is None else Micro(rate)
    return PriceLine(LineKind(kind), quantity, unit, rate_micro, Minor(amount), name)
