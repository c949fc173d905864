"""Tariffs: what charging costs from now on. Transactions keep the one they started under.

Each version stays as a row of its own beside the tariff, for starts that are told late.
"""

import json
from datetime import datetime
from typing import Any, Final

from pynamodb.attributes import BooleanAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition

from csms.domain.audit import AuditEntry
from csms.domain.errors import ChangedMeanwhile, Conflict, Exists, NotFound, Refused
from csms.domain.ids import Micro, Minor, TariffId
from csms.domain.tariff import Tariff
from csms.store import audit, cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
    set_or_remove,
)
from csms.store.cursor import Page
from csms.store.indexes import ByName
from csms.store.names import beginning, name_key
from csms.store.price_form import tariff_form, tariff_from, windows_form, windows_from
from csms.store.transaction_form import told

ALL: Final = "all"
LIST_SCOPE: Final = "tariffs"
OF_VERSION: Final = "#"
"""Between a tariff's id and its version, in the keys of versions."""
MOST_STEPS_BACK: Final = 100
"""How many versions a late start looks back; the oldest of them counts for what is older."""


class TariffRow(Table):
    """One row per tariff.

    chosen_at: when a station or a charger was last about to get it. changed_at: since when this
    version holds; None for the first, which holds for all that was before as well.
    """

    class Meta:
        table_name = deployed_name("tariff")

    tariff_id = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute()
    currency = UnicodeAttribute()
    energy_rate = IntAttribute()
    session_fee_minor = IntAttribute()
    tax_rate = IntAttribute()
    tax_included = BooleanAttribute()
    charge_zero_energy = BooleanAttribute()
    valid_from = InstantAttribute(null=True)
    valid_to = InstantAttribute(null=True)
    minute_rate = IntAttribute(null=True)
    idle_rate = IntAttribute(null=True)
    idle_grace_s = IntAttribute(null=True)
    minimum_minor = IntAttribute(null=True)
    maximum_minor = IntAttribute(null=True)
    windows = UnicodeAttribute(null=True)
    version = IntAttribute()
    chosen_at = InstantAttribute(null=True)
    changed_at = InstantAttribute(null=True)
    list_shard = UnicodeAttribute(default=ALL)
    name_key = UnicodeAttribute()

    by_name = ByName()


class TariffVersionRow(Table):
    """One version of a tariff, never changed. since: as `changed_at` of the tariff had it."""

    class Meta:
        table_name = deployed_name("tariff")

    tariff_id = UnicodeAttribute(hash_key=True)
    since = InstantAttribute(null=True)
    prices = UnicodeAttribute()


def find(tariff_id: TariffId) -> Tariff | None:
    """The tariff, None when there is none."""
    row = _find(tariff_id)
    return None if row is None else _tariff(row)


def find_at(tariff_id: TariffId, at: datetime) -> Tariff | None:
    """The tariff in the version that held at an instant, None when there is none.

    One read, and one more for each change since then.
    """
    row = _find(tariff_id)
    if row is None:
        return None
    tariff = _tariff(row)
    since: datetime | None = row.changed_at
    for _ in range(MOST_STEPS_BACK):
        if since is None or at >= since:
            break
        before = TariffVersionRow.find(_version_key(tariff_id, tariff.version - 1), consistent=True)
        if before is None:
            break
        tariff, since = tariff_from(json.loads(before.prices)), before.since
    return tariff


def get(tariff_id: TariffId) -> Tariff:
    """The tariff. Raises NotFound."""
    tariff = find(tariff_id)
    if tariff is None:
        raise NotFound("tariff", tariff_id)
    return tariff


def create(tariff: Tariff, entry: AuditEntry | None = None) -> None:
    """Store a new tariff. Raises Conflict when the id is taken, Busy."""
    row = TariffRow(tariff.tariff_id, **_attributes(tariff, None))
    try:
        with audit.transaction(entry) as write:
            write.save(row, TariffRow.tariff_id.does_not_exist())
            write.save(_version(tariff, None))
    except ConditionFailed:
        raise Exists("tariff", tariff.tariff_id) from None


def replace(tariff: Tariff, now: datetime, entry: AuditEntry | None = None) -> None:
    """Store an edited tariff, which carries its new version.

    Raises Conflict when the stored version is not the one before, NotFound when it is gone, Busy.
    """
    _change(tariff, now, TariffRow.version == tariff.version - 1, entry)


def end(
    tariff: Tariff, now: datetime, unchosen_since: datetime, entry: AuditEntry | None = None
) -> None:
    """As `replace`, for one that nobody was given since a time.

    Raises Conflict also when somebody was.
    """
    row = TariffRow
    unchosen = row.chosen_at.does_not_exist() | (row.chosen_at < unchosen_since)
    _change(tariff, now, (row.version == tariff.version - 1) & unchosen, entry)


