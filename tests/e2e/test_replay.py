"""`make replay` as an operator runs it: a program of its own on a database of its own."""

import subprocess
from pathlib import Path

from tests.e2e.system import ROOT, run_module

HAPPY = ROOT / "tests/data/transcripts/happy-session.jsonl"


def replay(file: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_module("simulators.replay", str(file), *arguments, timeout_s=None)


def test_a_log_that_is_answered_as_it_was() -> None:
    done = replay(HAPPY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "10800 Wh  4.82 EUR  COMPLETED" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("0 differ; 0 bills differ")


def test_another_tariff_makes_other_bills() -> None:
    done = replay(HAPPY, "--tariff", "0.30")
    assert done.returncode == 1
    assert "price_minor: then 482, now 324" in done.stdout


def test_a_log_that_cannot_be_read_is_refused_with_the_line(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(HAPPY.read_text(encoding="utf-8") + '{"at": 5}\n', encoding="utf-8")
    done = replay(log)
    assert done.returncode == 2
    assert "log.jsonl: line 34: it has none of frame" in done.stderr


def test_a_tariff_that_cannot_be_read_is_refused() -> None:
    done = replay(HAPPY, "--tariff", "cheap")
    assert done.returncode == 2
    assert "--tariff: 'cheap' is neither a rate per kWh nor JSON" in done.stderr
