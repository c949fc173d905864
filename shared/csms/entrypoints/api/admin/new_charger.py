"""Registering a charger: what every way to do it has in common, and what is shown of it once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import Request
from pydantic import BaseModel, Field

from csms.domain.audit import Audit
from csms.domain.charger import Charger, SecurityProfile
from csms.domain.errors import Invalid
from csms.domain.ids import ChargerId, ConnectorId, StationId, Watt
from csms.domain.station import Bucket
from csms.entrypoints.api.admin.pricing import choose_tariff
from csms.entrypoints.api.fields import Body, Key, Name
from csms.entrypoints.api.trail import Trail
from csms.entrypoints.api.views import charger as view
from csms.entrypoints.api.views.charger import ChargerView
from csms.services.chargers import passwords, registration
from csms.services.chargers.registration import RegisterCharger
from csms.settings import SETTINGS
from csms.store import connection as connections
from csms.store import station as stations

Power = Annotated[int, Field(ge=1, le=10_000_000, strict=True, description="bounds what it bills")]


class NewChargerFields(Body):
    """What an operator says of a new charger whose identity is known."""

    name: Name | None = Field(None, description="the identity, when left out")
    station_id: Key
    rated_power_w: Power
    connector_count: Annotated[int, Field(ge=1, le=50, strict=True)] = 1
    security_profile: Annotated[int, Field(ge=0, le=3, strict=True)] = 1
    tariff_id: Key | None = None
    pending: Annotated[bool, Field(strict=True, description="must be approved first")] = False


class PasswordView(BaseModel):
    """A password, shown this once: chargers take the text or its hex form."""

    text: str
    hex: str


class AccessView(BaseModel):
    """What to enter in the charger. The password is shown this once."""

    ocpp_url: str = Field(description="for chargers that do not add their identity themselves")
    identity: str
    password: PasswordView


class RegisteredCharger(BaseModel):
    """A new charger with what to enter in it."""

    charger: ChargerView
    access: AccessView


def registration_of(identity: str, body: NewChargerFields, now: datetime) -> RegisterCharger:
    """What a body says of a new charger. Raises Invalid for a station or tariff that is none."""
    check_station(body.station_id)
    return RegisterCharger(
        identity=identity,
        name=body.name or identity,
        station_id=StationId(body.station_id),
        rated_power_w=Watt(body.rated_power_w),
        connector_count=body.connector_count,
        security_profile=SecurityProfile(body.security_profile),
        tariff_id=choose_tariff(body.tariff_id, None, now),
        pending=body.pending,
    )


def register(
    wanted: RegisterCharger, request: Request, now: datetime, trail: Trail
) -> RegisteredCharger:
    """Register a charger and show it on the map. Raises Invalid, Conflict."""
    charger, password = registration.register(wanted, now, _registered(trail))
    put_on_map(charger, Bucket.UNKNOWN)
    shown = view.show(charger, connections.find(charger.charger_id), None)
    return RegisteredCharger(charger=shown, access=access(charger, password, request))


def check_station(station_id: str) -> None:
    """Raise Invalid for a station that is not there."""
    if stations.find(StationId(station_id)) is None:
        raise Invalid(f"there is no station {station_id!r}", "body.station_id")


def put_on_map(charger: Charger, bucket: Bucket) -> None:
    """Show all connectors of a charger so."""
    buckets = dict.fromkeys(connector_ids(charger), bucket)
    stations.set_buckets(charger.station_id, charger.charger_id, buckets)


def connector_ids(charger: Charger) -> Sequence[ConnectorId]:
    """The numbers of its connectors."""
    return [ConnectorId(number) for number in range(1, charger.connector_count + 1)]


def access(charger: Charger, password: str, request: Request) -> AccessView:
    """What to enter in a charger."""
    base = SETTINGS.charger_url.rstrip("/") or _own_address(request)
    return AccessView(
        ocpp_url=f"{base}/{quote(charger.identity, safe='')}",
        identity=charger.identity,
        password=PasswordView(text=password, hex=passwords.to_hex(password)),
    )


def _own_address(request: Request) -> str:
    scheme = "wss" if request.url.scheme == "https" else "ws"
    return f"{scheme}://{request.url.netloc}/ocpp"


def subject(charger_id: ChargerId) -> str:
    """What the trail calls a charger."""
    return f"charger#{charger_id}"


def facts(charger: Charger) -> Mapping[str, object]:
    """What the trail says of a charger."""
    return view.show(charger, None, None).model_dump(mode="json")


def _registered(trail: Trail) -> Audit[Charger]:
    return lambda charger: trail.entry(
        "charger.registered", subject(charger.charger_id), None, facts(charger)
    )
