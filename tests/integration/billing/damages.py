"""What can be wrong in a store with one billed transaction, and how the books name it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from csms.domain.ids import Minor, TransactionId, UserId, Wh
from csms.domain.wallet import EntryKind, Movement, post
from csms.store import transaction, wallet
from csms.store.counter import CounterRow
from csms.store.ledger import LedgerRow
from csms.store.station_day import StationDayRow
from csms.store.transaction_row import TRANSACTION_ROW, TransactionRow
from csms.store.wallet import WalletRow
from tests.integration.billing.build import given
from tests.transactions import NOW, PAYER, PRICE, STATION


def wallet_changed() -> None:
    WalletRow.change((PAYER,), [WalletRow.balance_minor.add(1)])


def held_changed() -> None:
    WalletRow.change((PAYER,), [WalletRow.held_minor.add(1)])


def entry_changed() -> None:
    LedgerRow.change((PAYER, "charge#1"), [LedgerRow.amount_minor.add(1)])


def entry_lost() -> None:
    LedgerRow(PAYER, "charge#1").delete()


def bill_changed() -> None:
    billed = transaction.get(TransactionId(1))
    assert billed.bill is not None
    dearer = replace(billed, bill=replace(billed.bill, price_minor=Minor(PRICE + 1)))
    assert transaction.save(dearer, billed.version) is None


def reading_changed() -> None:
    billed = transaction.get(TransactionId(1))
    assert billed.meter_stop_wh is not None
    more = replace(billed, meter_stop_wh=Wh(billed.meter_stop_wh + 1000))
    assert transaction.save(more, billed.version) is None


def day_changed() -> None:
    StationDayRow.change((STATION, "2026-03-01#cp1"), [StationDayRow.energy_wh.add(1)])


def day_lost() -> None:
    StationDayRow(STATION, "2026-03-01#cp1").delete()


def hold_changed() -> None:
    billed = transaction.get(TransactionId(1))
    assert transaction.save(replace(billed, hold_minor=Minor(5)), billed.version) is None


def refund_changed() -> None:
    billed = transaction.get(TransactionId(1))
    assert transaction.save(replace(billed, refunded_minor=Minor(5)), billed.version) is None


def number_changed() -> None:
    CounterRow.change(("invoice",), [CounterRow.value.set(2)])


def payer_changed() -> None:
    billed = transaction.get(TransactionId(1))
    other = replace(billed, payer_id=UserId("somebody"))
    assert transaction.save(other, billed.version) is None


def transaction_lost() -> None:
    TransactionRow("1", TRANSACTION_ROW).delete()


def number_given_twice() -> None:
    again = transaction.get(TransactionId(1))
    given(replace(again, transaction_id=TransactionId(2), start_key="start-2"))


def release_invented() -> None:
    gone = Movement(
        key="release#1", kind=EntryKind.RELEASE, amount_minor=Minor(-5), actor="test", at=NOW
    )
    wallet.post(post(wallet.ensure(PAYER), [gone]))


def tariff_lost() -> None:
    billed = transaction.get(TransactionId(1))
    assert transaction.save(replace(billed, tariff=None), billed.version) is None


NOT_THEIRS: Final = {
    ("wallet driver", "was charged for transaction 1, not theirs"),
    ("invoice 1", "exists 0 times"),
}
DAMAGES: Final[dict[str, tuple[Callable[[], None], set[tuple[str, str]]]]] = {
    "wallet": (
        wallet_changed,
        {("wallet driver", "balance is 9551, its entries make 9550")},
    ),
    "held": (held_changed, {("wallet driver", "held is 1, its entries make 0")}),
    "entry": (
        entry_changed,
        {
            ("wallet driver", "charge#1 does not carry the sums after it"),
            ("wallet driver", "balance is 9550, its entries make 9551"),
            ("transaction 1", "449 was paid for a bill of 450"),
        },
    ),
    "entry lost": (
        entry_lost,
        {
            ("wallet driver", "balance is 9550, its entries make 10000"),
            ("wallet driver", "version is 2, its entries make 1"),
            ("transaction 1", "a bill and exactly one charge belong together"),
            ("transaction 1", "0 was paid for a bill of 450"),
        },
    ),
    "bill": (
        bill_changed,
        {
            ("transaction 1", "450 was paid for a bill of 451"),
            ("transaction 1", "its bill is 451, replayed 450"),
            (
                "day 2026-03-01 of cp1 at station station",
                "revenue_minor is 450, its bills make 451",
            ),
        },
    ),
    "reading": (reading_changed, {("transaction 1", "its bill is 450, replayed 490")}),
    "day": (
        day_changed,
        {("day 2026-03-01 of cp1 at station station", "energy_wh is 10001, its bills make 10000")},
    ),
    "hold": (
        hold_changed,
        {
            ("transaction 1", "is COMPLETED and still holds 5"),
            ("wallet driver", "0 is held, 5 of it for something"),
        },
    ),
    "refund": (
        refund_changed,
        {
            ("transaction 1", "0 was refunded, it says 5"),
            (
                "day 2026-03-01 of cp1 at station station",
                "revenue_minor is 450, its bills make 445",
            ),
            ("day 2026-03-01 of cp1 at station station", "tax_minor is 72, its bills make 71"),
        },
    ),
    "payer": (payer_changed, NOT_THEIRS),
    "transaction lost": (transaction_lost, NOT_THEIRS),
    "number given twice": (
        number_given_twice,
        {
            ("transaction 2", "a bill and exactly one charge belong together"),
            ("transaction 2", "0 was paid for a bill of 450"),
            ("day 2026-03-01 of cp1 at station station", "sessions is 1, its bills make 2"),
            (
                "day 2026-03-01 of cp1 at station station",
                "energy_wh is 10000, its bills make 20000",
            ),
            (
                "day 2026-03-01 of cp1 at station station",
                "revenue_minor is 450, its bills make 900",
            ),
            ("day 2026-03-01 of cp1 at station station", "tax_minor is 72, its bills make 144"),
            ("invoice 1", "exists 2 times"),
        },
    ),
    "release": (
        release_invented,
        {
            ("wallet driver", "more was released than held: -5"),
            ("wallet driver", "-5 is held, 0 of it for something"),
        },
    ),
    "tariff lost": (
        tariff_lost,
        {("transaction 1", "is completed without a bill or a tariff")},
    ),
    "invoice": (number_changed, {("invoice 2", "exists 0 times")}),
    "day lost": (day_lost, {("day 2026-03-01 of cp1 at station station", "has bills but no sums")}),
}
