"""Amounts, rates and the rounding rule."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.errors import Invalid
from csms.domain.ids import Micro, Minor, Wh
from csms.domain.money import (
    currency,
    energy_cost,
    format_amount,
    format_rate,
    round_half_up,
    tax_on,
    tax_within,
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 10, 1), (4, 10, 0), (15, 10, 2), (25, 10, 3), (-5, 10, 0), (-6, 10, -1), (0, 7, 0)],
)
def test_a_half_is_rounded_up(numerator: int, denominator: int, rounded: int) -> None:
    assert round_half_up(numerator, denominator) == rounded


@given(st.integers(0, 10**18), st.integers(1, 10**12))
def test_rounding_agrees_with_decimal_arithmetic(numerator: int, denominator: int) -> None:
    exact = Decimal(numerator) / Decimal(denominator)
    # A quotient that decimal had to shorten is no witness for a half.
    if exact * denominator == numerator:
        assert round_half_up(numerator, denominator) == exact.quantize(Decimal(1), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("code", "energy_wh", "rate", "cost"),
    [
        ("EUR", 10_000, 385_000, 385),
        ("EUR", 1, 385_000, 0),
        ("EUR", 13, 385_000, 1),
        ("JPY", 10_000, 31_500_000, 315),
        ("KWD", 10_000, 25_050, 251),
    ],
)
def test_energy_is_priced_in_the_currencys_own_digits(
    code: str, energy_wh: int, rate: int, cost: int
) -> None:
    assert energy_cost(Wh(energy_wh), Micro(rate), currency(code)) == cost


@given(st.integers(0, 10**9), st.integers(0, 1_000_000))
def test_tax_within_undoes_tax_on(net_minor: int, tax_rate: int) -> None:
    tax = tax_on(Minor(net_minor), Micro(tax_rate))
    assert tax_within(Minor(net_minor + tax), Micro(tax_rate)) == pytest.approx(tax, abs=1)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XXX", "€"])
def test_what_is_no_currency_code_is_refused(code: str) -> None:
    with pytest.raises(Invalid):
        currency(code)


@pytest.mark.parametrize(
    ("amount", "code", "text"),
    [
        (1234, "EUR", "12.34 EUR"),
        (-5, "EUR", "-0.05 EUR"),
        (120, "JPY", "120 JPY"),
        (1250, "KWD", "1.250 KWD"),
        (0, "EUR", "0.00 EUR"),
    ],
)
def test_amounts_are_written_with_their_currencys_digits(amount: int, code: str, text: str) -> None:
    assert format_amount(Minor(amount), currency(code)) == text


@pytest.mark.parametrize(
    ("rate", "text"),
    [(385_000, "0.385"), (1_000_000, "1.00"), (5_000, "0.005"), (1, "0.000001"), (0, "0.00")],
)
def test_rates_are_written_exactly(rate: int, text: str) -> None:
    assert format_rate(Micro(rate)) == text
