"""Configuration templates for operators: made, edited, and applied to chargers."""

import dataclasses
import uuid
from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field, StringConstraints

from csms.domain.configuration import ConfigurationTemplate, Setting, TemplateId
from csms.domain.errors import ChangedMeanwhile, Invalid, NotFound
from csms.entrypoints.api import paging
from csms.entrypoints.api.charger_path import canonical
from csms.entrypoints.api.clock import Now
from csms.entrypoints.api.fields import Body, Key, Name, Printable, Version
from csms.entrypoints.api.pace import paced_commands
from csms.entrypoints.api.paging import Cursor, Limit, PageView
from csms.entrypoints.api.problems import responses
from csms.entrypoints.api.trail import Audited, Trail
from csms.entrypoints.api.views import configuration as view
from csms.entrypoints.api.views.configuration import (
    AppliedView,
    ChargerOutcomeView,
    ChargerStateView,
    TemplateView,
)
from csms.services.chargers import templates, wishes
from csms.services.chargers.templates import Standing
from csms.store import charger as chargers
from csms.store import configuration_template as template_store
from csms.store import connection as connections

router = APIRouter(prefix="/api/admin/configuration-templates", tags=["configuration"])

Word = Annotated[str, StringConstraints(min_length=1, max_length=50), Printable]
Identity = Annotated[str, Field(min_length=1, max_length=192)]


class SettingFields(Body):
    """A value that a key is to have."""

    key: Word
    value: Annotated[str, StringConstraints(max_length=500), Printable]


class TemplateFields(Body):
    """What an operator says of a template."""

    name: Name
    vendor: Word = Field(description="as chargers say it in BootNotification; case is ignored")
    model: Word | None = Field(None, description="null: every model of the vendor")
    settings: Annotated[list[SettingFields], Field(min_length=1, max_length=100)]


class TemplateEdit(TemplateFields):
    """An edited template."""

    version: Version


class Application(Body):
    """Whom to apply a template to: some chargers, or page by page all that it is for."""

    charger_ids: Annotated[list[Identity], Field(min_length=1, max_length=100)] | None = None
    cursor: Annotated[str, Field(max_length=paging.LONGEST_CURSOR)] | None = None


@router.get("")
def list_configuration_templates(
    limit: Limit = 50, cursor: Cursor = None
) -> PageView[TemplateView]:
    """Templates, by name."""
    return paging.view(template_store.list_by_name(cursor, limit), view.show_template)


@router.post("", status_code=201)
def create_configuration_template(
    body: TemplateFields, now: Now, trail: Audited, response: Response
) -> TemplateView:
    """Create a template; it changes nothing until it is applied."""
    settings = _settings(body)
    template = ConfigurationTemplate(
        template_id=TemplateId(uuid.uuid4().hex[:12]),
        name=body.name,
        vendor=body.vendor,
        model=body.model,
        settings=settings,
        created_at=now,
    )
    subject = _subject(template)
    entry = trail.entry("configuration-template.created", subject, None, _facts(template))
    template_store.create(template, entry)
    response.headers["Location"] = f"{router.prefix}/{template.template_id}"
    return view.show_template(template)


@router.get("/{template_id}", responses=responses(404))
def read_configuration_template(template_id: Key) -> TemplateView:
    """One template."""
    return view.show_template(template_store.get(TemplateId(template_id)))


@router.put("/{template_id}", responses=responses(404, 409))
def replace_configuration_template(
    template_id: Key, body: TemplateEdit, trail: Audited
) -> TemplateView:
    """Edit a template. What chargers were asked for stays wanted of them."""
    before = template_store.get(TemplateId(template_id))
    after = dataclasses.replace(
        before,
        name=body.name,
        vendor=body.vendor,
        model=body.model,
        settings=_settings(body),
        version=body.version + 1,
    )
    change = "configuration-template.changed"
    entry = trail.entry(change, _subject(before), _facts(before), _facts(after))
    template_store.replace(after, entry)
    return view.show_template(after)


