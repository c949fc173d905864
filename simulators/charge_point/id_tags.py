"""What a charger knows about id tags by itself: the local list and the cache (§3.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ocpp.v16.enums import AuthorizationStatus, UpdateStatus, UpdateType

from simulators.charge_point.face import parse_moment


@dataclass(frozen=True, slots=True)
class TagInfo:
    """An IdTagInfo: what somebody said about a tag."""

    status: AuthorizationStatus
    parent: str | None = None
    expires_at: datetime | None = None

    def at(self, now: datetime) -> AuthorizationStatus:
        """The status now: an accepted tag that has run out is expired."""
        ran_out = self.expires_at is not None and self.expires_at <= now
        if self.status is AuthorizationStatus.accepted and ran_out:
            return AuthorizationStatus.expired
        return self.status


def read_tag_info(fields: Mapping[str, Any]) -> TagInfo:
    """From the snake_case form in which python-ocpp hands it over."""
    expiry = fields.get("expiry_date")
    return TagInfo(
        status=AuthorizationStatus(fields["status"]),
        parent=fields.get("parent_id_tag"),
        expires_at=parse_moment(expiry) if expiry else None,
    )


class AuthorizationCache:
    """The last word of the central system on every tag seen (§3.5.1)."""

    def __init__(self) -> None:
        """Start empty."""
        self._entries: dict[str, TagInfo] = {}

    def find(self, tag: str) -> TagInfo | None:
        """By tag, without regard to case."""
        return self._entries.get(tag.lower())

    def remember(self, tag: str, info: TagInfo) -> None:
        """Keep what an answer said."""
        self._entries[tag.lower()] = info

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()


class LocalList:
    """The Local Authorization List (§3.5.2), kept in step by SendLocalList (§5.15)."""

    def __init__(self, most_entries: int, most_per_update: int) -> None:
        """Limits as LocalAuthListMaxLength and SendLocalListMaxLength state them."""
        self._entries: dict[str, TagInfo] = {}
        self._most_entries = most_entries
        self._most_per_update = most_per_update
        self.version = 0

    def find(self, tag: str) -> TagInfo | None:
        """By tag, without regard to case."""
        return self._entries.get(tag.lower())

    def __len__(self) -> int:
        """How many tags are on the list."""
        return len(self._entries)

    def update(
        self, version: int, kind: UpdateType, entries: Iterable[Mapping[str, Any]]
    ) -> UpdateStatus:
        """Apply an update whole or not at all, and say how it went."""
        changes = list(entries)
        tags = [str(entry["id_tag"]).lower() for entry in changes]
        if len(changes) > self._most_per_update or len(set(tags)) != len(tags):
            return UpdateStatus.failed
        if version <= 0:
            return UpdateStatus.failed  # errata 3.52: 0 and -1 have a meaning of their own
        full = kind is UpdateType.full
        if not full and version <= self.version:
            return UpdateStatus.version_mismatch
        if full and any(not entry.get("id_tag_info") for entry in changes):
            return UpdateStatus.failed
        wanted = self._merged({} if full else dict(self._entries), changes)
        if len(wanted) > self._most_entries:
            return UpdateStatus.failed
        self._entries, self.version = wanted, version
        return UpdateStatus.accepted

    @staticmethod
    def _merged(
        base: dict[str, TagInfo], changes: Iterable[Mapping[str, Any]]
    ) -> dict[str, TagInfo]:
        for entry in changes:
            tag, info = str(entry["id_tag"]).lower(), entry.get("id_tag_info")
            if info:
                base[tag] = read_tag_info(info)
            else:
                base.pop(tag, None)  # §7.1: without idTagInfo the entry is removed
        return base
