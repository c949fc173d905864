"""What billing costs in capacity units, as the engine counts them."""

import pytest

from csms.domain.ids import Minor
from csms.services import billing
from tests.capacity import consumed_capacity
from tests.integration.billing.build import HURRY, given, given_funds
from tests.transactions import NOW, PAYER, stopped

pytestmark = pytest.mark.usefixtures("tables")


def test_a_flat_bill_reads_two_units_and_writes_eleven() -> None:
    given(stopped())
    given_funds()
    with consumed_capacity() as consumed:
        billing.bill(stopped().transaction_id, NOW)
    assert (consumed.read, consumed.written) == (2, 11), consumed.calls


def test_an_open_bill_reads_two_units_and_writes_seven() -> None:
    given(stopped())
    given_funds(1)
    with consumed_capacity() as consumed:
        billing.bill(stopped().transaction_id, NOW, HURRY)
    assert (consumed.read, consumed.written) == (2, 7), consumed.calls


def test_a_top_up_reads_two_units_and_writes_five() -> None:
    given_funds()
    with consumed_capacity() as consumed:
        billing.top_up(PAYER, Minor(100), "key", "admin", None, NOW)
    assert (consumed.read, consumed.written) == (2, 5), consumed.calls
