"""StartTransaction (§6.45): energy begins to flow, or did while nobody listened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from csms.domain.id_tag import IdTagInfo
from csms.domain.ids import ConnectorId, TransactionId, Wh
from csms.ocpp16.id_tag_info import render_id_tag_info
from csms.ocpp16.timestamps import RawTime, read_time
from csms.ocpp16.violation import Deviation


@dataclass(frozen=True, slots=True)
class StartTransaction:
    """id_tag: as presented; one longer than 20 characters is an unknown tag, never a cut one."""

    connector_id: ConnectorId
    id_tag: str
    meter_start_wh: Wh
    timestamp: RawTime
    reservation_id: int | None = None


def read(
    payload: Mapping[str, Any], arrived_at: datetime, found: list[Deviation]
) -> StartTransaction:
    """Read a payload that fits the schema."""
    time = read_time(payload["timestamp"], arrived_at)
    found += time.deviations
    return StartTransaction(
        ConnectorId(payload["connectorId"]),
        payload["idTag"],
        Wh(payload["meterStart"]),
        time,
        payload.get("reservationId"),
    )


def answer(transaction_id: TransactionId, info: IdTagInfo) -> dict[str, object]:
    """The payload of StartTransaction.conf: always with a transaction, also for a refused tag."""
    return {"transactionId": transaction_id, "idTagInfo": render_id_tag_info(info)}
