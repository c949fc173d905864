"""What follows from every end of a transaction, and from every doubt that it still runs."""

from datetime import datetime, timedelta

from csms.domain import reconciliation
from csms.domain.billing import awaits_billing
from csms.domain.ending import BILL
from csms.domain.ids import fold_tag
from csms.domain.reconciliation import Trigger
from csms.domain.transaction import Transaction
from csms.services import billing
from csms.services.charging import events
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import id_tag as tags
from csms.store import transaction as transactions


def settle(transaction: Transaction, now: datetime) -> Transaction:
    """Bill an ended transaction, and free its connector and its tag's place. May be repeated.

    Returns the transaction as it is then.
    """
    chargers.clear_running(
        transaction.charger_id, transaction.connector_id, transaction.transaction_id
    )
    give_back_place(transaction)
    if awaits_billing(transaction) or transaction.hold_minor or transaction.due_kind == BILL:
        return billing.settle(transaction, now)
    return transaction


def give_back_place(transaction: Transaction) -> None:
    """Let the tag start another transaction. A virtual tag is for one, and keeps its place."""
    if transaction.session_id is None and transaction.id_tag:
        tags.release(fold_tag(transaction.id_tag), transaction.start_key)


def suspect(
    transaction: Transaction, trigger: Trigger, evidence_at: datetime, now: datetime
) -> bool:
    """Doubt that a transaction still runs, and close it in time. Returns whether that is news.

    evidence_at: the charger's time of the trigger.
    """
    wait_s = SETTINGS.reconcile_status_s if trigger is Trigger.STATUS else SETTINGS.reconcile_boot_s
    close_at = now + timedelta(seconds=wait_s)
    after, changed = transactions.apply(
        transaction, lambda one: reconciliation.suspect(one, trigger, evidence_at, close_at)
    )
    if changed and transaction.reconcile_after is None:
        events.note(after, f"doubted-{trigger}", TRIGGER_TEXTS[trigger], evidence_at, now)
    return changed


TRIGGER_TEXTS = {
    Trigger.BOOT: "The charger booted: it may have ended",
    Trigger.STATUS: "The connector reports that nothing charges: it may have ended",
    Trigger.HISTORY: "Another transaction runs on the connector: it may have ended",
}
