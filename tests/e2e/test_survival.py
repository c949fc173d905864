"""A short run of `make faults`: parts die, stand still and are cut off under load."""

from pathlib import Path

import pytest

from tests.e2e.system import run_module


@pytest.mark.slow
def test_every_promise_is_kept_while_parts_die(tmp_path: Path) -> None:
    wanted = ["--seed", "5", "--seconds", "15", "--chargers", "3", "--failures", str(tmp_path)]
    done = run_module("tests.survival", *wanted, timeout_s=None)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults, " in done.stdout.splitlines()[-1]
