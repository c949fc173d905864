"""A short run of `make faults`: parts die, stand still and are cut off under load."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.system import ROOT, clean_environment


@pytest.mark.slow
def test_every_promise_is_kept_while_parts_die(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.survival", "--seed", "5", "--seconds", "15"]
    command += ["--chargers", "3", "--failures", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults, " in done.stdout.splitlines()[-1]
