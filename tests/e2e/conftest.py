"""The whole system for tests of the product."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.system import System


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """One system of template.yaml for all tests that register their own chargers."""
    folder: Path = tmp_path_factory.mktemp("system")
    system = System(folder / "var")
    try:
        system.start()
        yield system
    finally:
        system.close()


@pytest.fixture
def own_system(tmp_path: Path) -> Iterator[System]:
    """A system that a test may kill and restart; not started yet."""
    system = System(tmp_path / "var")
    try:
        yield system
    finally:
        system.close()
