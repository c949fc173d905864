"""A transaction as it is when it has just ended, and what it costs."""

from datetime import UTC, datetime, timedelta
from typing import Final

from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import (
    ChargerId,
    ConnectorId,
    Micro,
    Minor,
    StationId,
    TariffId,
    TransactionId,
    UserId,
    Wh,
)
from csms.domain.tariff import Tariff
from csms.domain.transaction import ClosedBy, ReadingSummary, Transaction, TransactionState

START: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
STOP: Final = START + timedelta(hours=1)
NOW: Final = STOP + timedelta(seconds=2)
PAYER: Final = UserId("driver")
STATION: Final = StationId("station")
TARIFF: Final = Tariff(
    tariff_id=TariffId("standard"),
    name="Standard",
    currency="EUR",
    energy_rate=Micro(400_000),
    session_fee_minor=Minor(50),
    tax_rate=Micro(190_000),
)
PRICE: Final = 450
"""Of `stopped` as it is: 10 kWh at 0.40 and a session fee of 0.50."""


def stopped(number: int = 1, energy_wh: int = 10_000, payer: UserId | None = PAYER) -> Transaction:
    """A transaction that has just been stopped by its charger and awaits its bill."""
    return Transaction(
        transaction_id=TransactionId(number),
        charger_id=ChargerId("cp1"),
        connector_id=ConnectorId(1),
        station_id=STATION,
        id_tag="TAG",
        id_tag_info=IdTagInfo(AuthorizationStatus.ACCEPTED),
        start_key=f"start-{number}",
        state=TransactionState.STOPPED,
        meter_start_wh=Wh(1000),
        started_at=START,
        started_raw=None,
        start_arrived_at=START,
        time_zone="Europe/Berlin",
        payer_id=payer,
        tariff=TARIFF,
        rated_power_w=22_000,
        readings=ReadingSummary(
            latest_at=STOP,
            latest_register_wh=Wh(1000 + energy_wh),
            highest_register_wh=Wh(1000 + energy_wh),
            count=4,
            readings_hash="00000000000000aa",
            newest_at=STOP,
        ),
        meter_stop_wh=Wh(1000 + energy_wh),
        stopped_at=STOP,
        stop_arrived_at=STOP,
        closed_by=ClosedBy.CHARGER,
        due_kind="bill",
        due_at=STOP + timedelta(seconds=60),
    )
