"""Modules run at their first use, and each is there once, whichever was asked for first."""

import subprocess
import sys

import pytest

from tests.architecture.repository import ROOT

SUBMODULE_FIRST = """
import sys
from csms.ocpp16.actions.data_transfer import DataTransfer
from csms.ocpp16 import actions
known = actions.READERS["DataTransfer"]
assert known.read.__globals__["DataTransfer"] is DataTransfer
assert sys.modules["csms.ocpp16.actions.data_transfer"] is known
"""
PACKAGE_FIRST = """
from csms.ocpp16 import actions
known = actions.READERS["DataTransfer"]
from csms.ocpp16.actions.data_transfer import DataTransfer
assert known.read.__globals__["DataTransfer"] is DataTransfer
"""


@pytest.mark.parametrize("script", [SUBMODULE_FIRST, PACKAGE_FIRST], ids=["submodule", "package"])
def test_a_module_is_the_one_that_its_package_knows(script: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"PYTHONPATH": "shared"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
