"""Every five minutes: bills what could not be billed when it stopped."""

from typing import Any, Protocol

from csms import observability
from csms.entrypoints.jobs import billing_retry

observability.set_up()
RESERVE_MS = 10_000
"""What the last transaction may need; the function's time is over after that."""


class Context(Protocol):
    """What Lambda passes beside the event."""

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the invocation times out."""


def handler(event: dict[str, Any], context: Context) -> dict[str, object]:
    """Run once (EventBridge scheduled event)."""
    with observability.invocation(context):
        return billing_retry.handle(
            event, lambda: context.get_remaining_time_in_millis() > RESERVE_MS
        )
