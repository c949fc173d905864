"""`make session` against a running system."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.e2e.system import ROOT, System, clean_environment


def test_a_session_is_charged_billed_and_checked(system: System) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulators.charge_point.session", "--port", str(system.port)],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["state"] == "COMPLETED"
    assert result["balance_before_minor"] - result["balance_after_minor"] == result["price_minor"]


def test_without_a_system_the_session_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulators.charge_point.session", "--port", "1"],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "make run" in done.stderr
