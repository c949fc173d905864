"""Every order and every repetition of a session's frames gives the same bill.

A machine plays a charger that queues, repeats and reorders as it likes, a process that dies between
the answer and what follows it, and sweeps in between. Whatever it does, in the end there is one
transaction, one charge, and what the driver paid is what the true readings cost.
"""

from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from csms.domain.ids import Minor, UserId
from csms.domain.transaction import ClosedBy, TransactionState
from csms.services import billing
from csms.store import transaction_list as lists
from tests.integration.charging.world import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    Frames,
    add_charger,
    add_tag,
    bills,
    build,
    meter_payload,
    start_payload,
    stop_payload,
    stored,
    sweep,
    text,
)

pytestmark = pytest.mark.usefixtures("tables")
FULL_PRICE = 450
"""10 kWh at 0.40, and 0.50 for the session."""
READINGS = {minute: 1000 + minute * 150 for minute in (10, 20, 30, 40, 50)}


class Session(RuleBasedStateMachine):
    """One session that takes an hour, told in any order after its start."""

    names = count(1)

    def __init__(self) -> None:
        super().__init__()
        name = f"session-{next(self.names)}"
        self.payer = UserId(name)
        billing.top_up(self.payer, Minor(10_000), "funds", "test", None, NOW)
        add_tag(name, user_id=self.payer)
        self.started = start_payload(NOW, idTag=name)
        self.frames: Frames = add_charger(name)
        self.now = NOW + HOUR
        self.number = 0

    @initialize()
    def begin(self) -> None:
        """The Start is answered first: no other frame can name the transaction before."""
        self.number = self.send("StartTransaction", self.started)["transactionId"]

    def send(self, action: str, payload: dict[str, Any], *, dies: bool = False) -> dict[str, Any]:
        """Send a frame a second after the one before; the process may die after its answer."""
        self.now += MINUTE / 60
        if dies:
            return dict(self.frames.answer(action, payload, self.now).payload)
        return self.frames.send(action, payload, self.now)

    @rule(dies=st.booleans())
    def repeat_start(self, *, dies: bool) -> None:
        """The charger did not get the answer."""
        answer = self.send("StartTransaction", self.started, dies=dies)
        assert answer == {"transactionId": self.number, "idTagInfo": {"status": "Accepted"}}

    @rule(minute=st.sampled_from(sorted(READINGS)), named=st.booleans())
    def meter(self, minute: int, *, named: bool) -> None:
        """A reading, new, late or repeated, with or without the transaction's number."""
        number = self.number if named else None
        payload = meter_payload(number, NOW + minute * MINUTE, READINGS[minute])
        assert self.send("MeterValues", payload) == {}

    @rule(named=st.booleans(), data=st.booleans(), dies=st.booleans())
    def stop(self, *, named: bool, data: bool, dies: bool) -> None:
        """The Stop, first or repeated, with or without the number."""
        payload = stop_payload(self.number if named else -1, NOW + HOUR, 11_000)
        if data:
            payload["transactionData"] = meter_payload(None, NOW + HOUR, 11_000)["meterValue"]
        assert self.send("StopTransaction", payload, dies=dies) == {}

    @rule(
        minute=st.sampled_from([5, 25, 45, 61]), status=st.sampled_from(["Available", "Charging"])
    )
    def status(self, minute: int, status: str) -> None:
        """What the connector was doing at some time."""
        payload = {"connectorId": 1, "errorCode": "NoError", "status": status}
        at = {"timestamp": text(NOW + minute * MINUTE)}
        assert self.send("StatusNotification", payload | at) == {}

    @rule()
    def boot(self) -> None:
        """The charger boots, or says so."""
        self.send("BootNotification", {"chargePointVendor": "V", "chargePointModel": "M"})

    @rule(later=st.sampled_from([2 * MINUTE, 20 * MINUTE, DAY]))
    def sweep(self, later: Any) -> None:
        """Time passes, and the schedules run."""
        self.now += later
        sweep(self.now)

    @invariant()
    @precondition(lambda self: self.number > 0)
    def books_are_right(self) -> None:
        """One transaction; it is charged once, and never more than its true price."""
        (only,) = lists.list_by_charger(self.frames.charger_id, None, 5).items
        assert only.transaction_id == self.number
        keys = [key for key, _ in bills(self.payer)]
        assert len(set(keys)) == len(keys)
        assert keys[:1] in ([], [f"charge#{self.number}"])
        assert -FULL_PRICE <= sum(amount for _, amount in bills(self.payer)) <= 0

    def teardown(self) -> None:
        """Whatever happened: the Stop is repeated until it is answered, and the sweeps run."""
        if not self.number:
            return
        self.send("StopTransaction", stop_payload(self.number, NOW + HOUR, 11_000))
        self.now += 2 * MINUTE
        sweep(self.now)
        ended = stored(self.number)
        assert (ended.state, ended.due_at) == (TransactionState.COMPLETED, None)
        assert (ended.closed_by, ended.meter_stop_wh) == (ClosedBy.CHARGER, 11_000)
        assert sum(amount for _, amount in bills(self.payer)) == -FULL_PRICE
        assert ended.bill is not None
        assert ended.bill.price_minor == FULL_PRICE


@pytest.mark.slow
def test_every_order_and_repetition_gives_the_same_bill() -> None:
    build()
    machine = Session.TestCase
    machine.settings = settings(
        max_examples=25,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    machine("runTest").runTest()
