"""How the chargers of the whole network deviate from the specification."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from csms.domain.charger import Charger
from csms.domain.errors import Invalid
from csms.domain.finding import Finding
from csms.domain.ids import StationId
from csms.entrypoints.api import paging
from csms.entrypoints.api.fields import Body, Key, Name
from csms.entrypoints.api.paging import Cursor, PageView
from csms.entrypoints.api.views import charger as view
from csms.entrypoints.api.views.charger import FindingView
from csms.store import charger as chargers
from csms.store import finding as findings
from csms.store.cursor import Page, first_found

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


class FindingRestrictions(Body):
    """Which chargers to look at, and for what."""

    station_id: Annotated[Key | None, Query(description="only of its chargers")] = None
    vendor: Annotated[Name | None, Query(description="of the charger, in whatever capitals")] = None
    model: Annotated[Name | None, Query(description="of that vendor, in whatever capitals")] = None
    code: Annotated[Name | None, Query(description="only findings of this kind")] = None
    limit: Annotated[int, Query(ge=1, le=MOST_CHARGERS, description="how many to look at")] = 25
    cursor: Cursor = None


@router.get("")
def list_findings_of_chargers(
    wanted: Annotated[FindingRestrictions, Query()],
) -> PageView[ChargerFindings]:
    """The findings of all chargers by name, or of those of a station or a model.

    Chargers without a finding that is wanted are left out: a page may be short, or empty, and have
    a `next_cursor`.
    """
    if wanted.vendor is None and wanted.model is not None:
        raise Invalid("give the vendor of the model, too", "query.vendor")

    def read(after: str | None) -> Page[_Deviating]:
        page = _page(wanted, after)
        return Page([one for one in _looked(page.items, wanted) if one.findings], page.cursor)

    page = first_found(read, wanted.cursor) if _is_filtered(wanted) else read(wanted.cursor)
    return paging.view(page, _show)


def _page(wanted: FindingRestrictions, after: str | None) -> Page[Charger]:
    if wanted.station_id is not None:
        return chargers.list_by_station(StationId(wanted.station_id), after, wanted.limit)
    if wanted.vendor is not None:
        return chargers.list_by_model(wanted.vendor, wanted.model, after, wanted.limit)
    return chargers.list_by_name(after, wanted.limit)


def _is_filtered(wanted: FindingRestrictions) -> bool:
    return (wanted.vendor, wanted.model, wanted.code) != (None, None, None)


def _looked(listed: Sequence[Charger], wanted: FindingRestrictions) -> Iterator[_Deviating]:
    for charger in listed:
        about = charger.about
        if _fits(wanted.vendor, about.vendor) and _fits(wanted.model, about.model):
            found = findings.of_charger(charger.charger_id)
            yield _Deviating(charger, [one for one in found if wanted.code in (None, one.code)])


def _fits(wanted: str | None, told: str | None) -> bool:
    return wanted is None or wanted.casefold() == (told or "").casefold()


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
