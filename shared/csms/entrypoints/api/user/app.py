"""The drivers' application."""

from csms.entrypoints.api import health
from csms.entrypoints.api.application import new_application
from csms.entrypoints.api.areas import Area
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.user import cards, places, profile, receipts, sessions, webhooks

DESCRIPTION = """Where to charge, charging, and what it cost, for drivers.

Stations and connectors are readable by anyone; everything else needs a bearer token, and shows a
person their own things only. Lists come in pages: pass `next_cursor` as `cursor`. Errors are
problem documents (RFC 9457) with a `request_id`. Amounts are whole minor units, energy is in
watt-hours, times are UTC.
"""

app = new_application("Charging: drivers", DESCRIPTION, [health.router])
PUBLIC = (
    Area(places, ["/api/stations", "/api/chargers"]),
    Area(webhooks, ["/webhooks/clerk"]),
    Area(cards, ["/webhooks/stripe"], "webhook_router"),
)
PERSONAL = (
    Area(profile, ["/auth/profile", "/users"]),
    Area(receipts, ["/users/{}/transactions"]),
    Area(cards, ["/users/{}/wallet"]),
    Area(sessions, ["/users/{}/charging-sessions"]),
)
for area in PUBLIC:
    app.add_area(area)
for area in PERSONAL:
    app.add_area(area, responses=responses(401, 403))
