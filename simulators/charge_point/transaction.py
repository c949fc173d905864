"""A transaction as the charger remembers it, through loss of power and line."""

from dataclasses import dataclass, field
from datetime import datetime

from ocpp.v16.datatypes import MeterValue
from ocpp.v16.enums import Reason

# Errata 3.18: what later messages carry when no transactionId was ever learned.
UNKNOWN_TRANSACTION_ID = -1


@dataclass(slots=True)
class Transaction:
    """`transaction_id` is None until the StartTransaction was answered or given up."""

    connector_id: int
    id_tag: str
    started_at: datetime
    meter_start_wh: int
    parent: str | None = None
    reservation_id: int | None = None
    transaction_id: int | None = None
    refused: bool = False
    stopped_at: datetime | None = None
    meter_stop_wh: int | None = None
    stop_reason: Reason | None = None
    stop_delivered: bool = False
    kept_values: list[MeterValue] = field(default_factory=list)

    @property
    def is_running(self) -> bool:
        """Whether it has not been stopped here."""
        return self.stopped_at is None

    @property
    def id_for_messages(self) -> int:
        """What MeterValues and StopTransaction carry."""
        return UNKNOWN_TRANSACTION_ID if self.transaction_id is None else self.transaction_id
