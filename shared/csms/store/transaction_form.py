"""Compact JSON forms of what a transaction's row holds beside its keys and conditions."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from csms.domain.id_tag import AuthorizationStatus, IdTagInfo
from csms.domain.ids import Wh
from csms.domain.transaction import ReadingSummary, Transaction
from csms.store.base import from_millis, to_millis


def info_to(info: IdTagInfo) -> Sequence[object]:
    """The compact form of an answer about a tag."""
    return [info.status.value, millis(info.expires_at), info.parent_id_tag]


def info_from(form: Sequence[Any]) -> IdTagInfo:
    """The answer about a tag of its compact form."""
    status, expires, parent = form
    expires_at = None if expires is None else from_millis(expires)
    return IdTagInfo(AuthorizationStatus(status), expires_at, parent)


def opening_form(transaction: Transaction) -> Mapping[str, object]:
    """What the Start fixed."""
    return {
        "connector": transaction.connector_id,
        "tag": transaction.id_tag,
        "info": info_to(transaction.id_tag_info),
        "key": transaction.start_key,
        "wh": transaction.meter_start_wh,
        "at": to_millis(transaction.started_at),
        "raw": transaction.started_raw,
        "arrived": to_millis(transaction.start_arrived_at),
        "zone": transaction.time_zone,
        "session": transaction.session_id,
        "reservation": transaction.reservation_id,
        "msg": transaction.start_message_id,
        "w": transaction.rated_power_w or None,
        "hold": transaction.hold_minor or None,
    }


def ending_form(transaction: Transaction) -> Mapping[str, object]:
    """How it ended."""
    return {
        "wh": transaction.meter_stop_wh,
        "at": millis(transaction.stopped_at),
        "raw": transaction.stopped_raw,
        "arrived": millis(transaction.stop_arrived_at),
        "reason": transaction.stop_reason,
        "tag": transaction.stop_id_tag,
        "msg": transaction.stop_message_id,
        "by": transaction.closed_by.value if transaction.closed_by else None,
        "reconciled": transaction.reconciled or None,
    }


def settling_form(transaction: Transaction) -> Mapping[str, object]:
    """Reconciliation, billing and the bill."""
    return {
        "after": millis(transaction.reconcile_after),
        "trigger": transaction.reconcile_trigger,
        "evidence": millis(transaction.reconcile_evidence_at),
        "attempts": transaction.attempts or None,
        "error": transaction.last_error,
        "reason": transaction.hold_reason,
        "approved": transaction.approved or None,
        "decided": transaction.payer_decided or None,
        "set_wh": transaction.corrected_energy_wh,
        "why": transaction.correction_reason,
        "refunded": transaction.refunded_minor or None,
        "funds": millis(transaction.funds_stop_at),
        "stop": transaction.funds_command_id,
    }


def readings_form(summary: ReadingSummary) -> Mapping[str, object]:
    """The summary of the readings; empty before the first."""
    if not summary.count and summary.newest_at is None:
        return {}
    return {
        "at": millis(summary.latest_at),
        "wh": summary.latest_register_wh,
        "top": summary.highest_register_wh,
        "n": summary.count,
        "hash": summary.readings_hash,
        "newest": millis(summary.newest_at),
        "recent": _recent_form(summary.recent),
        "forgotten": millis(summary.forgotten_at),
    }


def readings_from(form: Mapping[str, Any]) -> ReadingSummary:
    """The summary of its form."""
    return ReadingSummary(
        latest_at=instant(form, "at"),
        latest_register_wh=optional(form, "wh", Wh),
        highest_register_wh=optional(form, "top", Wh),
        count=form["n"],
        readings_hash=form["hash"],
        newest_at=instant(form, "newest"),
        recent=_recent_from(form.get("recent", "")),
        forgotten_at=instant(form, "forgotten"),
    )


def _recent_form(recent: Sequence[tuple[str, datetime]]) -> str | None:
    return " ".join(f"{digest}{to_millis(at):x}" for digest, at in recent) or None


def _recent_from(form: str) -> tuple[tuple[str, datetime], ...]:
    return tuple((seen[:16], from_millis(int(seen[16:], 16))) for seen in form.split())


def told(form: Mapping[str, object]) -> Mapping[str, object]:
    """A form without the parts that are None."""
    return {name: value for name, value in form.items() if value is not None}


def compact(form: Mapping[str, object]) -> str | None:
    """A form as JSON without the parts that are None; None when nothing is left."""
    parts = told(form)
    return json.dumps(parts, separators=(",", ":"), ensure_ascii=False) if parts else None


def parse(text: str | None) -> Mapping[str, Any]:
    """The form of its JSON; empty for none."""
    return cast(Mapping[str, Any], json.loads(text)) if text else {}


def instant(form: Mapping[str, Any], name: str) -> datetime | None:
    """The instant under a name of a form, None when there is none."""
    since_epoch = form.get(name)
    return None if since_epoch is None else from_millis(since_epoch)


def millis(moment: datetime | None) -> int | None:
    """Epoch milliseconds of an instant that may be missing."""
    return None if moment is None else to_millis(moment)


def optional[T](form: Mapping[str, Any], name: str, kind: Callable[[Any], T]) -> T | None:
    """The value under a name of a form as its type, None when there is none."""
    value = form.get(name)
    return None if value is None else kind(value)
