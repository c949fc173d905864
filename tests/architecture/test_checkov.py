"""The transformed template against the rules of checkov, which asks nobody on the network.

`.checkov.yaml` has the rules that hold for no resource here, the metadata of a resource those that
do not hold for it alone. Each has its reason beside it, and each must still be needed.
"""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.repository import ROOT
from tests.architecture.transformed import resources

CHECKOV = ROOT / ".cache/checkov/bin/checkov"
CONFIGURATION = ROOT / ".checkov.yaml"
WAIT_S = 120

type Finding = tuple[str, str]
"""A rule, and the resource that does not keep it."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What checkov says of every resource, whatever is excused for all of them."""
    assert CHECKOV.is_file(), "run: make checkov"
    folder = tmp_path_factory.mktemp("checkov")
    template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources()}
    (folder / "template.json").write_text(json.dumps(template), encoding="utf-8")
    done = subprocess.run(
        [
            *(CHECKOV, "--file", "template.json", "--framework", "cloudformation"),
            *("--output", "json", "--skip-download"),
        ],
        cwd=folder,
        env={"PATH": str(Path("/usr/bin")), "HOME": str(folder), "LOG_LEVEL": "ERROR"},
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT_S,
    )
    answer: Mapping[str, Any] = json.loads(done.stdout)
    assert answer["summary"]["parsing_errors"] == 0, done.stderr
    assert answer["summary"]["resource_count"] == len(resources())
    results: Mapping[str, Any] = answer["results"]
    return results


def _findings(report: Mapping[str, Any], kind: str) -> set[Finding]:
    return {
        (one["check_id"], one["resource"].rpartition(".")[2]) for one in report[f"{kind}_checks"]
    }


def _excused_everywhere() -> set[str]:
    return set(yaml.safe_load(CONFIGURATION.read_text(encoding="utf-8"))["skip-check"])


@pytest.mark.slow
def test_the_template_keeps_every_rule_that_it_is_not_excused_from(
    report: Mapping[str, Any],
) -> None:
    failed = _findings(report, "failed")
    assert report["passed_checks"]
    assert sorted(one for one in failed if one[0] not in _excused_everywhere()) == []


@pytest.mark.slow
def test_no_exception_outlives_its_reason(report: Mapping[str, Any]) -> None:
    assert _excused_everywhere() == {rule for rule, _ in _findings(report, "failed")}
    excused = {
        (skip["id"], name)
        for name, resource in resources().items()
        for skip in resource.get("Metadata", {}).get("checkov", {}).get("skip", [])
    }
    assert excused == _findings(report, "skipped")


def test_every_exception_has_its_reason() -> None:
    for resource in resources().values():
        for skip in resource.get("Metadata", {}).get("checkov", {}).get("skip", []):
            assert len(skip["comment"].split()) > 4
    # A rule, or several, below a comment that is about them.
    listed = CONFIGURATION.read_text(encoding="utf-8").partition("skip-check:\n")[2]
    blocks = re.findall(r"(?:^  # .+\n)+(?:^  - .+\n)+", listed, re.MULTILINE)
    assert "".join(blocks) == listed
