"""Tariffs: what is refused when they are written, and which one a start gets."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from csms.domain.audit import AuditEntry
from csms.domain.charger import Charger, Credentials, Registration, SecurityProfile
from csms.domain.errors import Conflict, Invalid, NotFound, Refused
from csms.domain.ids import ChargerId, Micro, Minor, StationId, TariffId, Watt
from csms.domain.station import Station
from csms.domain.tariff import Tariff
from csms.entrypoints.api.admin.pricing import choose_tariff
from csms.services import billing
from csms.store import station as stations
from csms.store import tariff as tariffs
from tests import faults as fault
from tests.transactions import NOW, START, TARIFF

pytestmark = pytest.mark.usefixtures("tables")

OWN = replace(TARIFF, tariff_id=TariffId("own"), name="Own")


def station(tariff: Tariff | None = TARIFF) -> Station:
    return Station(
        station_id=StationId("station"),
        name="Station",
        address="Street 1",
        time_zone="Europe/Berlin",
        latitude_e6=0,
        longitude_e6=0,
        tariff_id=tariff.tariff_id if tariff else None,
        minimum_balance_minor=Minor(0),
        created_at=START,
    )


def charger(tariff: Tariff | None = None) -> Charger:
    return Charger(
        charger_id=ChargerId("cp1"),
        identity="CP1",
        name="CP1",
        station_id=StationId("station"),
        registration=Registration.ACCEPTED,
        credentials=Credentials(SecurityProfile.BASIC, None),
        rated_power_w=Watt(11_000),
        connector_count=1,
        created_at=START,
        tariff_id=tariff.tariff_id if tariff else None,
    )


def test_a_start_gets_the_stations_tariff_or_the_chargers_own() -> None:
    billing.create_tariff(TARIFF)
    billing.create_tariff(OWN)
    assert billing.tariff_for(charger(), station(), NOW) == TARIFF
    assert billing.tariff_for(charger(OWN), station(), NOW) == OWN
    assert billing.tariff_for(charger(OWN), station(None), NOW) == OWN
    assert billing.tariff_for(charger(), station(None), NOW) is None


def test_a_tariff_holds_from_its_beginning_until_just_before_its_end() -> None:
    limited = replace(TARIFF, valid_from=START, valid_to=NOW)
    billing.create_tariff(limited)
    before = START - timedelta(seconds=1)
    assert [
        billing.tariff_for(charger(), station(), at) == limited
        for at in (before, START, NOW - timedelta(seconds=1), NOW)
    ] == [False, True, True, False]


def test_a_charger_whose_own_tariff_has_ended_falls_back_to_its_station() -> None:
    billing.create_tariff(TARIFF)
    billing.create_tariff(replace(OWN, valid_to=START))
    assert billing.tariff_for(charger(OWN), station(), NOW) == TARIFF


def test_an_unknown_tariff_is_none() -> None:
    assert billing.tariff_for(charger(OWN), station(), NOW) is None


@pytest.mark.parametrize(
    ("tariff", "field"),
    [
        (replace(TARIFF, currency="USD"), "currency"),
        (replace(TARIFF, currency="euro"), "currency"),
        (replace(TARIFF, energy_rate=Micro(-1)), "energy_rate"),
        (replace(TARIFF, session_fee_minor=Minor(-1)), "session_fee_minor"),
        (replace(TARIFF, tax_rate=Micro(1_000_001)), "tax_rate"),
        (replace(TARIFF, valid_from=NOW, valid_to=START), "valid_to"),
    ],
)
def test_a_tariff_that_could_not_be_billed_is_refused(tariff: Tariff, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        billing.create_tariff(tariff)
    assert refused.value.field == field
    assert tariffs.find(tariff.tariff_id) is None


def test_an_edit_makes_a_new_version_and_loses_to_a_faster_one() -> None:
    billing.create_tariff(TARIFF)
    dearer = replace(TARIFF, energy_rate=Micro(500_000))
    assert billing.revise_tariff(TARIFF, dearer, NOW).version == 2
    for stale in (TARIFF, replace(dearer, version=2)):
        with pytest.raises(Conflict):
            billing.revise_tariff(stale, TARIFF, NOW)
    assert tariffs.get(TARIFF.tariff_id) == replace(dearer, version=2)
    with pytest.raises(Conflict):
        billing.create_tariff(TARIFF)
    with pytest.raises(NotFound):
        billing.revise_tariff(OWN, OWN, NOW)


def test_tariffs_are_listed_by_name() -> None:
    for name in ("b", "A", "c"):
        billing.create_tariff(replace(TARIFF, tariff_id=TariffId(f"id-{name}"), name=name))
    first = tariffs.list_by_name(None, 2)
    rest = tariffs.list_by_name(first.cursor, 2)
    assert [tariff.name for tariff in (*first.items, *rest.items)] == ["A", "b", "c"]


NO_ROWS = SimpleNamespace(status_code=200), {"Items": [], "Count": 0, "ScannedCount": 0}
"""What an index answers that does not know yet."""


def give() -> None:
    """Give the tariff to a new station, as the API does."""
    with suppress(Invalid):
        tariff_id = choose_tariff(TARIFF.tariff_id, None, NOW)
        stations.create(replace(station(), tariff_id=tariff_id))


def end() -> None:
    """End the tariff."""
    with suppress(Conflict, Refused):
        billing.end_tariff(tariffs.get(TARIFF.tariff_id), NOW, no_audit)


def edit_to_its_end() -> None:
    """Edit the tariff so that it has ended."""
    before = tariffs.get(TARIFF.tariff_id)
    with suppress(Conflict, Refused):
        billing.revise_tariff(before, replace(before, valid_to=NOW), NOW, no_audit)


def no_audit(tariff: Tariff) -> AuditEntry:
    return AuditEntry(f"tariff#{tariff.tariff_id}", NOW, "admin", "tariff.ended", "request")


@pytest.mark.parametrize("ending", [end, edit_to_its_end])
@pytest.mark.parametrize("order", fault.orders(2, 4))
def test_what_a_station_is_given_does_not_end_though_the_index_lags(
    order: str, ending: Callable[[], None]
) -> None:
    billing.create_tariff(TARIFF)
    with fault.refused("Query", NO_ROWS, times=2):
        fault.Turns(order).run({"a": give, "b": ending})
    given = stations.find(station().station_id)
    started = None if given is None else billing.tariff_for(charger(), given, NOW)
    assert (given is None) == (started is None)
    has_ended = tariffs.get(TARIFF.tariff_id).valid_to is not None
    assert has_ended == (given is None)


def test_a_tariff_that_was_given_away_just_now_does_not_end_even_after_an_edit() -> None:
    billing.create_tariff(TARIFF)
    tariffs.choose(TARIFF.tariff_id, NOW)
    dearer = billing.revise_tariff(TARIFF, replace(TARIFF, energy_rate=Micro(500_000)), NOW)
    with pytest.raises(Conflict, match="try again in a minute"):
        billing.end_tariff(dearer, NOW + timedelta(seconds=59), no_audit)
    later = NOW + timedelta(seconds=61)
    assert billing.end_tariff(dearer, later, no_audit).valid_to == later
    with pytest.raises(Refused, match="has ended"):
        tariffs.choose(TARIFF.tariff_id, later)
    with pytest.raises(NotFound):
        tariffs.choose(OWN.tariff_id, NOW)
