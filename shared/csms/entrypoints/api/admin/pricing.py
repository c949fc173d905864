"""Which tariff an operator may choose for a station or a charger."""

from datetime import datetime

from csms.domain.errors import Invalid
from csms.domain.ids import TariffId
from csms.store import tariff as tariffs


def choose_tariff(chosen: str | None, before: TariffId | None, now: datetime) -> TariffId | None:
    """The tariff that a body names; what it was before may stay, even when it is over.

    Raises Invalid for one that does not exist, or prices nothing any more.
    """
    if chosen is None or chosen == before:
        return before if chosen is not None else None
    tariff = tariffs.find(TariffId(chosen))
    if tariff is None:
        raise Invalid(f"there is no tariff {chosen!r}", "body.tariff_id")
    if tariff.valid_to is not None and tariff.valid_to <= now:
        raise Invalid(f"tariff {tariff.name!r} has ended: choose another", "body.tariff_id")
    return tariff.tariff_id
