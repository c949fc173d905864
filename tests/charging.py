"""Running transactions and the messages about them, for tests of charging."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from csms.domain.ending import StopFacts
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import ChargerId, ConnectorId, StationId, TransactionId, UserId, Wh
from csms.domain.reading import Reading, ReadingFact, Sample
from csms.domain.starting import StartFacts
from csms.domain.transaction import ReadingSummary, Transaction, TransactionState

START: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
CHARGER: Final = ChargerId("cp1")
ONE: Final = ConnectorId(1)
REGISTER: Final = "Energy.Active.Import.Register"


def running(number: int = 1, **changed: Any) -> Transaction:
    """A transaction that began at START with 1,000 Wh on the register, and runs."""
    transaction = Transaction(
        transaction_id=TransactionId(number),
        charger_id=CHARGER,
        connector_id=ONE,
        station_id=StationId("station"),
        id_tag="TAG",
        id_tag_info=IdTagInfo(AuthorizationStatus.ACCEPTED),
        start_key=f"start#{number}",
        state=TransactionState.RUNNING,
        meter_start_wh=Wh(1000),
        started_at=START,
        started_raw=None,
        start_arrived_at=START,
        time_zone="Europe/Berlin",
        payer_id=UserId("driver"),
        rated_power_w=22_000,
    )
    return replace(transaction, **changed)


def read_until(at: datetime, register_wh: int = 5000) -> ReadingSummary:
    """A summary whose newest reading was taken at `at`."""
    return ReadingSummary(
        latest_at=at,
        latest_register_wh=Wh(register_wh),
        highest_register_wh=Wh(register_wh),
        count=1,
        newest_at=at,
    )


def start_facts(**changed: Any) -> StartFacts:
    """What a StartTransaction said that arrived a second after it was written."""
    facts = StartFacts(
        charger_id=CHARGER,
        connector_id=ONE,
        id_tag="TAG",
        meter_start_wh=Wh(1000),
        started_at=START,
        started_raw="2026-03-01T12:00:00Z",
        arrived_at=START + timedelta(seconds=1),
        message_id="start-1",
    )
    return replace(facts, **changed)


def stop_facts(**changed: Any) -> StopFacts:
    """What a StopTransaction said after an hour and 10 kWh."""
    facts = StopFacts(
        charger_id=CHARGER,
        meter_stop_wh=Wh(11_000),
        stopped_at=START + HOUR,
        stopped_raw="2026-03-01T13:00:00Z",
        arrived_at=START + HOUR + timedelta(seconds=1),
        reason="Local",
        id_tag=None,
        message_id="stop-1",
    )
    return replace(facts, **changed)


def reading(at: datetime, register_wh: int | None) -> Reading:
    """A reading of the register, or of a voltage when there is none."""
    sample = (
        Sample("Voltage", Decimal(230), "V")
        if register_wh is None
        else Sample(REGISTER, Decimal(register_wh), "Wh")
    )
    return Reading(at, at.isoformat(), (sample,), None if register_wh is None else Wh(register_wh))


def fact(number: int, register_wh: int | None = None, **changed: Any) -> ReadingFact:
    """The request with a number: its reading was taken so many minutes after START."""
    at = START + number * MINUTE
    one = ReadingFact(
        digest=f"{number:016x}",
        newest_at=at,
        latest_at=None if register_wh is None else at,
        latest_register_wh=None if register_wh is None else Wh(register_wh),
        highest_register_wh=None if register_wh is None else Wh(register_wh),
        arrived_at=at,
    )
    return replace(one, **changed)
