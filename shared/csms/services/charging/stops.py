"""StopTransaction: never refused, whatever id it carries and however late it comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Final

from csms.domain import ending
from csms.domain.ending import StopFacts
from csms.domain.id_tag import in_one_group
from csms.domain.ids import ChargerId, TransactionId, fold_tag
from csms.domain.plausibility import plausible_instant
from csms.domain.reading import Reading
from csms.domain.transaction import ClosedBy, Transaction
from csms.services.charging import ends, events, readings
from csms.services.charging.readings import MeterFacts
from csms.store import connection as connections
from csms.store import id_tag as tags
from csms.store import review
from csms.store import transaction as transactions
from csms.store import transaction_list as lists
from csms.store.review import Review, ReviewKind

AWAITED: Final = timedelta(days=7)
"""How long after a Stop its own Start may come."""
CANDIDATES: Final = 100
"""How many of a charger's last transactions a Stop without a number is held against."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """What a Stop did. before, after: the transaction that it belongs to; None for an orphan.

    changed: False for a repeat. by_number: whether the Stop named it. orphan: the key under which
    it is kept, when it belongs to none.
    """

    before: Transaction | None
    after: Transaction | None
    changed: bool
    by_number: bool
    orphan: str | None = None


def stop(transaction_id: TransactionId, facts: StopFacts, data: Sequence[Reading] = ()) -> Stopped:
    """End the transaction that a Stop belongs to, by its charger's word.

    transaction_id: as sent; one that is not this charger's is no number. data: its transactionData,
    stored like meter values. What fits no transaction goes to the review queue.
    """
    named = transactions.find_own(transaction_id, facts.charger_id)
    found = named or _match(facts)
    if found is None:
        key = _keep_orphan(transaction_id, facts)
        return Stopped(None, None, changed=False, by_number=False, orphan=key)
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
    if stopped.orphan is not None:
        # Its Start may have been stored since: frames of one charger run at the same time.
        match_kept(facts.charger_id, [stopped.orphan], now)
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


def match_kept(charger_id: ChargerId, kept: Iterable[str], now: datetime) -> None:
    """End transactions whose Stops came before their Starts. May be repeated.

    kept: keys of those Stops in the review queue, which they leave when they fit; of two that fit
    one transaction neither is taken. After a week nobody looks for their Starts any more.
    """
    found: dict[TransactionId, list[tuple[str, StopFacts, Transaction]]] = {}
    for key in sorted(kept):
        orphan = review.find(ReviewKind.ORPHAN_STOP, key)
        facts = None if orphan is None else _facts_of(orphan)
        if orphan is None or facts is None or now - orphan.arrived_at > AWAITED:
            connections.forget_orphan(charger_id, key)
            continue
        fitting = _match(facts)
        if fitting is not None:
            found.setdefault(fitting.transaction_id, []).append((key, facts, fitting))
    for matches in found.values():
        if len(matches) == 1:
            _take_from_queue(*matches[0], now)


def _take_from_queue(key: str, facts: StopFacts, fitting: Transaction, now: datetime) -> None:
    after, changed = transactions.apply(fitting, partial(ending.stop, facts=facts))
    settle(Stopped(fitting, after, changed, by_number=False), facts, now)
    review.remove(ReviewKind.ORPHAN_STOP, key)
    connections.forget_orphan(facts.charger_id, key)


def _facts_of(orphan: Review) -> StopFacts | None:
    detail = orphan.detail
    if "message_id" not in detail:
        return None  # It was too long to be kept.
    return StopFacts(
        charger_id=orphan.charger_id,
        meter_stop_wh=detail["meter_stop_wh"],
        stopped_at=orphan.at,
        stopped_raw=detail["stopped_raw"],
        arrived_at=orphan.arrived_at,
        reason=detail["reason"],
        id_tag=detail["id_tag"],
        message_id=detail["message_id"],
    )


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


def _keep_orphan(transaction_id: TransactionId, facts: StopFacts) -> str:
    """Put a Stop into the review queue, and remember it for its Start. Returns its key."""
    at = plausible_instant(facts.stopped_at, facts.arrived_at)
    what = (transaction_id, facts.stopped_at, facts.meter_stop_wh, facts.id_tag)
    orphan = Review(
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
    review.put(orphan)
    key = review.key_of(orphan)
    connections.note_orphan(facts.charger_id, key)
    return key
