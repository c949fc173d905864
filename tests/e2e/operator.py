"""An operator of the running system: registers what a charging session needs, reads the books."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from tests.e2e.system import System, wait_until

RATE_MICRO_PER_KWH = 400_000
FEE_MINOR = 100
TOP_UP_MINOR = 5_000
BILLED_S = 20.0


@dataclass(frozen=True, slots=True)
class Place:
    """A charger with its secret, and a driver with a tag and 50.00 in the wallet."""

    charger_id: str
    identity: str
    password: str
    tag: str
    user_id: str


class Operator:
    """The HTTP API with an operator's token."""

    def __init__(self, system: System) -> None:
        self._system = system

    def ask(self, method: str, path: str, body: object = None, **query: str) -> Any:
        """One request; AssertionError when it is refused."""
        response = self.request(method, path, body, **query)
        assert response.is_success, f"{method} {path}: {response.status_code} {response.text}"
        return response.json() if response.content else None

    def request(self, method: str, path: str, body: object = None, **query: str) -> httpx.Response:
        """One request, whatever its answer is."""
        headers = {"Authorization": f"Bearer {self._system.token('admin')}"}
        if path.endswith("/top-up"):
            headers["Idempotency-Key"] = uuid4().hex
        url = self._system.base_url + path
        return httpx.request(method, url, json=body, params=query, headers=headers, timeout=30)

    def register(self) -> Place:
        """A station with a tariff, a charger, and a driver, all new."""
        name = f"E2E-{uuid4().hex[:8].upper()}"
        driver = {"Authorization": f"Bearer {self._system.token('user', name.lower())}"}
        profile = httpx.get(f"{self._system.base_url}/auth/profile", headers=driver, timeout=30)
        user_id = profile.json()["user_id"]
        tariff = self.ask(
            "POST",
            "/api/admin/tariffs",
            {
                "name": name,
                "energy_rate_micro_per_kwh": RATE_MICRO_PER_KWH,
                "session_fee_minor": FEE_MINOR,
                "tax_rate_micro": 190_000,
                "tax_included": True,
            },
        )
        station = self.ask(
            "POST",
            "/api/admin/stations",
            {
                "name": name,
                "address": "Charging Lane 1",
                "time_zone": "Europe/Berlin",
                "latitude": 52.52,
                "longitude": 13.405,
                "tariff_id": tariff["tariff_id"],
                "minimum_balance_minor": 100,
            },
        )
        charger = self.ask(
            "POST",
            "/api/admin/chargers",
            {"identity": name, "station_id": station["station_id"], "rated_power_w": 22_000},
        )
        self.ask("POST", "/api/admin/id-tags", {"id_tag": name, "user_id": user_id})
        wallet = f"/api/admin/users/{user_id}/wallet"
        self.ask("POST", f"{wallet}/top-up", {"amount_minor": TOP_UP_MINOR})
        return Place(
            charger["charger"]["charger_id"],
            name,
            charger["access"]["password"]["text"],
            name,
            user_id,
        )

    def transactions(self, place: Place) -> list[dict[str, Any]]:
        """All transactions of the charger."""
        page = self.ask("GET", "/api/admin/transactions", charger_id=place.charger_id)
        items: list[dict[str, Any]] = page["items"]
        return items

    def only_transaction(self, place: Place) -> dict[str, Any]:
        """The one transaction of the charger."""
        (transaction,) = self.transactions(place)
        return transaction

    def wait_for_state(self, place: Place, state: str) -> dict[str, Any]:
        """The one transaction of the charger, once it has the state."""
        wait_until(lambda: self.only_transaction(place)["state"] == state, BILLED_S)
        return self.only_transaction(place)

    def balance_minor(self, place: Place) -> int:
        """What the driver has."""
        return int(self.ask("GET", f"/api/admin/users/{place.user_id}/wallet")["balance_minor"])

    def charges_minor(self, place: Place) -> list[int]:
        """Every charge in the driver's ledger."""
        ledger = self.ask("GET", f"/api/admin/users/{place.user_id}/wallet/ledger")
        return [entry["amount_minor"] for entry in ledger["items"] if entry["kind"] == "charge"]


def price_minor(energy_wh: int) -> int:
    """What the tariff of `register` makes of it, for energies that give whole minor units."""
    return FEE_MINOR + energy_wh * RATE_MICRO_PER_KWH // 10_000_000
