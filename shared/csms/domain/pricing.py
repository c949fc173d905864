"""What a transaction costs: a pure function of what was used and the tariff it started under."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from csms.domain.ids import Micro, Minor, Wh
from csms.domain.money import currency, duration_cost, energy_cost, tax_on, tax_within
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Window


class LineKind(StrEnum):
    """What a line of a bill is for. TAX is a line of its own only where rates exclude it.

    MINIMUM fills up to the least that is charged; MAXIMUM takes off what is beyond the most.
    """

    ENERGY = "energy"
    TIME = "time"
    IDLE = "idle"
    SESSION_FEE = "session-fee"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    TAX = "tax"


@dataclass(frozen=True, slots=True)
class Use:
    """What was used under one window of a tariff; under its own prices where that is None."""

    window: Window | None
    energy_wh: Wh
    charging_s: int = 0


@dataclass(frozen=True, slots=True)
class Consumption:
    """What was used, as far as a tariff asks.

    energy_wh, charging_s: under the tariff's own prices, not negative. in_windows: under its
    windows, each once. idle_s: how long the vehicle took nothing, grace included.
    """

    energy_wh: Wh
    charging_s: int = 0
    idle_s: int = 0
    in_windows: tuple[Use, ...] = ()

    @property
    def uses(self) -> tuple[Use, ...]:
        """All uses, the one under the tariff's own prices first."""
        return (Use(None, self.energy_wh, self.charging_s), *self.in_windows)


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line of a bill, rounded by itself.

    quantity, unit: what was counted (`Wh`, `s`, `session`, and an amount in `minor` for tax and
    bounds). rate_micro: per kWh for energy, per minute for time, of the taxed amount for tax, None
    where there is none. name: of the window whose price it has.
    """

    kind: LineKind
    quantity: int
    unit: str
    rate_micro: Micro | None
    amount_minor: Minor
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """A priced transaction. The lines sum to total_minor, and net_minor + tax_minor does too."""

    currency: str
    lines: tuple[PriceLine, ...]
    net_minor: Minor
    tax_minor: Minor
    total_minor: Minor


def price(consumption: Consumption, tariff: Tariff) -> Price:
    """Price what was used. Never negative, and never less for more energy or time in a window.

    A transaction without energy costs nothing, fees and time included, unless the tariff says so.
    """
    lines = list(_lines(consumption, tariff))
    subtotal = _sum(lines)
    if tariff.tax_included:
        tax = tax_within(subtotal, tariff.tax_rate)
        return Price(tariff.currency, tuple(lines), Minor(subtotal - tax), tax, subtotal)
    tax = tax_on(subtotal, tariff.tax_rate)
    if tax:
        lines.append(PriceLine(LineKind.TAX, subtotal, "minor", tariff.tax_rate, tax))
    return Price(tariff.currency, tuple(lines), subtotal, tax, Minor(subtotal + tax))


def price_at_most(energy_wh: Wh, duration_s: int, tariff: Tariff) -> Minor:
    """No less than what so much energy in such a time costs, whenever and in which states it was.

    All energy at the dearest price, all time counted as charging and as idling. duration_s: from
    start to end, rounded up.
    """
    dearest = replace(
        tariff,
        energy_rate=max((tariff.energy_rate, *(one.energy_rate for one in tariff.windows))),
        minute_rate=max((tariff.minute_rate, *(one.minute_rate for one in tariff.windows))),
        windows=(),
    )
    total = price(Consumption(energy_wh, duration_s, duration_s), dearest).total_minor
    # Each line of energy and of time may be rounded up by a half, where here two are rounded down;
    # and tax of at most as much comes on top.
    return Minor(total + 2 * (len(tariff.windows) + 2) + 1 if tariff.windows else total)


def _lines(consumption: Consumption, tariff: Tariff) -> Sequence[PriceLine]:
    has_energy = any(use.energy_wh for use in consumption.uses)
    if not has_energy and not tariff.charge_zero_energy:
        return ()
    lines = [
        *_energy_lines(consumption, tariff),
        *_time_lines(consumption, tariff),
        *_idle_lines(consumption, tariff),
        *_fee_lines(tariff),
    ]
    return [*lines, *_bound_lines(_sum(lines), tariff)]


def _energy_lines(consumption: Consumption, tariff: Tariff) -> Iterator[PriceLine]:
    money = currency(tariff.currency)
    for use in consumption.uses:
        if use.energy_wh:
            rate = use.window.energy_rate if use.window else tariff.energy_rate
            cost = energy_cost(use.energy_wh, rate, money)
            name = use.window.name if use.window else None
            yield PriceLine(LineKind.ENERGY, use.energy_wh, "Wh", rate, cost, name)


def _time_lines(consumption: Consumption, tariff: Tariff) -> Iterator[PriceLine]:
    money = currency(tariff.currency)
    for use in consumption.uses:
        rate = use.window.minute_rate if use.window else tariff.minute_rate
        if use.charging_s and rate:
            cost = duration_cost(use.charging_s, rate, money)
            name = use.window.name if use.window else None
            yield PriceLine(LineKind.TIME, use.charging_s, "s", rate, cost, name)


def _idle_lines(consumption: Consumption, tariff: Tariff) -> Iterator[PriceLine]:
    beyond_s = consumption.idle_s - tariff.idle_grace_s
    if tariff.idle_rate and beyond_s > 0:
        cost = duration_cost(beyond_s, tariff.idle_rate, currency(tariff.currency))
        yield PriceLine(LineKind.IDLE, beyond_s, "s", tariff.idle_rate, cost)


def _fee_lines(tariff: Tariff) -> Iterator[PriceLine]:
    if tariff.session_fee_minor:
        yield PriceLine(LineKind.SESSION_FEE, 1, "session", None, tariff.session_fee_minor)


def _bound_lines(subtotal: Minor, tariff: Tariff) -> Iterator[PriceLine]:
    most, least = tariff.maximum_minor, tariff.minimum_minor
    if subtotal < least:
        lacks = Minor(least - subtotal)
        yield PriceLine(LineKind.MINIMUM, subtotal, "minor", None, lacks)
    elif most is not None and subtotal > most:
        beyond = Minor(most - subtotal)
        yield PriceLine(LineKind.MAXIMUM, subtotal, "minor", None, beyond)


def _sum(lines: Sequence[PriceLine]) -> Minor:
    return Minor(sum(line.amount_minor for line in lines))
