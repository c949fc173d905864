"""Requests that happen once, however often they are sent."""

from typing import Annotated

from fastapi import Header
from pydantic import AfterValidator

from csms.entrypoints.api.faults import fault


def _printable_ascii(key: str) -> str:
    if not (key.isascii() and key.isprintable()):
        raise fault("not_ascii")
    return key


IdempotencyKey = Annotated[
    str,
    Header(
        min_length=1,
        max_length=128,
        description="makes the request happen once: the same key and body get the first answer, "
        "the same key and another body 422",
    ),
    AfterValidator(_printable_ascii),
]
