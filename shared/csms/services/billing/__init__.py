"""Billing: tariffs, wallets, bills, their retries and their proof."""

from csms.services.billing.holds import adopt_session, end_session, hold_for, open_session
from csms.services.billing.refunds import Refund, refund
from csms.services.billing.settling import bill, correct, due_transactions, note_failure, settle
from csms.services.billing.tariffs import create_tariff, end_tariff, revise_tariff, tariff_for
from csms.services.billing.wallets import adjust, enter, funds_for, top_up

__all__ = [
    "Refund",
    "adjust",
    "adopt_session",
    "bill",
    "correct",
    "create_tariff",
    "due_transactions",
    "end_session",
    "end_tariff",
    "enter",
    "funds_for",
    "hold_for",
    "note_failure",
    "open_session",
    "refund",
    "revise_tariff",
    "settle",
    "tariff_for",
    "top_up",
]
