"""The reference's reads and writes. Each use case is one database transaction."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

HOLD_MINOR: Final = 500
BILL_AGAIN: Final = timedelta(minutes=5)

LOOK_UP: Final = """
  select t.user_id, w.balance_minor - w.held_minor as free_minor
  from id_tag t join wallet w using (user_id) where t.tag = $1
"""
TAKE_OWNERSHIP: Final = """
  update connection set connection_id = nextval('connection_number'), connected_at = $2,
  last_seen_at = $2 where charger_id = $1 and (connected_at is null or connected_at <= $2)
"""
REPORT_STATUS: Final = """
  insert into connector (charger_id, connector_id, status, error_code, reported_at, arrived_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (charger_id, connector_id) do update set status = excluded.status,
  error_code = excluded.error_code, reported_at = excluded.reported_at,
  arrived_at = excluded.arrived_at where connector.reported_at is null
  or connector.reported_at <= excluded.reported_at
"""
START: Final = """
  insert into charge (charger_id, connector_id, tag, user_id, started_at, meter_start_wh, state,
  id_tag_status, held_minor) values ($1, $2, $3, $4, $5, $6, 'RUNNING', $7, $8)
  on conflict (charger_id, connector_id, tag, started_at, meter_start_wh) do nothing
  returning transaction_id
"""
FIND_START: Final = """
  select transaction_id, id_tag_status from charge where charger_id = $1 and connector_id = $2
  and tag = $3 and started_at = $4 and meter_start_wh = $5
"""
READING: Final = """
  insert into meter_value (charger_id, connector_id, transaction_id, taken_at, samples)
  values ($1, $2, $3, $4, $5) on conflict do nothing
"""
COUNT_READING: Final = """
  update charge set readings = readings + 1, last_reading_at = $3, last_reading_wh = $4
  where transaction_id = $1 and charger_id = $2 and state = 'RUNNING'
  returning user_id, held_minor
"""
STOP: Final = """
  update charge set state = 'STOPPED', stopped_at = $3, meter_stop_wh = $4, reason = $5,
  bill_due_at = $6 where transaction_id = $1 and charger_id = $2 and state = 'RUNNING'
"""
FIND_STOPPED: Final = """
  select c.user_id, c.connector_id, c.held_minor, c.meter_stop_wh - c.meter_start_wh as energy_wh,
  h.station_id, t.rate_micro_per_kwh, t.session_fee_minor
  from charge c join charger h using (charger_id) join tariff t using (tariff_id)
  where transaction_id = $1 and state = 'STOPPED' for update of c
"""
PAY: Final = """
  update wallet set balance_minor = balance_minor - $2, held_minor = held_minor - $3
  where user_id = $1 returning balance_minor
"""
COUNT_DAY: Final = """
  insert into station_day values ($1, $2, $3, $4, 1) on conflict (station_id, day) do update set
  energy_wh = station_day.energy_wh + excluded.energy_wh, sessions = station_day.sessions + 1,
  revenue_minor = station_day.revenue_minor + excluded.revenue_minor
"""
LOG: Final = """
  insert into message_log (charger_id, at, action, message_id, request, answer)
  values ($1, $2, $3, $4, $5, $6)
"""


class Store:
    """Works on a pool of asyncpg, which prepares each statement once per connection."""

    def __init__(self, pool: Any) -> None:  # noqa: ANN401 - asyncpg is only there for the benchmark
        self._pool = pool

    async def password_hash(self, charger_id: str) -> str | None:
        """The hash of a charger's password; nothing for a charger that is not known."""
        query = "select password_hash from charger where charger_id = $1"
        found: str | None = await self._pool.fetchval(query, charger_id)
        return found

    async def connect(self, charger_id: str, now: datetime) -> None:
        """The newest connection owns the charger."""
        await self._pool.execute(TAKE_OWNERSHIP, charger_id, now)

    async def disconnect(self, charger_id: str, now: datetime) -> None:
        """Note that the connection ended."""
        query = "update connection set connection_id = null, last_seen_at = $2 where charger_id=$1"
        await self._pool.execute(query, charger_id, now)

    async def boot(self, charger_id: str, about: tuple[str | None, ...], now: datetime) -> None:
        """Keep what the charger says of itself."""
        async with self._pool.acquire() as connection, connection.transaction():
            query = "update charger set vendor = $2, model = $3, firmware = $4 where charger_id=$1"
            await connection.execute(query, charger_id, *about)
            query = "update connection set booted_at = $2, last_seen_at = $2 where charger_id = $1"
            await connection.execute(query, charger_id, now)

    async def touch(self, charger_id: str, now: datetime) -> None:
        """The charger is alive."""
        query = "update connection set last_seen_at = $2 where charger_id = $1"
        await self._pool.execute(query, charger_id, now)

    async def authorize(self, tag: str) -> str:
        """Whether the tag may charge."""
        found = await self._pool.fetchrow(LOOK_UP, tag)
        if found is None:
            return "Invalid"
        return "Accepted" if found["free_minor"] >= HOLD_MINOR else "Blocked"

    async def report_status(self, *facts: object) -> None:
        """Keep a connector's status unless a later one is known."""
        await self._pool.execute(REPORT_STATUS, *facts)

    async def start(
        self, place: tuple[str, int], tag: str, at: datetime, meter_wh: int, message_id: str
    ) -> tuple[int, str]:
        """Begin a transaction and hold money, or find the one that the same start began."""
        async with self._pool.acquire() as connection, connection.transaction():
            found = await connection.fetchrow(LOOK_UP, tag)
            status = "Invalid" if found is None else "Accepted"
            if found is not None and found["free_minor"] < HOLD_MINOR:
                status = "Blocked"
            user_id = found["user_id"] if found else None
            held = HOLD_MINOR if status == "Accepted" else 0
            facts = (*place, tag, user_id, at, meter_wh, status, held)
            number = await connection.fetchval(START, *facts)
            if number is None:
                row = await connection.fetchrow(FIND_START, *place, tag, at, meter_wh)
                return row["transaction_id"], row["id_tag_status"]
            if held:
                query = "update wallet set held_minor = held_minor + $2 where user_id = $1"
                await connection.execute(query, user_id, held)
            query = """update connector set transaction_id = $3
                where charger_id = $1 and connector_id = $2"""
            await connection.execute(query, *place, number)
            await self._tell(connection, number, at, "started", message_id)
        return number, status

    async def read(
        self,
        place: tuple[str, int],
        number: int | None,
        at: datetime,
        samples: list[dict[str, Any]],
    ) -> None:
        """Keep a reading, count it for its transaction, and look whether money is left."""
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.execute(READING, *place, number, at, json.dumps(samples))
            if number is None:
                return
            energy = next(int(one["value"]) for one in samples if one.get("unit") == "Wh")
            row = await connection.fetchrow(COUNT_READING, number, place[0], at, energy)
            if row is not None and row["user_id"] is not None:
                query = "select balance_minor from wallet where user_id = $1"
                await connection.fetchval(query, row["user_id"])

    async def stop(
        self, charger_id: str, number: int, end: tuple[datetime, int, str], message_id: str
    ) -> None:
        """End a transaction; its bill is due."""
        async with self._pool.acquire() as connection, connection.transaction():
            due_at = datetime.now(UTC) + BILL_AGAIN
            await connection.execute(STOP, number, charger_id, *end, due_at)
            await self._tell(connection, number, end[0], "stopped", message_id)

    async def bill(self, charger_id: str, number: int, now: datetime) -> None:
        """Price a stopped transaction, take the money, let the rest of the hold go."""
        async with self._pool.acquire() as connection, connection.transaction():
            row = await connection.fetchrow(FIND_STOPPED, number)
            if row is None:
                return
            energy_minor = (row["energy_wh"] * row["rate_micro_per_kwh"] + 5_000_000) // 10_000_000
            price = energy_minor + row["session_fee_minor"]
            balance = await connection.fetchval(PAY, row["user_id"], price, row["held_minor"])
            await connection.executemany(
                "insert into ledger values ($1, $2, $3, $4, $5, $6)",
                [
                    (row["user_id"], number, "charge", -price, balance, now),
                    (row["user_id"], number, "release", row["held_minor"], balance, now),
                ],
            )
            query = """update charge set state = 'COMPLETED', price_minor = $2, bill_due_at = null,
                held_minor = 0 where transaction_id = $1"""
            await connection.execute(query, number, price)
            query = """update connector set transaction_id = null
                where charger_id = $1 and connector_id = $2"""
            await connection.execute(query, charger_id, row["connector_id"])
            day = (row["station_id"], now.date(), row["energy_wh"], price)
            await connection.execute(COUNT_DAY, *day)
            await self._tell(connection, number, now, "billed", None)

    async def log(self, *facts: object) -> None:
        """Keep an exchange."""
        await self._pool.execute(LOG, *facts)

    async def _tell(
        self,
        connection: Any,  # noqa: ANN401 - see above
        number: int,
        at: datetime,
        what: str,
        message_id: str | None,
    ) -> None:
        await connection.execute(
            "insert into timeline values ($1, $2, $3, $4)", number, at, what, message_id
        )
