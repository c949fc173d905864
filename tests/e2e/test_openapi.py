"""The OpenAPI documents against a whole system: requests made of them, answers held to them.

No answer may be a server error, have a status or content type that the document does not know, or
a body that does not fit its schema.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.operator import Operator, Place
from tests.e2e.socket_charger import dialled, minutes_ago, stop_payload
from tests.e2e.system import ROOT, System, clean_environment

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
REQUESTS_PER_OPERATION = 4
LONGEST_S = 420


@pytest.mark.parametrize("document", ["user", "admin"])
def test_answers_are_as_described(own_system: System, document: str, tmp_path: Path) -> None:
    own_system.start()
    operator = Operator(own_system)
    place = operator.register()
    ids = make_things(own_system, operator, place)

    ended = fuzz(own_system, document, place, ids, tmp_path)

    assert ended.returncode == 0, ended.stdout[-6000:] + ended.stderr[-2000:]


def make_things(system: System, operator: Operator, place: Place) -> dict[str, str]:
    """What paths can name: a session that was billed, and one of everything else."""
    with dialled(system, place) as charger:
        charger.boot()
        number = charger.start(place, 1_000, minutes_ago(60))
        charger.meter(number, 2_000, minutes_ago(30))
        charger.call("StopTransaction", stop_payload(place, number, 3_000, minutes_ago(0)))
    operator.wait_for_state(place, "COMPLETED")
    path = f"/api/admin/chargers/{place.charger_id}"
    template = {
        "name": "T",
        "vendor": "E2E",
        "settings": [{"key": "HeartbeatInterval", "value": "60"}],
    }
    image = {"label": "L", "version": "1", "file_name": "a.bin"}
    station_id = operator.ask("GET", path)["station_id"]
    return {
        "charger_id": place.charger_id,
        "charge_point_id": place.identity,
        "id_tag": place.tag,
        "user_id": place.user_id,
        "transaction_id": str(number),
        "station_id": station_id,
        "connector_id": "1",
        "tariff_id": operator.ask("GET", f"/api/admin/stations/{station_id}")["tariff_id"],
        "command_id": operator.ask("POST", f"{path}/commands", {"action": "ClearCache"})[
            "command_id"
        ],
        "template_id": made(operator, "configuration-templates", template)["template_id"],
        "firmware_id": made(operator, "firmware", image)["firmware_id"],
        "export_id": made(operator, "exports", {"kind": "ledger"})["export_id"],
    }


def made(operator: Operator, kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Make something of the operator's."""
    found: dict[str, Any] = operator.ask("POST", f"/api/admin/{kind}", body)
    return found


def fuzz(
    system: System, document: str, place: Place, ids: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run schemathesis, deterministically, on what exists."""
    (folder / "schemathesis.toml").write_text(known(ids), encoding="utf-8")
    subject = None if document == "admin" else place.identity.lower()
    token = system.token("admin" if document == "admin" else "user", subject)
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        *("--config-file", str(folder / "schemathesis.toml")),
        *("run", str(ROOT / "docs/openapi" / f"{document}.json")),
        *("--url", system.base_url),
        *("--header", f"Authorization: Bearer {token}"),
        *("--phases", "fuzzing"),
        *("--max-examples", str(REQUESTS_PER_OPERATION)),
        *("--checks", ",".join(CHECKS)),
        *("--request-timeout", "60"),
        "--generation-deterministic",
        "--no-color",
    ]
    return subprocess.run(
        command,
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )


def known(ids: dict[str, str]) -> str:
    """A configuration that names what exists."""
    lines = [f'"path.{name}" = {json.dumps(value)}' for name, value in ids.items()]
    return "\n".join(["[parameters]", *lines, ""])
