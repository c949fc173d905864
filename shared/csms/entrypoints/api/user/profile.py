"""Who is signed in, and what they have: profile, people, wallet, tags, history."""

from typing import Annotated

from fastapi import APIRouter, Depends

from csms import payments
from csms.domain.user import Role
from csms.domain.wallet import empty_wallet
from csms.entrypoints.api import paging
from csms.entrypoints.api.access import PersonInPath, SignedIn
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.views import id_tag as tag_view
from csms.entrypoints.api.views import transaction as transaction_view
from csms.entrypoints.api.views import user as user_view
from csms.entrypoints.api.views import wallet as wallet_view
from csms.entrypoints.api.views.id_tag import TagView
from csms.entrypoints.api.views.transaction import TransactionView
from csms.entrypoints.api.views.user import UserView
from csms.entrypoints.api.views.wallet import DriverWalletView, LedgerEntryView
from csms.services.chargers import names
from csms.store import id_tag as id_tags
from csms.store import ledger
from csms.store import transaction_list as lists
from csms.store import user as users
from csms.store import wallet as wallets
from csms.store.cursor import Page

router = APIRouter(tags=["people"])

HasCards = Annotated[bool, Depends(payments.is_configured)]


@router.get("/auth/profile")
def read_profile(user: SignedIn) -> UserView:
    """Who is signed in. A person appears here with their first request."""
    return user_view.show(user)


@router.get("/users")
def list_users(user: SignedIn, limit: Limit = 50, cursor: Cursor = None) -> PageView[UserView]:
    """Everyone, by name, for operators; oneself for others."""
    if user.role is Role.ADMIN:
        return paging.view(users.list_by_name(cursor, limit), user_view.show)
    return paging.view(Page([user], None), user_view.show)


@router.get("/users/{user_id}", responses=responses(404))
def read_user(user_id: PersonInPath) -> UserView:
    """Oneself (`me`), or anyone for operators."""
    return user_view.show(users.get(user_id))


@router.get("/users/{user_id}/transactions", responses=responses(404))
def list_transactions(
    user_id: PersonInPath, limit: Limit = 50, cursor: Cursor = None
) -> PageView[TransactionView]:
    """What a person charged, newest first."""
    page = lists.list_by_payer(user_id, cursor, limit)
    known = names.read((one.charger_id, one.station_id) for one in page.items)
    return paging.view(page, lambda one: transaction_view.show(one, known))


@router.get("/users/{user_id}/wallet", responses=responses(404))
def read_wallet(user_id: PersonInPath, has_cards: HasCards) -> DriverWalletView:
    """A person's wallet."""
    wallet = wallets.find(user_id) or empty_wallet(user_id)
    return wallet_view.show_to_driver(wallet, has_cards=has_cards)


@router.get("/users/{user_id}/wallet/ledger", responses=responses(404))
def list_ledger(
    user_id: PersonInPath, limit: Limit = 50, cursor: Cursor = None
) -> PageView[LedgerEntryView]:
    """What happened to a person's money, newest first."""
    return paging.view(ledger.entries(user_id, cursor, limit), wallet_view.show_entry)


@router.get("/users/{user_id}/id-tags", responses=responses(404))
def list_id_tags(
    user_id: PersonInPath, limit: Limit = 50, cursor: Cursor = None
) -> PageView[TagView]:
    """The tags with which a person can charge."""
    return paging.view(id_tags.list_by_user(user_id, cursor, limit), tag_view.show)
