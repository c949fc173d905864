"""Everything that is kept about one charger, as one page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from csms.domain.charger import Charger, Connector
from csms.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class ConfigurationEntry:
    """One configuration key as the charger last reported it.

    value: None when it gave none, or when the key is secret. known: False when the charger answered
    that it does not know the key. desired: what was asked of it last; a difference is drift.
    """

    key: str
    value: str | None
    readonly: bool | None
    known: bool
    reported_at: datetime | None
    desired: str | None = None
    desired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """One status of a firmware update or a diagnostics upload; at: when it arrived."""

    status: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChargerPage:
    """A charger with all rows of its own.

    progress: by `firmware` and `diagnostics`, newest first, bounded.
    """

    charger: Charger
    connectors: Sequence[Connector]
    findings: Sequence[Finding]
    configuration: Sequence[ConfigurationEntry]
    progress: Mapping[str, Sequence[ProgressEntry]]
