"""Instants as they are kept: whole milliseconds."""

from datetime import datetime


def whole_millisecond(instant: datetime) -> datetime:
    """An instant as the store gives it back: what was read equals what was written."""
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
