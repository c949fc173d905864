"""Prices: pure functions of energy and tariff."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.ids import Micro, Minor, TariffId, Wh
from csms.domain.pricing import Consumption, LineKind, Price, price
from csms.domain.tariff import Tariff


def tariff(
    energy_rate: int = 385_000,
    session_fee: int = 50,
    tax_rate: int = 190_000,
    currency: str = "EUR",
    *,
    tax_included: bool = True,
    charge_zero_energy: bool = False,
) -> Tariff:
    return Tariff(
        tariff_id=TariffId("t"),
        name="T",
        currency=currency,
        energy_rate=Micro(energy_rate),
        session_fee_minor=Minor(session_fee),
        tax_rate=Micro(tax_rate),
        tax_included=tax_included,
        charge_zero_energy=charge_zero_energy,
    )


tariffs = st.builds(
    tariff,
    energy_rate=st.integers(0, 5_000_000),
    session_fee=st.integers(0, 10_000),
    tax_rate=st.integers(0, 1_000_000),
    currency=st.sampled_from(["EUR", "JPY", "KWD", "CLF"]),
    tax_included=st.booleans(),
    charge_zero_energy=st.booleans(),
)
energies = st.integers(0, 1_000_000).map(Wh)


def amounts(priced: Price) -> list[tuple[str, int]]:
    return [(line.kind.value, line.amount_minor) for line in priced.lines]


def test_a_tariff_with_tax_included_shows_the_tax_it_contains() -> None:
    priced = price(Consumption(Wh(10_000)), tariff())
    assert amounts(priced) == [("energy", 385), ("session-fee", 50)]
    assert (priced.total_minor, priced.net_minor, priced.tax_minor) == (435, 366, 69)


def test_a_tariff_without_tax_has_it_as_a_line() -> None:
    priced = price(Consumption(Wh(10_000)), tariff(tax_included=False))
    assert amounts(priced) == [("energy", 385), ("session-fee", 50), ("tax", 83)]
    assert (priced.total_minor, priced.net_minor, priced.tax_minor) == (518, 435, 83)


def test_each_line_is_rounded_by_itself() -> None:
    priced = price(Consumption(Wh(13)), tariff(session_fee=1, tax_rate=500_000, tax_included=False))
    assert amounts(priced) == [("energy", 1), ("session-fee", 1), ("tax", 1)]


def test_no_energy_costs_nothing() -> None:
    priced = price(Consumption(Wh(0)), tariff())
    assert priced.lines == ()
    assert priced.total_minor == 0


def test_no_energy_costs_the_session_fee_where_the_tariff_says_so() -> None:
    priced = price(Consumption(Wh(0)), tariff(charge_zero_energy=True))
    assert amounts(priced) == [("session-fee", 50)]


def test_free_is_a_tariff() -> None:
    priced = price(Consumption(Wh(10_000)), tariff(energy_rate=0, session_fee=0, tax_rate=0))
    assert [line.kind for line in priced.lines] == [LineKind.ENERGY]
    assert priced.total_minor == 0


@given(energies, tariffs)
def test_lines_sum_to_the_total(energy_wh: Wh, of: Tariff) -> None:
    priced = price(Consumption(energy_wh), of)
    assert sum(line.amount_minor for line in priced.lines) == priced.total_minor
    assert priced.net_minor + priced.tax_minor == priced.total_minor


@given(energies, tariffs)
def test_nothing_on_a_bill_is_negative(energy_wh: Wh, of: Tariff) -> None:
    priced = price(Consumption(energy_wh), of)
    assert min(priced.net_minor, priced.tax_minor, priced.total_minor) >= 0
    assert all(line.amount_minor >= 0 for line in priced.lines)


@given(energies, energies, tariffs)
def test_more_energy_never_costs_less(one: Wh, other: Wh, of: Tariff) -> None:
    less, more = sorted((one, other))
    assert price(Consumption(less), of).total_minor <= price(Consumption(more), of).total_minor


@given(energies, st.integers(0, 100_000), tariffs)
def test_energy_costs_its_rate_to_within_half_a_minor_unit(
    energy_wh: Wh, extra: int, of: Tariff
) -> None:
    """A session cannot be made cheaper by more than one rounding per part when it is split."""
    whole = price(Consumption(Wh(energy_wh + extra)), tariff(of.energy_rate, 0, 0))
    parts = [price(Consumption(Wh(wh)), tariff(of.energy_rate, 0, 0)) for wh in (energy_wh, extra)]
    assert sum(part.total_minor for part in parts) == pytest.approx(whole.total_minor, abs=1)
