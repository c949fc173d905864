"""Types of fields that several routes take: bounded, printable, and no larger than the store's."""

import unicodedata
import zoneinfo
from datetime import datetime
from typing import Annotated, Final

from fastapi import Path
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from csms.domain.ids import LARGEST_TRANSACTION_ID
from csms.entrypoints.api.faults import fault

LARGEST_MINOR: Final = 1_000_000_000_00
LARGEST_RATE: Final = 1_000_000_000_000
EARLIEST_YEAR: Final = 1970
LATEST_YEAR: Final = 2200


def _printable(text: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") for character in text):
        raise fault("control_characters")
    return unicodedata.normalize("NFC", text)


def _known_zone(name: str) -> str:
    # A zone's name is also a path: only names that the library lists are looked up.
    if name not in zoneinfo.available_timezones():
        raise fault("not_a_time_zone")
    return name


class Body(BaseModel):
    """A request's body: unknown fields are refused, so that a typing error is seen."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


def _near_now(at: datetime) -> datetime:
    # Compared as years: next to the ends of time, another zone is out of range.
    if not EARLIEST_YEAR <= at.year <= LATEST_YEAR:
        raise fault("year_out_of_range", earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    return at


Printable = AfterValidator(_printable)
Name = Annotated[str, StringConstraints(min_length=1, max_length=120), Printable]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), Printable]
Key = Annotated[str, StringConstraints(min_length=1, max_length=64), Printable]
"""An id that is made here: unknown ones are 404, absurd ones 422."""

Instant = Annotated[AwareDatetime, AfterValidator(_near_now)]
"""A time with its zone, not further off than anything here can be."""

TimeZone = Annotated[str, Field(max_length=64), AfterValidator(_known_zone)]
"""A name of the IANA list."""

AmountMinor = Annotated[
    int, Field(ge=-LARGEST_MINOR, le=LARGEST_MINOR, strict=True, description="in minor units")
]
PositiveMinor = Annotated[
    int, Field(ge=0, le=LARGEST_MINOR, strict=True, description="in minor units, as cents")
]
RateMicro = Annotated[
    int,
    Field(ge=0, le=LARGEST_RATE, strict=True, description="in millionths of a major unit"),
]
Version = Annotated[
    int, Field(ge=1, le=2**53, strict=True, description="the version that was read; 409 if changed")
]
TransactionNumber = Annotated[int, Path(ge=1, le=LARGEST_TRANSACTION_ID)]
TransactionInBody = Annotated[int, Field(ge=1, le=LARGEST_TRANSACTION_ID, strict=True)]
ConnectorNumber = Annotated[int, Path(ge=0, le=1000)]
