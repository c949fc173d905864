"""What a function loads before its first event: nothing that only some events need."""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.repository import ROOT

FUNCTIONS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/handler.py"))
HTTP = {"admin_api", "user_api"}
HEAVY = {"boto3", "httpx", "requests", "stripe", "svix"}
# Chargers and schedules do without the libraries of the web; frames are read with python-ocpp.
HEAVIER = HEAVY | {"fastapi", "pydantic"}
# Modules of which each event needs at most a few; the applications list their areas.
FEW_OF = (
    "csms.entrypoints.api.admin.",
    "csms.entrypoints.api.user.",
    "csms.entrypoints.ocpp.actions.",
    "csms.entrypoints.ocpp.results.",
    "csms.ocpp16.commands.",
    "csms.services.billing.",
    "csms.services.charging.",
)
APPLICATIONS = {"csms.entrypoints.api.admin.app", "csms.entrypoints.api.user.app"}
PROGRAM = """
import importlib, importlib.util, json, sys
importlib.import_module("functions.{name}.handler")
waiting = importlib.util._LazyModule
print(json.dumps([name for name, module in sys.modules.items() if type(module) is not waiting]))
"""


@pytest.fixture(scope="module", params=FUNCTIONS)
def started(request: pytest.FixtureRequest) -> tuple[str, set[str]]:
    """A function, and the modules that ran when it was imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(name=request.param)],
        env={
            "PATH": os.defpath,
            "PYTHONPATH": f"{ROOT / 'shared'}:{ROOT}",
            "POWERTOOLS_SERVICE_NAME": request.param,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return request.param, set(json.loads(done.stdout))


def test_a_function_starts_without_what_few_events_need(started: tuple[str, set[str]]) -> None:
    name, modules = started
    loaded = {module.split(".")[0] for module in modules}
    assert loaded & (HEAVY if name in HTTP else HEAVIER) == set()


def test_actions_and_services_wait_for_their_events(started: tuple[str, set[str]]) -> None:
    _, modules = started
    eager = {module for module in modules if module.startswith(FEW_OF)}
    assert eager - APPLICATIONS == set()
