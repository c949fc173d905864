"""Bills that failed: what is known of each, and when it is tried again.

They are tried again before that with `retry-billing` of one transaction, or of many.
"""

from fastapi import APIRouter

from csms.domain.transaction import TransactionState
from csms.entrypoints.api import paging
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.views import transaction as view
from csms.entrypoints.api.views.transaction import BillingFailureView
from csms.services.accounts import names as people_names
from csms.services.chargers import names
from csms.store import transaction_list as lists

router = APIRouter(prefix="/api/admin/billing-failures", tags=["transactions"])


@router.get("")
def list_billing_failures(limit: Limit = 50, cursor: Cursor = None) -> PageView[BillingFailureView]:
    """Transactions whose bill failed, newest first, with the last error and the next attempt.

    POST …/transactions/{transaction_id}/retry-billing tries one now, POST
    …/transactions/retry-billing many.
    """
    page = lists.list_by_queue(TransactionState.BILLING_FAILED, cursor, limit)
    known = names.read((one.charger_id, one.station_id) for one in page.items)
    people = people_names.read(one.payer_id for one in page.items)
    return paging.view(page, lambda one: view.show_billing_failure(one, known, people))
