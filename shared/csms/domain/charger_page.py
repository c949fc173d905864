"""Everything that is kept about one charger, as one page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from csms.domain.charger import Charger, Connector
from csms.domain.configuration import ConfigurationEntry
from csms.domain.finding import Finding


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
