"""The README's walk-through, run as it is printed."""

from __future__ import annotations

import json
import re
import subprocess

from tests.e2e.system import ROOT, System, clean_environment

LONGEST_S = 120


def test_the_walk_through_ends_with_a_receipt(own_system: System) -> None:
    own_system.start()
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```bash\n(.*?)```", text, re.DOTALL)

    ended = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607 - as a reader's shell
        cwd=ROOT,
        env={**clean_environment(), "PORT": str(own_system.port)},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    receipt, _ = json.JSONDecoder().raw_decode(ended.stdout, ended.stdout.index('{"operator"'))
    assert receipt["station_name"] == "Home"
    assert receipt["price"]["total_minor"] == (receipt["energy_wh"] * 385 + 5000) // 10_000
    assert receipt["entries"][-1]["amount_minor"] == -receipt["price"]["total_minor"]
    assert receipt["energy_wh"] >= 5000
