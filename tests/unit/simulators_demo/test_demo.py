"""The demo: its content fits together, and its passwords are kept by nobody else."""

import stat
from pathlib import Path

from simulators.demo.content import DRIVERS, STATIONS, TARIFFS, UNKNOWN_CHARGER, UNKNOWN_TAG
from simulators.demo.passwords import Passwords

CHARGERS = [charger for station in STATIONS for charger in station.chargers]


def test_names_meet_only_what_they_mean() -> None:
    identities = [charger.identity.casefold() for charger in CHARGERS]
    tags = [tag.casefold() for driver in DRIVERS for tag in driver.tags]

    assert len(set(identities)) == len(identities)
    assert len(set(tags)) == len(tags)
    assert UNKNOWN_CHARGER.casefold() not in identities
    assert UNKNOWN_TAG.casefold() not in tags
    assert {station.tariff for station in STATIONS} == {tariff.name for tariff in TARIFFS}


def test_every_charger_has_a_driver_for_each_of_its_connectors() -> None:
    tags = sum(len(driver.tags) for driver in DRIVERS)

    assert tags // len(CHARGERS) >= max(charger.profile.connectors for charger in CHARGERS)


def test_tags_and_identities_fit_into_ocpp() -> None:
    assert all(len(tag) <= 20 for driver in DRIVERS for tag in driver.tags)
    assert all(len(charger.identity) <= 48 for charger in CHARGERS)


def test_a_password_is_found_in_the_next_run(tmp_path: Path) -> None:
    Passwords(tmp_path / "var").keep("A", "secret")
    Passwords(tmp_path / "var").keep("B", "other")

    assert Passwords(tmp_path / "var").find("A") == "secret"
    assert Passwords(tmp_path / "var").find("C") is None


def test_only_the_owner_reads_the_passwords(tmp_path: Path) -> None:
    Passwords(tmp_path).keep("A", "secret")

    (kept,) = tmp_path.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
