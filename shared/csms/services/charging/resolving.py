"""What operators decide about transactions that wait for them; each decision is on the timeline."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from csms.domain import decision
from csms.domain.audit import Audit
from csms.domain.errors import Invalid, Refused
from csms.domain.ids import TariffId, TransactionId, UserId, Wh
from csms.domain.reasons import Reason
from csms.domain.tariff import Tariff
from csms.domain.transaction import TimelineEntry, Transaction
from csms.services.charging import ends
from csms.settings import SETTINGS
from csms.store import tariff as tariffs
from csms.store import timeline
from csms.store import transaction as transactions
from csms.store import user as users


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides about which transaction, and why. audit: makes the entry of the trail."""

    transaction_id: TransactionId
    actor: str
    reason: str
    now: datetime
    audit: Audit[Transaction] | None = None


def bill_as_it_is(made: Decision) -> Transaction:
    """Bill a HELD transaction as it is. Raises NotFound, Refused (`not_held`)."""
    return _apply(
        made,
        "billed-as-is",
        "not_held",
        lambda one: decision.bill_as_it_is(one, made.reason, made.now),
    )


def set_energy(made: Decision, energy_wh: Wh) -> Transaction:
    """Bill a HELD or unpaid transaction, or a COMPLETED one again, for an energy that was decided.

    Raises NotFound, Refused (`not_correctable`).
    """
    return _apply(
        made,
        "energy-set",
        "not_correctable",
        lambda one: decision.set_energy(one, energy_wh, made.reason, made.now),
    )


def cancel(made: Decision) -> Transaction:
    """Let nobody pay. Raises NotFound, Refused (`not_cancellable`)."""
    return _apply(
        made,
        "cancelled",
        "not_cancellable",
        lambda one: decision.cancel(one, made.reason, made.now),
    )


def assign(made: Decision, payer_id: UserId, tariff_id: TariffId | None) -> Transaction:
    """Bill an UNBILLED transaction to a person, under a tariff where it has none.

    Raises NotFound, Invalid when no usable tariff is there, and for another than the one that it
    began under; Refused (`not_unbilled`, `deleted`).
    """
    if users.get(payer_id).deleted_at is not None:
        raise Refused("This person deleted their account.", "deleted")
    tariff = _tariff(transactions.get(made.transaction_id).tariff, tariff_id)
    return _apply(
        made,
        "payer-assigned",
        "not_unbilled",
        lambda one: decision.assign(one, payer_id, tariff, made.now),
    )


def _tariff(own: Tariff | None, tariff_id: TariffId | None) -> Tariff | None:
    """The tariff to give to a transaction; None where its own is kept."""
    if own is not None and own.currency == SETTINGS.currency:
        if tariff_id not in (None, own.tariff_id):
            raise Invalid("This transaction began under a tariff, which is kept.", "tariff_id")
        return None
    found = None if tariff_id is None else tariffs.get(tariff_id)
    if found is None or found.currency != SETTINGS.currency:
        raise Invalid("This transaction needs a tariff to be billed under.", "tariff_id")
    return found


def _apply(
    made: Decision,
    kind: str,
    refusal: Reason,
    rule: Callable[[Transaction], Transaction | None],
) -> Transaction:
    before = transactions.get(made.transaction_id)
    after, changed = transactions.apply(before, rule, made.audit)
    if not changed:
        message = f"Transaction {after.transaction_id} is {after.state}: this cannot be decided."
        raise Refused(message, refusal)
    text = f"{kind.replace('-', ' ').capitalize()}: {made.reason}"
    timeline.add_event(
        TimelineEntry(after.transaction_id, made.now, made.now, kind, text, actor=made.actor)
    )
    return ends.settle(after, made.now)
