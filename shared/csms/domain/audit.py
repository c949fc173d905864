"""Who changed what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change by a person or a rule; never changed, never deleted.

    subject: what was changed, as `station#<id>`. actor: user id, or `system:<rule>`.
    change: a verb with its object, as `station.created`.
    before, after: the facts that matter, without secrets; None where there is no before or after.
    """

    subject: str
    at: datetime
    actor: str
    change: str
    request_id: str
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None


type Audit[T] = Callable[[T], AuditEntry]
"""Makes the entry of a change from what it leads to, before both are written together."""
