"""The operators' application."""

from fastapi import Depends

from csms.entrypoints.api import health
from csms.entrypoints.api.access import operator
from csms.entrypoints.api.admin import (
    bulk_commands,
    card_refunds,
    charger_plans,
    charger_state,
    chargers,
    commands,
    configuration,
    configuration_templates,
    exports,
    finding_report,
    id_tags,
    legacy,
    oversight,
    preview,
    reports,
    security,
    settlement,
    stations,
    tariffs,
    transactions,
    unknown,
    users,
)
from csms.entrypoints.api.application import new_application
from csms.entrypoints.api.problems import responses

DESCRIPTION = """Stations, chargers, transactions and money, for operators.

Every route but `/health` needs a bearer token whose role is ADMIN. Lists come in pages: pass
`next_cursor` as `cursor`. Errors are problem documents (RFC 9457) with a `request_id`. Amounts are
whole minor units, energy is in watt-hours, times are UTC.
"""

app = new_application("Charging: operators", DESCRIPTION, [health.router])
for area in (
    stations,
    chargers,
    charger_state,
    finding_report,
    charger_plans,
    configuration,
    configuration_templates,
    commands,
    bulk_commands,
    security,
    unknown,
    transactions,
    settlement,
    tariffs,
    preview,
    id_tags,
    users,
    card_refunds,
    reports,
    exports,
    legacy,
    oversight,
):
    app.include_router(area.router, dependencies=[Depends(operator)], responses=responses(401, 403))
