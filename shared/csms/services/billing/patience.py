"""Trying again what failed only because others were writing at the same time."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from csms.store.dynamodb import Busy
from csms.store.wallet import Moved

BUSY_RETRIES: Final = 5
MOVED_RETRIES: Final = 32
"""Writers of one wallet at one time that can all get through: each lost race is another's win."""
FIRST_PAUSE_MS: Final = 25
LONGEST_PAUSE_MS: Final = 400


@dataclass(frozen=True, slots=True)
class Patience:
    """How to wait. sleep: takes seconds. random_below: a random number from 0 up to a bound."""

    sleep: Callable[[float], None]
    random_below: Callable[[int], int]

    def pause(self, retries: int) -> None:
        """Wait a random time up to a bound that doubles with each retry."""
        bound = min(FIRST_PAUSE_MS << min(retries, 8), LONGEST_PAUSE_MS)
        self.sleep(self.random_below(bound) / 1000)


PATIENT: Final = Patience(time.sleep, secrets.randbelow)


def persist[T](attempt: Callable[[], T], patience: Patience) -> T:
    """Repeat an attempt that reads afresh each time, while others are faster.

    Throttling and conflicts are retried 5 times, lost races 32 times. Raises Busy after that.
    """
    busy = 0
    for retries in range(BUSY_RETRIES + MOVED_RETRIES):
        try:
            return attempt()
        except Busy:
            busy += 1
            if busy > BUSY_RETRIES:
                raise
        except Moved:
            pass
        patience.pause(retries)
    raise Busy("many are writing the same rows")
