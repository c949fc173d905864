"""What the proof of the books finds."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

LATEST: Final = timedelta(hours=1)
"""How long after its deadline something may still wait for the next sweep."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Something that does not add up. subject: `wallet u1`, `transaction 7`, …; detail: how."""

    subject: str
    detail: str
