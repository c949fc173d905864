"""Every route of both applications, with a good request and what it is answered with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.integration.api.world import KEY, World, firmware, station, tariff, template

A = "/api/admin"
C = "/api/admin/chargers/{charger_id}"
U = "/api/admin/users/{user_id}"
T = "/api/admin/transactions/{transaction_id}"
ME = "/users/{user_id}"
SESSION = "/users/{user_id}/charging-sessions"


@dataclass(frozen=True)
class Route:
    """A route with a good request.

    text: a table, instead of a body. status: for who may.
    other: for a signed-in person who is not the owner; None: as everyone.
    public: whether no token is needed.
    """

    method: str
    path: str
    status: int = 200
    body: Mapping[str, object] | None = None
    text: str | None = None
    query: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    other: int | None = None
    public: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def url(self, world: World) -> str:
        """The path in a world, as the gateway gives it."""
        names = {**vars(world), "charge_point_id": world.charger_id, "connector_id": 1}
        return self.path.format(
            **names, command_id="no-such-command", export_id="none", key="NoSuchKey", name="x"
        )


STATION = {**station(), "version": 1}
TARIFF = {**tariff(), "version": 1}
CHARGER = {"name": "A", "station_id": "{station_id}", "rated_power_w": 11_000, "version": 1}
COMMAND = {"action": "TriggerMessage", "payload": {"requestedMessage": "Heartbeat"}}
MONEY = {"amount_minor": 100, "note": "for a test"}
PREVIEW = {
    "begins_at": "2026-06-10T18:00:00+02:00",
    "energy_wh": 20_000,
    "charging_s": 10_800,
    "time_zone": "Europe/Berlin",
}
CARD = {"amount_minor": 1000}
REFUND = {"amount_minor": 100, "payment_id": "pi_1"}
NEW_KEY = {"Idempotency-Key": "key-2"}

ADMIN_ROUTES = (
    Route("GET", "/health", public=True),
    Route("GET", f"{A}/stations"),
    Route("POST", f"{A}/stations", 201, station()),
    Route("GET", f"{A}/stations/{{station_id}}"),
    Route("PUT", f"{A}/stations/{{station_id}}", 200, STATION),
    Route("DELETE", f"{A}/stations/{{station_id}}", 409),
    Route("GET", f"{A}/chargers"),
    Route(
        "POST",
        f"{A}/chargers",
        201,
        {"identity": "NEW", "station_id": "{station_id}", "rated_power_w": 1},
    ),
    Route("GET", C),
    Route("PUT", C, 200, CHARGER),
    Route("DELETE", C, 204),
    Route("POST", f"{C}/approve"),
    Route("POST", f"{C}/disable"),
    Route("POST", f"{C}/enable"),
    Route("POST", f"{C}/re-key"),
    Route("POST", f"{C}/rotate-key", 202),
    Route("GET", f"{C}/messages"),
    Route("GET", f"{C}/findings"),
    Route("GET", f"{C}/findings/report"),
    Route("GET", f"{A}/findings"),
    Route("GET", f"{C}/configuration"),
    Route("POST", f"{C}/configuration/re-apply", 202),
    Route("DELETE", f"{C}/configuration/{{key}}", 404),
    Route("GET", f"{A}/configuration-templates"),
    Route("POST", f"{A}/configuration-templates", 201, template()),
    Route("GET", f"{A}/configuration-templates/{{template_id}}"),
    Route("PUT", f"{A}/configuration-templates/{{template_id}}", 200, {**template(), "version": 1}),
    Route("POST", f"{A}/configuration-templates/{{template_id}}/apply", 202, {}),
    Route("GET", f"{A}/configuration-templates/{{template_id}}/chargers"),
    Route("DELETE", f"{A}/configuration-templates/{{template_id}}", 204, query={"version": 1}),
    Route("GET", f"{C}/firmware"),
    Route("GET", f"{C}/diagnostics"),
    Route("GET", f"{C}/diagnostics/{{command_id}}/{{name}}", 404),
    Route("GET", f"{A}/firmware"),
    Route("POST", f"{A}/firmware", 201, firmware()),
    Route("GET", f"{A}/firmware/{{firmware_id}}"),
    Route("POST", f"{A}/firmware/{{firmware_id}}/upload"),
    Route("GET", f"{A}/firmware/{{firmware_id}}/chargers"),
    Route("DELETE", f"{A}/firmware/{{firmware_id}}", 204),
    Route("POST", f"{C}/commands", 202, COMMAND),
    Route("GET", f"{C}/commands"),
    Route("GET", f"{C}/commands/{{command_id}}", 404),
    Route("POST", f"{C}/remote-start", 202, {"id_tag": "TAG", "connector_id": 1}),
    Route("POST", f"{C}/remote-stop", 409, {"transaction_id": 1}),
    Route(
        "POST", f"{C}/change-availability", 202, {"connector_id": 1, "availability": "Operative"}
    ),
    Route("POST", f"{A}/commands/bulk", 202, {**COMMAND, "charger_ids": ["{charger_id}"]}),
    Route("GET", f"{C}/reservations"),
    Route("GET", f"{C}/charging-profiles"),
    Route("GET", f"{C}/local-list"),
    Route("POST", f"{C}/local-list/send", 202, {}),
    Route("GET", f"{C}/security-events"),
    Route("GET", f"{C}/certificate-requests"),
    Route("GET", f"{A}/security-events"),
    Route("GET", f"{A}/unknown-chargers"),
    Route("DELETE", f"{A}/unknown-chargers/{{charger_id}}", 204),
    Route(
        "POST",
        f"{A}/unknown-chargers/{{charger_id}}/register",
        409,
        {"station_id": "{station_id}", "rated_power_w": 22_000},
    ),
    Route("GET", f"{A}/unknown-id-tags"),
    Route("POST", f"{A}/unknown-id-tags/{{id_tag}}/register", 409, {}),
    Route("DELETE", f"{A}/unknown-id-tags/{{id_tag}}", 204),
    Route("GET", f"{A}/transactions"),
    Route("GET", T),
    Route("GET", f"{T}/meter-values"),
    Route("GET", f"{T}/timeline"),
    Route("POST", f"{T}/retry-billing"),
    Route("POST", f"{T}/stop", 409),
    Route("POST", f"{T}/resolve", 409, {"action": "cancel", "reason": "a test"}),
    Route("POST", f"{T}/refund", 409, {"reason": "a test"}, headers=NEW_KEY),
    Route("GET", f"{T}/receipt", 409),
    Route("GET", f"{T}/receipt.html", 409),
    Route("POST", f"{A}/transactions/retry-billing", 200, {}),
    Route("GET", f"{A}/billing-failures"),
    Route("GET", f"{A}/tariffs"),
    Route("POST", f"{A}/tariffs", 201, tariff()),
    Route("GET", f"{A}/tariffs/{{tariff_id}}"),
    Route("PUT", f"{A}/tariffs/{{tariff_id}}", 200, TARIFF),
    Route("DELETE", f"{A}/tariffs/{{tariff_id}}", 409),
    Route("POST", f"{A}/tariffs/{{tariff_id}}/preview", 200, PREVIEW),
    Route("GET", f"{A}/id-tags"),
    Route("POST", f"{A}/id-tags", 201, {"id_tag": "NEW"}),
    Route("GET", f"{A}/id-tags/{{id_tag}}"),
    Route("PUT", f"{A}/id-tags/{{id_tag}}", 200, {"version": 1, "blocked": True}),
    Route("DELETE", f"{A}/id-tags/{{id_tag}}", 204),
    Route("POST", f"{A}/id-tags/import", text="id_tag\nNEW\n"),
    Route(
        "POST",
        f"{A}/chargers/import",
        text="identity,station_id,rated_power_w\nNEW,{station_id},1\n",
    ),
    Route("GET", f"{A}/users"),
    Route("GET", U),
    Route("POST", f"{U}/deactivate"),
    Route("POST", f"{U}/activate"),
    Route("GET", f"{U}/wallet"),
    Route("GET", f"{U}/wallet/ledger"),
    Route("POST", f"{U}/wallet/top-up", 201, MONEY, headers=NEW_KEY),
    Route("POST", f"{U}/wallet/adjust", 201, MONEY, headers=NEW_KEY),
    Route("GET", f"{U}/wallet/card-refunds"),
    Route("POST", f"{U}/wallet/card-refunds", 409, REFUND, headers=NEW_KEY),
    Route("GET", f"{A}/audit", query={"subject": "station#1"}),
    Route("GET", f"{A}/reviews", query={"kind": "orphan-stop"}),
    Route("GET", f"{A}/reports/summary"),
    Route("GET", f"{A}/reports/stations"),
    Route("GET", f"{A}/reports/stations/{{station_id}}"),
    Route("GET", f"{A}/reports/chargers/{{charger_id}}"),
    Route("GET", f"{A}/reports/users/{{user_id}}"),
    Route("GET", f"{A}/exports/transactions.csv"),
    Route("GET", f"{A}/exports/ledger.csv", query={"user_id": "{user_id}"}),
    Route("POST", f"{A}/exports", 202, {"kind": "ledger"}),
    Route("GET", f"{A}/exports"),
    Route("GET", f"{A}/exports/{{export_id}}", 404),
    Route("GET", "/api/charge-points"),
    Route("POST", "/api/charge-points/{charge_point_id}/request", 202, COMMAND),
    Route("GET", "/api/logs"),
    Route("GET", "/api/logs/{charge_point_id}"),
)

START = {"charger_id": "RDAM 123", "connector_id": 1}

USER_ROUTES = (
    Route("GET", "/health", public=True),
    Route("POST", "/webhooks/clerk", 404, {}, public=True),
    Route("POST", "/webhooks/stripe", 404, {}, public=True),
    Route("POST", f"{ME}/wallet/card-top-ups", 409, CARD, headers=NEW_KEY, other=404),
    Route("GET", "/api/stations", public=True),
    Route("GET", "/api/stations/{station_id}", public=True),
    Route("GET", "/api/chargers/{charger_id}/connectors/{connector_id}", public=True),
    Route("GET", "/auth/profile"),
    Route("GET", "/users"),
    Route("GET", ME, other=404),
    Route("GET", f"{ME}/transactions", other=404),
    Route("GET", f"{ME}/transactions/{{transaction_id}}/receipt", 409, other=404),
    Route("GET", f"{ME}/transactions/{{transaction_id}}/receipt.html", 409, other=404),
    Route("GET", f"{ME}/wallet", other=404),
    Route("GET", f"{ME}/wallet/ledger", other=404),
    Route("GET", f"{ME}/id-tags", other=404),
    Route("GET", SESSION, other=404),
    Route("POST", SESSION, 201, START, headers=KEY, other=404),
    Route("GET", f"{SESSION}/{{session_id}}", other=404),
    Route("POST", f"{SESSION}/{{session_id}}/stop", 409, other=404),
)
