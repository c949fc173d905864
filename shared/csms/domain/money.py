"""Amounts, currencies and the one rounding rule. Integers only: no floats touch money."""

from dataclasses import dataclass
from typing import Final

from csms.domain.errors import Invalid
from csms.domain.ids import Micro, Minor, Wh

MICRO: Final = 1_000_000
WH_PER_KWH: Final = 1000
SECONDS_PER_MINUTE: Final = 60

# ISO 4217, active codes, by the digits of their minor unit.
_DIGITS: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN "
        "BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP "
        "GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT "
        "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN "
        "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE "
        "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES "
        "WST XCD XCG YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_DIGITS_OF: Final = {code: digits for digits, codes in _DIGITS.items() for code in codes.split()}


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency. digits: how many its minor unit has (EUR 2, JPY 0, KWD 3)."""

    code: str
    digits: int


def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code in capitals. Raises Invalid for any other text."""
    digits = _DIGITS_OF.get(code)
    if digits is None:
        raise Invalid(f"{code!r} is not a currency code of ISO 4217", field="currency")
    return Currency(code, digits)


def round_half_up(numerator: int, denominator: int) -> int:
    """The whole number nearest to a fraction; a half goes up. denominator: positive.

    The only rounding of money. It is monotone: a larger fraction never rounds to less.
    """
    return (2 * numerator + denominator) // (2 * denominator)


def energy_cost(energy_wh: Wh, rate_micro_per_kwh: Micro, in_currency: Currency) -> Minor:
    """Price energy at one rate, rounded half up to a minor unit.

    energy_wh: not negative. rate: millionths of a major unit per kWh.
    Steps are rounded one by one, so that a receipt adds up as printed.
    """
    return Minor(
        round_half_up(energy_wh * rate_micro_per_kwh * 10**in_currency.digits, WH_PER_KWH * MICRO)
    )


def duration_cost(duration_s: int, rate_micro_per_minute: Micro, in_currency: Currency) -> Minor:
    """Price a time at one rate, rounded half up to a minor unit.

    duration_s: not negative. rate: millionths of a major unit per minute.
    """
    return Minor(
        round_half_up(
            duration_s * rate_micro_per_minute * 10**in_currency.digits, SECONDS_PER_MINUTE * MICRO
        )
    )


def tax_on(net_minor: Minor, tax_rate: Micro) -> Minor:
    """The tax that comes on top of a net amount. tax_rate: millionths (19 % is 190_000)."""
    return Minor(round_half_up(net_minor * tax_rate, MICRO))


def tax_within(gross_minor: Minor, tax_rate: Micro) -> Minor:
    """The tax that a gross amount contains. tax_rate: millionths of the net amount."""
    return Minor(round_half_up(gross_minor * tax_rate, MICRO + tax_rate))


def format_amount(amount_minor: Minor, in_currency: Currency) -> str:
    """An amount for people and receipts: `-0.05 EUR`, `120 JPY`, `1.250 KWD`."""
    sign = "-" if amount_minor < 0 else ""
    major, minor = divmod(abs(amount_minor), 10**in_currency.digits)
    fraction = f".{minor:0{in_currency.digits}d}" if in_currency.digits else ""
    return f"{sign}{major}{fraction} {in_currency.code}"


def format_rate(rate_micro: Micro) -> str:
    """A rate as an exact decimal with at least two places: `0.385`, `1.00`."""
    sign = "-" if rate_micro < 0 else ""
    major, micro = divmod(abs(rate_micro), MICRO)
    return f"{sign}{major}.{f'{micro:06d}'.rstrip('0').ljust(2, '0')}"
