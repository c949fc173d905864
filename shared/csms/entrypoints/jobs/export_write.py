"""Writes the files that operators asked for and that are longer than an answer."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from csms.domain.errors import Unavailable
from csms.services.reports import exports

LOG: Final = logging.getLogger(__name__)


def handle(event: Mapping[str, Any], time_left: Callable[[], bool]) -> dict[str, object]:
    """Go on with every export until all are written or the time is over.

    Returns whether that was all: `complete`. The next run goes on where this one stopped.
    """
    now = datetime.fromisoformat(event["time"])
    try:
        complete = exports.write_due(now, time_left)
    except Unavailable as error:
        LOG.error("exports wait: %s", error)  # noqa: TRY400 - no defect, so no traceback
        complete = False
    return {"complete": complete}
