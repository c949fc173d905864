"""Once a day, or by hand: proves that the books balance, and names what does not.

`python -m csms.entrypoints.jobs.books_check` prints what is off and ends with status 1.
"""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from csms.domain.ids import UserId
from csms.services.billing import books
from csms.services.billing.discrepancy import Discrepancy

LOG: Final = logging.getLogger(__name__)
OUT_OF_BALANCE: Final = "the books are out of balance"
"""The alarm of template.yaml looks for this."""
DAYS_LOOKED_AT: Final = 40
ALL_DAYS: Final = 1200
MOST_NAMED: Final = 100


def handle(event: Mapping[str, Any], time_left: Callable[[], bool]) -> dict[str, object]:
    """Check once. Returns how many discrepancies there are.

    A bill that is made in between looks like a difference, so what is found is looked for again.
    Raises TimeoutError when the time is over before everybody was looked at.
    """
    now = datetime.fromisoformat(event["time"])
    found = _confirmed(now, DAYS_LOOKED_AT, time_left)
    for one in found[:MOST_NAMED]:
        facts = {"subject": one.subject, "detail": one.detail}
        LOG.error(OUT_OF_BALANCE, extra=facts)
    if not found:
        LOG.info("the books balance")
    return {"discrepancies": len(found)}


def main() -> int:
    """Print what is off. The exit status is 0 only when nothing is."""
    found = _confirmed(datetime.now(UTC), ALL_DAYS, lambda: True)
    for one in found:
        sys.stdout.write(f"{one.subject}: {one.detail}\n")
    sys.stdout.write(f"{len(found)} discrepancies\n" if found else "the books balance\n")
    return 1 if found else 0


def _confirmed(now: datetime, days: int, time_left: Callable[[], bool]) -> Sequence[Discrepancy]:
    first = books.check(_people(time_left), _days(now, days), now)
    if not first:
        return first
    again = set(books.check(_people(time_left), _days(now, days), now))
    return [one for one in first if one in again]


def _people(time_left: Callable[[], bool]) -> Iterator[UserId]:
    for user_id in books.all_people():
        if not time_left():
            raise TimeoutError("there are more people than the time allows")
        yield user_id


def _days(now: datetime, count: int) -> Iterator[date]:
    today = now.astimezone(UTC).date()
    return (today - timedelta(days=back) for back in range(count))


if __name__ == "__main__":
    sys.exit(main())
