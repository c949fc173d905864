"""The rows of a world of any size, as the store's own models write them.

Imported once the environment names an engine. Rows of chargers with their stations, drivers, tags
and wallets are those that the product stored for one of each, under other names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from benchmarks.engine import Engine, Item
from csms.domain.audit import AuditEntry
from csms.domain.charging_session import ChargingSession
from csms.domain.command import Command, CommandState
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
from csms.domain.message import Direction, LoggedExchange
from csms.domain.reading import Reading, Sample
from csms.domain.transaction import Transaction
from csms.domain.wallet import LedgerEntry
from csms.services.billing import days, settling
from csms.store import (
    audit,
    charging_session,
    command,
    ledger,
    message_log,
    meter_value,
    transaction_row,
)
from csms.store.base import Table
from csms.store.station_day import CHARGER_MARK, DaySums, StationDayRow
from tests.integration.api.world import World, stopped
from tests.integration.events import START

NOW: Final = START + timedelta(days=40)
"""When the world is looked at. Its newest transaction began a moment before."""
PERIOD: Final = timedelta(days=35)
"""What all transactions began within, however many: some days more than a report asks for."""
LASTS: Final = timedelta(seconds=20)
COPIED: Final = ("station", "charger", "connection", "id_tag", "user", "wallet")
CHUNK: Final = 5_000
"""How many transactions are made at once: rows wait in memory."""

type Row = tuple[str, Item]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is. Half of all belongs to its first charger, station and driver."""

    transactions: int
    chargers: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One of each, as the product made it. rows: of a charger and what belongs to it, as text."""

    world: World
    rows: Sequence[tuple[str, str]]
    transaction: Transaction
    charge: LedgerEntry
    session: ChargingSession


def take_pattern(engine: Engine, world: World) -> Pattern:
    """Bill a transaction of a small world, and keep what is there now."""
    ended = stopped(world.station_id, world.charger_id, world.user_id)
    billed = settling.bill(ended.transaction_id, START + timedelta(hours=2))
    assert billed.bill is not None, f"{billed.state}: {billed.hold_reason} {billed.last_error}"
    charge = ledger.find(UserId(world.user_id), f"charge#{billed.transaction_id}")
    session = charging_session.find(ChargingSessionId(world.session_id))
    assert charge is not None
    assert session is not None
    names = (world.charger_id, world.user_id, world.station_id)
    texts = [
        (f"csms-{table}", json.dumps(row))
        for table in COPIED
        for row in engine.rows(f"csms-{table}")
    ]
    kept = [(table, text) for table, text in texts if any(name in text for name in names)]
    return Pattern(world, kept, billed, charge, session)


def rows(pattern: Pattern, size: Size) -> Iterator[Sequence[Row]]:
    """All rows that a world of this size has beside the small one, in portions."""
    sums: dict[tuple[str, str | None, str], DaySums] = {}
    for first in range(1, size.transactions, CHUNK):
        portion: list[Row] = []
        for number in range(first, min(size.transactions, first + CHUNK)):
            portion += _of_transaction(pattern, number, size, sums)
        yield portion
    yield [_named(_sums_row(one)) for one in sums.values()]
    for first in range(1, size.chargers, CHUNK):
        numbers = range(first, min(size.chargers, first + CHUNK))
        yield [row for number in numbers for row in _of_charger(pattern, number)]


def _of_charger(pattern: Pattern, number: int) -> Iterator[Row]:
    """Another charger with its driver; every second one stands at a station of its own."""
    world = pattern.world
    has_station = number % 2 == 1
    for table, text in pattern.rows:
        if table == "csms-station" and not has_station:
            continue
        renamed = text.replace(world.charger_id, _charger_name(number))
        renamed = renamed.replace(world.user_id, _user_name(number))
        if has_station:
            renamed = renamed.replace(world.station_id, _station_name(number))
        row = json.loads(renamed)
        if "tag" in row:
            row |= {"tag": {"S": f"tag{number}"}, "id_tag": {"S": f"TAG{number}"}}
        yield table, row


def _of_transaction(
    pattern: Pattern,
    number: int,
    size: Size,
    sums: dict[tuple[str, str | None, str], DaySums],
) -> Iterator[Row]:
    """A transaction with all that one leaves behind. sums: of the days, added to."""
    world = pattern.world
    other = number % size.chargers or 1
    is_own = number % 2 == 0
    started_at = NOW - LASTS - number * PERIOD / size.transactions
    transaction_id = TransactionId(1_000 + number)
    moved = replace(
        pattern.transaction,
        transaction_id=transaction_id,
        charger_id=ChargerId(world.charger_id if is_own else _charger_name(other)),
        station_id=StationId(
            world.station_id if is_own or other % 2 == 0 else _station_name(other)
        ),
        payer_id=UserId(world.user_id if is_own else _user_name(other)),
        started_at=started_at,
        start_arrived_at=started_at,
        stopped_at=started_at + LASTS,
        stop_arrived_at=started_at + LASTS,
    )
    _add(sums, moved)
    yield _named(transaction_row.to_row(moved))
    yield _named(ledger.to_row(_charge(pattern.charge, moved, number)))
    yield _named(message_log.to_row(_exchange(moved, number)))
    if is_own:
        yield from _seen_by_people(pattern, moved, number)


def _seen_by_people(pattern: Pattern, moved: Transaction, number: int) -> Iterator[Row]:
    """What lists of the world's own charger, driver and transaction are made of."""
    series = meter_value.transaction_series(TransactionId(pattern.world.transaction_id))
    yield _named(meter_value.to_row(series, _reading(moved, number)))
    session = replace(
        pattern.session,
        session_id=ChargingSessionId(f"session-{number}"),
        requested_at=moved.started_at,
        transaction_id=moved.transaction_id,
    )
    yield _named(charging_session.to_row(session))
    asked = Command(
        charger_id=moved.charger_id,
        command_id=CommandId(f"{moved.started_at:%Y%m%dT%H%M%S}-{number:08}"),
        action="TriggerMessage",
        payload={"requestedMessage": "Heartbeat"},
        state=CommandState.ACCEPTED,
        requested_by=pattern.world.user_id,
        requested_at=moved.started_at,
        expires_at=moved.started_at + LASTS,
        due_at=None,
    )
    yield _named(command.to_row(asked))
    subject = "station#1"  # whose trail the table of routes asks for
    yield _named(
        audit.to_row(
            AuditEntry(subject, moved.started_at, "operator", "station.edited", str(number))
        )
    )


