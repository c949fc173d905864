"""How a charger deviates from the specification."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of deviation of one charger, counted.

    code: stable word, as `unknown-key` or `clock-implausible`; where: the action or field.
    sample: what it sent, bounded and redacted.
    """

    code: str
    where: str
    count: int
    first_seen_at: datetime
    last_seen_at: datetime
    sample: str
