"""What must hold when everything is whole again. Run with the environment of a function."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from csms.domain.charger import Reachability
from csms.domain.command import CommandState
from csms.domain.export import ExportState
from csms.domain.firmware import FirmwareState
from csms.domain.ids import ChargerId, FirmwareId, TransactionId, UserId
from csms.domain.transaction import ClosedBy, Transaction, TransactionState
from csms.domain.wallet import EntryKind
from csms.entrypoints.jobs import billing_retry, export_write, heartbeat_sweep
from csms.services.billing import books
from csms.services.chargers import firmware as looking
from csms.store import command as commands
from csms.store import connection as connections
from csms.store import export_job, firmware, ledger, meter_value, transaction_list
from csms.store.command import OPEN
from tests.e2e.operator import TOP_UP_MINOR, price_minor
from tests.survival.load import FUNDS_MINOR, Session, Visitor
from tests.survival.operator import Operator
from tests.survival.part import files_of

LATER = (timedelta(0), timedelta(minutes=2), timedelta(hours=7), timedelta(hours=26))
"""When the schedules look again: longer than any answer, retry or reconciliation takes."""
DAYS = 60
PAGE = 100

type Fault = tuple[str, int | None]
"""What is wrong, and with which transaction."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that was not kept: to whom, which, and about which transaction."""

    subject: str
    fault: str
    transaction_id: int | None = None


def whole(visitors: Sequence[Visitor]) -> list[Broken]:
    """What is wrong while all chargers are connected: none may count as offline."""
    wrong = []
    for visitor in visitors:
        row = connections.find(ChargerId(visitor.place.charger_id), consistent=True)
        if row is None or row.connection_id is None or row.reachability is not Reachability.ONLINE:
            wrong.append(Broken(visitor.place.identity, f"is connected, its row says {row}"))
    return wrong


def left_over(visitors: Sequence[Visitor]) -> list[Broken]:
    """Rows that name a connection after every charger has hung up."""
    rows = [connections.find(ChargerId(v.place.charger_id), consistent=True) for v in visitors]
    return [
        Broken(row.charger_id, f"hung up, its row names {row.connection_id}")
        for row in rows
        if row is not None and row.connection_id is not None
    ]


def sweep(now: datetime) -> None:
    """Let the schedules do what is due, until long after."""
    for later in LATER:
        event = {"time": (now + later).isoformat()}
        heartbeat_sweep.handle(event, lambda: True)
        billing_retry.handle(event, lambda: True)
        export_write.handle(event, lambda: True)


def files(operator: Operator, folder: Path, now: datetime) -> list[Broken]:
    """What is wrong with files, after `sweep`. folder: the system's data."""
    stored = files_of(folder)
    wrong = list(operator.faults)
    for export_id in operator.exports:
        job = export_job.find(export_id, now)
        if job is None or job.state is not ExportState.DONE:
            wrong.append(f"export {export_id} was promised, and is {job}")
            continue
        content = stored.path(job.key).read_bytes()
        if (len(content), content.count(b"\n")) != (job.size_bytes, job.rows + 1):
            wrong.append(f"export {export_id} has {len(content)} bytes, its row says {job}")
    for firmware_id, digest in operator.images.items():
        found = looking.look(firmware.get(FirmwareId(firmware_id)))
        content = stored.path(found.key).read_bytes()
        is_same = hashlib.sha256(content).hexdigest() == digest == found.sha256
        if found.state is not FirmwareState.AVAILABLE or not is_same:
            wrong.append(f"image {firmware_id} was taken, and is {found}")
    return [Broken("operator", fault) for fault in wrong]


def broken(visitors: Sequence[Visitor], top_ups: Counter[str], now: datetime) -> list[Broken]:
    """Everything that does not hold after `sweep`."""
    late = now + LATER[-1]
    checks: tuple[Callable[[Visitor], Iterator[Fault]], ...] = (
        _transactions,
        lambda visitor: _commands(visitor, late),
        lambda visitor: _money(visitor, top_ups),
    )
    found = [
        Broken(visitor.place.identity, fault, number)
        for visitor in visitors
        for check in checks
        for fault, number in check(visitor)
    ]
    people = [UserId(visitor.place.user_id) for visitor in visitors]
    days = (date.fromordinal(now.astimezone(UTC).toordinal() - back) for back in range(DAYS))
    return found + [Broken(one.subject, one.detail) for one in books.check(people, days, late)]


