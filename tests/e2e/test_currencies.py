"""A system whose currency has no minor unit, or one of a thousandth, as its drivers see it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.e2e.system import System
from tests.e2e.test_web import run


@pytest.mark.parametrize("currency", ["JPY", "KWD"])
def test_amounts_have_the_digits_of_their_currency(tmp_path: Path, currency: str) -> None:
    system = System(tmp_path / "var", parameters=(f"Currency={currency}",))
    try:
        system.start()
        run(
            "npx",
            "playwright",
            "test",
            "currencies.spec.ts",
            CSMS_URL=system.base_url,
            CURRENCY=currency,
            PYTHON=sys.executable,
        )
    finally:
        system.close()
