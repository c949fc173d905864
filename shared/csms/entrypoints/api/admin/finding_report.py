"""What an operator sends to the vendor of a charger: how it deviates, with samples."""

from datetime import datetime
from typing import Final

from fastapi import APIRouter, Response

from csms.domain.charger import Charger
from csms.domain.charger_page import ChargerPage
from csms.domain.finding import Finding
from csms.entrypoints.api.charger_path import ChargerInPath
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.problems import responses
from csms.store import charger as chargers

router = APIRouter(prefix="/api/admin/chargers", tags=["chargers"])

HEAD: Final = (
    "| code | where | times | first seen | last seen | sample |\n|---|---|---|---|---|---|"
)
TEXT: Final = "text/markdown; charset=utf-8"


@router.get(
    "/{charger_id}/findings/report",
    response_class=Response,
    responses={200: {"content": {"text/markdown": {}}}, **responses(404)},
)
def report_findings(charger_id: ChargerInPath, now: Now) -> Response:
    """A report for the charger's vendor, in Markdown: the model, and every deviation counted."""
    return Response(_report(chargers.page(charger_id), now), media_type=TEXT)


def _report(page: ChargerPage, now: datetime) -> str:
    rows = [_row(one) for one in sorted(page.findings, key=lambda one: -one.count)]
    table = "\n".join([HEAD, *rows]) if rows else "None."
    return f"# OCPP 1.6 findings\n\n{_about(page.charger, now)}\n\n## Findings\n\n{table}\n"


def _about(charger: Charger, now: datetime) -> str:
    about = charger.about
    facts = {
        "Vendor": about.vendor,
        "Model": about.model,
        "Serial number": about.serial_number,
        "Firmware": about.firmware_version,
        "Meter": about.meter_type,
        "Reported": now.isoformat(timespec="seconds"),
    }
    return "\n".join(f"- {name}: {_cell(value or 'unknown')}" for name, value in facts.items())


def _row(finding: Finding) -> str:
    seen = [
        at.isoformat(timespec="seconds") for at in (finding.first_seen_at, finding.last_seen_at)
    ]
    cells = [finding.code, finding.where, str(finding.count), *seen, finding.sample]
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """What a charger sent, so that it stays in its cell and is no markup."""
    kept = "".join(c if c.isprintable() else " " for c in text)
    for mark in ("\\", "|", "<", "`", "[", "*", "_"):
        kept = kept.replace(mark, f"\\{mark}")
    return kept
