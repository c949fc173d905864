"""The committed OpenAPI documents are those of the code."""

import pytest

from csms.entrypoints.api.openapi import FOLDER, documents
from tests.architecture.repository import ROOT


@pytest.mark.parametrize("name", ["admin.json", "user.json"])
def test_a_committed_document_is_that_of_the_code(name: str) -> None:
    committed = (ROOT / FOLDER / name).read_text(encoding="utf-8")
    assert committed == documents()[name], "run: make openapi"
