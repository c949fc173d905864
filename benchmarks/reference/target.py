"""The reference as something to put under load: PostgreSQL and the server, started and stopped."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import processes
from benchmarks.target import FIRST_FUNDS_MINOR, PASSWORD, charger_name
from csms.services.chargers import passwords

ROOT: Final = Path(__file__).parents[2]
SCHEMA: Final = Path(__file__).with_name("schema.sql")
STATION: Final = 1
RATE_MICRO_PER_KWH: Final = 385_000
SESSION_FEE_MINOR: Final = 50
END_S: Final = 20
# synchronous_commit stays on, as our engine's fsync does; the rest is what two cores are given.
SETTINGS: Final = (
    "listen_addresses=",
    "shared_buffers=256MB",
    "max_connections=40",
    "max_wal_size=2GB",
    "checkpoint_timeout=15min",
    "random_page_cost=1.1",
    "synchronous_commit=on",
    "fsync=on",
    "jit=off",
)


class Missing(Exception):
    """The reference cannot run here; the text says what to install."""


class Reference:
    """python-ocpp on PostgreSQL."""

    name = "python-ocpp + PostgreSQL"

    def __init__(self, folder: Path, chargers: int) -> None:
        """folder: one that does not exist yet. Raises Missing."""
        if importlib.util.find_spec("asyncpg") is None:
            raise Missing("asyncpg is missing: `make bench` installs it")
        self._programs = _programs()
        self._user = _user()
        self._folder = folder
        self._log = folder.with_suffix(".log")
        self._server: subprocess.Popen[str] | None = None
        self._postgres = self._start_postgres()
        try:
            asyncio.run(_fill(str(folder), chargers))
            self.port = self._start_server()
        except BaseException:
            self.close()
            raise

    def parts(self) -> Mapping[str, Sequence[int]]:
        """The server and the database."""
        assert self._server is not None
        return {"server": [self._server.pid], "database": processes.tree(self._postgres.pid)}

    def count_rows(self) -> Mapping[str, int]:
        """How many transactions, bills, meter values and logged messages are stored."""
        return asyncio.run(_count(str(self._folder)))

    def close(self) -> None:
        """End both."""
        for process in (self._server, self._postgres):
            if process is not None:
                # PostgreSQL: SIGINT ends it without waiting for who is connected.
                process.send_signal(signal.SIGINT)
                process.wait(END_S)
        if self._server is not None and self._server.stdout is not None:
            self._server.stdout.close()

    def _start_postgres(self) -> subprocess.Popen[str]:
        self._folder.mkdir(mode=0o700, parents=True)
        if self._user is not None:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
            for parent in self._folder.parents:
                if parent.owner() == "root" and parent.stat().st_mode & 0o077 == 0:
                    parent.chmod(0o711)  # a folder of this run: its owner may be passed through
        data = self._folder / "data"
        initdb = [str(self._programs / "initdb"), "-D", str(data), "-U", "bench", "-A", "trust"]
        self._run([*initdb, "-E", "UTF8", "--no-sync"])
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        command = [str(self._programs / "postgres"), "-D", str(data), "-k", str(self._folder)]
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                [*command, *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                text=True,
                cwd=self._folder.parent,
                **self._as_user(),
            )
        self._run([str(self._programs / "pg_isready"), "-h", str(self._folder)], tries=100)
        self._run(
            [str(self._programs / "createdb"), "-h", str(self._folder), "-U", "bench", "bench"]
        )
        return process

    def _start_server(self) -> int:
        paths = os.pathsep.join(path for path in sys.path if path)
        with self._log.open("ab") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.reference.server", str(self._folder)],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": paths},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._server.stdout is not None
        return int(self._server.stdout.readline())

    def _run(self, command: list[str], tries: int = 1) -> None:
        for number in range(tries):
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, cwd="/", **self._as_user()
            )
            if done.returncode == 0:
                return
            if number + 1 < tries:
                asyncio.run(asyncio.sleep(0.1))
        raise Missing(f"{command[0]} failed: {done.stderr or done.stdout}")

    def _as_user(self) -> dict[str, Any]:
        """PostgreSQL refuses to run as root."""
        if self._user is None:
            return {}
        return {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}


def _programs() -> Path:
    found = [Path(given)] if (given := shutil.which("initdb")) else []
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if not found:
        raise Missing("PostgreSQL is missing: `apt-get install -y postgresql`")
    return found[0].resolve().parent


def _user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


async def _connect(folder: str) -> Any:  # noqa: ANN401 - asyncpg is only there for the benchmark
    asyncpg = importlib.import_module("asyncpg")
    return await asyncpg.connect(host=folder, user="bench", database="bench")


async def _fill(folder: str, count: int) -> None:
    """The same chargers, drivers, tags and wallets as on our side."""
    connection = await _connect(folder)
    try:
        await connection.execute(SCHEMA.read_text(encoding="utf-8"))
        tariff = (1, RATE_MICRO_PER_KWH, SESSION_FEE_MINOR)
        await connection.execute("insert into tariff values ($1, $2, $3)", *tariff)
        kept_hash = passwords.hash_password(PASSWORD)
        names = [charger_name(number) for number in range(count)]
        rows = {
            "charger (charger_id, password_hash, tariff_id, station_id)": [
                (name, kept_hash, 1, STATION) for name in names
            ],
            "connection (charger_id)": [(name,) for name in names],
            "connector (charger_id, connector_id, reported_at)": [
                (name, 1, None) for name in names
            ],
            "wallet (user_id, balance_minor)": [
                (number, FIRST_FUNDS_MINOR) for number in range(count)
            ],
            "id_tag (tag, user_id)": [(name, number) for number, name in enumerate(names)],
        }
        for table, values in rows.items():
            places = ", ".join(f"${place + 1}" for place in range(table.count(",") + 1))
            await connection.executemany(f"insert into {table} values ({places})", values)  # noqa: S608 - names of our own
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()


async def _count(folder: str) -> dict[str, int]:
    connection = await _connect(folder)
    try:
        return {
            "transactions": await connection.fetchval("select count(*) from charge"),
            "bills": await connection.fetchval("select count(*) from ledger where kind='charge'"),
            "meter_values": await connection.fetchval("select count(*) from meter_value"),
            "messages": await connection.fetchval("select count(*) from message_log"),
        }
    finally:
        await connection.close()
