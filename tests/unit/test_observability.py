"""Which lines a function logs, and what every line says; each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from tests.architecture.repository import ROOT

INVOCATIONS = 200
PROGRAM = f"""
import logging
from csms import observability
observability.set_up()
log = logging.getLogger("csms.anything")
class Context:
    aws_request_id = "r-1"
for _ in range({INVOCATIONS}):
    with observability.invocation(Context(), connection="C="):
        observability.note(transaction_id=7)
        log.debug("detail")
        log.warning("trouble", extra={{"charger": "CP-1"}})
with observability.invocation(Context()):
    log.warning("next")
"""


def _lines(level: str, rate: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={
            "PATH": os.defpath,
            "PYTHONPATH": str(ROOT / "shared"),
            "POWERTOOLS_SERVICE_NAME": "ocpp_message",
            "POWERTOOLS_LOG_LEVEL": level,
            "POWERTOOLS_LOGGER_SAMPLE_RATE": rate,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _count(lines: list[dict[str, Any]], message: str) -> int:
    return sum(line["message"] == message for line in lines)


def test_a_line_says_what_it_is_about_and_the_next_invocation_knows_none_of_it() -> None:
    first, *_, last = _lines("WARNING", "0")
    assert first["service"] == "ocpp_message"
    assert first["function_request_id"] == "r-1"
    assert (first["connection"], first["charger"], first["transaction_id"]) == ("C=", "CP-1", 7)
    assert last["message"] == "next"
    assert {"connection", "charger", "transaction_id"} & set(last) == set()


def test_the_level_is_that_of_the_function() -> None:
    assert _count(_lines("WARNING", "0"), "detail") == 0
    assert _count(_lines("DEBUG", "0"), "detail") == INVOCATIONS


def test_a_share_of_invocations_is_logged_in_full_whatever_the_level() -> None:
    lines = _lines("WARNING", "0.5")
    assert _count(lines, "trouble") == INVOCATIONS
    # Drawn for each: that all 200 agree has a chance of one in 10⁶⁰.
    assert 0 < _count(lines, "detail") < INVOCATIONS
    assert _count(_lines("WARNING", "1"), "detail") == INVOCATIONS
