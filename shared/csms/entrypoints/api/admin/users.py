"""People and their money, for operators."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from csms.domain.errors import Refused
from csms.domain.ids import Minor, UserId
from csms.domain.wallet import EntryKind, empty_wallet
from csms.entrypoints.api import paging
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Line
from csms.entrypoints.api.idempotency import IdempotencyKey
from csms.entrypoints.api.pace import paced_money
from csms.entrypoints.api.paging import Cursor, Limit, PageView, Prefix
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail, money_audit
from csms.entrypoints.api.views import user as user_view
from csms.entrypoints.api.views import wallet as wallet_view
from csms.entrypoints.api.views.user import UserView
from csms.entrypoints.api.views.wallet import (
    LedgerEntryView,
    OperatorLedgerEntryView,
    WalletView,
)
from csms.services import billing
from csms.services.accounts import names
from csms.services.accounts.users import set_active
from csms.services.billing.wallets import MoneyRequest
from csms.store import ledger
from csms.store import user as users
from csms.store import wallet as wallets

router = APIRouter(prefix="/api/admin/users", tags=["users"])

LARGEST_AMOUNT = 10**9


class TopUp(Body):
    """Money for a wallet."""

    amount_minor: int = Field(ge=1, le=LARGEST_AMOUNT, strict=True)
    note: Line | None = None


class Adjustment(Body):
    """A correction of a wallet by hand."""

    amount_minor: int = Field(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT, strict=True)
    note: Line


@router.get("")
def list_users(
    limit: Limit = 50,
    cursor: Cursor = None,
    email: Annotated[str | None, Query(min_length=1, max_length=254)] = None,
    prefix: Prefix = "",
) -> PageView[UserView]:
    """People by name, or those with an e-mail address."""
    if email is not None:
        return paging.view(users.list_by_email(email, cursor, limit), user_view.show)
    return paging.view(users.list_by_name(cursor, limit, prefix), user_view.show)


@router.get("/{user_id}", responses=responses(404))
def read_user(user_id: Key) -> UserView:
    """One person."""
    return user_view.show(users.get(UserId(user_id)))


@router.post("/{user_id}/deactivate", responses=responses(404, 409))
def deactivate_user(user_id: Key, trail: Audited) -> UserView:
    """Keep a person out: their tokens get 403 and their tags are refused from now on.

    409 for oneself, so that the last operator stays.
    """
    if user_id == trail.actor.user_id:
        raise Refused("nobody keeps themselves out: let another operator do it", "self")
    return _set_active(UserId(user_id), trail, active=False)


@router.post("/{user_id}/activate", responses=responses(404, 409))
def activate_user(user_id: Key, trail: Audited) -> UserView:
    """Let a deactivated person in again."""
    return _set_active(UserId(user_id), trail, active=True)


@router.get("/{user_id}/wallet", responses=responses(404))
def read_user_wallet(user_id: Key) -> WalletView:
    """A person's wallet."""
    user = users.get(UserId(user_id))
    return wallet_view.show(wallets.find(user.user_id) or empty_wallet(user.user_id))


@router.get("/{user_id}/wallet/ledger", responses=responses(404))
def list_user_ledger(
    user_id: Key, limit: Limit = 50, cursor: Cursor = None
) -> PageView[OperatorLedgerEntryView]:
    """What happened to a person's money, newest first."""
    user = users.get(UserId(user_id))
    page = ledger.entries(user.user_id, cursor, limit)
    people = names.read(entry.actor for entry in page.items)
    return paging.view(page, lambda entry: wallet_view.show_to_operator(entry, people))


@router.post(
    "/{user_id}/wallet/top-up",
    status_code=201,
    responses=responses(404, 429),
    dependencies=[paced_money],
)
def top_up_wallet(
    user_id: Key, body: TopUp, idempotency_key: IdempotencyKey, now: Now, trail: Audited
) -> LedgerEntryView:
    """Add money to a wallet, once per Idempotency-Key; unpaid bills are tried again at once."""
    user = users.get(UserId(user_id))
    request = MoneyRequest(
        user.user_id,
        EntryKind.TOP_UP,
        Minor(body.amount_minor),
        idempotency_key,
        trail.actor.user_id,
        body.note,
        audit=money_audit(trail, "wallet.topped-up", f"wallet#{user_id}"),
    )
    return wallet_view.show_entry(billing.enter(request, now))


@router.post(
    "/{user_id}/wallet/adjust",
    status_code=201,
    responses=responses(404, 409, 429),
    dependencies=[paced_money],
)
def adjust_wallet(
    user_id: Key, body: Adjustment, idempotency_key: IdempotencyKey, now: Now, trail: Audited
) -> LedgerEntryView:
    """Correct a wallet by hand, once per Idempotency-Key; the note says why."""
    user = users.get(UserId(user_id))
    request = MoneyRequest(
        user.user_id,
        EntryKind.ADJUSTMENT,
        Minor(body.amount_minor),
        idempotency_key,
        trail.actor.user_id,
        body.note,
        audit=money_audit(trail, "wallet.adjusted", f"wallet#{user_id}"),
    )
    return wallet_view.show_entry(billing.enter(request, now))


def _set_active(user_id: UserId, trail: Trail, *, active: bool) -> UserView:
    entry = trail.entry(
        "user.activated" if active else "user.deactivated",
        f"user#{user_id}",
        {"active": not active},
        {"active": active},
    )
    return user_view.show(set_active(user_id, active, entry))