def choose(tariff_id: TariffId, now: datetime) -> None:
    """Say that a station or a charger is about to get a tariff, so that it does not end meanwhile.

    Raises NotFound, Refused (`tariff_ended`).
    """
    if OF_VERSION in tariff_id:
        raise NotFound("tariff", tariff_id)
    row = TariffRow
    goes_on = row.valid_to.does_not_exist() | (row.valid_to > now)
    try:
        row.change((tariff_id,), [row.chosen_at.set(now)], row.tariff_id.exists() & goes_on)
    except ConditionFailed as lost:
        if lost.item is None:
            raise NotFound("tariff", tariff_id) from None
        name = row.read_item(lost.item).name
        raise Refused(f"tariff {name!r} has ended: choose another", "tariff_ended") from None


def list_by_name(after: str | None, limit: int, prefix: str = "") -> Page[Tariff]:
    """Tariffs in the order of their names; `prefix`: only names that begin so.

    Raises Invalid for a cursor that is not ours.
    """
    scope = f"{LIST_SCOPE}/{prefix}"
    found = TariffRow.by_name.query(
        ALL,
        ByName.name_key.startswith(beginning(prefix)) if prefix else None,
        limit=limit,
        last_evaluated_key=cursor.decode(after, scope),
    )
    rows = TariffRow.read_many([(row.tariff_id,) for row in found])
    return Page([_tariff(row) for row in rows], cursor.encode(found.last_evaluated_key, scope))


def _find(tariff_id: TariffId) -> TariffRow | None:
    return None if OF_VERSION in tariff_id else TariffRow.find(tariff_id)


def _version_key(tariff_id: TariffId, version: int) -> str:
    return f"{tariff_id}{OF_VERSION}{version}"


def _version(tariff: Tariff, since: datetime | None) -> TariffVersionRow:
    key = _version_key(tariff.tariff_id, tariff.version)
    return TariffVersionRow(key, since=since, prices=json.dumps(told(tariff_form(tariff))))


def _change(tariff: Tariff, now: datetime, condition: Condition, entry: AuditEntry | None) -> None:
    actions = [
        set_or_remove(getattr(TariffRow, name), value)
        for name, value in _attributes(tariff, now).items()
    ]
    try:
        with audit.transaction(entry) as write:
            write.update(TariffRow(tariff.tariff_id), actions, condition)
            write.save(_version(tariff, now))
    except ConditionFailed as lost:
        if lost.item is None:
            raise NotFound("tariff", tariff.tariff_id) from None
        if TariffRow.read_item(lost.item).version == tariff.version - 1:
            told = "a station or a charger was given this tariff just now: try again in a minute"
            raise Conflict(told, "tariff-just-chosen") from None
        raise ChangedMeanwhile("the tariff") from None


def _attributes(tariff: Tariff, changed_at: datetime | None) -> dict[str, Any]:
    return {
        "name": tariff.name,
        "currency": tariff.currency,
        "energy_rate": tariff.energy_rate,
        "session_fee_minor": tariff.session_fee_minor,
        "tax_rate": tariff.tax_rate,
        "tax_included": tariff.tax_included,
        "charge_zero_energy": tariff.charge_zero_energy,
        "valid_from": tariff.valid_from,
        "valid_to": tariff.valid_to,
        "minute_rate": tariff.minute_rate or None,
        "idle_rate": tariff.idle_rate or None,
        "idle_grace_s": tariff.idle_grace_s or None,
        "minimum_minor": tariff.minimum_minor or None,
        "maximum_minor": tariff.maximum_minor,
        "windows": json.dumps(windows_form(tariff.windows)) if tariff.windows else None,
        "version": tariff.version,
        "changed_at": changed_at,
        "name_key": name_key(tariff.name, tariff.tariff_id),
    }


def _most(row: TariffRow) -> Minor | None:
    most: int | None = row.maximum_minor
    return None if most is None else Minor(most)


def _tariff(row: TariffRow) -> Tariff:
    return Tariff(
        tariff_id=TariffId(row.tariff_id),
        name=row.name,
        currency=row.currency,
        energy_rate=Micro(row.energy_rate),
        session_fee_minor=Minor(row.session_fee_minor),
        tax_rate=Micro(row.tax_rate),
        tax_included=row.tax_included,
        charge_zero_energy=row.charge_zero_energy,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        version=row.version,
        minute_rate=Micro(row.minute_rate or 0),
        idle_rate=Micro(row.idle_rate or 0),
        idle_grace_s=row.idle_grace_s or 0,
        minimum_minor=Minor(row.minimum_minor or 0),
        maximum_minor=_most(row),
        windows=windows_from(json.loads(row.windows)) if row.windows else (),
    )
