"""Tariffs: what is allowed in one, and which one a transaction starts under."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from csms.domain.audit import Audit
from csms.domain.charger import Charger
from csms.domain.errors import ChangedMeanwhile, Invalid, Refused
from csms.domain.ids import TariffId
from csms.domain.money import MICRO, currency
from csms.domain.station import Station
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import MINUTES_OF_A_DAY, Window
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import station as stations
from csms.store import tariff as tariffs

LARGEST_RATE: Final = 1000 * MICRO
LARGEST_FEE: Final = 1_000_000
LONGEST_GRACE_S: Final = 7 * 86_400
MOST_WINDOWS: Final = 20
SETTLED: Final = timedelta(minutes=1)
"""Longer than a request may take to give a tariff to a station, and its index to know of it."""
MOST_NAMED: Final = 5
"""How many stations and chargers a refusal names."""


def tariff_for(charger: Charger, station: Station, at: datetime) -> Tariff | None:
    """The tariff of a start: the charger's own where it has one that is valid, else the station's.

    In the version that held at `at`, which may be long ago where a start is told late. None when
    neither names a tariff that is valid then; such a transaction is not billed.
    """
    for tariff_id in (charger.tariff_id, station.tariff_id):
        found = None if tariff_id is None else _valid(tariff_id, at)
        if found is not None:
            return found
    return None


def create_tariff(tariff: Tariff, audit: Audit[Tariff] | None = None) -> Tariff:
    """Store a new tariff as version 1. Raises Invalid with the field, Conflict for a taken id."""
    _check(tariff)
    first = replace(tariff, version=1)
    tariffs.create(first, None if audit is None else audit(first))
    return first


def revise_tariff(
    before: Tariff, wanted: Tariff, now: datetime, audit: Audit[Tariff] | None = None
) -> Tariff:
    """Store an edited tariff under the next version; running transactions keep theirs.

    wanted carries the version that was edited. Raises Invalid with the field, NotFound, Conflict
    when it was changed meanwhile; when it prices nothing any more by this, also as `end_tariff`.
    """
    _check(wanted)
    if before.version != wanted.version:
        raise ChangedMeanwhile("the tariff")
    revised = replace(wanted, version=before.version + 1)
    _store(before, revised, now, audit)
    return revised


def end_tariff(tariff: Tariff, now: datetime, audit: Audit[Tariff]) -> Tariff:
    """Let a tariff price nothing from now on; it stays readable for what it priced.

    One that is over already stays as it is. Raises Refused (`tariff_in_use`) with some of the
    stations and chargers whose prices it makes, Conflict when it was changed, or given to one,
    meanwhile.
    """
    if tariff.is_over_at(now):
        return tariff
    begins_later = tariff.valid_from is not None and tariff.valid_from >= now
    valid_from = None if begins_later else tariff.valid_from
    ended = replace(tariff, valid_from=valid_from, valid_to=now, version=tariff.version + 1)
    _store(tariff, ended, now, audit)
    return ended


def _store(before: Tariff, after: Tariff, now: datetime, audit: Audit[Tariff] | None) -> None:
    """Store a changed tariff; one that prices nothing any more by it must have no users.

    Who was given it in the last minute need not be in the indexes yet.
    """
    entry = None if audit is None else audit(after)
    if _goes_on(before, after, now):
        tariffs.replace(after, now, entry)
        return
    _check_unused(before)
    tariffs.end(after, now, now - SETTLED, entry)


def _goes_on(before: Tariff, after: Tariff, now: datetime) -> bool:
    """Whether a change takes no price from anybody now, nor one for good that begins later.

    An end that is still to come may be planned while a tariff is in use.
    """
    if before.is_valid_at(now):
        return after.is_valid_at(now)
    return before.is_over_at(now) or not after.is_over_at(now)


def _check_unused(tariff: Tariff) -> None:
    users = [f"station {name!r}" for name in stations.names_of_tariff(tariff.tariff_id, MOST_NAMED)]
    users += [
        f"charger {name!r}" for name in chargers.names_of_tariff(tariff.tariff_id, MOST_NAMED)
    ]
    if users:
        more = " and perhaps more" if len(users) >= MOST_NAMED else ""
        raise Refused(
            f"this tariff prices {', '.join(users[:MOST_NAMED])}{more}: give them another first",
            "tariff_in_use",
        )


def _valid(tariff_id: TariffId, at: datetime) -> Tariff | None:
    tariff = tariffs.find_at(tariff_id, at)
    return tariff if tariff is not None and tariff.is_valid_at(at) else None


def _check(tariff: Tariff) -> None:
    currency(tariff.currency)
    if tariff.currency != SETTINGS.currency:
        raise Invalid(f"The currency of this operator is {SETTINGS.currency}.", "currency")
    limits = {
        "energy_rate": (tariff.energy_rate, LARGEST_RATE),
        "session_fee_minor": (tariff.session_fee_minor, LARGEST_FEE),
        "tax_rate": (tariff.tax_rate, MICRO),
        "minute_rate": (tariff.minute_rate, LARGEST_RATE),
        "idle_rate": (tariff.idle_rate, LARGEST_RATE),
        "idle_grace_s": (tariff.idle_grace_s, LONGEST_GRACE_S),
        "minimum_minor": (tariff.minimum_minor, LARGEST_FEE),
        "maximum_minor": (tariff.maximum_minor or 0, LARGEST_FEE),
    }
    for field, (value, largest) in limits.items():
        if not 0 <= value <= largest:
            raise Invalid(f"{field} lies between 0 and {largest}.", field)
    if tariff.maximum_minor is not None and tariff.maximum_minor < tariff.minimum_minor:
        raise Invalid("The maximum is not below the minimum.", "maximum_minor")
    if len(tariff.windows) > MOST_WINDOWS:
        raise Invalid(f"A tariff has at most {MOST_WINDOWS} windows.", "windows")
    for window in tariff.windows:
        _check_window(window)
    ends_first = (
        tariff.valid_from is not None
        and tariff.valid_to is not None
        and tariff.valid_to <= tariff.valid_from
    )
    if ends_first:
        raise Invalid("A tariff ends after it begins.", "valid_to")


def _check_window(window: Window) -> None:
    days = set(window.weekdays)
    if not days or len(days) != len(window.weekdays) or not days <= set(range(7)):
        raise Invalid("A window has weekdays from 0 (Monday) to 6, each once.", "windows")
    begins, ends = window.begins_minute, window.ends_minute
    if not (0 <= begins < MINUTES_OF_A_DAY and 0 <= ends <= MINUTES_OF_A_DAY):
        raise Invalid("A window begins and ends within a day.", "windows")
    if not all(0 <= rate <= LARGEST_RATE for rate in (window.energy_rate, window.minute_rate)):
        raise Invalid(f"A rate lies between 0 and {LARGEST_RATE}.", "windows")
