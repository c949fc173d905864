"""StopTransaction (§6.49): a transaction ended. It is never refused (§4.10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.id_tag import IdTagInfo
from csms.domain.ids import TransactionId, Wh
from csms.domain.reading import Reading
from csms.ocpp16.id_tag_info import render_id_tag_info
from csms.ocpp16.measurands import read_meter_value
from csms.ocpp16.timestamps import RawTime, read_time
from csms.ocpp16.violation import Beyond, Deviation, ErrorCode, deviation

NO_TRANSACTION = TransactionId(-1)


@dataclass(frozen=True, slots=True)
class StopTransaction:
    """What ended, with which register, when and why.

    transaction_id: as sent, possibly nobody's; -1 when none could be read. meter_stop_wh: None when
    none could be read: the last reading counts. reason: `Local` when absent (§6.49).
    """

    transaction_id: TransactionId
    meter_stop_wh: Wh | None
    timestamp: RawTime
    reason: str = "Local"
    id_tag: str | None = None
    transaction_data: tuple[Reading, ...] = ()


def read(
    payload: Mapping[str, Any], arrived_at: datetime, found: list[Deviation]
) -> StopTransaction:
    """Read a mended payload. Raises Beyond when neither transaction nor register is named."""
    transaction_id, register = payload["transactionId"], payload.get("meterStop")
    if transaction_id == NO_TRANSACTION and register is None:
        code = ErrorCode.OCCURENCE_CONSTRAINT_VIOLATION
        raise Beyond(code, "transactionId and meterStop are missing")
    time = read_time(payload["timestamp"], arrived_at)
    found += time.deviations
    return StopTransaction(
        TransactionId(transaction_id),
        None if register is None else Wh(register),
        time,
        payload.get("reason", "Local"),
        _id_tag(payload, found),
        _readings(payload, arrived_at, found),
    )


def _id_tag(payload: Mapping[str, Any], found: list[Deviation]) -> str | None:
    """The tag that stopped it. Chargers that stop without one send an empty text."""
    tag: str | None = payload.get("idTag")
    if tag is None or tag.strip():
        return tag
    found.append(deviation("empty-tag", "idTag", tag))
    return None


def _readings(
    payload: Mapping[str, Any], arrived_at: datetime, found: list[Deviation]
) -> tuple[Reading, ...]:
    readings = []
    for meter_value in payload.get("transactionData", ()):
        reading, deviations = read_meter_value(meter_value, arrived_at, "transactionData[]")
        found += deviations
        if reading is not None:
            readings.append(reading)
    return tuple(readings)


def answer(info: IdTagInfo | None) -> dict[str, object]:
    """The payload of StopTransaction.conf; info: only when the request had a tag."""
    return {} if info is None else {"idTagInfo": render_id_tag_info(info)}
