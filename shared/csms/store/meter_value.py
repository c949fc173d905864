"""Meter values: one row per request, compact, however many samples it brought.

Series `tx#<id>` holds the readings of a transaction, `connector#<charger>#<n>` those that belong to
none. The same request again finds its own row.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from pynamodb.attributes import BinaryAttribute, BooleanAttribute, UnicodeAttribute

from csms.domain.ids import ChargerId, ConnectorId, TransactionId, Wh
from csms.domain.reading import Reading, Sample
from csms.store import cursor, packing
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    from_millis,
    instant_key,
    to_millis,
)
from csms.store.cursor import Page

PACKED_ABOVE: Final = 200
"""Characters of readings from which compression pays: more than one sample."""
PAGE_SIZE: Final = 200
SAMPLE_DEFAULTS: Final = ("Sample.Periodic", None, "Outlet", None)


class MeterValueRow(Table):
    """The readings of one MeterValues request, or of the transactionData of one Stop."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("meter_value")

    series = UnicodeAttribute(hash_key=True)
    taken_key = UnicodeAttribute(range_key=True)
    arrived_at = InstantAttribute()
    connector_id = IntAttribute()
    message_id = UnicodeAttribute()
    after_bill = BooleanAttribute(null=True)
    readings = UnicodeAttribute(null=True)
    packed = BinaryAttribute(null=True, legacy_encoding=False)


@dataclass(frozen=True, slots=True)
class StoredReadings:
    """One request's readings. connector_id: as the charger named it.

    digest: of its content, 16 hex digits. after_bill: came when the transaction was billed already.
    """

    connector_id: ConnectorId
    readings: Sequence[Reading]
    digest: str
    arrived_at: datetime
    message_id: str
    after_bill: bool = False


def transaction_series(transaction_id: TransactionId) -> str:
    """The series of a transaction's readings."""
    return f"tx#{transaction_id}"


def connector_series(charger_id: ChargerId, connector_id: ConnectorId) -> str:
    """The series of readings of a connector that belong to no transaction."""
    return f"connector#{charger_id}#{connector_id}"


def digest_of(connector_id: ConnectorId, readings: Sequence[Reading]) -> str:
    """What makes a request the same request: 16 hex digits of its content."""
    text = f"{connector_id}\\0{_dump(readings)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def put(series: str, stored: StoredReadings) -> datetime | None:
    """Store the readings of a request in a series, once. readings: at least one.

    Returns None when they are new, else when they arrived for the first time.
    """
    row = to_row(series, stored)
    try:
        row.save(MeterValueRow.series.does_not_exist())
    except ConditionFailed as lost:
        return MeterValueRow.read_item(lost.item).arrived_at if lost.item else stored.arrived_at
    return None


def to_row(series: str, stored: StoredReadings) -> MeterValueRow:
    """The row of a request's readings."""
    text = _dump(stored.readings)
    packs = len(text) > PACKED_ABOVE
    return MeterValueRow(
        series,
        instant_key(stored.readings[0].taken_at, stored.digest),
        arrived_at=stored.arrived_at,
        connector_id=stored.connector_id,
        message_id=stored.message_id,
        after_bill=stored.after_bill or None,
        readings=None if packs else text,
        packed=packing.pack(text) if packs else None,
    )


def list_series(series: str, after: str | None, limit: int) -> Page[StoredReadings]:
    """The requests of a series in the order of their first readings."""
    scope = f"meter_value/{series}"
    found = MeterValueRow.query(series, limit=limit, last_evaluated_key=cursor.decode(after, scope))
    items = [_stored(row) for row in found]
    return Page(items, cursor.encode(found.last_evaluated_key, scope))


def in_order(series: str) -> Iterator[StoredReadings]:
    """All requests of a series in the order of their first readings, read consistently."""
    rows = MeterValueRow.query(series, consistent_read=True, page_size=PAGE_SIZE)
    return (_stored(row) for row in rows)


def list_between(
    series: str, since: datetime, until: datetime, limit: int
) -> Sequence[StoredReadings]:
    """The requests of a series whose first reading lies between two times, at most `limit`."""
    within = MeterValueRow.taken_key.between(instant_key(since), instant_key(until) + "~")
    return [_stored(row) for row in MeterValueRow.query(series, within, limit=limit)]


def _stored(row: MeterValueRow) -> StoredReadings:
    text = packing.unpack(row.packed) if row.packed else row.readings or "[]"
    return StoredReadings(
        connector_id=ConnectorId(row.connector_id),
        readings=tuple(_reading(form) for form in json.loads(text)),
        digest=row.taken_key.rpartition("#")[2],
        arrived_at=row.arrived_at,
        message_id=row.message_id,
        after_bill=bool(row.after_bill),
    )


def _dump(readings: Sequence[Reading]) -> str:
    forms = [_reading_form(reading) for reading in readings]
    return json.dumps(forms, separators=(",", ":"), ensure_ascii=False)


def _reading_form(reading: Reading) -> Mapping[str, object]:
    form: dict[str, object] = {"at": to_millis(reading.taken_at)}
    if reading.raw_time is not None:
        form["raw"] = reading.raw_time
    if reading.register_wh is not None:
        form["wh"] = reading.register_wh
    form["of"] = [_sample_form(sample) for sample in reading.samples]
    return form


def _sample_form(sample: Sample) -> Sequence[object]:
    value = None if sample.value is None else f"{sample.value:f}"
    optional = (sample.context, sample.phase, sample.location, sample.raw)
    if optional == SAMPLE_DEFAULTS:
        return (sample.measurand, value, sample.unit)
    return (sample.measurand, value, sample.unit, *optional)


def _reading(form: Mapping[str, Any]) -> Reading:
    register = form.get("wh")
    return Reading(
        taken_at=from_millis(form["at"]),
        raw_time=form.get("raw"),
        samples=tuple(_sample(sample) for sample in form["of"]),
        register_wh=None if register is None else Wh(register),
    )


def _sample(form: Sequence[Any]) -> Sample:
    measurand, value, unit, *optional = form
    context, phase, location, raw = optional or SAMPLE_DEFAULTS
    exact = None if value is None else Decimal(value)
    return Sample(measurand, exact, unit, context, phase, location, raw)
