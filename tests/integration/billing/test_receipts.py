"""A receipt says what was charged, also while something else may be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.ids import Micro, Wh
from csms.domain.tariff import Tariff
from csms.domain.time_of_use import Window
from csms.domain.transaction import ClosedBy, TransactionState
from csms.services import billing
from csms.services.charging import receipts, resolving
from csms.services.charging.resolving import Decision
from csms.store import transaction
from tests.integration.billing.build import ended_after_all, given, given_funds
from tests.transactions import NOW, PRICE, TARIFF, stopped

pytestmark = pytest.mark.usefixtures("tables")

NUMBER = stopped().transaction_id
NIGHT = Window("night", tuple(range(7)), 22 * 60, 6 * 60, Micro(250_000))


@pytest.mark.parametrize("tariff", [TARIFF, replace(TARIFF, windows=(NIGHT,))])
def test_lines_are_those_of_the_bill_while_its_correction_waits(tariff: Tariff) -> None:
    given(replace(stopped(), closed_by=ClosedBy.CSMS, tariff=tariff))
    given_funds()
    ended_after_all(billing.bill(NUMBER, NOW), 911_000)
    after = billing.correct(NUMBER, NOW + timedelta(days=3))
    assert after.state is TransactionState.HELD
    receipt = receipts.of(NUMBER)
    assert [(line.quantity, line.amount_minor) for line in receipt.price.lines] == [
        (10_000, 400),
        (1, 50),
    ]
    assert receipt.price.total_minor == receipt.bill.price_minor == PRICE


def test_lines_follow_a_correction() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    resolving.set_energy(Decision(NUMBER, "admin", "misread", NOW), Wh(5000))
    receipt = receipts.of(NUMBER)
    assert [line.amount_minor for line in receipt.price.lines] == [200, 50]
    assert [entry.amount_minor for entry in receipt.entries] == [-PRICE, 200]
    assert transaction.get(NUMBER).bill == receipt.bill
