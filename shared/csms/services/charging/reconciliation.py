"""Transactions without a Stop: a reboot or a lost connection ends nothing, but something may have.

Boot and a status that no transaction has make us doubt; evidence by the charger's own clock clears
the doubt; what is still doubted in time is closed at its last reading. A charger that was not heard
of for days has its transactions set aside.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from csms.domain import ending, reconciliation, usage
from csms.domain.charger import Connector
from csms.domain.plausibility import plausible_instant
from csms.domain.reconciliation import Trigger
from csms.domain.transaction import Transaction, TransactionState
from csms.services.charging import ends, events
from csms.settings import SETTINGS
from csms.store import charger as chargers
from csms.store import connection as connections
from csms.store import state_change as state_changes
from csms.store import transaction as transactions
from csms.store import transaction_list as lists

PAGE: Final = 25


def note_boot(connector: Connector, booted_at: datetime, now: datetime) -> None:
    """A charger booted, or says so: what runs on its connector may have ended. May be repeated.

    connector: with the transaction that the store holds as running on it.
    booted_at: when the BootNotification arrived, for it carries no time.
    """
    running = transactions.find_own(connector.transaction_id, connector.charger_id)
    if running is not None:
        ends.suspect(running, Trigger.BOOT, booted_at, now)


def note_status(connector: Connector, at: datetime, now: datetime) -> None:
    """A connector reported a status: proof that its transaction runs, or that it may not.

    connector: with the status and the transaction that the store holds as running on it.
    at: the charger's time of the status, or its arrival.
    """
    running = transactions.find_own(connector.transaction_id, connector.charger_id)
    if running is None:
        return
    if running.state is not TransactionState.RUNNING:
        chargers.clear_running(connector.charger_id, connector.connector_id, running.transaction_id)
        return
    shown_at = plausible_instant(at, now)
    if running.tariff is not None and running.tariff.needs_states and connector.status is not None:
        change = usage.StateChange(shown_at, connector.status, now)
        state_changes.add(running.transaction_id, change)
    if connector.status in reconciliation.ENDING_STATUSES:
        ends.suspect(running, Trigger.STATUS, shown_at, now)
    elif connector.status in reconciliation.CHARGING_STATUSES:
        _acquit(running, shown_at, now)


def close_due(now: datetime, time_left: Callable[[], bool]) -> bool:
    """Close what nothing spoke for in time, at its last reading.

    Returns whether everything due was looked at.
    """

    def close(one: Transaction) -> Transaction | None:
        if not reconciliation.is_due(one, now):
            return None
        return ending.close(one, ending.CloseReason.RECONCILED, now)

    looked_at = 0
    for transaction in transactions.list_due(reconciliation.RECONCILE, now, PAGE):
        if not time_left():
            return False
        after, _ = transactions.apply(transaction, close)
        if after.state is not TransactionState.RUNNING:
            ends.settle(after, now)
        looked_at += 1
    return looked_at < PAGE


def hold_silent(now: datetime, time_left: Callable[[], bool]) -> bool:
    """Set aside what runs on chargers that were not heard of for days.

    A transaction that runs for so long while another has its connector is doubted instead.
    Returns whether all were looked at.
    """
    long_ago = now - timedelta(seconds=SETTINGS.no_contact_s)
    for transaction in lists.running_since(long_ago):
        if not time_left():
            return False
        connection = connections.find(transaction.charger_id)
        if reconciliation.last_contact(transaction, connection) <= long_ago:
            _hold(transaction, now)
        elif transaction.reconcile_after is None:
            _doubt_unless_on_connector(transaction, now)
    return True


def _acquit(transaction: Transaction, seen_at: datetime, now: datetime) -> None:
    if transaction.reconcile_after is None:
        return
    after, changed = transactions.apply(
        transaction, lambda one: reconciliation.acquit(one, seen_at)
    )
    if changed:
        events.note(after, "went-on", "The connector reports that it charges", seen_at, now)


def _hold(transaction: Transaction, now: datetime) -> None:
    after, changed = transactions.apply(transaction, lambda one: _set_aside(one, now))
    if changed:
        days = SETTINGS.no_contact_s // 86_400
        text = f"Nothing was heard of the charger for {days} days: an operator decides"
        events.note(after, "no-contact", text, now, now)
    if after.state is not TransactionState.RUNNING:
        ends.settle(after, now)


def _set_aside(transaction: Transaction, now: datetime) -> Transaction | None:
    held = ending.hold_for_silence(transaction)
    if held is None or not held.hold_minor:
        return held
    # The deadline stays until the money is free again.
    return replace(held, due_kind=ending.BILL, due_at=now)


def _doubt_unless_on_connector(transaction: Transaction, now: datetime) -> None:
    connector = chargers.connector(transaction.charger_id, transaction.connector_id)
    if connector is None or connector.transaction_id != transaction.transaction_id:
        ends.suspect(transaction, Trigger.HISTORY, now, now)
