"""A user's money: one row, an append-only ledger behind it, and the rules of both."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import Minor, StationId, TransactionId, UserId


class EntryKind(StrEnum):
    """Kinds of ledger entries. Holds and releases move `held`, all others `balance`."""

    TOP_UP = "top-up"
    CHARGE = "charge"
    REFUND = "refund"
    ADJUSTMENT = "adjustment"
    HOLD = "hold"
    RELEASE = "release"
    CORRECTION = "correction"

    @property
    def moves_held(self) -> bool:
        """Whether it moves what is held instead of the balance."""
        return self in (EntryKind.HOLD, EntryKind.RELEASE)


@dataclass(frozen=True, slots=True)
class Wallet:
    """balance: sum of money entries. held: sum of open holds. version: rises with every entry.

    open_bills: transactions that wait for money; a top-up tries them again.
    """

    user_id: UserId
    balance_minor: Minor
    held_minor: Minor
    version: int
    open_bills: tuple[TransactionId, ...] = ()

    @property
    def available_minor(self) -> Minor:
        """What is neither spent nor held; below zero when the wallet is in debt."""
        return Minor(self.balance_minor - self.held_minor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What is to be entered in a ledger; the wallet it meets decides sequence and sums.

    key: makes it happen once (`charge#<transaction>`, or `request#` and an Idempotency-Key).
    amount_minor: signed effect on balance (on held for holds and releases).
    body_hash: of the request behind it; the same key with another one is refused.
    """

    key: str
    kind: EntryKind
    amount_minor: Minor
    actor: str
    at: datetime
    note: str | None = None
    station_id: StationId | None = None
    transaction_id: TransactionId | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry(Movement):
    """What was entered; never changed, never deleted. sequence: the wallet's version after it."""

    user_id: UserId
    sequence: int
    balance_after_minor: Minor
    held_after_minor: Minor


@dataclass(frozen=True, slots=True)
class Posting:
    """Entries that happen together, with the wallet that they were computed from and lead to."""

    before: Wallet
    after: Wallet
    entries: tuple[LedgerEntry, ...]


class StartRefusal(StrEnum):
    """Why a wallet does not allow a start."""

    INSUFFICIENT_FUNDS = "insufficient_funds"
    OPEN_BILL = "open_bill"


def empty_wallet(user_id: UserId) -> Wallet:
    """A wallet as it is before its first entry."""
    return Wallet(user_id, Minor(0), Minor(0), 0)


def post(wallet: Wallet, movements: Sequence[Movement]) -> Posting:
    """Enter movements in order: each entry carries the sums after it and the next sequence."""
    balance, held, version = wallet.balance_minor, wallet.held_minor, wallet.version
    entries = []
    for movement in movements:
        version += 1
        if movement.kind.moves_held:
            held = Minor(held + movement.amount_minor)
        else:
            balance = Minor(balance + movement.amount_minor)
        entries.append(_entry(wallet.user_id, movement, version, balance, held))
    after = Wallet(wallet.user_id, balance, held, version, wallet.open_bills)
    return Posting(wallet, after, tuple(entries))


def can_pay(wallet: Wallet, amount_minor: Minor, credit_limit_minor: Minor) -> bool:
    """Whether an amount may leave the balance; nothing to pay is always possible.

    credit_limit_minor: how far the balance may go below zero.
    """
    return amount_minor <= 0 or wallet.balance_minor - amount_minor >= -credit_limit_minor


def start_refusal(
    wallet: Wallet, minimum_minor: Minor, credit_limit_minor: Minor
) -> StartRefusal | None:
    """Why charging may not begin on this wallet, None when it may.

    An unpaid bill refuses every start: what is left in the wallet is owed already.
    """
    if wallet.open_bills:
        return StartRefusal.OPEN_BILL
    if wallet.available_minor + credit_limit_minor < minimum_minor:
        return StartRefusal.INSUFFICIENT_FUNDS
    return None


def _entry(
    user_id: UserId, movement: Movement, sequence: int, balance: Minor, held: Minor
) -> LedgerEntry:
    moved = {field.name: getattr(movement, field.name) for field in fields(Movement)}
    return LedgerEntry(
        **moved,
        user_id=user_id,
        sequence=sequence,
        balance_after_minor=balance,
        held_after_minor=held,
    )
