"""Everything a charger and its driver need in a running system, registered over its HTTP API."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from simulators.charge_point.bill import Tariff
from simulators.charge_point.operator_api import OperatorApi

_RATE_MICRO = 385_000
_SESSION_FEE_MINOR = 50

Narrator = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """What was registered for the session."""

    charger_id: str
    identity: str
    password: str
    tag: str
    user_id: str
    tariff: Tariff


async def register_place(
    api: OperatorApi,
    narrate: Narrator = lambda _line: None,
    *,
    top_up_minor: int = 5_000,
    pending: bool = False,
) -> Place:
    """A tariff, a station, a charger, a driver with a tag and money: all new.

    pending: the charger must be approved before it may charge.
    """
    name = f"SESSION-{uuid4().hex[:8].upper()}"
    user_id = await api.sign_in_driver(name.lower())
    currency = (await api.get(f"/api/admin/users/{user_id}/wallet"))["currency"]
    tariff = await api.post("/api/admin/tariffs", _tariff_fields(name))
    station = await api.post("/api/admin/stations", _station_fields(name, tariff["tariff_id"]))
    narrate(f"station {station['name']} with tariff {tariff['tariff_id']}")
    registered = await api.post(
        "/api/admin/chargers",
        {
            "identity": name,
            "station_id": station["station_id"],
            "rated_power_w": 22_000,
            "pending": pending,
        },
    )
    narrate(f"charger {name} registered; its password was shown once")
    await api.post("/api/admin/id-tags", {"id_tag": name, "user_id": user_id})
    await api.post(
        f"/api/admin/users/{user_id}/wallet/top-up",
        {"amount_minor": top_up_minor},
        key=f"{name}-top-up",
    )
    narrate(f"driver {user_id} with tag {name} and {top_up_minor} minor units")
    return Place(
        charger_id=registered["charger"]["charger_id"],
        identity=registered["access"]["identity"],
        password=registered["access"]["password"]["text"],
        tag=name,
        user_id=user_id,
        tariff=Tariff(_RATE_MICRO, _SESSION_FEE_MINOR, currency),
    )


def _tariff_fields(name: str) -> dict[str, object]:
    return {
        "name": name,
        "energy_rate_micro_per_kwh": _RATE_MICRO,
        "session_fee_minor": _SESSION_FEE_MINOR,
        "tax_rate_micro": 190_000,
        "tax_included": True,
    }


def _station_fields(name: str, tariff_id: str) -> dict[str, object]:
    return {
        "name": name,
        "address": "Charging Lane 1",
        "time_zone": "Europe/Berlin",
        "latitude": 52.52,
        "longitude": 13.405,
        "tariff_id": tariff_id,
        "minimum_balance_minor": 100,
    }
