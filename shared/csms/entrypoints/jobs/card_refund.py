"""Refunds to cards of which nobody knows whether the provider made them: it is asked again."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from csms import payments
from csms.domain.errors import Unavailable
from csms.payments import PaymentProvider
from csms.services.billing import card_refunds

LOG: Final = logging.getLogger(__name__)


def handle(event: Mapping[str, Any], time_left: Callable[[], bool]) -> dict[str, object]:
    """Ask once for every refund that is due, until the time is over.

    Returns how many were `asked`, how many of them stay `undecided`, and whether that was all:
    `complete`. Without a database or a provider it stops; the next run goes on.
    """
    return ask_due(datetime.fromisoformat(event["time"]), time_left, payments.configured)


def ask_due(
    now: datetime,
    time_left: Callable[[], bool],
    configured: Callable[[], PaymentProvider | None],
) -> dict[str, object]:
    """As `handle`. configured: asked for the provider once there is something to refund."""
    try:
        return card_refunds.ask_due(configured, now, time_left)
    except Unavailable as error:
        LOG.error("refunds to cards wait: %s", error)  # noqa: TRY400 - no defect, so no traceback
        return {"complete": False}
