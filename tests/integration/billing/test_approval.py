"""What an operator decided holds for what they looked at, not for what comes after it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

import pytest

from csms.domain.errors import Invalid, Refused
from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import Micro, Minor, TariffId, TransactionId, Wh
from csms.domain.transaction import ClosedBy, Transaction, TransactionState
from csms.domain.user import Role, User
from csms.services import billing
from csms.services.charging import readings, resolving, stops
from csms.services.charging.readings import MeterFacts
from csms.services.charging.resolving import Decision
from csms.store import tariff as tariffs
from csms.store import transaction, user, wallet
from csms.store.wallet import WalletRow
from functions.billing_retry.handler import handler
from tests import faults as fault
from tests.charging import reading, stop_facts
from tests.integration.billing.build import HURRY, balance, charged, faults, given, given_funds
from tests.transactions import NOW, PAYER, PRICE, STOP, TARIFF, stopped

pytestmark = pytest.mark.usefixtures("tables")

type Killing = Callable[[int], AbstractContextManager[None]]

S = TransactionState
NUMBER = TransactionId(1)
MADE = Decision(NUMBER, "admin", "looked at the meter", NOW)
LATER = STOP + timedelta(days=2)


def given_payer(deleted: bool = False) -> None:  # noqa: FBT001, FBT002 - a stored fact
    """The person who pays."""
    person = User(PAYER, "iss", "sub", "Driver", None, Role.USER, active=True, created_at=NOW)
    user.create(replace(person, deleted_at=NOW if deleted else None))


def closed_by_us(energy_wh: int = 10_000) -> Transaction:
    """One that we ended at its last reading."""
    return replace(stopped(energy_wh=energy_wh), closed_by=ClosedBy.CSMS, reconciled=True)


def true_stop(register_wh: int) -> Transaction:
    """Let the charger tell its true end two days later."""
    facts = stop_facts(meter_stop_wh=Wh(register_wh), arrived_at=LATER)
    found = stops.stop(NUMBER, facts)
    stops.settle(found, facts, LATER)
    return transaction.get(NUMBER)


def late_reading(register_wh: int, minutes: int = 5) -> None:
    """Let a reading arrive that was taken so long after the end that we assumed."""
    at = STOP + timedelta(minutes=minutes)
    one = stopped()
    facts = MeterFacts(
        one.charger_id, one.connector_id, NUMBER, [reading(at, register_wh)], LATER, "late"
    )
    readings.record(facts)


@pytest.mark.parametrize(
    "unbilled",
    [
        replace(stopped(energy_wh=90_000), payer_id=None),
        replace(stopped(energy_wh=90_000), id_tag_info=IdTagInfo(AuthorizationStatus.BLOCKED)),
    ],
    ids=["no payer", "refused tag"],
)
def test_who_pays_is_no_word_on_how_much(unbilled: Transaction) -> None:
    given(unbilled)
    given_funds()
    given_payer()
    assert billing.bill(NUMBER, NOW).state is S.UNBILLED
    assert resolving.assign(MADE, PAYER, None).state is S.HELD
    assert charged() == []
    assert resolving.bill_as_it_is(MADE).state is S.COMPLETED
    assert (charged(), faults()) == ([("charge#1", -3650)], [])


def test_an_approval_does_not_cover_the_true_end_that_comes_later() -> None:
    given(closed_by_us(90_000))
    given_funds(100_000)
    assert billing.bill(NUMBER, NOW).state is S.HELD
    assert resolving.bill_as_it_is(MADE).state is S.COMPLETED
    after = true_stop(911_000)
    assert (after.state, charged()) == (S.HELD, [("charge#1", -3650)])
    assert faults(LATER) == []


def test_an_approval_does_not_cover_readings_that_come_after_the_bill() -> None:
    given(closed_by_us(90_000))
    given_funds(100_000)
    billing.bill(NUMBER, NOW)
    assert resolving.bill_as_it_is(MADE).state is S.COMPLETED
    late_reading(911_000)
    assert billing.bill(NUMBER, LATER).state is S.HELD
    assert (charged(), faults(LATER)) == ([("charge#1", -3650)], [])


def test_an_approval_does_not_cover_readings_that_come_before_it_is_paid() -> None:
    given(closed_by_us(90_000))
    given_funds(1)
    billing.bill(NUMBER, NOW)
    assert resolving.bill_as_it_is(MADE).state is S.BILLING_FAILED
    late_reading(911_000)
    billing.top_up(PAYER, Minor(100_000), "more", "test", None, LATER)
    assert transaction.get(NUMBER).state is S.HELD
    assert (charged(), faults(LATER)) == ([], [])


def test_the_energy_that_somebody_set_stays_whatever_comes_later() -> None:
    given(closed_by_us(90_000))
    given_funds()
    billing.bill(NUMBER, NOW)
    assert resolving.set_energy(MADE, Wh(10_000)).state is S.COMPLETED
    late_reading(500_000)
    assert true_stop(911_000).state is S.COMPLETED
    assert (charged(), faults(LATER)) == ([("charge#1", -PRICE)], [])


@pytest.mark.parametrize("call", range(8))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_cancelled_bill_keeps_nobody_from_charging_whoever_died(
    killed: Killing, call: int
) -> None:
    given(stopped())
    given_funds(1)
    assert billing.bill(NUMBER, NOW, HURRY).state is S.BILLING_FAILED
    try:
        with killed(call):
            resolving.cancel(MADE)
    except fault.Killed:
        handler({"time": LATER.isoformat()}, Lambda())
    if transaction.get(NUMBER).state is S.BILLING_FAILED:
        resolving.cancel(MADE)
    found = wallet.find(PAYER)
    assert found is not None
    assert (found.open_bills, faults(LATER)) == ((), [])


class Lambda:
    """What Lambda passes beside an event."""

    def get_remaining_time_in_millis(self) -> int:
        """Enough."""
        return 25_000


def test_an_open_bill_that_waits_for_nothing_is_named() -> None:
    given(stopped())
    given_funds()
    billing.bill(NUMBER, NOW)
    assert faults() == []
    WalletRow.change((PAYER,), [WalletRow.open_bills.add({1, 7})])
    assert [(one.subject, one.detail) for one in faults()] == [
        ("wallet driver", "transaction 1 keeps it from charging, and waits for no money"),
        ("wallet driver", "transaction 7 keeps it from charging, and waits for no money"),
    ]


def test_a_bill_that_nobody_can_pay_can_be_corrected() -> None:
    given(stopped())
    given_funds(250)
    assert billing.bill(NUMBER, NOW, HURRY).state is S.BILLING_FAILED
    assert resolving.set_energy(MADE, Wh(5000)).state is S.COMPLETED
    found = wallet.find(PAYER)
    assert found is not None
    assert (found.open_bills, balance(), faults()) == ((), 0, [])


def test_a_correction_that_nobody_can_pay_can_be_corrected() -> None:
    given(stopped())
    given_funds(PRICE)
    billing.bill(NUMBER, NOW)
    assert resolving.set_energy(MADE, Wh(100_000)).state is S.BILLING_FAILED
    with pytest.raises(Refused):
        resolving.cancel(MADE)
    assert resolving.set_energy(MADE, Wh(10_000)).state is S.COMPLETED
    found = wallet.find(PAYER)
    assert found is not None
    assert (found.open_bills, charged(), faults()) == ((), [("charge#1", -PRICE)], [])


def test_what_began_under_a_tariff_is_billed_under_it() -> None:
    given(replace(stopped(), payer_id=None))
    given_funds()
    given_payer()
    dear = replace(TARIFF, tariff_id=TariffId("dear"), energy_rate=Micro(TARIFF.energy_rate * 2))
    tariffs.create(dear)
    assert billing.bill(NUMBER, NOW).state is S.UNBILLED
    with pytest.raises(Invalid) as refused:
        resolving.assign(MADE, PAYER, dear.tariff_id)
    assert refused.value.field == "tariff_id"
    assert resolving.assign(MADE, PAYER, None).state is S.COMPLETED
    assert charged() == [("charge#1", -PRICE)]


def test_who_deleted_their_account_is_not_made_to_pay() -> None:
    given(replace(stopped(), payer_id=None))
    given_payer(deleted=True)
    billing.bill(NUMBER, NOW)
    with pytest.raises(Refused) as refused:
        resolving.assign(MADE, PAYER, None)
    assert refused.value.reason == "deleted"
    assert transaction.get(NUMBER).state is S.UNBILLED


def test_readings_that_come_while_a_correction_waits_for_money_are_in_it() -> None:
    given(closed_by_us())
    given_funds(PRICE)
    billing.bill(NUMBER, NOW)
    late_reading(12_000)
    assert billing.bill(NUMBER, LATER).state is S.BILLING_FAILED
    late_reading(13_000, minutes=6)
    billing.top_up(PAYER, Minor(1000), "more", "test", None, LATER)
    assert charged() == [("charge#1", -PRICE), ("correction#1#1", -80)]
    assert faults(LATER) == []
