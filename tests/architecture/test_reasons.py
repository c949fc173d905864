"""Each refusal has a word of the one table, and each word of the table is told somewhere."""

import ast
import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from csms.domain.reasons import CertificateReason, Reason
from tests.architecture.repository import PRODUCT, ROOT, python_files

REASONS = get_args(Reason.__value__)
OF_CERTIFICATES = get_args(CertificateReason.__value__)
WITH_REASON = ("Refused", "Conflict", "Forbidden")
TABLE = "reasons.py"
WHERE_CERTIFICATES_ARE_MADE = {"certificates.py", "certificate_sign.py"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    """The name of each file of the product beside the table, and what is in it."""
    for path in python_files(*PRODUCT):
        if path.name != TABLE:
            yield path.name, ast.parse(path.read_text(encoding="utf-8"))


def refusals() -> Iterator[tuple[str, ast.Call]]:
    """Each place that makes an error with a reason."""
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in WITH_REASON:
                yield name, node


def test_every_refusal_has_a_message_and_a_reason() -> None:
    found = list(refusals())
    wrong = [f"{name}:{call.lineno}" for name, call in found if len(call.args) != 2]
    assert len(found) > 50
    assert wrong == []


def test_every_reason_is_in_the_table_of_its_kind() -> None:
    wrong = []
    for name, call in refusals():
        reason = call.args[1]
        known = OF_CERTIFICATES if name in WHERE_CERTIFICATES_ARE_MADE else REASONS
        if isinstance(reason, ast.Constant) and reason.value not in known:
            wrong.append(f"{name}:{call.lineno} {reason.value!r}")
    assert wrong == []


def test_no_reason_of_the_table_is_left_over_or_there_twice() -> None:
    told = {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    everything = (*REASONS, *OF_CERTIFICATES)
    assert [one for one in everything if one not in told] == []
    assert len(everything) == len(set(everything))


@pytest.mark.parametrize("name", ["admin", "user"])
def test_every_reason_is_described(name: str) -> None:
    document = (ROOT / f"docs/openapi/{name}.json").read_text(encoding="utf-8")
    schemas: dict[str, Any] = json.loads(document)["components"]["schemas"]
    assert schemas["Reason"]["enum"] == list(REASONS)
    assert {"$ref": "#/components/schemas/Reason"} in schemas["Problem"]["properties"]["reason"][
        "anyOf"
    ]
