"""Wallet arithmetic and what a wallet allows."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csms.domain.ids import Minor, TransactionId, UserId
from csms.domain.wallet import (
    EntryKind,
    Movement,
    StartRefusal,
    Wallet,
    can_pay,
    empty_wallet,
    post,
    start_refusal,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
USER = UserId("u")


def movement(kind: EntryKind, amount: int, key: str = "k") -> Movement:
    return Movement(key=key, kind=kind, amount_minor=Minor(amount), actor="test", at=NOW)


def wallet(balance: int, held: int = 0, open_bills: tuple[int, ...] = ()) -> Wallet:
    bills = tuple(TransactionId(number) for number in open_bills)
    return Wallet(USER, Minor(balance), Minor(held), 3, bills)


def test_an_entry_carries_the_sums_after_it() -> None:
    posting = post(
        wallet(500, 200), [movement(EntryKind.RELEASE, -200, "r"), movement(EntryKind.CHARGE, -120)]
    )
    assert [
        (entry.sequence, entry.balance_after_minor, entry.held_after_minor)
        for entry in posting.entries
    ] == [(4, 500, 0), (5, 380, 0)]
    assert posting.after == Wallet(USER, Minor(380), Minor(0), 5)


@given(st.lists(st.tuples(st.sampled_from(EntryKind), st.integers(-1000, 1000)), max_size=20))
def test_balance_and_held_are_the_sums_of_their_entries(
    moves: list[tuple[EntryKind, int]],
) -> None:
    posting = post(empty_wallet(USER), [movement(kind, amount) for kind, amount in moves])
    held = sum(amount for kind, amount in moves if kind.moves_held)
    balance = sum(amount for kind, amount in moves if not kind.moves_held)
    assert (posting.after.balance_minor, posting.after.held_minor) == (balance, held)
    assert posting.after.version == len(moves)


@pytest.mark.parametrize(
    ("balance", "amount", "credit", "possible"),
    [(100, 100, 0, True), (100, 101, 0, False), (100, 150, 50, True), (-10, 0, 0, True)],
)
def test_a_wallet_pays_down_to_its_credit_limit(
    balance: int, amount: int, credit: int, *, possible: bool
) -> None:
    assert can_pay(wallet(balance), Minor(amount), Minor(credit)) is possible


@pytest.mark.parametrize(
    ("of", "credit", "refusal"),
    [
        (wallet(500), 0, None),
        (wallet(499), 0, StartRefusal.INSUFFICIENT_FUNDS),
        (wallet(600, held=101), 0, StartRefusal.INSUFFICIENT_FUNDS),
        (wallet(0), 500, None),
        (wallet(5000, open_bills=(7,)), 0, StartRefusal.OPEN_BILL),
    ],
)
def test_a_start_needs_the_stations_minimum(
    of: Wallet, credit: int, refusal: StartRefusal | None
) -> None:
    assert start_refusal(of, Minor(500), Minor(credit)) is refusal
