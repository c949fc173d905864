"""What operators decide: bill as it is, for another energy, for nobody, for somebody; give back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import Minor, TariffId, TransactionId, UserId, Wh
from csms.domain.transaction import ReadingSummary, Transaction, TransactionState
from csms.domain.user import Role, User
from csms.services import billing
from csms.services.billing import Refund
from csms.services.charging import resolving
from csms.services.charging.resolving import Decision
from csms.store import tariff as tariffs
from csms.store import timeline, transaction, user, wallet
from tests.integration.billing.build import HURRY, balance, charged, faults, given, given_funds
from tests.transactions import NOW, PAYER, PRICE, TARIFF, stopped

pytestmark = pytest.mark.usefixtures("tables")

S = TransactionState
NUMBER = TransactionId(1)
MADE = Decision(NUMBER, "admin", "looked at the meter", NOW)


def held() -> Transaction:
    """One whose register says more than the charger can deliver."""
    given(stopped(energy_wh=90_000))
    given_funds()
    found = billing.bill(NUMBER, NOW)
    assert found.state is S.HELD
    return found


def refund(amount: int | None = None, key: str = "r1", reason: str = "goodwill") -> int:
    wish = Refund(NUMBER, None if amount is None else Minor(amount), reason, key, "admin")
    return billing.refund(wish, NOW).amount_minor


def kinds() -> list[str]:
    return [one.kind for one in timeline.events(NUMBER)]


def test_a_held_transaction_is_billed_as_it_is() -> None:
    held()
    after = resolving.bill_as_it_is(MADE)
    assert (after.state, charged()) == (S.COMPLETED, [("charge#1", -3650)])
    assert kinds() == ["billed-as-is"]
    assert faults() == []


def test_a_held_transaction_is_billed_for_what_was_decided() -> None:
    before = held()
    after = resolving.set_energy(MADE, Wh(10_000))
    assert (after.state, charged()) == (S.COMPLETED, [("charge#1", -PRICE)])
    assert (after.meter_stop_wh, after.readings) == (before.meter_stop_wh, before.readings)
    assert faults() == []


def test_one_that_fell_silent_is_billed_to_its_last_reading() -> None:
    silent = replace(
        stopped(),
        state=S.HELD,
        meter_stop_wh=None,
        stopped_at=None,
        closed_by=None,
        due_kind=None,
        due_at=None,
    )
    given(silent)
    given_funds()
    assert resolving.bill_as_it_is(MADE).bill is not None
    assert charged() == [("charge#1", -PRICE)]


def test_one_that_fell_silent_without_readings_costs_nothing() -> None:
    silent = replace(
        stopped(),
        state=S.HELD,
        meter_stop_wh=None,
        stopped_at=None,
        closed_by=None,
        readings=ReadingSummary(),
        due_kind=None,
        due_at=None,
    )
    given(silent)
    assert resolving.bill_as_it_is(MADE).state is S.COMPLETED
    assert charged() == [("charge#1", 0)]


def test_nobody_pays_for_a_cancelled_transaction() -> None:
    held()
    assert resolving.cancel(MADE).state is S.CANCELLED
    assert charged() == []
    assert faults() == []
    with pytest.raises(Refused):
        resolving.bill_as_it_is(MADE)


def test_a_bill_that_nobody_can_pay_can_be_cancelled() -> None:
    given(stopped())
    given_funds(1)
    billing.bill(NUMBER, NOW, HURRY)
    assert resolving.cancel(MADE).state is S.CANCELLED
    found = wallet.find(PAYER)
    assert found is not None
    assert (found.open_bills, faults()) == ((), [])


def test_what_was_billed_is_corrected_by_one_entry_with_the_reason() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    after = resolving.set_energy(MADE, Wh(5000))
    assert charged() == [("charge#1", -PRICE), ("correction#1#1", 200)]
    assert after.bill is not None
    assert (after.bill.price_minor, after.bill.revision) == (250, 1)
    again = resolving.set_energy(MADE, Wh(7500))
    assert again.bill is not None
    assert charged()[-1] == ("correction#1#2", -100)
    assert faults() == []
    with pytest.raises(Refused):
        resolving.cancel(MADE)


@pytest.mark.parametrize(
    "unbilled",
    [
        replace(stopped(), payer_id=None),
        replace(stopped(), payer_id=None, tariff=None),
        replace(stopped(), id_tag_info=IdTagInfo(AuthorizationStatus.BLOCKED)),
    ],
    ids=["no payer", "no tariff", "refused tag"],
)
def test_somebody_is_found_to_pay(unbilled: Transaction) -> None:
    given(unbilled)
    given_funds()
    user.create(User(PAYER, "iss", "sub", "Driver", None, Role.USER, active=True, created_at=NOW))
    tariffs.create(TARIFF)
    assert billing.bill(NUMBER, NOW).state is S.UNBILLED
    if unbilled.tariff is None:
        with pytest.raises(Invalid):
            resolving.assign(MADE, PAYER, None)
    after = resolving.assign(MADE, PAYER, TARIFF.tariff_id)
    assert (after.state, charged()) == (S.COMPLETED, [("charge#1", -PRICE)])
    assert faults() == []


def test_nobody_unknown_is_made_to_pay() -> None:
    given(replace(stopped(), payer_id=None))
    billing.bill(NUMBER, NOW)
    with pytest.raises(NotFound):
        resolving.assign(MADE, UserId("nobody"), None)
    with pytest.raises(NotFound):
        resolving.assign(replace(MADE, transaction_id=TransactionId(9)), PAYER, TariffId("x"))


def test_a_refund_gives_back_all_or_a_part() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    assert refund(100) == 100
    assert refund(None, "r2") == PRICE - 100
    assert balance() == 10_000
    assert transaction.get(NUMBER).refunded_minor == PRICE
    assert faults() == []
    with pytest.raises(Refused):
        refund(1, "r3")


def test_a_refund_happens_once_per_key() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    assert [refund(), refund()] == [PRICE, PRICE]
    assert balance() == 10_000
    with pytest.raises(Invalid):
        refund(5)


def test_sixteen_refunds_at_once_give_back_no_more_than_was_paid() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)

    def one(key: int) -> int:
        try:
            return refund(100, f"k{key}")
        except Refused:
            return 0

    with ThreadPoolExecutor(16) as pool:
        given_back = list(pool.map(one, range(16)))
    assert sorted(given_back) == [0] * 12 + [100] * 4
    assert (transaction.get(NUMBER).refunded_minor, faults()) == (400, [])


def test_only_what_was_billed_is_refunded() -> None:
    held()
    with pytest.raises(Refused):
        refund()


def test_a_correction_after_a_refund_keeps_the_books() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    refund(50)
    resolving.set_energy(MADE, Wh(20_000))
    assert balance() == 10_000 - 850 + 50
    assert faults() == []


def corrected(energy_wh: int) -> int:
    """Set the energy of what was billed, and tell what its last entry moved."""
    resolving.set_energy(MADE, Wh(energy_wh))
    return charged()[-1][1]


def test_a_correction_gives_back_only_what_refunds_have_not() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    refund(400)
    assert corrected(2500) == 50
    assert (balance(), faults()) == (10_000, [])
    with pytest.raises(Refused, match="At most 0"):
        refund(1, "r2")
    resolving.set_energy(MADE, Wh(5000))
    assert charged() == [("charge#1", -PRICE), ("correction#1#1", 50)]
    assert corrected(10_000) == -50
    assert (balance(), faults()) == (10_000 - PRICE + 400, [])
    assert refund(None, "r3") == 50
    assert (balance(), faults()) == (10_000, [])


def test_a_refund_that_was_given_is_answered_again_whatever_came_after() -> None:
    given(stopped())
    given_funds(PRICE)
    billing.bill(NUMBER, NOW)
    assert refund(100) == 100
    after = resolving.set_energy(MADE, Wh(100_000))
    assert after.state is S.BILLING_FAILED
    assert refund(100) == 100
    with pytest.raises(Refused):
        refund(100, "r2")
    assert faults() == []
