"""Which tariff an operator may choose for a station or a charger."""

from datetime import datetime

from csms.domain.errors import Invalid, NotFound, Refused
from csms.domain.ids import TariffId
from csms.store import tariff as tariffs


def choose_tariff(chosen: str | None, before: TariffId | None, now: datetime) -> TariffId | None:
    """The tariff that a body names; what it was before may stay, even when it is over.

    It does not end in the minute in which it is written. Raises Invalid for one that does not
    exist, or prices nothing any more.
    """
    if chosen is None or chosen == before:
        return before if chosen is not None else None
    try:
        tariffs.choose(TariffId(chosen), now)
    except NotFound:
        raise Invalid(f"there is no tariff {chosen!r}", "body.tariff_id") from None
    except Refused as ended:
        raise Invalid(ended.message, "body.tariff_id") from None
    return TariffId(chosen)
