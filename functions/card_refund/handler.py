"""Every five minutes: asks the payment provider again for refunds that it has not decided."""

from typing import Any, Protocol

from csms import observability
from csms.entrypoints.jobs import card_refund

observability.set_up()
RESERVE_MS = 12_000
"""What one more question to the provider may need; the function's time is over after that."""


class Context(Protocol):
    """What Lambda passes beside the event."""

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the invocation times out."""


def handler(event: dict[str, Any], context: Context) -> dict[str, object]:
    """Run once (EventBridge scheduled event)."""
    with observability.invocation(context):
        return card_refund.handle(
            event, lambda: context.get_remaining_time_in_millis() > RESERVE_MS
        )
