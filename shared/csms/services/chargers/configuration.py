"""Configuration of chargers: what they report, what we ask, and the rule about heartbeats."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import batched
from typing import Final

from csms.domain.charger import Connection, Registration
from csms.domain.command import Command
from csms.domain.configuration import ConfigurationEntry, Setting, missing_keys
from csms.domain.errors import Refused
from csms.domain.ids import ChargerId
from csms.domain.redaction import is_secret
from csms.ocpp16 import quirk_profiles
from csms.ocpp16.answer import Answer
from csms.ocpp16.commands import change_configuration, get_configuration
from csms.ocpp16.configuration_keys import MOST_KEYS, STANDARD_KEYS
from csms.services import commands
from csms.services.chargers import rotation
from csms.store import configuration as configuration_store
from csms.store import connection as connection_store
from csms.store.configuration import Changed

INTERVAL_RULE: Final = "system:heartbeat-interval"
LONGEST_INTERVAL_S: Final = 300
"""The gateway closes connections that are idle for ten minutes."""
PAGE_KEYS: Final = 25
"""Keys of one question, where the charger takes as many: the answer stays a small message."""
MOST_PAGES: Final = 100
CHECK_AGAIN: Final = timedelta(hours=24)


def change(charger_id: ChargerId, setting: Setting, requested_by: str, now: datetime) -> Command:
    """Ask a charger to set a key, and remember what was asked.

    Raises Refused for a secret key: passwords are rotated, see `services.chargers.rotation`.
    """
    if is_secret(setting.key):
        raise Refused("A charger's key is made here: rotate it instead.", "secret-key")
    request = change_configuration.ChangeConfiguration(setting.key, setting.value)
    commands.admit(charger_id, request.ACTION)
    prepare(charger_id, request, requested_by, now)
    return commands.enqueue(charger_id, request.ACTION, request.payload(), requested_by, now)


def prepare(
    charger_id: ChargerId,
    request: "change_configuration.ChangeConfiguration",
    _requested_by: str,
    now: datetime,
) -> None:
    """Store the wish that the command stands for; a difference from what is reported is drift."""
    if request.key.strip().casefold() == rotation.PROFILE_KEY:
        rotation.prepare_profile(charger_id, request.value)
    configuration_store.want(charger_id, request.key, request.value, now)


def changed(command: Command, answer: Answer, now: datetime) -> None:
    """Store what the charger said to a new value: what it has, will have after a boot, or lacks."""
    request = change_configuration.ChangeConfiguration.from_payload(command.payload)
    rotation.conclude(command)
    if is_secret(request.key):
        return
    has_it = answer.status == change_configuration.ConfigurationStatus.ACCEPTED
    told = Changed(
        request.key,
        answer.status,
        value=request.value if has_it else None,
        needs_reboot=answer.status == change_configuration.ConfigurationStatus.REBOOT_REQUIRED,
        is_unknown=answer.status == change_configuration.ConfigurationStatus.NOT_SUPPORTED,
    )
    configuration_store.note_answer(command.charger_id, told, now)


def ask_for_the_rest(
    command: Command, answer: "get_configuration.ConfigurationAnswer", now: datetime
) -> None:
    """Ask for keys that a charger has and did not tell, in pages that it can answer.

    §5.8: a question without keys means all of them. A charger that stops at its own
    GetConfigurationMaxKeys, or tells nothing unless it is asked for it by name, is asked for what
    it told before, and for what the specification names.
    """
    if get_configuration.GetConfiguration.from_payload(command.payload).keys:
        return
    told = [entry.key for entry in answer.entries]
    kept = configuration_store.list_configuration(command.charger_id)
    most = _most_keys(kept)
    may_have_stopped = not told or len(told) == most
    missing = missing_keys(told, kept, STANDARD_KEYS if may_have_stopped else ())
    size = min(most or PAGE_KEYS, PAGE_KEYS)
    for page in list(batched(missing, size, strict=False))[:MOST_PAGES]:
        request = get_configuration.GetConfiguration(page)
        commands.enqueue(
            command.charger_id, request.ACTION, request.payload(), command.requested_by, now
        )


def _most_keys(entries: Sequence[ConfigurationEntry]) -> int | None:
    """GetConfigurationMaxKeys as the charger told it; None when it never did."""
    for entry in entries:
        if entry.key.casefold() == MOST_KEYS.casefold():
            text = (entry.value or "").strip()
            return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else None
    return None


def report(
    charger_id: ChargerId, answer: "get_configuration.ConfigurationAnswer", now: datetime
) -> None:
    """Store what a charger answered to GetConfiguration; secrets are not kept."""
    known = [
        ConfigurationEntry(
            key=entry.key,
            value=None if is_secret(entry.key) else entry.value,
            readonly=entry.is_read_only,
            known=True,
            reported_at=now,
        )
        for entry in answer.entries
    ]
    unknown = [
        ConfigurationEntry(key, value=None, readonly=None, known=False, reported_at=now)
        for key in answer.unknown_keys
    ]
    configuration_store.report(charger_id, [*known, *unknown], now)


def is_interval_check_due(connection: Connection, now: datetime) -> bool:
    """Whether to ask for the intervals: at first contact, then at most once a boot and a day."""
    if connection.registration is Registration.REJECTED:
        return False
    checked_at, booted_at = connection.interval_checked_at, connection.booted_at
    if checked_at is None:
        return True
    return booted_at is not None and booted_at > checked_at and now - checked_at > CHECK_AGAIN


def check_interval(connection: Connection, now: datetime) -> None:
    """Ask a charger for its intervals, once, whichever of its frames sees that it is due."""
    keys = quirk_profiles.profile(connection.quirk_profile).safe_keys
    if keys and connection_store.claim_interval_check(connection, now):
        request = get_configuration.GetConfiguration(keys)
        commands.enqueue(
            connection.charger_id, request.ACTION, request.payload(), INTERVAL_RULE, now
        )


def shorten_intervals(
    command: Command, answer: "get_configuration.ConfigurationAnswer", now: datetime
) -> Sequence[Command]:
    """Set intervals that are too long; only after our own question, so once a boot at most."""
    if command.requested_by != INTERVAL_RULE:
        return ()
    asked = {
        key.casefold()
        for key in get_configuration.GetConfiguration.from_payload(command.payload).keys
    }
    too_long = [
        entry.key
        for entry in answer.entries
        if entry.key.casefold() in asked and _is_too_long(entry.value)
    ]
    return [
        change(command.charger_id, Setting(key, str(LONGEST_INTERVAL_S)), INTERVAL_RULE, now)
        for key in too_long
    ]


def _is_too_long(value: str | None) -> bool:
    digits = (value or "").strip()
    return digits.isascii() and digits.isdigit() and int(digits) > LONGEST_INTERVAL_S
