"""The OpenAPI documents against a whole system: requests made of them, answers held to them.

No answer may be a server error, have a status or content type that the document does not know, or
a body that does not fit its schema.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.operator import Operator, Place
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
    place = Operator(own_system).register()

    ended = fuzz(own_system, document, place, tmp_path)

    assert ended.returncode == 0, ended.stdout[-6000:] + ended.stderr[-2000:]


def fuzz(
    system: System, document: str, place: Place, folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run schemathesis, deterministically, on what exists."""
    user_id = place.user_id if document == "admin" else "me"
    (folder / "schemathesis.toml").write_text(known_ids(place, user_id), encoding="utf-8")
    token = system.token("admin" if document == "admin" else "user")
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


def known_ids(place: Place, user_id: str) -> str:
    """A configuration that names what exists."""
    ids = {"charger_id": place.charger_id, "charge_point_id": place.identity, "id_tag": place.tag}
    ids["user_id"] = user_id
    lines = [f'"path.{name}" = {json.dumps(value)}' for name, value in ids.items()]
    return "\n".join(["[parameters]", *lines, ""])
