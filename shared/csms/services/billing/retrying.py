"""Which of the bills that failed are worth another attempt now."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from csms.domain.billing import TOO_LITTLE, amount_due
from csms.domain.ids import Minor, UserId
from csms.domain.transaction import Transaction, TransactionState
from csms.domain.wallet import Wallet, can_pay, empty_wallet
from csms.services.billing import evidence
from csms.settings import SETTINGS
from csms.store import transaction_list as lists
from csms.store import wallet as wallets

PAGE: Final = 50
MOST_LOOKED_AT: Final = 500
"""How many failed bills are looked at for some that can be paid."""


def worth_another_attempt(limit: int) -> Sequence[Transaction]:
    """Up to `limit` bills that failed: first those that can be paid now, each newest first.

    A bill that failed for another reason than its payer's money counts as one that can be paid.
    Nobody is charged by this: two bills may count on the same money, and the attempt decides.
    """
    payers = _Payers()
    promising: list[Transaction] = []
    hopeless: list[Transaction] = []
    for one in islice(_failed(), MOST_LOOKED_AT):
        (promising if payers.can_pay(one) else hopeless).append(one)
        if len(promising) == limit:
            break
    return [*promising, *hopeless][:limit]


def _failed() -> Iterator[Transaction]:
    cursor: str | None = None
    while True:
        page = lists.list_by_queue(TransactionState.BILLING_FAILED, cursor, PAGE)
        yield from page.items
        cursor = page.cursor
        if cursor is None:
            return


class _Payers:
    """Wallets as they were a moment ago, each read once."""

    def __init__(self) -> None:
        self._wallets: dict[UserId, Wallet] = {}

    def can_pay(self, transaction: Transaction) -> bool:
        """Whether the wallet has what a bill costs, where it was money that was missing."""
        payer_id, tariff = transaction.payer_id, transaction.tariff
        for_money = (transaction.last_error or "").startswith(TOO_LITTLE)
        if payer_id is None or tariff is None or not for_money:
            return True
        wallet = self._wallet(payer_id)
        limit = Minor(SETTINGS.credit_limit_minor)
        if not can_pay(wallet, Minor(1), limit):
            return False  # What was too much costs something: no need to read what.
        priced, _ = evidence.priced(transaction, tariff)
        return can_pay(wallet, amount_due(transaction, priced), limit)

    def _wallet(self, user_id: UserId) -> Wallet:
        if user_id not in self._wallets:
            found = wallets.find(user_id, consistent=False)
            self._wallets[user_id] = found or empty_wallet(user_id)
        return self._wallets[user_id]
