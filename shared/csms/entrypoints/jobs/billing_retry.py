"""Bills everything whose billing deadline is over, and numbers the bills that have no number."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from csms import observability
from csms.domain.billing import waits_for_money
from csms.domain.errors import Unavailable
from csms.domain.ids import TransactionId
from csms.domain.transaction import Transaction
from csms.services import billing
from csms.services.billing import invoices
from csms.services.charging import ends

LOG: Final = logging.getLogger(__name__)


def handle(event: Mapping[str, Any], time_left: Callable[[], bool]) -> dict[str, object]:
    """Try each due transaction once, in pages, until none is due or the time is over.

    Returns how many were `tried`, and whether that was all: `complete`. Without a database it
    stops; the next run goes on where this one did.
    """
    now = datetime.fromisoformat(event["time"])
    tried: set[TransactionId] = set()
    try:
        complete = _try_all(tried, now, time_left) and invoices.number_all(time_left)
    except Unavailable as error:
        LOG.error("billing stops: %s", error)  # noqa: TRY400 - no defect, so no traceback
        complete = False
    if not complete:
        LOG.warning("billing left work", extra={"tried": len(tried)})
    return {"tried": len(tried), "complete": complete}


def _try_all(tried: set[TransactionId], now: datetime, time_left: Callable[[], bool]) -> bool:
    # A round that finds nothing new ends it: each try moves the deadline or takes it away.
    while page := [one for one in billing.due_transactions(now) if one.transaction_id not in tried]:
        for transaction in page:
            if not time_left():
                return False
            tried.add(transaction.transaction_id)
            _settle(transaction, now)
    return True


def _settle(due: Transaction, now: datetime) -> None:
    transaction_id = due.transaction_id
    try:
        # All that follows from the end, not only the bill: whoever ended it may have died first.
        transaction = ends.settle(due, now)
    except Unavailable:
        raise
    except Exception as error:  # the edge: one bad transaction must not keep the others waiting
        LOG.exception("a transaction cannot be billed", extra={"transaction_id": transaction_id})
        billing.note_failure(transaction_id, f"defect: {error}", now)
        observability.count("BillFailed")
        return
    facts = {"transaction_id": transaction_id, "state": transaction.state.value}
    if waits_for_money(transaction):
        # The driver's matter, not the operator's: it is tried at each top-up.
        LOG.info("a bill waits for money: %s", transaction.last_error, extra=facts)
    elif transaction.last_error is not None:
        LOG.warning("a bill failed: %s", transaction.last_error, extra=facts)
        observability.count("BillFailed")
    else:
        LOG.info("a transaction was settled", extra=facts)
