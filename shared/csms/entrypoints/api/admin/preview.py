"""What a session would cost, before anybody charges."""

import zoneinfo

from fastapi import APIRouter
from pydantic import Field

from csms.domain.ids import TariffId, Wh
from csms.domain.pricing import price
from csms.domain.usage import forecast
from csms.entrypoints.api.fields import Body, Instant, Key, TimeZone
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views.transaction import PriceView, show_price
from csms.store import tariff as tariffs

router = APIRouter(prefix="/api/admin/tariffs", tags=["tariffs"])

LONGEST_S = 30 * 86_400


class PreviewRequest(Body):
    """A session that might be: charging evenly for a time, then standing there."""

    begins_at: Instant
    energy_wh: int = Field(ge=0, le=10_000_000, strict=True)
    charging_s: int = Field(ge=0, le=LONGEST_S, strict=True)
    idle_s: int = Field(0, ge=0, le=LONGEST_S, strict=True)
    time_zone: TimeZone = Field(description="of the station")


@router.post("/{tariff_id}/preview", responses=responses(404))
def preview_tariff(tariff_id: Key, body: PreviewRequest) -> PriceView:
    """What a session would cost, line by line. Changes nothing."""
    tariff = tariffs.get(TariffId(tariff_id))
    zone = zoneinfo.ZoneInfo(body.time_zone)
    energy_wh = Wh(body.energy_wh)
    used = forecast(tariff, energy_wh, body.begins_at, body.charging_s, body.idle_s, zone)
    return show_price(price(used, tariff))
