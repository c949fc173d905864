"""How the chargers of the whole network deviate from the specification."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from csms.domain.charger import Charger
from csms.domain.finding import Finding
from csms.domain.ids import StationId
from csms.entrypoints.api import paging
from csms.entrypoints.api.fields import Key
from csms.entrypoints.api.paging import Cursor, PageView
from csms.entrypoints.api.views import charger as view
from csms.entrypoints.api.views.charger import FindingView
from csms.store import charger as chargers
from csms.store import finding as findings
from csms.store.cursor import Page

router = APIRouter(prefix="/api/admin/findings", tags=["chargers"])

MOST_CHARGERS: Final = 50
"""Each is read by itself."""


class ChargerFindings(BaseModel):
    """A charger that deviates, with what it says of itself."""

    charger_id: str
    name: str
    station_id: str
    vendor: str | None
    model: str | None
    firmware_version: str | None
    findings: list[FindingView] = Field(description="the latest first")


@dataclass(frozen=True, slots=True)
class _Deviating:
    charger: Charger
    findings: Sequence[Finding]


@router.get("")
def list_findings_of_chargers(
    station_id: Annotated[Key | None, Query(description="only of its chargers")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_CHARGERS, description="how many to look at")] = 25,
    cursor: Cursor = None,
) -> PageView[ChargerFindings]:
    """The findings of all chargers by name, or of those of a station.

    Chargers without a finding are left out: a page may be short, or empty, and have a
    `next_cursor`.
    """
    page = (
        chargers.list_by_name(cursor, limit)
        if station_id is None
        else chargers.list_by_station(StationId(station_id), cursor, limit)
    )
    looked = [_Deviating(one, findings.of_charger(one.charger_id)) for one in page.items]
    return paging.view(Page([one for one in looked if one.findings], page.cursor), _show)


def _show(one: _Deviating) -> ChargerFindings:
    charger, about = one.charger, one.charger.about
    latest = sorted(one.findings, key=lambda finding: finding.last_seen_at, reverse=True)
    return ChargerFindings(
        charger_id=charger.charger_id,
        name=charger.name,
        station_id=charger.station_id,
        vendor=about.vendor,
        model=about.model,
        firmware_version=about.firmware_version,
        findings=[view.show_finding(finding) for finding in latest],
    )
