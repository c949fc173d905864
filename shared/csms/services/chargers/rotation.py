"""Changing the key of a charger that works (S: A01): both keys fit until the new one was used."""

import dataclasses
from datetime import datetime
from typing import Final

from csms.domain.audit import AuditEntry
from csms.domain.charger import SecurityProfile
from csms.domain.command import Command, CommandState
from csms.domain.errors import ChangedMeanwhile, Invalid, Refused
from csms.domain.ids import ChargerId
from csms.domain.redaction import is_secret
from csms.ocpp16.commands import change_configuration
from csms.services import commands
from csms.services.chargers import passwords
from csms.store import charger as charger_store

KEY: Final = "AuthorizationKey"
PROFILE_KEY: Final = "securityprofile"


def rotate(
    charger_id: ChargerId, requested_by: str, now: datetime, entry: AuditEntry | None = None
) -> tuple[Command, str]:
    """Give a charger a new key. The hash of the new one is stored before it is sent.

    Returns the command, and the password, which is never shown again. Raises NotFound, Conflict,
    or Refused while the charger has not yet used or refused the one before.
    """
    charger = charger_store.get(charger_id)
    if charger.credentials.pending_password_hash is not None:
        # The charger may have taken that one: another would lock it out.
        raise Refused("A new key is on its way already; re-key to start over.", "key-pending")
    password = passwords.generate()
    pending = dataclasses.replace(
        charger.credentials, pending_password_hash=passwords.hash_password(password)
    )
    if not charger_store.replace_credentials(charger_id, charger.credentials, pending, entry):
        raise ChangedMeanwhile("This charger's key")
    request = change_configuration.ChangeConfiguration(KEY, passwords.to_hex(password))
    command = commands.enqueue(charger_id, request.ACTION, request.payload(), requested_by, now)
    return command, password


def prepare_profile(charger_id: ChargerId, value: str) -> None:
    """Let a charger come by the higher profile that it is about to be told (S: A05).

    Both profiles fit until the higher one was used; then it is the only one. Raises Invalid,
    Conflict, or Refused for a profile that is not higher.
    """
    text = value.strip()
    if text not in [str(profile.value) for profile in SecurityProfile]:
        raise Invalid("must be 1, 2 or 3", "payload.value")
    wanted = SecurityProfile(int(text))
    credentials = charger_store.get(charger_id).credentials
    if wanted <= credentials.security_profile:
        raise Refused("A security profile is only ever raised.", "profile-not-higher")
    pending = dataclasses.replace(credentials, pending_security_profile=wanted)
    if not charger_store.replace_credentials(charger_id, credentials, pending):
        raise ChangedMeanwhile("This charger's credentials")


def conclude(command: Command) -> None:
    """Drop what is pending when the charger refused it; after anything else both stay valid."""
    refused = (CommandState.REJECTED, CommandState.NOT_SUPPORTED)
    key = str(command.payload.get("key")).strip().casefold()
    if command.state not in refused or not (is_secret(key) or key == PROFILE_KEY):
        return
    credentials = charger_store.get(command.charger_id).credentials
    if is_secret(key):
        kept = dataclasses.replace(credentials, pending_password_hash=None)
    else:
        kept = dataclasses.replace(credentials, pending_security_profile=None)
    charger_store.replace_credentials(command.charger_id, credentials, kept)