def _stored(visitor: Visitor) -> list[Transaction]:
    found: list[Transaction] = []
    cursor: str | None = None
    while True:
        charger_id = ChargerId(visitor.place.charger_id)
        page = transaction_list.list_by_charger(charger_id, cursor, PAGE)
        found += page.items
        cursor = page.cursor
        if cursor is None:
            return found


def _transactions(visitor: Visitor) -> Iterator[Fault]:
    """Each session is one transaction, with all that was acknowledged, billed once."""
    stored = {int(one.transaction_id): one for one in _stored(visitor)}
    for session in visitor.sessions:
        if len(session.transaction_ids) > 1:
            yield f"one start was answered with {sorted(session.transaction_ids)}", None
        for number in session.transaction_ids:
            transaction = stored.pop(number, None)
            if transaction is None:
                yield "was acknowledged and is not stored", number
            else:
                yield from _one(session, transaction)
    for number in stored:
        yield "belongs to no session that was answered", number


def _one(session: Session, stored: Transaction) -> Iterator[Fault]:
    number = stored.transaction_id
    series = meter_value.transaction_series(TransactionId(number))
    registers = {
        reading.register_wh
        for request in meter_value.in_order(series)
        for reading in request.readings
    }
    for register_wh in session.readings:
        if register_wh not in registers:
            yield f"reading {register_wh} was acknowledged and is not stored", number
    if not session.is_stopped:
        return
    if (stored.meter_stop_wh, stored.closed_by) != (session.meter_stop_wh, ClosedBy.CHARGER):
        yield f"ended at {stored.meter_stop_wh} by {stored.closed_by}", number
    if stored.state is not TransactionState.COMPLETED or stored.bill is None:
        yield f"is {stored.state} ({stored.hold_reason}, {stored.last_error})", number
    elif stored.bill.price_minor != price_minor(session.meter_stop_wh - session.meter_start_wh):
        yield f"costs {stored.bill.price_minor}", number


def _commands(visitor: Visitor, now: datetime) -> Iterator[Fault]:
    """No command was sent twice, none is open, and the slot is free."""
    for command_id, times in visitor.commands.items():
        if times > 1:
            yield f"command {command_id} arrived {times} times", None
    charger_id = ChargerId(visitor.place.charger_id)
    cursor: str | None = None
    while True:
        page = commands.list_by_charger(charger_id, now, cursor, PAGE)
        for command in page.items:
            if command.state in OPEN:
                yield f"command {command.command_id} is still {command.state}", None
            if (
                command.state is CommandState.ACCEPTED
                and command.command_id not in visitor.commands
            ):
                yield f"command {command.command_id} was accepted and never arrived", None
        cursor = page.cursor
        if cursor is None:
            break
    row = connections.find(charger_id, consistent=True)
    if row is not None and not row.slot_is_free(now):
        yield f"the slot is held by {row.slot_command_id} until {row.slot_until}", None


def _money(visitor: Visitor, top_ups: Counter[str]) -> Iterator[Fault]:
    """Each top-up that was confirmed counts once, each stopped session is charged once."""
    entries = list(ledger.in_order(UserId(visitor.place.user_id)))
    added = sum(one.amount_minor for one in entries if one.kind is EntryKind.TOP_UP)
    wanted = TOP_UP_MINOR + FUNDS_MINOR + top_ups[visitor.place.user_id]
    if added != wanted:
        yield f"{added} was topped up, {wanted} was confirmed", None
    charges = Counter(one.transaction_id for one in entries if one.kind is EntryKind.CHARGE)
    for number, times in charges.items():
        if times != 1:
            yield f"was charged {times} times", number
    stopped = sum(session.is_stopped for session in visitor.sessions)
    if len(charges) != stopped:
        yield f"{stopped} sessions were stopped, {len(charges)} were charged", None
