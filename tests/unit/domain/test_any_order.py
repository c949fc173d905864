"""The rules of charging and billing together: any order of what happens ends in the same price.

A fast, pure counterpart of the machine in tests/integration/charging: it applies the rules to one
transaction in memory, thousands of ways, with deaths between an end and its bill.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from csms.domain import billing
from csms.domain.ending import CloseReason, close, extend, hold_for_silence, stop
from csms.domain.plausibility import doubts
from csms.domain.reading import ReadingFact, add_reading, repeat_reading
from csms.domain.reconciliation import Trigger, acquit, is_due, suspect
from csms.domain.transaction import ClosedBy, Transaction, TransactionState
from tests.charging import HOUR, MINUTE, START, fact, running, stop_facts
from tests.transactions import PRICE, TARIFF

DAY = timedelta(days=1)
SILENCE = timedelta(days=7)
STEPS = st.one_of(
    st.tuples(st.just("read"), st.integers(1, 59)),
    st.tuples(st.just("doubt"), st.integers(1, 70)),
    st.tuples(st.just("seen"), st.integers(1, 70)),
    st.tuples(st.just("later"), st.sampled_from([1, 20, 60 * 25, 60 * 24 * 8])),
    st.tuples(st.just("bill"), st.just(0)),
    st.tuples(st.just("stop"), st.just(0)),
)


class Ledger:
    """One transaction, the readings that came, and what its payer was charged."""

    def __init__(self) -> None:
        self.transaction: Transaction = running(tariff=TARIFF)
        self.now = START + HOUR
        self.arrived: dict[int, ReadingFact] = {}
        self.entries: list[int] = []

    def take(self, changed: Transaction | None) -> None:
        if changed is not None:
            self.transaction = changed

    def read(self, minute: int) -> None:
        """A reading of that minute: new, or a repeat."""
        before = self.arrived.get(minute)
        one = before or replace(fact(minute, 1000 + minute * 160), arrived_at=self.now)
        self.arrived[minute] = one
        merge = add_reading if before is None else repeat_reading
        summary = merge(self.transaction.readings, one)
        if summary != self.transaction.readings:
            counted = extend(replace(self.transaction, readings=summary))
            self.take(acquit(counted, one.newest_at) or counted)

    def doubt(self, minute: int) -> None:
        """The connector reports at that minute that nothing charges."""
        at = START + minute * MINUTE
        self.take(suspect(self.transaction, Trigger.STATUS, at, self.now + 15 * MINUTE))

    def seen(self, minute: int) -> None:
        """The connector reports at that minute that it charges."""
        self.take(acquit(self.transaction, START + minute * MINUTE))

    def later(self, minutes: int) -> None:
        """Time passes, and the sweep looks."""
        self.now += minutes * MINUTE
        if is_due(self.transaction, self.now):
            self.take(close(self.transaction, CloseReason.RECONCILED, self.now))
        if self.now - START > SILENCE:
            self.take(hold_for_silence(self.transaction))
        self.bill(0)

    def stop(self, _: int) -> None:
        """The Stop arrives, or arrives again."""
        self.take(stop(self.transaction, stop_facts(arrived_at=self.now)))

    def bill(self, _: int) -> None:
        """What is due is billed."""
        ended = self.transaction
        if not billing.awaits_billing(ended):
            return
        if doubts(ended):
            self.take(billing.parked(ended, TransactionState.HELD, "doubts"))
            return
        priced = billing.replay(ended, TARIFF)
        self.entries.append(int(billing.amount_due(ended, priced)))
        self.take(billing.completed(ended, priced, self.now))


@settings(max_examples=400, deadline=None)
@given(st.lists(STEPS, max_size=30))
def test_whatever_happens_the_true_end_decides_the_price(steps: Sequence[tuple[str, int]]) -> None:
    ledger = Ledger()
    for name, value in steps:
        getattr(ledger, name)(value)
        assert len(ledger.entries) <= 2
        assert 0 <= sum(ledger.entries) <= PRICE
    ledger.stop(0)
    ledger.bill(0)
    ended: Transaction = ledger.transaction
    assert (ended.state, ended.closed_by) == (TransactionState.COMPLETED, ClosedBy.CHARGER)
    assert sum(ledger.entries) == PRICE
    assert ended.due_at is None
    assert ended.readings.count == len(ledger.arrived)


@given(st.permutations(range(1, 13)), st.integers(1, 12))
def test_our_own_close_is_at_the_newest_reading_in_any_order(
    order: Sequence[int], doubted_after: int
) -> None:
    ledger = Ledger()
    for position, minute in enumerate(order):
        ledger.read(minute)
        if position + 1 == doubted_after:
            ledger.doubt(59)
    closing: datetime = START + DAY
    ledger.now = closing
    ledger.later(1)
    assert ledger.transaction.meter_stop_wh == 1000 + 12 * 160
    assert ledger.transaction.stopped_at == START + 12 * MINUTE
