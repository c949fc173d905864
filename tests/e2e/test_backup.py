"""A copy of a running system's data is a system: with its books, its people and its keys."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.e2e.operator import Operator
from tests.e2e.system import ROOT, System, clean_environment, run_module


def charge(system: System) -> dict[str, Any]:
    done = run_module("simulators.charge_point.session", "--port", str(system.port))
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def back_up(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    return run_module("simulators.aws.backup", "--data", str(source), "--to", str(target))


def books(folder: Path) -> tuple[int, str]:
    done = run_module("simulators.aws.books", "--data", str(folder))
    return done.returncode, done.stdout


def transaction_ids(system: System) -> set[int]:
    page = Operator(system).ask("GET", "/api/admin/transactions")
    return {one["transaction_id"] for one in page["items"]}


def test_a_copy_made_while_the_system_runs_goes_on_where_it_was(
    own_system: System, tmp_path: Path
) -> None:
    own_system.start()
    kept = charge(own_system)
    # Written to while it is copied, and after.
    busy = subprocess.Popen(
        [sys.executable, "-m", "simulators.charge_point.session", "--port", str(own_system.port)],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.DEVNULL,
    )
    copied = back_up(own_system.folder, tmp_path / "copy")
    assert (copied.returncode, copied.stderr) == (0, "")
    assert busy.wait(120) == 0
    lost = charge(own_system)
    own_system.kill9()

    assert books(tmp_path / "copy") == (0, "the books balance\n")
    restored = System(tmp_path / "copy")
    try:
        restored.start()
        found = transaction_ids(restored)
        assert kept["transaction_id"] in found
        assert lost["transaction_id"] not in found
        assert charge(restored)["state"] == "COMPLETED"
    finally:
        restored.close()
    assert books(tmp_path / "copy") == (0, "the books balance\n")


def test_a_copy_has_the_secrets_and_shows_them_to_nobody(
    own_system: System, tmp_path: Path
) -> None:
    own_system.start()
    own_system.stop()
    assert back_up(own_system.folder, tmp_path / "copy").returncode == 0
    names = ("signing-secret", "files-secret", "origin-secret", "access-key", "identity-key.pem")
    for name in names:
        copy = tmp_path / "copy" / name
        assert copy.read_bytes() == (own_system.folder / name).read_bytes()
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o700
    assert list((tmp_path / "copy").glob("*.lock")) == []


def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    sqlite3.connect(tmp_path / "var/dynamodb.sqlite").close()
    (tmp_path / "copy").mkdir()
    refused = back_up(tmp_path / "var", tmp_path / "copy")
    assert refused.returncode == 2
    assert "is there already" in refused.stderr


def test_a_damaged_database_leaves_no_copy(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var/dynamodb.sqlite").write_bytes(b"this is no database" * 100)
    refused = back_up(tmp_path / "var", tmp_path / "copy")
    assert refused.returncode == 2
    assert "file is not a database" in refused.stderr
    assert not (tmp_path / "copy").exists()


def test_a_folder_without_data_is_not_copied(tmp_path: Path) -> None:
    refused = back_up(tmp_path, tmp_path / "copy")
    assert refused.returncode == 2
    assert "holds no data" in refused.stderr
