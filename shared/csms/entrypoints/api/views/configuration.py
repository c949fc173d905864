"""Configuration of chargers as operators see it."""

from datetime import datetime

from pydantic import BaseModel, Field

from csms.domain.configuration import ConfigurationEntry, ConfigurationTemplate
from csms.domain.errors import Refused
from csms.entrypoints.api.views import command as command_view
from csms.entrypoints.api.views.command import CommandView
from csms.services.chargers.wishes import KeyOutcome


class ConfigurationView(BaseModel):
    """A configuration key as last reported; a desired value that differs is drift."""

    key: str
    value: str | None
    readonly: bool | None
    known: bool
    reported_at: datetime | None
    desired: str | None
    desired_at: datetime | None
    drift: bool = Field(description="whether the charger has another value than is wanted")
    answer: str | None = Field(description="the charger's word to what was wanted last")
    reboot_required: bool = Field(description="it took a value that holds after its next boot")


class SettingView(BaseModel):
    """A value that a key is to have."""

    key: str
    value: str


class TemplateView(BaseModel):
    """A named set of values for chargers of a vendor."""

    template_id: str
    name: str
    vendor: str
    model: str | None = Field(description="null: every model of the vendor")
    settings: list[SettingView]
    created_at: datetime
    version: int


class KeyOutcomeView(BaseModel):
    """What became of one key so far: a command, a refusal, or neither: it had the value."""

    key: str
    value: str
    command: CommandView | None
    refused: str | None = Field(description="a stable word, as `read-only`")
    message: str | None


class ChargerOutcomeView(BaseModel):
    """What became of one charger's keys so far, or why it was asked for nothing."""

    charger_id: str
    charger_name: str | None = Field(description="null when there is no such charger")
    keys: list[KeyOutcomeView]
    refused: str | None
    message: str | None


class AppliedView(BaseModel):
    """What a template led to so far."""

    items: list[ChargerOutcomeView]
    next_cursor: str | None = Field(description="there are more chargers: apply again with it")


class ChargerStateView(BaseModel):
    """How one charger stands to a template: its keys, without those that it never told."""

    charger_id: str
    name: str
    keys: list[ConfigurationView]
    complies: bool = Field(description="whether it has every value of the template")


def show_entry(entry: ConfigurationEntry, booted_at: datetime | None) -> ConfigurationView:
    """A configuration key. booted_at: when the charger booted last."""
    return ConfigurationView(
        key=entry.key,
        value=entry.value,
        readonly=entry.readonly,
        known=entry.known,
        reported_at=entry.reported_at,
        desired=entry.desired,
        desired_at=entry.desired_at,
        drift=entry.has_drifted,
        answer=entry.answer,
        reboot_required=entry.needs_reboot(booted_at),
    )


def show_template(template: ConfigurationTemplate) -> TemplateView:
    """A template."""
    return TemplateView(
        template_id=template.template_id,
        name=template.name,
        vendor=template.vendor,
        model=template.model,
        settings=[SettingView(key=one.key, value=one.value) for one in template.settings],
        created_at=template.created_at,
        version=template.version,
    )


def show_outcome(outcome: KeyOutcome) -> KeyOutcomeView:
    """What became of one key."""
    refusal = outcome.refusal
    return KeyOutcomeView(
        key=outcome.setting.key,
        value=outcome.setting.value,
        command=None if outcome.command is None else command_view.show(outcome.command),
        refused=None if refusal is None else word_of(refusal),
        message=None if refusal is None else refusal.message,
    )


def word_of(refusal: Exception) -> str:
    """A stable word for a refusal."""
    return refusal.reason if isinstance(refusal, Refused) else "not-allowed"
