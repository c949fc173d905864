"""The operators' application."""

from fastapi import Depends

from csms.entrypoints.api import health
from csms.entrypoints.api.access import operator
from csms.entrypoints.api.admin import (
    billing_failures,
    bulk_commands,
    card_refunds,
    charger_files,
    charger_plans,
    charger_state,
    chargers,
    commands,
    configuration,
    configuration_templates,
    exports,
    finding_report,
    findings,
    firmware,
    id_tags,
    imports,
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
from csms.entrypoints.api.areas import Area
from csms.entrypoints.api.problems import responses

DESCRIPTION = """Stations, chargers, transactions and money, for operators.

Every route but `/health` needs a bearer token whose role is ADMIN. Lists come in pages: pass
`next_cursor` as `cursor`. Errors are problem documents (RFC 9457) with a `request_id`. Amounts are
whole minor units, energy is in watt-hours, times are UTC.
"""

app = new_application("Charging: operators", DESCRIPTION, [health.router])


def _of_a_charger(*parts: str) -> list[str]:
    return [f"/api/admin/chargers/{{}}/{part}" for part in parts]


AREAS = (
    Area(stations, ["/api/admin/stations"]),
    Area(chargers, ["/api/admin/chargers"]),
    Area(charger_state, _of_a_charger("messages", "findings")),
    Area(finding_report, _of_a_charger("findings")),
    Area(findings, ["/api/admin/findings"]),
    Area(charger_files, _of_a_charger("firmware", "diagnostics")),
    Area(firmware, ["/api/admin/firmware"]),
    Area(
        charger_plans,
        _of_a_charger("reservations", "charging-profiles", "local-list"),
    ),
    Area(configuration, _of_a_charger("configuration")),
    Area(configuration_templates, ["/api/admin/configuration-templates"]),
    Area(
        commands,
        _of_a_charger("commands", "remote-start", "remote-stop", "change-availability"),
    ),
    Area(bulk_commands, ["/api/admin/commands/bulk"]),
    Area(
        security,
        ["/api/admin/security-events", *_of_a_charger("security-events", "certificate-requests")],
    ),
    Area(unknown, ["/api/admin/unknown-chargers", "/api/admin/unknown-id-tags"]),
    Area(transactions, ["/api/admin/transactions"]),
    Area(settlement, ["/api/admin/transactions/{}"]),
    Area(billing_failures, ["/api/admin/billing-failures"]),
    Area(tariffs, ["/api/admin/tariffs"]),
    Area(preview, ["/api/admin/tariffs/{}/preview"]),
    Area(id_tags, ["/api/admin/id-tags"]),
    Area(imports, ["/api/admin/id-tags/import", "/api/admin/chargers/import"]),
    Area(users, ["/api/admin/users"]),
    Area(card_refunds, ["/api/admin/users/{}/wallet/card-refunds"]),
    Area(reports, ["/api/admin/reports"]),
    Area(exports, ["/api/admin/exports"]),
    Area(legacy, ["/api/charge-points", "/api/logs"]),
    Area(oversight, ["/api/admin/audit", "/api/admin/reviews"]),
)
for area in AREAS:
    app.add_area(area, dependencies=[Depends(operator)], responses=responses(401, 403))
