"""python-ocpp as each test finds it."""

from collections.abc import Iterator

import pytest
from ocpp import messages


@pytest.fixture(autouse=True, scope="module")
def fresh_python_ocpp() -> Iterator[None]:
    """Forget python-ocpp's validators before and after a file.

    It keeps one validator per message, made for the kind of number that the first caller used,
    and fails for a caller that uses another.
    """
    messages._validators.clear()
    yield
    messages._validators.clear()
