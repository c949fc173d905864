"""Tariffs for operators."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Self

from fastapi import APIRouter, Response
from pydantic import Field, model_validator

from csms.domain.audit import Audit
from csms.domain.ids import Micro, Minor, TariffId
from csms.domain.tariff import Tariff
from csms.entrypoints.api import paging
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.faults import fault
from csms.entrypoints.api.fields import Body, Instant, Key, Name, PositiveMinor, RateMicro, Version
from csms.entrypoints.api.paging import Cursor, Limit, PageView, Prefix
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views.tariff import TariffView, WindowFields, show
from csms.services import billing
from csms.settings import SETTINGS
from csms.store import tariff as tariffs

router = APIRouter(prefix="/api/admin/tariffs", tags=["tariffs"])


class TariffFields(Body):
    """Prices, in the operator's currency."""

    name: Name
    energy_rate_micro_per_kwh: RateMicro = Field(description="0.385 EUR per kWh is 385000")
    session_fee_minor: PositiveMinor = 0
    minute_rate_micro: RateMicro = Field(0, description="per minute of charging")
    idle_rate_micro: RateMicro = Field(
        0, description="per minute in which the vehicle takes nothing and stays"
    )
    idle_grace_s: int = Field(0, ge=0, le=86_400, strict=True)
    minimum_minor: PositiveMinor = 0
    maximum_minor: PositiveMinor | None = None
    windows: list[WindowFields] = Field(default_factory=list, max_length=20)
    tax_rate_micro: int = Field(0, ge=0, le=1_000_000, strict=True, description="19 % is 190000")
    tax_included: bool = Field(
        default=True, strict=True, description="whether prices contain the tax"
    )
    charge_zero_energy: bool = Field(default=False, strict=True)
    valid_from: Instant | None = None
    valid_to: Instant | None = None

    @model_validator(mode="after")
    def _bounds_are_in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to <= self.valid_from:
            raise fault("not_later_than_other", at="valid_to", other="valid_from")
        if self.maximum_minor is not None and self.maximum_minor < self.minimum_minor:
            raise fault("less_than_other", at="maximum_minor", other="minimum_minor")
        return self


class TariffEdit(TariffFields):
    """An edited tariff."""

    version: Version


@router.get("")
def list_tariffs(
    limit: Limit = 50, cursor: Cursor = None, prefix: Prefix = ""
) -> PageView[TariffView]:
    """Tariffs, by name."""
    return paging.view(tariffs.list_by_name(cursor, limit, prefix), show)


@router.post("", status_code=201)
def create_tariff(body: TariffFields, trail: Audited, response: Response) -> TariffView:
    """Create a tariff; give it to stations or chargers afterwards."""
    wanted = to_tariff(TariffId(uuid.uuid4().hex[:12]), body)
    tariff = billing.create_tariff(wanted, _audit("tariff.created", None, trail))
    response.headers["Location"] = f"{router.prefix}/{tariff.tariff_id}"
    return show(tariff)


@router.get("/{tariff_id}", responses=responses(404))
def read_tariff(tariff_id: Key) -> TariffView:
    """One tariff."""
    return show(tariffs.get(TariffId(tariff_id)))


@router.put("/{tariff_id}", responses=responses(404, 409))
def replace_tariff(tariff_id: Key, body: TariffEdit, now: Now, trail: Audited) -> TariffView:
    """Edit a tariff. Transactions that run keep the prices they started under.

    An edit by which it prices nothing any more (its end is over, or its beginning still to come)
    is refused as ending it is.
    """
    before = tariffs.get(TariffId(tariff_id))
    wanted = replace(to_tariff(before.tariff_id, body), version=body.version)
    audit = _audit("tariff.changed", before, trail)
    return show(billing.revise_tariff(before, wanted, now, audit))


@router.delete("/{tariff_id}", status_code=204, responses=responses(404, 409))
def end_tariff(tariff_id: Key, now: Now, trail: Audited) -> None:
    """End a tariff now: it prices no new transactions, and stays readable for old ones.

    409 `tariff_in_use` while it prices a station or a charger; the detail names some of them. 409
    as well in the minute after one was given it.
    """
    before = tariffs.get(TariffId(tariff_id))
    billing.end_tariff(before, now, _audit("tariff.ended", before, trail))


def _audit(change: str, before: Tariff | None, trail: Trail) -> Audit[Tariff]:
    facts = None if before is None else _facts(before)
    return lambda after: trail.entry(change, f"tariff#{after.tariff_id}", facts, _facts(after))


def to_tariff(tariff_id: TariffId, fields: TariffFields) -> Tariff:
    return Tariff(
        tariff_id=tariff_id,
        name=fields.name,
        currency=SETTINGS.currency,
        energy_rate=Micro(fields.energy_rate_micro_per_kwh),
        session_fee_minor=Minor(fields.session_fee_minor),
        tax_rate=Micro(fields.tax_rate_micro),
        tax_included=fields.tax_included,
        charge_zero_energy=fields.charge_zero_energy,
        valid_from=fields.valid_from,
        valid_to=fields.valid_to,
        minute_rate=Micro(fields.minute_rate_micro),
        idle_rate=Micro(fields.idle_rate_micro),
        idle_grace_s=fields.idle_grace_s,
        minimum_minor=Minor(fields.minimum_minor),
        maximum_minor=None if fields.maximum_minor is None else Minor(fields.maximum_minor),
        windows=tuple(window.to_window() for window in fields.windows),
    )


def _facts(tariff: Tariff) -> Mapping[str, object]:
    return show(tariff).model_dump(mode="json")
