"""What the chargers and tags of a log look like here: registered, known and able to pay.

A tag that was accepted then is known here, with a driver whose wallet is full; one that was
blocked or expired is so here; one that was only ever refused as unknown stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from csms.domain.charger import Charger, Credentials, Registration, SecurityProfile
from csms.domain.id_tag import LONGEST_TAG, IdTag
from csms.domain.ids import ChargerId, FoldedTag, Minor, StationId, UserId, Watt, fold_tag
from csms.domain.station import Station
from csms.domain.tariff import Tariff
from csms.ocpp16.identity import canonical
from csms.services import billing
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import station as stations
from simulators.replay.frames import connectors, tags_told
from simulators.replay.traffic import BadTraffic, Traffic

STATION: Final = StationId("replay")
FUNDS: Final = Minor(10**9)
ACTOR: Final = "replay"
REFUSED: Final = ("Blocked", "Expired", "Invalid")


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What a log does not tell. rated_power_w: of chargers that the log does not rate."""

    tariff: Tariff
    time_zone: str
    rated_power_w: int


def build(traffic: Traffic, assumed: Assumptions, now: datetime) -> dict[str, ChargerId]:
    """Register everything. Returns the chargers' ids by the log's names for them.

    Raises BadTraffic for a name that no charger can have.
    """
    billing.create_tariff(assumed.tariff)
    stations.create(
        Station(
            station_id=STATION,
            name="Replay",
            address="",
            time_zone=assumed.time_zone,
            latitude_e6=0,
            longitude_e6=0,
            tariff_id=assumed.tariff.tariff_id,
            minimum_balance_minor=Minor(0),
            created_at=now,
        )
    )
    # Chargers spell one tag in several ways.
    spellings: dict[FoldedTag, tuple[str, list[Mapping[str, Any]]]] = {}
    for tag, told in tags_told(traffic).items():
        spellings.setdefault(fold_tag(tag), (tag, []))[1].extend(told)
    for tag, told in spellings.values():
        _add_tag(tag, told, now)
    ids = _ids(traffic)
    for name, charger_id in ids.items():
        if chargers.find(charger_id) is None:
            _add_charger(traffic, name, charger_id, assumed, now)
    return ids


def _ids(traffic: Traffic) -> dict[str, ChargerId]:
    ids: dict[str, ChargerId] = {}
    for event in traffic.events:
        charger_id = ids.get(event.charger) or canonical(event.charger)
        if charger_id is None:
            raise BadTraffic([f"line {event.line}: charger: {event.charger!r} is no identity"])
        ids[event.charger] = charger_id
    return ids


def _add_charger(
    traffic: Traffic, name: str, charger_id: ChargerId, assumed: Assumptions, now: datetime
) -> None:
    named = (connectors(event) for event in traffic.events if event.charger == name)
    chargers.create(
        Charger(
            charger_id=charger_id,
            identity=name,
            name=name,
            station_id=STATION,
            registration=Registration.ACCEPTED,
            credentials=Credentials(SecurityProfile.BASIC, None),
            rated_power_w=Watt(traffic.rated_power_w.get(name, assumed.rated_power_w)),
            connector_count=max(1, *named),
            created_at=now,
        )
    )


def _add_tag(tag: str, told: Sequence[Mapping[str, Any]], now: datetime) -> None:
    statuses = [info.get("status") for info in told]
    refusals = [status for status in statuses if status in REFUSED]
    was_refused = bool(statuses) and len(refusals) == len(statuses)
    if len(tag) > LONGEST_TAG or (was_refused and "Invalid" in refusals):
        return
    folded = fold_tag(tag)
    payer = UserId(f"driver-{folded}")
    parents = [info["parentIdTag"] for info in told if isinstance(info.get("parentIdTag"), str)]
    tags.create(
        IdTag(
            folded,
            tag,
            payer,
            blocked=was_refused and "Blocked" in refusals,
            expires_at=now if was_refused and "Expired" in refusals else None,
            parent_id_tag=parents[-1] if parents else None,
        ),
        now,
    )
    billing.top_up(payer, FUNDS, ACTOR, ACTOR, None, now)
