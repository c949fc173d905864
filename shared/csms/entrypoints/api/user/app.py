"""The drivers' application."""

from csms.entrypoints.api import health
from csms.entrypoints.api.application import new_application
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.user import cards, places, profile, receipts, sessions, webhooks

DESCRIPTION = """Where to charge, charging, and what it cost, for drivers.

Stations and connectors are readable by anyone; everything else needs a bearer token, and shows a
person their own things only. Lists come in pages: pass `next_cursor` as `cursor`. Errors are
problem documents (RFC 9457) with a `request_id`. Amounts are whole minor units, energy is in
watt-hours, times are UTC.
"""

app = new_application(
    "Charging: drivers",
    DESCRIPTION,
    [health.router, places.router, webhooks.router, cards.webhook_router],
)
for area in (profile, receipts, cards, sessions):
    app.include_router(area.router, responses=responses(401, 403))
