"""StopTransaction: never refused, whatever id it carries and however late it comes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final

from csms.domain import ending
from csms.domain.ending import StopFacts
from csms.domain.id_tag import in_one_group
from csms.domain.ids import TransactionId, fold_tag
from csms.domain.plausibility import plausible_instant
from csms.domain.reading import Reading
from csms.domain.transaction import ClosedBy, Transaction
from csms.services.charging import ends, events, readings
from csms.services.charging.readings import MeterFacts
from csms.store import id_tag as tags
from csms.store import review
from csms.store import transaction as transactions
from csms.store import transaction_list as lists
from csms.store.review import Review, ReviewKind

CANDIDATES: Final = 100
"""How many of a charger's last transactions a Stop without a number is held against."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """What a Stop did. before, after: the transaction that it belongs to; None for an orphan.

    changed: False for a repeat. by_number: whether the Stop named it.
    """

    before: Transaction | None
    after: Transaction | None
    changed: bool
    by_number: bool


def stop(transaction_id: TransactionId, facts: StopFacts, data: Sequence[Reading] = ()) -> Stopped:
    """End the transaction that a Stop belongs to, by its charger's word.

    transaction_id: as sent; one that is not this charger's is no number. data: its transactionData,
    stored like meter values. What fits no transaction goes to the review queue.
    """
    named = readings.find_own(transaction_id, facts.charger_id)
    found = named or _match(facts)
    if found is None:
        _keep_orphan(transaction_id, facts)
        return Stopped(None, None, changed=False, by_number=False)
    merge = readings.keep(found, _meter_facts(found, facts, data)) if data else None

    def end(one: Transaction) -> Transaction | None:
        return ending.stop(
            one if merge is None else replace(one, readings=merge(one.readings)), facts
        )

    after, changed = transactions.apply(found, end)
    return Stopped(found, after, changed, by_number=named is not None)


def settle(stopped: Stopped, facts: StopFacts, now: datetime) -> None:
    """What follows from a Stop, after it was answered; may be repeated."""
    before, after = stopped.before, stopped.after
    if before is None or after is None:
        return
    ends.settle(after, now)
    at = plausible_instant(facts.stopped_at, facts.arrived_at)
    if stopped.changed and before.closed_by is ClosedBy.CSMS:
        text = f"The charger told the true end, {now - (before.stop_arrived_at or now)} later"
        events.note(after, "true-stop", text, at, facts.arrived_at, facts.message_id)
    if stopped.changed and not stopped.by_number:
        text = "The Stop named no transaction of this charger; this one alone fits"
        events.note(after, "matched", text, at, facts.arrived_at, facts.message_id)
    if stopped.changed and facts.id_tag is not None and not _is_own(facts.id_tag, after, now):
        # OCPP 1.6 §4.10: a charger may stop with another tag than it started with.
        text = f"Tag {facts.id_tag} ended it, which is not of its group"
        events.note(after, "other-tag", text, at, facts.arrived_at, facts.message_id)


def _is_own(id_tag: str, transaction: Transaction, now: datetime) -> bool:
    if fold_tag(id_tag) == fold_tag(transaction.id_tag):
        return True
    names = [fold_tag(name) for name in (id_tag, transaction.id_tag) if name]
    known = [found for name in names if (found := tags.find(name, now)) is not None]
    return len(known) == 2 and in_one_group(known[0], known[1])


def _match(facts: StopFacts) -> Transaction | None:
    page = lists.list_by_charger(facts.charger_id, None, CANDIDATES)
    return ending.match_orphan(page.items, facts)


def _meter_facts(transaction: Transaction, facts: StopFacts, data: Sequence[Reading]) -> MeterFacts:
    return MeterFacts(
        charger_id=facts.charger_id,
        connector_id=transaction.connector_id,
        transaction_id=transaction.transaction_id,
        readings=data,
        arrived_at=facts.arrived_at,
        message_id=facts.message_id,
    )


def _keep_orphan(transaction_id: TransactionId, facts: StopFacts) -> None:
    at = plausible_instant(facts.stopped_at, facts.arrived_at)
    what = (transaction_id, facts.stopped_at, facts.meter_stop_wh, facts.id_tag)
    review.put(
        Review(
            kind=ReviewKind.ORPHAN_STOP,
            charger_id=facts.charger_id,
            at=facts.stopped_at,
            unique=sha256(repr(what).encode()).hexdigest()[:16],
            arrived_at=facts.arrived_at,
            reason=f"No transaction of this charger, or several, can have ended at {at:%F %T} UTC",
            detail={
                "transaction_id": transaction_id,
                "meter_stop_wh": facts.meter_stop_wh,
                "stopped_raw": facts.stopped_raw,
                "reason": facts.reason,
                "id_tag": (facts.id_tag or "")[:64] or None,
                "message_id": facts.message_id,
            },
        )
    )
