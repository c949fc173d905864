"""How much CPU a function needs from nothing to its first answer, against its libraries alone.

Each measurement is a process of its own with what would be deployed: the function's folder, its
layers with bytecode (`make layers`), and nothing else. Ours imports the handler and handles one
real event on a real engine; theirs imports the libraries that the function is written with. They
run side by side, and the median of the pairs' ratios counts: other work on the machine moves either
time by a third, and with it what a least or a mean would say.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.report import Options, Table
from tests.architecture.test_layers import functions
from tests.engine import Engine

ROOT: Final = Path(__file__).parents[1]
LAYERS: Final = ROOT / ".cache/layers"
HTTP: Final = ("admin_api", "user_api")
MILLISECONDS: Final = 1000
LEAST_PAIRS: Final = 15

OURS: Final = """
import json, sys, time, handler
class Context:
    aws_request_id = function_name = invoked_function_arn = "bench"
    memory_limit_in_mb = "512"
    def get_remaining_time_in_millis(self):
        return 900_000
with open(sys.argv[1]) as file:
    answer = handler.handler(json.load(file), Context())
assert answer.get("statusCode", 200) < 300, answer
print(time.process_time(), file=sys.stderr)
"""
CHARGERS: Final = """
import ocpp.messages, pynamodb.models
from aws_lambda_powertools import Logger
Logger()
from botocore.session import get_session
get_session().create_client("dynamodb", region_name="us-east-1")
"""
WEB: Final = "import fastapi, jwt, mangum, pydantic, pynamodb.models"
CLOCK: Final = "\nimport sys, time\nprint(time.process_time(), file=sys.stderr)\n"


@dataclass(frozen=True, slots=True)
class Kind:
    """Functions with the same libraries. at_most: of our time, as a multiple of theirs."""

    title: str
    bare: str
    layer: str
    at_most: float


OCPP: Final = Kind("ocpp.messages, pynamodb, Logger, a client", CHARGERS, "ocpp", 1.25)
API: Final = Kind("fastapi, mangum, pydantic, pyjwt, pynamodb", WEB, "api", 1.6)


def measure(options: Options) -> list[Table]:
    """One row for each function."""
    names = sorted(path.parent.name for path in (ROOT / "functions").glob("*/handler.py"))
    folder = options.folder / "cold_start"
    folder.mkdir()
    count = max(options.rounds, LEAST_PAIRS)
    pairs: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    with _deployment(folder) as environment:
        for _ in range(count):
            for name in names:
                ours = _cpu_ms(OURS, _paths(name), environment, folder / f"{name}.json")
                kind = _kind(name)
                theirs = _cpu_ms(kind.bare + CLOCK, [LAYERS / kind.layer / "python"])
                pairs[name].append((ours, theirs))
    rows, missed = [], []
    for name in names:
        ours, theirs = (median(times) for times in zip(*pairs[name], strict=True))
        ratio = median(ours / theirs for ours, theirs in pairs[name])
        at_most = _kind(name).at_most
        rows.append((name, f"{ours:.0f}", f"{theirs:.0f}", f"{ratio:.2f}", str(at_most)))
        if ratio > at_most:
            missed.append(f"{name} starts in {ratio:.2f} times the CPU of its libraries")
    notes = [f"bare: {kind.title}" for kind in (OCPP, API)]
    heading = ("function", "import + first event, CPU ms", "bare, ms", "ratio", "at most")
    title = f"from nothing to the first answer, medians of {count} pairs"
    return [Table("cold_start", title, heading, rows, notes, {"pairs_ms": pairs}, missed)]


def _kind(name: str) -> Kind:
    return API if name in HTTP else OCPP


def _paths(name: str) -> list[Path]:
    return [ROOT / "functions" / name, LAYERS / functions()[name] / "python", ROOT / "shared"]


def _cpu_ms(
    program: str, paths: list[Path], environment: Mapping[str, str] | None = None, *arguments: Path
) -> float:
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, *map(str, arguments)],
        env={**(environment or {}), "PYTHONPATH": os.pathsep.join(map(str, paths))},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return float(done.stderr.split()[-1]) * MILLISECONDS


@contextlib.contextmanager
def _deployment(folder: Path) -> Iterator[dict[str, str]]:
    """An engine with tables and rows, a gateway and a provider's keys; yields what to set."""
    if not (LAYERS / ".made").exists():
        raise RuntimeError("run: make layers")
    engine = Engine()
    gateway = _serve([sys.executable, "-m", "benchmarks.sink"])
    keys = _serve(
        [sys.executable, "-u", "-m", "http.server", "0", "-b", "127.0.0.1", "-d", str(folder)]
    )
    try:
        engine.create_tables()
        environment = {
            "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_ENDPOINT_URL_DYNAMODB": engine.url,
            "GATEWAY_ENDPOINT": f"http://127.0.0.1:{_port(gateway)}",
            "POWERTOOLS_SERVICE_NAME": "bench",
            "POWERTOOLS_METRICS_NAMESPACE": "csms",
            "ORIGIN_SECRET": "a-secret-of-the-distribution-in-front",
            "SIGNING_SECRET": "a-secret-for-cursors-of-lists-and-such",
            "OIDC_ISSUER": "https://id.example",
            "OIDC_AUDIENCE": "csms",
            "OIDC_JWKS_URL": f"http://127.0.0.1:{_port(keys)}/jwks.json",
        }
        prepared = {**os.environ, **environment}
        subprocess.run(
            [sys.executable, "-m", "benchmarks.first_events", str(folder)],
            env=prepared,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield environment
    finally:
        for process in (gateway, keys):
            process.terminate()
            process.wait(timeout=10)
            assert process.stdout is not None
            process.stdout.close()
        engine.stop()


def _serve(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    )


def _port(process: subprocess.Popen[str]) -> int:
    """The first number in the first line of a server's output that can be one."""
    assert process.stdout is not None
    words = process.stdout.readline().split()
    return int(next(word for word in words if word.isdigit() and int(word) > 0))