@router.delete("/{template_id}", status_code=204, responses=responses(404, 409))
def delete_configuration_template(
    template_id: Key, version: Annotated[int, Query(ge=1, le=2**53)], trail: Audited
) -> None:
    """Delete a template. What chargers were asked for stays wanted of them."""
    template = template_store.get(TemplateId(template_id))
    if template.version != version:
        raise ChangedMeanwhile("the configuration template")
    change = "configuration-template.deleted"
    entry = trail.entry(change, _subject(template), _facts(template), None)
    template_store.delete(template, entry)


@router.post(
    "/{template_id}/apply",
    status_code=202,
    responses=responses(404, 429),
    dependencies=[paced_commands],
)
def apply_configuration_template(
    template_id: Key, body: Application, now: Now, trail: Audited
) -> AppliedView:
    """Want a template's values of chargers, and ask them for what they do not have.

    Without `charger_ids` it goes to the chargers of its vendor and model, as many as are asked
    quickly; `next_cursor` goes on. Commands wait for chargers that are away.
    """
    template = template_store.get(TemplateId(template_id))
    most = templates.chargers_at_once(template)
    if body.charger_ids is not None:
        wanted: Sequence[str] = list(dict.fromkeys(body.charger_ids))
        if len(wanted) > most:
            message = f"this template has so many keys that it goes to {most} chargers at once"
            raise Invalid(message, "body.charger_ids")
        next_cursor = None
    else:
        page = templates.chargers_of(template, body.cursor, most)
        wanted, next_cursor = [charger.charger_id for charger in page.items], page.cursor
    facts = {"version": template.version, "charger_ids": list(wanted)}
    trail.note("configuration-template.applied", _subject(template), None, facts)
    items = [_apply(template, identity, now, trail) for identity in wanted]
    return AppliedView(items=items, next_cursor=next_cursor)


@router.get("/{template_id}/chargers", responses=responses(404))
def list_chargers_of_configuration_template(
    template_id: Key,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
    cursor: Cursor = None,
) -> PageView[ChargerStateView]:
    """How each charger that a template is for stands to it, key by key."""
    template = template_store.get(TemplateId(template_id))
    page = templates.chargers_of(template, cursor, limit)
    found = connections.find_many([charger.charger_id for charger in page.items])
    booted = {one.charger_id: one.booted_at for one in found}

    def show(standing: Standing) -> ChargerStateView:
        charger = standing.charger
        booted_at = booted.get(charger.charger_id)
        return ChargerStateView(
            charger_id=charger.charger_id,
            name=charger.name,
            keys=[view.show_entry(entry, booted_at) for entry in standing.entries],
            complies=standing.complies,
        )

    return paging.view(page, lambda charger: show(templates.standing(template, charger)))


def _apply(
    template: ConfigurationTemplate, identity: str, now: Now, trail: Trail
) -> ChargerOutcomeView:
    actor, facts = trail.actor.user_id, {one.key: one.value for one in template.settings}
    try:
        charger = chargers.get(canonical(identity))
        trail.note("configuration.wanted", f"charger#{charger.charger_id}", None, facts)
        outcomes = wishes.want(charger.charger_id, template.settings, actor, now)
    except NotFound as unknown:
        return ChargerOutcomeView(
            charger_id=identity,
            charger_name=None,
            keys=[],
            refused="not-found",
            message=unknown.message,
        )
    return ChargerOutcomeView(
        charger_id=charger.charger_id,
        charger_name=charger.name,
        keys=[view.show_outcome(outcome) for outcome in outcomes],
        refused=None,
        message=None,
    )


def _settings(body: TemplateFields) -> Sequence[Setting]:
    settings = tuple(Setting(one.key, one.value) for one in body.settings)
    templates.check(settings)
    return settings


def _subject(template: ConfigurationTemplate) -> str:
    return f"configuration-template#{template.template_id}"


def _facts(template: ConfigurationTemplate) -> Mapping[str, object]:
    return view.show_template(template).model_dump(mode="json")
