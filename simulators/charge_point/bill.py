"""What a session must have cost: computed once more, from the readings and the tariff alone."""

from dataclasses import dataclass
from fractions import Fraction

_MICRO = 1_000_000
_WH_PER_KWH = 1000
_DIGITS = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "VND": 0, "KWD": 3, "BHD": 3, "TND": 3, "OMR": 3}


@dataclass(frozen=True, slots=True)
class Tariff:
    """Prices that contain their tax. rate: millionths of a major unit per kWh."""

    rate_micro_per_kwh: int
    session_fee_minor: int
    currency: str


def price_minor(energy_wh: int, tariff: Tariff) -> int:
    """The price in minor units; each line rounded half up. Nothing costs nothing."""
    if energy_wh == 0:
        return 0
    minor_per_major = 10 ** _DIGITS.get(tariff.currency, 2)
    rate = Fraction(tariff.rate_micro_per_kwh * minor_per_major, _MICRO)
    exact = Fraction(energy_wh, _WH_PER_KWH) * rate
    energy_minor = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return energy_minor + tariff.session_fee_minor
