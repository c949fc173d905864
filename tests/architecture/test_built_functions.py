"""Each function runs with what would be deployed: its folder, its layers, and nothing else.

The layers are those of `make layers`: the wheels of the same lock for this machine's processor,
trimmed and compiled as for the cloud.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT
from tests.architecture.test_layers import AT_BUILD, functions, upstream

LAYERS = ROOT / ".cache/layers"
MEGABYTE = 10**6
LARGEST = {"ocpp": 25 * MEGABYTE, "api": 60 * MEGABYTE}
PROGRAM = """
import importlib, json, sys
import handler
for name in json.load(sys.stdin):
    vars(importlib.import_module(name))
print(json.dumps([handler.handler.__name__, sorted({name.split(".")[0] for name in sys.modules})]))
"""


def _folder(lock: str) -> Path:
    folder = LAYERS / lock / "python"
    assert folder.is_dir(), "run: make layers"
    return folder


@pytest.mark.parametrize(("function", "lock"), sorted(functions().items()))
def test_a_function_and_all_its_modules_load_from_its_layers(function: str, lock: str) -> None:
    folder = ROOT / "functions" / function
    paths = [folder, _folder(lock), ROOT / "shared"]
    done = subprocess.run(
        [sys.executable, "-S", "-W", "error", "-c", PROGRAM],
        input=json.dumps(sorted(upstream(function) - AT_BUILD)),
        env={
            "PATH": os.defpath,
            "PYTHONPATH": os.pathsep.join(map(str, paths)),
            "POWERTOOLS_SERVICE_NAME": function,
            "AWS_DEFAULT_REGION": "us-east-1",
        },
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    name, _ = json.loads(done.stdout.splitlines()[-1])
    assert name == "handler"


@pytest.mark.parametrize("lock", LARGEST)
def test_a_layer_is_small_and_has_bytecode(lock: str) -> None:
    files = [path for path in _folder(lock).rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= LARGEST[lock]
    compiled = {path.name.split(".")[0] for path in files if path.suffix == ".pyc"}
    assert {path.stem for path in files if path.suffix == ".py"} - compiled == set()
