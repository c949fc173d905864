"""A registered charger."""

import pytest

from csms.domain.charger import Charger
from tests.engine import Engine
from tests.integration.chargers.charger import register


@pytest.fixture
def charger(tables: Engine) -> Charger:
    """An accepted charger `CP-1` that never connected."""
    return register()[0]
