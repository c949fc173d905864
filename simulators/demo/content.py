"""What the demo shows: four stations in four cities, ten chargers, twelve drivers."""

from dataclasses import dataclass
from typing import Final

from simulators.charge_point.fleet import Habits
from simulators.charge_point.profile import Profile


@dataclass(frozen=True, slots=True)
class DemoTariff:
    """Prices. energy_rate: millionths of a euro per kWh."""

    name: str
    energy_rate: int
    session_fee_minor: int
    tax_rate: int


@dataclass(frozen=True, slots=True)
class DemoCharger:
    """A charger as it is registered, and as it is simulated."""

    identity: str
    name: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class DemoStation:
    """A site with its chargers; `tariff` is a tariff's name."""

    name: str
    address: str
    time_zone: str
    latitude: float
    longitude: float
    tariff: str
    chargers: tuple[DemoCharger, ...]


@dataclass(frozen=True, slots=True)
class DemoDriver:
    """Somebody who charges, and their tags."""

    subject: str
    name: str
    tags: tuple[str, ...]


AC: Final = "AC"
DC: Final = "Fast"

TARIFFS: Final = (
    DemoTariff("City AC", 490_000, 0, 190_000),
    DemoTariff("Motorway fast", 690_000, 100, 190_000),
    DemoTariff("Rotterdam", 420_000, 35, 210_000),
    DemoTariff("Lyon", 450_000, 50, 200_000),
)


def _ac(identity: str, name: str, serial: str, *, power_w: int = 22_000) -> DemoCharger:
    profile = Profile(
        vendor="Nordlicht",
        model="Duo 22",
        serial=serial,
        firmware_version="4.2.1",
        connectors=2,
        rated_power_w=power_w,
        meter_start_wh=1_204_300,
    )
    return DemoCharger(identity, name, profile)


def _dc(identity: str, name: str, serial: str) -> DemoCharger:
    profile = Profile(
        vendor="Voltastic",
        model="HPC 150",
        serial=serial,
        firmware_version="2.9.0",
        connectors=2,
        rated_power_w=150_000,
        fixed_cable=True,
        meter_start_wh=48_711_050,
    )
    return DemoCharger(identity, name, profile)


STATIONS: Final = (
    DemoStation(
        "Berlin Hauptbahnhof",
        "Europaplatz 1, 10557 Berlin",
        "Europe/Berlin",
        52.5251,
        13.3694,
        "City AC",
        (
            _ac("BER-HBF-01", "Hauptbahnhof 1", "NL-220-4711"),
            _ac("BER-HBF-02", "Hauptbahnhof 2", "NL-220-4712"),
            _ac("BER-HBF-03", "Hauptbahnhof 3", "NL-110-0815", power_w=11_000),
        ),
    ),
    DemoStation(
        "Rotterdam Coolsingel",
        "Coolsingel 40, 3011 AD Rotterdam",
        "Europe/Amsterdam",
        51.9225,
        4.4792,
        "Rotterdam",
        (
            _ac("RDAM 123", "Coolsingel A", "NL-220-5001"),
            _ac("RDAM 124", "Coolsingel B", "NL-220-5002"),
        ),
    ),
    DemoStation(
        "Lyon Part-Dieu",
        "5 place Charles Béraudier, 69003 Lyon",
        "Europe/Paris",
        45.7605,
        4.8597,
        "Lyon",
        (
            _ac("FR*LYO*E01", "Part-Dieu 1", "NL-220-6001"),
            _ac("FR*LYO*E02", "Part-Dieu 2", "NL-220-6002"),
        ),
    ),
    DemoStation(
        "Raststätte Irschenberg",
        "A8, 83737 Irschenberg",
        "Europe/Berlin",
        47.8302,
        11.9093,
        "Motorway fast",
        (
            _dc("A8-IRS-HPC1", "Schnelllader 1", "VT-150-0101"),
            _dc("A8-IRS-HPC2", "Schnelllader 2", "VT-150-0102"),
            _dc("A8-IRS-HPC3", "Schnelllader 3", "VT-150-0103"),
        ),
    ),
)

DRIVERS: Final = tuple(
    DemoDriver(f"driver-{number}", name, (f"DEMO{number:02d}CARD", f"DEMO{number:02d}FOB"))
    for number, name in enumerate(
        (
            "Dora Driver",
            "Emil Driver",
            "Finn Driver",
            "Greta Lindqvist",
            "Hamid Rahimi",
            "Ines Carvalho",
            "Jonas Weber",
            "Klara Novák",
            "Luca Moretti",
            "Maud de Vries",
            "Noor Hassan",
            "Oskar Zieliński",
        ),
        start=1,
    )
)

UNKNOWN_CHARGER: Final = "HAMBURG-NEU-7"
"""Knocks, and is for the operator to register."""
UNKNOWN_TAG: Final = "04E1A2B3C4D580"
"""Is shown at one charger from time to time, and belongs to nobody."""

HABITS: Final = Habits(first_arrival_s=(1, 45), rest_s=(60, 900), stay_s=(180, 2400))
