"""The proof that the books balance: every sum is counted again from what it was made of.

Reads only, and never a whole table: people by their list, their entries and transactions by their
own indexes, transactions by day, stations by their list. Run it while nothing is being billed: rows
are read one after the other, so that a bill in between looks like a difference.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from csms.domain import billing
from csms.domain.charging_session import OPEN_STATES, ChargingSession
from csms.domain.ending import BILL
from csms.domain.ids import ChargerId, Minor, StationId, UserId
from csms.domain.reconciliation import RECONCILE, last_contact
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import EntryKind, LedgerEntry, Wallet, empty_wallet
from csms.services.billing import card_books, evidence
from csms.services.billing import days as day_counters
from csms.services.billing.discrepancy import LATEST, Discrepancy
from csms.settings import SETTINGS
from csms.store import (
    charging_session,
    invoice,
    ledger,
    station,
    station_day,
    transaction_list,
    user,
)
from csms.store import connection as connections
from csms.store import wallet as wallets
from csms.store.cursor import Page

PAGE: Final = 100
ALL_DAYS: Final = ("0000", "9999")

_OF_A_BILL: Final = frozenset({EntryKind.CHARGE, EntryKind.CORRECTION})
_SETTLED: Final = frozenset(
    {TransactionState.HELD, TransactionState.UNBILLED, TransactionState.CANCELLED}
)
_MAY_HOLD: Final = frozenset(
    {TransactionState.RUNNING, TransactionState.STOPPED, TransactionState.BILLING_FAILED}
)
_UNPAID: Final = frozenset({TransactionState.STOPPED, TransactionState.BILLING_FAILED})

type Sums = dict[tuple[StationId, str, ChargerId], Counter[str]]
"""Station, local day and charger → what was billed, by the names in COUNTED."""
COUNTED: Final = ("sessions", "energy_wh", "revenue_minor", "tax_minor")


def check(people: Iterable[UserId], days: Iterable[date], now: datetime) -> Sequence[Discrepancy]:
    """Everything that is off, empty when the books balance.

    people: whose wallets and transactions are counted; the days of stations are compared with the
    sums of these, so it takes all of them. days: UTC days whose transactions without a payer must
    have the deadline that their state needs, as all with a payer must.
    """
    sums: Sums = {}
    numbers: Counter[int] = Counter()
    found: list[Discrepancy] = []
    for user_id in people:
        entries = list(ledger.in_order(user_id))
        wallet = wallets.find(user_id) or empty_wallet(user_id)
        found.extend(_wallet_faults(wallet, entries))
        transactions = list(_pages(_of_payer(user_id)))
        found.extend(_open_bill_faults(wallet, transactions))
        found.extend(_bill_faults(user_id, transactions, entries))
        found.extend(_hold_faults(user_id, transactions, entries, now))
        found.extend(card_books.faults(user_id, entries, now))
        found.extend(_deadline_faults(transactions, now))
        for transaction in transactions:
            _count(transaction, sums)
            if transaction.bill is not None and transaction.bill.invoice_number is not None:
                numbers[transaction.bill.invoice_number] += 1
    found.extend(_day_faults(sums))
    found.extend(_number_faults(numbers))
    for day in days:
        nobodys = (one for one in _pages(_of_day(day)) if one.payer_id is None)
        found.extend(_deadline_faults(nobodys, now))
    return found


def all_people() -> Iterator[UserId]:
    """Everybody, in the order of their names."""
    return (person.user_id for person in _pages(user.list_by_name))


def _pages[T](read: Callable[[str | None, int], Page[T]]) -> Iterator[T]:
    page = read(None, PAGE)
    yield from page.items
    while page.cursor is not None:
        page = read(page.cursor, PAGE)
        yield from page.items


def _of_payer(user_id: UserId) -> Callable[[str | None, int], Page[Transaction]]:
    return lambda after, limit: transaction_list.list_by_payer(user_id, after, limit)


def _sessions_of(user_id: UserId) -> Callable[[str | None, int], Page[ChargingSession]]:
    return lambda after, limit: charging_session.list_by_user(user_id, after, limit)


def _of_day(day: date) -> Callable[[str | None, int], Page[Transaction]]:
    return lambda after, limit: transaction_list.list_by_day(day, after, limit)


def _wallet_faults(wallet: Wallet, entries: Sequence[LedgerEntry]) -> Iterator[Discrepancy]:
    subject = f"wallet {wallet.user_id}"
    balance = held = 0
    for sequence, entry in enumerate(entries, 1):
        if entry.kind.moves_held:
            held += entry.amount_minor
        else:
            balance += entry.amount_minor
        if entry.sequence != sequence:
            yield Discrepancy(subject, f"{entry.key} is entry {entry.sequence}, not {sequence}")
        if (entry.balance_after_minor, entry.held_after_minor) != (balance, held):
            yield Discrepancy(subject, f"{entry.key} does not carry the sums after it")
    counted = {"balance": balance, "held": held, "version": len(entries)}
    stored = {
        "balance": wallet.balance_minor,
        "held": wallet.held_minor,
        "version": wallet.version,
    }
    for name, value in counted.items():
        if stored[name] != value:
            yield Discrepancy(subject, f"{name} is {stored[name]}, its entries make {value}")
    if held < 0:
        yield Discrepancy(subject, f"more was released than held: {held}")


def _open_bill_faults(wallet: Wallet, transactions: Sequence[Transaction]) -> Iterator[Discrepancy]:
    """What keeps somebody from charging waits to be paid, or is about to be set aside."""
    waits = {one.transaction_id for one in transactions if one.due_kind == BILL}
    for number in wallet.open_bills:
        if number not in waits:
            detail = f"transaction {number} keeps it from charging, and waits for no money"
            yield Discrepancy(f"wallet {wallet.user_id}", detail)


def _bill_faults(
    user_id: UserId, transactions: Sequence[Transaction], entries: Sequence[LedgerEntry]
) -> Iterator[Discrepancy]:
    paid: Counter[int] = Counter()
    charges: Counter[int] = Counter()
    refunds: Counter[int] = Counter()
    for entry in entries:
        if entry.transaction_id is not None and entry.kind is EntryKind.REFUND:
            refunds[entry.transaction_id] += entry.amount_minor
        if entry.transaction_id is not None and entry.kind in _OF_A_BILL:
            paid[entry.transaction_id] -= entry.amount_minor
            charges[entry.transaction_id] += entry.kind is EntryKind.CHARGE
    for transaction in transactions:
        number = transaction.transaction_id
        if charges.pop(number, 0) != (0 if transaction.bill is None else 1):
            yield _of(transaction, "a bill and exactly one charge belong together")
        yield from _payment_faults(transaction, paid[number], refunds[number])
        yield from _replay_faults(transaction)
    for other in charges:
        yield Discrepancy(f"wallet {user_id}", f"was charged for transaction {other}, not theirs")


def _payment_faults(transaction: Transaction, paid: int, refunded: int) -> Iterator[Discrepancy]:
    """What was paid and given back by its entries, against what the transaction says."""
    noted = transaction.refunded_minor
    price = transaction.bill.price_minor if transaction.bill else Minor(0)
    stays = billing.charged(price, noted)
    if transaction.bill is not None and paid != stays:
        told = f"{paid} was paid for a bill of {price}"
        yield _of(transaction, told if stays == price else f"{told}, of which {stays} is to stay")
    if refunded != noted:
        yield _of(transaction, f"{refunded} was refunded, it says {noted}")
    if refunded > paid:
        yield _of(transaction, f"{refunded} was refunded of {paid} paid")


def _hold_faults(
    user_id: UserId,
    transactions: Sequence[Transaction],
    entries: Sequence[LedgerEntry],
    now: datetime,
) -> Iterator[Discrepancy]:
    """Every hold has a row that answers for it, and that row may still have one."""
    held = sum(entry.amount_minor for entry in entries if entry.kind.moves_held)
    owned: int = sum(one.hold_minor for one in transactions)
    for one in transactions:
        if one.hold_minor and one.state not in _MAY_HOLD and one.due_kind is None:
            yield _of(one, f"is {one.state} and still holds {one.hold_minor}")
    for session in _pages(_sessions_of(user_id)):
        owned += session.hold_minor
        due = session.due_at
        is_late = due is None or due < now - LATEST
        if session.hold_minor and (session.state not in OPEN_STATES or is_late):
            subject = f"charging session {session.session_id}"
            yield Discrepancy(subject, f"is {session.state} and still holds {session.hold_minor}")
    if held != owned:
        yield Discrepancy(f"wallet {user_id}", f"{held} is held, {owned} of it for something")


def _number_faults(numbers: Counter[int]) -> Iterator[Discrepancy]:
    """Invoices are numbered from 1 to the last number, each once."""
    last = invoice.last_number()
    for number in range(1, last + 1):
        if numbers[number] != 1:
            yield Discrepancy(f"invoice {number}", f"exists {numbers[number]} times")
    for number in sorted(number for number in numbers if not 1 <= number <= last):
        yield Discrepancy(f"invoice {number}", f"is beyond the last number, {last}")


def _replay_faults(transaction: Transaction) -> Iterator[Discrepancy]:
    is_final = transaction.state is TransactionState.COMPLETED and transaction.due_kind is None
    if not is_final:
        return
    if transaction.bill is None or transaction.tariff is None:
        yield _of(transaction, "is completed without a bill or a tariff")
        return
    replayed, used = evidence.priced(transaction, transaction.tariff)
    if used.digest is not None and used.digest != transaction.bill.used_hash:
        yield _of(transaction, "has readings that its bill does not know")
    if replayed.total_minor != transaction.bill.price_minor:
        yield _of(
            transaction,
            f"its bill is {transaction.bill.price_minor}, replayed {replayed.total_minor}",
        )


def _count(transaction: Transaction, sums: Sums) -> None:
    billed = day_counters.sums_of(transaction)
    if billed is None:
        return
    place = (billed.station_id, billed.day, transaction.charger_id)
    counted = sums.setdefault(place, Counter())
    for name in COUNTED:
        counted[name] += getattr(billed, name)


def _day_faults(sums: Sums) -> Iterator[Discrepancy]:
    missing = dict(sums)
    nothing: Counter[str] = Counter()
    stations = {one.station.station_id for one in _pages(station.list_by_name)}
    for station_id in sorted(stations | {station_id for station_id, _, _ in sums}):
        for row in station_day.of_chargers(station_id, *ALL_DAYS):
            charger_id = row.charger_id or ChargerId("")
            counted = missing.pop((station_id, row.day, charger_id), nothing)
            for name in COUNTED:
                stored, value = getattr(row, name), counted[name]
                if stored != value:
                    yield Discrepancy(
                        f"day {row.day} of {charger_id} at station {station_id}",
                        f"{name} is {stored}, its bills make {value}",
                    )
    for station_id, day, charger_id in missing:
        subject = f"day {day} of {charger_id} at station {station_id}"
        yield Discrepancy(subject, "has bills but no sums")


def _deadline_faults(transactions: Iterable[Transaction], now: datetime) -> Iterator[Discrepancy]:
    for transaction in transactions:
        if transaction.state in _UNPAID and transaction.due_kind != BILL:
            yield _of(transaction, f"is {transaction.state} without a deadline for its bill")
        is_cancelled = transaction.state is TransactionState.CANCELLED
        is_settled = (
            transaction.state in _SETTLED and not transaction.hold_minor and not is_cancelled
        )
        if is_settled and transaction.due_kind is not None:
            yield _of(transaction, f"is {transaction.state} and still has a deadline")
        if transaction.reconcile_after is not None and transaction.due_kind != RECONCILE:
            yield _of(transaction, "is doubted without a deadline for its end")
        if transaction.due_at is not None and transaction.due_at < now - LATEST:
            yield _of(transaction, f"its deadline {transaction.due_at.isoformat()} was missed")
        if transaction.state is TransactionState.RUNNING:
            yield from _silence_faults(transaction, now)


def _silence_faults(transaction: Transaction, now: datetime) -> Iterator[Discrepancy]:
    """What runs, and what is held for it, ends when its charger was not heard of for days."""
    long_ago = now - timedelta(seconds=SETTINGS.no_contact_s) - LATEST
    if transaction.start_arrived_at > long_ago:
        return
    heard_at = last_contact(transaction, connections.find(transaction.charger_id))
    if heard_at <= long_ago:
        detail = f"runs, though its charger was last heard of at {heard_at.isoformat()}"
        yield _of(transaction, f"{detail}, and {transaction.hold_minor} is held for it")


def _of(transaction: Transaction, detail: str) -> Discrepancy:
    return Discrepancy(f"transaction {transaction.transaction_id}", detail)
