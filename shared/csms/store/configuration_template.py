"""Configuration templates: named sets of values for chargers of a vendor."""

import json
from typing import Final

from pynamodb.attributes import UnicodeAttribute

from csms.domain.audit import AuditEntry
from csms.domain.configuration import ConfigurationTemplate, Setting, TemplateId
from csms.domain.errors import ChangedMeanwhile, Conflict, Exists, NotFound
from csms.store import audit, cursor
from csms.store.base import (
    ConditionFailed,
    InstantAttribute,
    IntAttribute,
    Table,
    deployed_name,
)
from csms.store.cursor import Page
from csms.store.indexes import ByName
from csms.store.names import name_key

ALL: Final = "all"
SCOPE: Final = "configuration-templates"


class TemplateRow(Table):
    """One template. settings: JSON pairs of key and value, in order."""

    class Meta:
        """The table as template.yaml defines it."""

        table_name = deployed_name("configuration_template")

    template_id = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute()
    vendor = UnicodeAttribute()
    model = UnicodeAttribute(null=True)
    settings = UnicodeAttribute()
    created_at = InstantAttribute()
    version = IntAttribute()
    list_shard = UnicodeAttribute(default=ALL)
    name_key = UnicodeAttribute()

    by_name = ByName()


def get(template_id: TemplateId) -> ConfigurationTemplate:
    """Read a template, consistently. Raises NotFound."""
    row = TemplateRow.find(template_id, consistent=True)
    if row is None:
        raise NotFound("configuration template", template_id)
    return _template(row)


def list_by_name(after: str | None, limit: int) -> Page[ConfigurationTemplate]:
    """Templates in the order of their names. Raises Invalid for a cursor that is not ours."""
    found = TemplateRow.by_name.query(
        ALL, limit=limit, last_evaluated_key=cursor.decode(after, SCOPE)
    )
    rows = TemplateRow.read_many([(row.template_id,) for row in found])
    return Page([_template(row) for row in rows], cursor.encode(found.last_evaluated_key, SCOPE))


def create(template: ConfigurationTemplate, entry: AuditEntry) -> None:
    """Store a new template. Raises Conflict when the id is taken, Busy."""
    try:
        audit.save(_row(template), TemplateRow.template_id.does_not_exist(), entry)
    except ConditionFailed:
        raise Exists("configuration template", template.template_id) from None


def replace(template: ConfigurationTemplate, entry: AuditEntry) -> None:
    """Store an edited template, which carries its new version. Raises as `delete`."""
    try:
        audit.save(_row(template), TemplateRow.version == template.version - 1, entry)
    except ConditionFailed as lost:
        raise _lost(template, lost) from None


def delete(template: ConfigurationTemplate, entry: AuditEntry) -> None:
    """Delete a template as it was read.

    Raises Conflict when it was changed meanwhile, NotFound when it is gone, Busy.
    """
    try:
        audit.delete(_row(template), TemplateRow.version == template.version, entry)
    except ConditionFailed as lost:
        raise _lost(template, lost) from None


def _lost(template: ConfigurationTemplate, lost: ConditionFailed) -> NotFound | Conflict:
    if lost.item is None:
        return NotFound("configuration template", template.template_id)
    return ChangedMeanwhile("the configuration template")


def _row(template: ConfigurationTemplate) -> TemplateRow:
    pairs = [[setting.key, setting.value] for setting in template.settings]
    return TemplateRow(
        template_id=template.template_id,
        name=template.name,
        vendor=template.vendor,
        model=template.model,
        settings=json.dumps(pairs, ensure_ascii=False, separators=(",", ":")),
        created_at=template.created_at,
        version=template.version,
        name_key=name_key(template.name, template.template_id),
    )


def _template(row: TemplateRow) -> ConfigurationTemplate:
    return ConfigurationTemplate(
        template_id=TemplateId(row.template_id),
        name=row.name,
        vendor=row.vendor,
        model=row.model,
        settings=tuple(Setting(key, value) for key, value in json.loads(row.settings)),
        created_at=row.created_at,
        version=row.version,
    )
