"""How often one person may start, command and move money: beyond it, 429 with Retry-After.

What people and their screens do never comes near; a loop that went wild does.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from fastapi import Depends

from csms.entrypoints.api.access import SignedIn
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.problems import TooMany
from csms.store import throttle
from csms.store.throttle import Allowance

STARTS: Final = Allowance(burst=20, every=timedelta(seconds=3))
COMMANDS: Final = Allowance(burst=60, every=timedelta(seconds=1))
MONEY: Final = Allowance(burst=60, every=timedelta(seconds=1))
SECOND: Final = timedelta(seconds=1)


def _paced(kind: str, allowance: Allowance) -> Callable[[SignedIn, Now], None]:
    def pace(user: SignedIn, now: Now) -> None:
        wait = throttle.take(f"{kind}#{user.user_id}", allowance, now)
        if wait is not None:
            raise TooMany("that was too often: try again a little later", -(-wait // SECOND))

    return pace


paced_starts: Final[Any] = Depends(_paced("start", STARTS))
paced_commands: Final[Any] = Depends(_paced("command", COMMANDS))
paced_money: Final[Any] = Depends(_paced("money", MONEY))
