"""Every minute: writes files that are longer than an answer."""

from typing import Any, Protocol

from csms import observability
from csms.entrypoints.jobs import export_write

observability.set_up()
RESERVE_MS = 30_000
"""What storing the last part may need; the function's time is over after that."""


class Context(Protocol):
    """What Lambda passes beside the event."""

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the invocation times out."""


def handler(event: dict[str, Any], context: Context) -> dict[str, object]:
    """Run once (EventBridge scheduled event)."""
    with observability.invocation(context):
        return export_write.handle(
            event, lambda: context.get_remaining_time_in_millis() > RESERVE_MS
        )
