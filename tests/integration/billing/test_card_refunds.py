"""Refunds to cards: one for each key and never more than there is, whoever is beside or dies."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from csms import payments
from csms.domain.card_refund import RefundState, refund_id_of, taken_key
from csms.domain.errors import CsmsError, Refused, Unavailable
from csms.domain.ids import Minor
from csms.entrypoints.jobs import card_refund as job
from csms.services.billing import card_refunds
from csms.services.billing.card_refunds import RefundWish
from csms.store import card_refund, ledger, wallet
from csms.store.card_refund import CardRefundRow
from tests import faults as fault
from tests.integration.api.stripe_api import DRIVER, StripeApi, running
from tests.integration.billing.build import HURRY, balance, faults, given_funds
from tests.integration.store.race import race
from tests.transactions import NOW

pytestmark = pytest.mark.usefixtures("tables")

type Killing = Callable[[int], AbstractContextManager[None]]

FUNDS = 2500
LATER = NOW + timedelta(minutes=10)
NEXT_DAY = NOW + timedelta(hours=25)
FIRST_CALLS = ["GetItem", "GetItem", "GetItem", "TransactWriteItems", "GetItem", "PutItem"]
REPEAT_CALLS = ["GetItem", "GetItem", "PutItem", "GetItem", "PutItem", "GetItem"]


@pytest.fixture
def api() -> Iterator[StripeApi]:
    """Stripe, which took 100.00 from the driver, and 25.00 of it in the wallet."""
    with running() as server:
        server.intents["pi_1"] = server.intents["pi_1"] | {"amount": 10_000}
        yield server


@pytest.fixture(autouse=True)
def funds(tables: object) -> None:
    """Money in the wallet."""
    given_funds(FUNDS, DRIVER)


def wish(key: str = "once", amount: int = FUNDS) -> RefundWish:
    return RefundWish(DRIVER, "pi_1", Minor(amount), key, "operator")


def ask(api: StripeApi, key: str = "once", now: datetime = NOW) -> str:
    """Ask for a refund; what came of it in a word."""
    try:
        card_refunds.refund(wish(key), api.provider, now, HURRY)
    except Refused as refused:
        return refused.reason
    except Unavailable:
        return "undecided"
    return "refunded"


def sweep(api: StripeApi, now: datetime = LATER) -> dict[str, object]:
    """Let the schedule run once."""
    return job.ask_due(now, lambda: True, lambda: api.provider)


def assert_refunded_once(api: StripeApi) -> None:
    """One refund, one entry, books that balance."""
    assert [one["amount"] for one in api.refunds] == [FUNDS]
    assert balance(DRIVER) == 0
    refund = card_refund.find(DRIVER, refund_id_of("once"))
    assert refund is not None
    assert (refund.state, refund.due_at) == (RefundState.SENT, None)
    assert faults(LATER, [DRIVER]) == []


def test_a_refund_makes_the_calls_that_the_tests_here_are_made_of(api: StripeApi) -> None:
    with fault.recorded_calls() as first:
        ask(api)
    assert first.made == [*FIRST_CALLS, "GetItem"]
    CardRefundRow.change(
        (DRIVER, refund_id_of("once")), [CardRefundRow.state.set(RefundState.PENDING.value)]
    )
    with fault.recorded_calls() as repeat:
        ask(api)
    assert repeat.made == REPEAT_CALLS


@pytest.mark.parametrize("order", fault.orders(4, 4))
def test_two_operators_refund_no_more_than_there_is_in_any_order(
    api: StripeApi, order: str
) -> None:
    answers: list[str] = []
    work = {name: (lambda key=name: answers.append(ask(api, key))) for name in "ab"}
    fault.Turns(order).run(work)
    assert sorted(answers) == ["insufficient_funds", "refunded"]
    assert [one["amount"] for one in api.refunds] == [FUNDS]
    assert balance(DRIVER) == 0
    assert faults(LATER, [DRIVER]) == []


@pytest.mark.parametrize("order", fault.orders(5, 5)[::7])
def test_one_request_sent_twice_refunds_once_in_any_order(api: StripeApi, order: str) -> None:
    answers: list[str] = []
    fault.Turns(order).run({name: lambda: answers.append(ask(api)) for name in "ab"})
    assert answers == ["refunded", "refunded"]
    assert_refunded_once(api)


def test_sixteen_operators_refund_no_more_than_there_is(api: StripeApi) -> None:
    answers = race(lambda number: ask(api, f"key-{number}"))
    assert sorted(answers) == ["insufficient_funds"] * 15 + ["refunded"]
    assert [one["amount"] for one in api.refunds] == [FUNDS]
    assert faults(LATER, [DRIVER]) == []


def test_sixteen_repeats_refund_once(api: StripeApi) -> None:
    assert race(lambda _: ask(api)) == ["refunded"] * 16
    assert_refunded_once(api)


@pytest.mark.parametrize("call", range(len(FIRST_CALLS)))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_refund_killed_anywhere_is_finished_by_the_schedule_or_never_began(
    api: StripeApi, killed: Killing, call: int
) -> None:
    with pytest.raises(fault.Killed), killed(call):
        ask(api)
    sweep(api)
    assert sweep(api) == {"asked": 0, "undecided": 0, "complete": True}
    if ledger.find(DRIVER, taken_key(refund_id_of("once"))) is None:
        assert (balance(DRIVER), api.refunds) == (FUNDS, [])
        assert ask(api) == "refunded"
    assert_refunded_once(api)


@pytest.mark.parametrize("call", range(len(FIRST_CALLS)))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_refund_killed_anywhere_happens_once_when_it_is_repeated(
    api: StripeApi, killed: Killing, call: int
) -> None:
    with pytest.raises(fault.Killed), killed(call):
        ask(api)
    assert ask(api) == "refunded"
    assert_refunded_once(api)


@pytest.mark.parametrize("call", range(6))
@pytest.mark.parametrize("killed", [fault.killed_before, fault.killed_after])
def test_a_refused_refund_killed_anywhere_gives_the_money_back_once(
    api: StripeApi, killed: Killing, call: int
) -> None:
    api.is_down = True
    assert ask(api) == "undecided"
    api.is_down = False
    api.intents["pi_1"] = api.intents["pi_1"] | {"amount": 0}
    with suppress(fault.Killed), killed(call):
        ask(api)
    sweep(api, LATER)
    sweep(api, LATER + timedelta(hours=1))
    assert ask(api) == "payment"
    assert (balance(DRIVER), api.refunds) == (FUNDS, [])
    assert faults(LATER, [DRIVER]) == []


@pytest.mark.parametrize("keys_are", ["known", "forgotten"])
def test_a_refund_whose_answer_was_lost_is_not_made_again(api: StripeApi, keys_are: str) -> None:
    api.loses_answers = True
    assert ask(api) == "undecided"
    api.loses_answers = False
    if keys_are == "forgotten":
        api.forget_keys()
    assert sweep(api, NEXT_DAY) == {"asked": 1, "undecided": 0, "complete": True}
    assert_refunded_once(api)


def test_the_schedule_asks_less_and_less_often_and_says_so_after_a_day(
    api: StripeApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.is_down = True
    assert ask(api) == "undecided"
    asked_at = [NOW]
    while asked_at[-1] < NEXT_DAY:
        refund = card_refund.find(DRIVER, refund_id_of("once"))
        assert refund is not None
        assert refund.due_at is not None
        asked_at.append(refund.due_at)
        assert sweep(api, asked_at[-1]) == {"asked": 1, "undecided": 1, "complete": True}
    waits = [later - earlier for earlier, later in pairwise(asked_at)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(minutes=2), timedelta(hours=2))
    levels = [one.levelname for one in caplog.records if "refund to a card" in one.message]
    days = [at > NOW + timedelta(days=1) for at in asked_at[1:]]
    assert levels == ["ERROR" if is_long else "WARNING" for is_long in days]
    assert "ERROR" in levels
    (found,) = faults(asked_at[-1], [DRIVER])
    assert found.detail == "is pending since 2026-03-01T13:00:02+00:00"
    assert balance(DRIVER) == 0
    api.is_down = False
    assert ask(api) == "refunded"
    assert_refunded_once(api)


def test_refunds_without_a_provider_wait(api: StripeApi) -> None:
    assert payments.configured() is None
    event = {"time": LATER.isoformat()}
    assert job.handle(event, lambda: True) == {"asked": 0, "undecided": 0, "complete": True}
    api.is_down = True
    assert ask(api) == "undecided"
    assert job.handle(event, lambda: True) == {"complete": False}
    assert sweep(api)["asked"] == 1


def entry_lost() -> None:
    ledger.LedgerRow(DRIVER, taken_key(refund_id_of("once"))).delete()


def state_changed() -> None:
    CardRefundRow.change(
        (DRIVER, refund_id_of("once")), [CardRefundRow.state.set(RefundState.REFUSED.value)]
    )


def amount_changed() -> None:
    CardRefundRow.change((DRIVER, refund_id_of("once")), [CardRefundRow.amount_minor.set(1)])


def deadline_lost() -> None:
    CardRefundRow.change(
        (DRIVER, refund_id_of("once")), [CardRefundRow.state.set(RefundState.PENDING.value)]
    )


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (entry_lost, "is sent, its entries make 0 instead of -2500"),
        (state_changed, "is refused, its entries make -2500 instead of 0"),
        (amount_changed, "is sent, its entries make -2500 instead of -1"),
        (deadline_lost, "is pending without a deadline"),
    ],
)
def test_a_damaged_refund_is_named(api: StripeApi, damage: Callable[[], None], named: str) -> None:
    assert ask(api) == "refunded"
    assert faults(LATER, [DRIVER]) == []
    damage()
    subject = f"refund {refund_id_of('once')} of {DRIVER}"
    assert named in [one.detail for one in faults(LATER, [DRIVER]) if one.subject == subject]


def test_a_refund_that_nobody_asks_for_again_is_named(api: StripeApi) -> None:
    api.is_down = True
    with suppress(CsmsError):
        ask(api)
    assert faults(NOW + timedelta(minutes=61), [DRIVER]) == []
    (found,) = faults(NOW + timedelta(minutes=63), [DRIVER])
    assert found.detail == "its deadline 2026-03-01T13:02:02+00:00 was missed"
    entry = wallet.find(DRIVER)
    assert entry is not None
    assert entry.balance_minor == 0
