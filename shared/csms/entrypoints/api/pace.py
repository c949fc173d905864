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
BULK: Final = Allowance(burst=10, every=timedelta(seconds=10))
MONEY: Final = Allowance(burst=60, every=timedelta(seconds=1))
ALLOWANCES: Final = {"start": STARTS, "command": COMMANDS, "bulk": BULK, "money": MONEY}
SECOND: Final = timedelta(seconds=1)


def _paced(kind: str) -> Callable[[SignedIn, Now], None]:
    def pace(user: SignedIn, now: Now) -> None:
        wait = throttle.take(f"{kind}#{user.user_id}", ALLOWANCES[kind], now)
        if wait is not None:
            raise TooMany("that was too often: try again a little later", -(-wait // SECOND))

    return pace


paced_starts: Final[Any] = Depends(_paced("start"))
paced_commands: Final[Any] = Depends(_paced("command"))
paced_bulk: Final[Any] = Depends(_paced("bulk"))
"""What one request does to many: a hundred chargers, or rows of a file."""
paced_money: Final[Any] = Depends(_paced("money"))
