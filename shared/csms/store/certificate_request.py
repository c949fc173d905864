"""Requests for certificates, with the deadline by which each is looked at."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.update import Action

from csms.domain.certificate_request import CertificateRequest, RequestState
from csms.domain.ids import ChargerId, CommandId
from csms.store.base import (
    DUE_SHARDS,
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    due_shard,
    set_or_remove,
    to_seconds,
)
from csms.store.indexes import ByDue

DUE: Final = "certificate"
LIFE: Final = timedelta(days=90)


class CertificateRequestRow(Table):
    """One request. Its key is the hash of what was asked for: a repeat is the same request."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("certificate_request")

    charger_id = UnicodeAttribute(hash_key=True)
    request_key = UnicodeAttribute(range_key=True)
    csr = UnicodeAttribute()
    requested_at = InstantAttribute()
    state = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    command_id = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = InstantAttribute(null=True)
    ttl = IntAttribute()
    by_due = ByDue()


def put(charger_id: ChargerId, csr: str, now: datetime) -> None:
    """Store a request, due at once. One that is stored and waits is not stored again."""
    key = hashlib.sha256(csr.encode()).hexdigest()[:32]
    row = CertificateRequestRow(
        charger_id,
        key,
        csr=csr,
        requested_at=now,
        state=RequestState.REQUESTED,
        due_shard=due_shard(DUE, charger_id),
        due_at=now,
        ttl=to_seconds(now + LIFE),
    )
    stored = CertificateRequestRow
    try:
        row.save(stored.charger_id.does_not_exist() | (stored.state != RequestState.REQUESTED))
    except ConditionFailed:
        return


def find(charger_id: ChargerId, request_key: str) -> CertificateRequest | None:
    """Read one request, consistently."""
    row = CertificateRequestRow.find(charger_id, request_key, consistent=True)
    return None if row is None else _request(row)


def finish(
    request: CertificateRequest,
    state: RequestState,
    reason: str | None = None,
    command_id: CommandId | None = None,
) -> bool:
    """End a request, and take its deadline away. Returns False when it ended before."""
    row = CertificateRequestRow
    actions: list[Action] = [
        row.state.set(state),
        set_or_remove(row.reason, reason),
        set_or_remove(row.command_id, command_id),
        row.due_shard.remove(),
        row.due_at.remove(),
    ]
    try:
        row.change(
            (request.charger_id, request.request_key), actions, row.state == RequestState.REQUESTED
        )
    except ConditionFailed:
        return False
    return True


def list_by_charger(charger_id: ChargerId, limit: int = 50) -> Sequence[CertificateRequest]:
    """Requests of a charger, the latest first."""
    found = [_request(row) for row in CertificateRequestRow.query(charger_id, limit=limit)]
    return sorted(found, key=lambda request: request.requested_at, reverse=True)


def list_due(shard: int, now: datetime, limit: int) -> Sequence[tuple[ChargerId, str]]:
    """Requests of one of the DUE_SHARDS shards that wait, oldest first."""
    found = CertificateRequestRow.by_due.query(
        f"{DUE}#{shard % DUE_SHARDS}", ByDue.due_at <= now, limit=limit
    )
    return [(ChargerId(row.charger_id), row.request_key) for row in found]


def _request(row: CertificateRequestRow) -> CertificateRequest:
    return CertificateRequest(
        charger_id=ChargerId(row.charger_id),
        request_key=row.request_key,
        csr=row.csr,
        requested_at=row.requested_at,
        state=RequestState(row.state),
        reason=row.reason,
        command_id=CommandId(row.command_id) if row.command_id else None,
    )