def _charge(pattern: LedgerEntry, moved: Transaction, number: int) -> LedgerEntry:
    assert moved.payer_id is not None
    assert moved.stopped_at is not None
    return replace(
        pattern,
        user_id=moved.payer_id,
        key=f"charge#{moved.transaction_id}",
        sequence=1_000_000 - number,
        transaction_id=moved.transaction_id,
        station_id=moved.station_id,
        at=moved.stopped_at,
    )


def _reading(moved: Transaction, number: int) -> meter_value.StoredReadings:
    register = Wh(10 * number)
    sample = Sample("Energy.Active.Import.Register", Decimal(register), "Wh")
    taken_at = moved.started_at
    readings = (Reading(taken_at, taken_at.isoformat(), (sample,), register),)
    connector = ConnectorId(1)
    digest = meter_value.digest_of(connector, readings)
    return meter_value.StoredReadings(connector, readings, digest, taken_at, str(number))


def _exchange(moved: Transaction, number: int) -> LoggedExchange:
    return LoggedExchange(
        charger_id=moved.charger_id,
        at=moved.started_at,
        direction=Direction.FROM_CHARGER,
        action="Heartbeat",
        message_id=str(number),
        connection_id=None,
        request=json.dumps([2, str(number), "Heartbeat", {}]),
        answer=json.dumps([3, str(number), {"currentTime": moved.started_at.isoformat()}]),
    )


def _add(sums: dict[tuple[str, str | None, str], DaySums], moved: Transaction) -> None:
    one = days.sums_of(moved)
    assert one is not None
    key = (one.station_id, one.charger_id, one.day)
    old = sums.get(key)
    sums[key] = (
        one
        if old is None
        else replace(
            one,
            sessions=old.sessions + one.sessions,
            energy_wh=Wh(old.energy_wh + one.energy_wh),
            revenue_minor=Minor(old.revenue_minor + one.revenue_minor),
            tax_minor=Minor(old.tax_minor + one.tax_minor),
        )
    )


def _sums_row(one: DaySums) -> StationDayRow:
    return StationDayRow(
        one.station_id,
        f"{one.day}{CHARGER_MARK}{one.charger_id}",
        sessions=one.sessions,
        energy_wh=one.energy_wh,
        revenue_minor=one.revenue_minor,
        tax_minor=one.tax_minor,
    )


def _named(row: Table) -> Row:
    """A row with its table, in DynamoDB's own JSON."""
    item: Any = row.to_dynamodb_dict()
    return row.Meta.table_name, item


def _charger_name(number: int) -> str:
    return f"bench-{number:06d}"


def _station_name(number: int) -> str:
    return f"bench-station-{number:06d}"


def _user_name(number: int) -> str:
    return f"{number:024x}"
