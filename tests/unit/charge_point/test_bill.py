"""The price as a session computes it once more."""

import pytest

from simulators.charge_point.bill import Tariff, price_minor


@pytest.mark.parametrize(
    ("energy_wh", "rate", "fee", "currency", "price"),
    [
        (11_000, 385_000, 50, "EUR", 474),  # 423.5 is rounded up
        (10_999, 385_000, 50, "EUR", 473),
        (11_000, 385_000, 50, "JPY", 54),
        (11_000, 385_000, 50, "KWD", 4285),
        (0, 385_000, 50, "EUR", 0),
        (1, 1, 0, "EUR", 0),
    ],
)
def test_lines_are_rounded_half_up_one_by_one(
    energy_wh: int, rate: int, fee: int, currency: str, price: int
) -> None:
    assert price_minor(energy_wh, Tariff(rate, fee, currency)) == price
