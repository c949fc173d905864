"""Wallets and their ledgers as they are sent."""

from datetime import datetime
from typing import Final

from pydantic import BaseModel, Field

from csms.domain.wallet import LedgerEntry, Wallet
from csms.services.accounts.names import PeopleNames
from csms.settings import SETTINGS

LEAST_CARD_MINOR: Final = 100
MOST_CARD_MINOR: Final = 1_000_000


class WalletView(BaseModel):
    """A user's money, in minor units of the operator's currency."""

    user_id: str
    currency: str
    balance_minor: int
    held_minor: int
    available_minor: int = Field(description="balance less what is held")
    version: int
    open_bills: list[int] = Field(description="transactions that wait for money")


class CardTopUpBounds(BaseModel):
    """How much can be paid in by card at once, both ends included."""

    minimum_minor: int
    maximum_minor: int


class DriverWalletView(WalletView):
    """A user's money, and how it can grow."""

    card_top_up: CardTopUpBounds | None = Field(description="null where cards cannot be used")


class LedgerEntryView(BaseModel):
    """One entry of a ledger; it never changes."""

    sequence: int
    kind: str
    amount_minor: int
    balance_after_minor: int
    held_after_minor: int
    currency: str
    at: datetime
    note: str | None
    station_id: str | None
    transaction_id: int | None
    key: str


class OperatorLedgerEntryView(LedgerEntryView):
    """One entry of a ledger with who made it, which only operators are told."""

    actor: str
    actor_name: str | None = Field(description="null when a rule made the entry")


def show(wallet: Wallet) -> WalletView:
    """A wallet."""
    return WalletView(
        user_id=wallet.user_id,
        currency=SETTINGS.currency,
        balance_minor=wallet.balance_minor,
        held_minor=wallet.held_minor,
        available_minor=wallet.available_minor,
        version=wallet.version,
        open_bills=list(wallet.open_bills),
    )


def show_to_driver(wallet: Wallet, *, has_cards: bool) -> DriverWalletView:
    """A wallet, as its owner sees it."""
    bounds = CardTopUpBounds(minimum_minor=LEAST_CARD_MINOR, maximum_minor=MOST_CARD_MINOR)
    return DriverWalletView(**show(wallet).model_dump(), card_top_up=bounds if has_cards else None)


def show_entry(entry: LedgerEntry) -> LedgerEntryView:
    """An entry of a ledger."""
    return LedgerEntryView(
        sequence=entry.sequence,
        kind=entry.kind,
        amount_minor=entry.amount_minor,
        balance_after_minor=entry.balance_after_minor,
        held_after_minor=entry.held_after_minor,
        currency=SETTINGS.currency,
        at=entry.at,
        note=entry.note,
        station_id=entry.station_id,
        transaction_id=entry.transaction_id,
        key=entry.key,
    )


def show_to_operator(entry: LedgerEntry, people: PeopleNames) -> OperatorLedgerEntryView:
    """An entry of a ledger with the name of who made it."""
    told = dict(show_entry(entry))
    return OperatorLedgerEntryView(**told, actor=entry.actor, actor_name=people.of(entry.actor))
