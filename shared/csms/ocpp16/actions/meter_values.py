"""MeterValues (§6.31): readings, of a transaction or of a connector."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.ids import ConnectorId, TransactionId
from csms.domain.reading import Reading
from csms.ocpp16.measurands import read_meter_value
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class MeterValues:
    """Readings in the order in which they were sent.

    connector_id: 0 is the main meter, or a charger that did not say. transaction_id: as sent,
    possibly nobody's. readings: without those of which no sample could be used.
    """

    connector_id: ConnectorId
    transaction_id: TransactionId | None
    readings: tuple[Reading, ...]


def read(payload: Mapping[str, Any], arrived_at: datetime, found: list[Deviation]) -> MeterValues:
    """Read a mended payload."""
    readings = []
    for meter_value in payload["meterValue"]:
        reading, deviations = read_meter_value(meter_value, arrived_at)
        found += deviations
        if reading is not None:
            readings.append(reading)
    sent = payload.get("transactionId")
    transaction_id = None if sent is None else TransactionId(sent)
    return MeterValues(ConnectorId(payload["connectorId"]), transaction_id, tuple(readings))


def answer() -> dict[str, object]:
    """The payload of MeterValues.conf, which is empty."""
    return {}
