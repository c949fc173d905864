"""A transaction: what OCPP's StartTransaction opened, with its states and times."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from csms.domain.id_tag import IdTagInfo
from csms.domain.ids import (
    ChargerId,
    ChargingSessionId,
    CommandId,
    ConnectorId,
    Minor,
    StationId,
    TransactionId,
    UserId,
    Wh,
)
from csms.domain.pricing import PriceLine
from csms.domain.tariff import Tariff

NOTHING: Final = Minor(0)


class TransactionState(StrEnum):
    """States of a transaction. PENDING_RECONCILIATION is shown for RUNNING with reconcile_after."""

    RUNNING = "RUNNING"
    STOPPED = "STOPPED"
    COMPLETED = "COMPLETED"
    BILLING_FAILED = "BILLING_FAILED"
    HELD = "HELD"
    UNBILLED = "UNBILLED"
    CANCELLED = "CANCELLED"


class ClosedBy(StrEnum):
    """Whose word ended it. Only a Stop for CHARGER is a repeat; after CSMS it is the true end."""

    CHARGER = "charger"
    CSMS = "csms"


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """What a flat-tariff bill and the plausibility gate need of the readings, kept while charging.

    latest_at, latest_register_wh: the newest reading by the charger's time that has a register.
    highest_register_wh: the largest register seen; above the latest means it went backwards.
    newest_at: time of the newest reading by the charger's time, with or without a register.
    count: requests merged. readings_hash: order-free sum of their hashes, 16 hex digits.
    recent: hash and first arrival of those that arrived last, by which a repeat is known;
    forgotten_at: when the newest of those that are no longer listed arrived.
    `csms.domain.reading` merges.
    """

    latest_at: datetime | None = None
    latest_register_wh: Wh | None = None
    highest_register_wh: Wh | None = None
    count: int = 0
    readings_hash: str = "0" * 16
    newest_at: datetime | None = None
    recent: tuple[tuple[str, datetime], ...] = ()
    forgotten_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """The result of billing, and what it was made of.

    price_minor: what the wallet was charged, tax included. used_*: the readings behind it.
    lines: as printed, where more than the transaction's row made them.
    revision: how many corrections made it what it is.
    """

    price_minor: Minor
    net_minor: Minor
    tax_minor: Minor
    energy_wh: Wh
    currency: str
    used_latest_at: datetime | None
    used_count: int
    used_hash: str
    billed_at: datetime
    invoice_number: int | None = None
    lines: tuple[PriceLine, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Transaction:
    """One transaction.

    started_at, stopped_at: the charger's own instants; *_arrived_at: when we heard of it.
    id_tag_info: what the Start was answered with, repeated word for word to a repeat.
    *_message_id: unique ids of the frames that said so, at most 64 characters.
    payer_id: whose wallet pays; None makes it UNBILLED. tariff: snapshot taken at the start.
    reconcile_after, reconcile_trigger: set when it may have ended unseen (ocpp: boot, status).
    reconcile_evidence_at: the charger's time of that trigger; only newer evidence cancels it.
    due_at, due_kind: the one next deadline of this transaction, if any: `reconcile` while it runs,
    `bill` once it has ended, `correct` when its true end came after the bill.
    attempts, last_error: of billing. hold_reason: why HELD or UNBILLED.
    hold_minor: money held in the payer's wallet for it, until it is settled.
    approved: an operator lets it be billed in spite of the gate, until it ends another way.
    payer_decided: an operator lets its payer be billed, in spite of a refused tag.
    corrected_energy_wh: what an operator set; readings stay. correction_reason: of what is due.
    refunded_minor: given back so far. funds_stop_at, funds_command_id: when we asked to stop it for
    lack of money, and by which command.
    """

    transaction_id: TransactionId
    charger_id: ChargerId
    connector_id: ConnectorId
    station_id: StationId
    id_tag: str
    id_tag_info: IdTagInfo
    start_key: str
    state: TransactionState
    meter_start_wh: Wh
    started_at: datetime
    started_raw: str | None
    start_arrived_at: datetime
    time_zone: str
    payer_id: UserId | None = None
    session_id: ChargingSessionId | None = None
    reservation_id: int | None = None
    start_message_id: str | None = None
    stop_message_id: str | None = None
    tariff: Tariff | None = None
    rated_power_w: int = 0
    hold_minor: Minor = NOTHING
    readings: ReadingSummary = ReadingSummary()
    meter_stop_wh: Wh | None = None
    stopped_at: datetime | None = None
    stopped_raw: str | None = None
    stop_arrived_at: datetime | None = None
    stop_reason: str | None = None
    stop_id_tag: str | None = None
    closed_by: ClosedBy | None = None
    reconciled: bool = False
    reconcile_after: datetime | None = None
    reconcile_trigger: str | None = None
    reconcile_evidence_at: datetime | None = None
    due_kind: str | None = None
    due_at: datetime | None = None
    attempts: int = 0
    last_error: str | None = None
    hold_reason: str | None = None
    bill: Bill | None = None
    approved: bool = False
    payer_decided: bool = False
    corrected_energy_wh: Wh | None = None
    correction_reason: str | None = None
    refunded_minor: Minor = NOTHING
    funds_stop_at: datetime | None = None
    funds_command_id: CommandId | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a transaction's timeline.

    at: the charger's time if it gave one, else arrival; text: what happened, for a person.
    message_ids: unique ids of the frames behind it. actor: the operator who decided it.
    """

    transaction_id: TransactionId
    at: datetime
    arrived_at: datetime
    kind: str
    text: str
    message_ids: tuple[str, ...] = ()
    actor: str | None = None
