"""`make session` against a running system."""

from __future__ import annotations

import json

from tests.e2e.system import System, run_module


def test_a_session_is_charged_billed_and_checked(system: System) -> None:
    done = run_module("simulators.charge_point.session", "--port", str(system.port))
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["state"] == "COMPLETED"
    assert result["balance_before_minor"] - result["balance_after_minor"] == result["price_minor"]


def test_without_a_system_the_session_says_so() -> None:
    done = run_module("simulators.charge_point.session", "--port", "1", timeout_s=60)
    assert done.returncode != 0
    assert "make run" in done.stderr
