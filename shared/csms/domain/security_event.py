"""What endangers a charger, as it says itself or as we see it."""

from dataclasses import dataclass
from datetime import datetime

from csms.domain.ids import ChargerId


@dataclass(frozen=True, slots=True)
class SecurityEvent:
    """kind: a word of the whitepaper's list (S, security events), or the vendor's own.

    at: by the charger's clock where that can be right; reported_by: `charger`, or `csms`.
    """

    charger_id: ChargerId
    kind: str
    at: datetime
    arrived_at: datetime
    detail: str | None = None
    reported_by: str = "charger"
