"""Logs: JSON lines that say which connection, charger, action and message they are about.

Product code logs with the standard library; the facts of the invocation are added here.
"""

import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from aws_lambda_powertools import Logger, single_metric
from aws_lambda_powertools.logging.utils import copy_config_to_registered_loggers
from aws_lambda_powertools.metrics import MetricUnit

_facts: ContextVar[dict[str, object] | None] = ContextVar("facts", default=None)
_package: Final = logging.getLogger("csms")
_logger: Final = Logger()
_full_share: Final = float(_logger.sampling_rate or 0)
_usual_level: Final = logging.getLevelNamesMapping().get(
    str(_logger.initial_log_level), _logger.initial_log_level
)


class _Facts(logging.Filter):
    """Adds the facts of the invocation to every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        for name, value in (_facts.get() or {}).items():
            record.__dict__.setdefault(name, value)
        return True


def set_up() -> None:
    """Send the package's logs through Powertools; called once, when a function is imported.

    Environment: `POWERTOOLS_LOG_LEVEL`, and `POWERTOOLS_LOGGER_SAMPLE_RATE`, the share of
    invocations whose lines are kept from DEBUG up.
    """
    copy_config_to_registered_loggers(source_logger=_logger, include={_package.name})
    for handler in _package.handlers:
        if not any(isinstance(known, _Facts) for known in handler.filters):
            handler.addFilter(_Facts())


@contextmanager
def invocation(context: object, **facts: object) -> Iterator[None]:
    """Name an invocation in its log lines, and draw their level. context: Lambda's second."""
    _draw_level()
    request_id = getattr(context, "aws_request_id", None)
    token = _facts.set({"function_request_id": request_id, **facts})
    try:
        yield
    finally:
        _facts.reset(token)


def _draw_level() -> None:
    """Choose whether this invocation logs in full; Powertools draws once for each process.

    A level is set only when it changes: that empties the caches of all loggers.
    """
    is_drawn = _full_share > 0 and random.random() <= _full_share  # noqa: S311 - no secret
    level = logging.DEBUG if is_drawn else _usual_level
    if _package.level != level:
        _package.setLevel(level)


def note(**facts: object) -> None:
    """Add facts to the log lines of the rest of this invocation."""
    known = _facts.get()
    if known is not None:
        known.update(facts)


def count(name: str) -> None:
    """Count something that an operator watches, as a metric without dimensions of its own."""
    with single_metric(name=name, unit=MetricUnit.Count, value=1):
        pass
