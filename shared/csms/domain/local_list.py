"""The list of tags that a charger holds to accept them by itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from csms.domain.ids import FoldedTag


class ListState(StrEnum):
    """What is known of a charger's list.

    UNKNOWN: never sent. SENDING: parts of it are on their way. HELD: the charger has it.
    FAILED: the charger refused it, or was not heard of, again and again. NOT_OFFERED: the charger
    has no list.
    """

    UNKNOWN = "unknown"
    SENDING = "sending"
    HELD = "held"
    FAILED = "failed"
    NOT_OFFERED = "not_offered"


@dataclass(frozen=True, slots=True)
class LocalList:
    """version: the last number given to a part of it; it only rises, and is never 0 or -1.

    held_version: what the charger confirmed last. sent_up_to: the last tag of the part on its way;
    None when that part is the last, or none is. attempts: full lists sent since one was whole.
    """

    version: int = 0
    state: ListState = ListState.UNKNOWN
    held_version: int | None = None
    sent_up_to: FoldedTag | None = None
    attempts: int = 0
    updated_at: datetime | None = None
