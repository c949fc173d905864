"""`docs/conformance.md` names all cases of the compliance list, with tests that exist."""

import re

from tests.architecture.repository import ROOT

CASES = 77
ROW = re.compile(
    r"^\| TC_(\w+)_CSMS \| [^|]+ \| `(tests/[\w/]+\.py)` `(test_\w+)` \|", re.MULTILINE
)


def _rows() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs/conformance.md").read_text(encoding="utf-8")
    return ROW.findall(text)


def test_every_case_is_named_once() -> None:
    cases = [case for case, _, _ in _rows()]
    assert len(cases) == len(set(cases)) == CASES


def test_every_test_that_is_named_exists() -> None:
    missing = [
        f"{case}: {file} {name}"
        for case, file, name in _rows()
        if f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert missing == []
