"""Who dials in: once per connection, before anything else.

The answer's context comes back with every event of the connection, so that a frame costs no read
to know whose it is.
"""

import hmac
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NoReturn

from csms import observability
from csms.domain.charger import Charger, SecurityProfile
from csms.domain.errors import CsmsError
from csms.domain.unknown import UnknownKind
from csms.entrypoints.ocpp.event import EPOCH, MILLISECOND, read_headers
from csms.ocpp16.identity import Identity, canonical, read_identity, read_password
from csms.ocpp16.violation import Deviation
from csms.services.chargers import findings, passwords
from csms.settings import SETTINGS
from csms.store import charger as charger_store
from csms.store import inbox as inbox_store

LOG: Final = logging.getLogger(__name__)
SECRET_HEADER: Final = "x-origin-secret"
PATH_HEADER: Final = "x-ocpp-path"
DOOR_HEADER: Final = "x-ocpp-door"
CERTIFICATE_HEADER: Final = "cloudfront-viewer-cert-subject"


class Unauthorized(Exception):
    """The gateway turns exactly this text into a 401."""

    def __init__(self) -> None:
        super().__init__("Unauthorized")


class Door(StrEnum):
    """Which way a handshake came in, as the distribution in front says."""

    PLAIN = "ws"
    TLS = "wss"
    CLIENT_CERTIFICATE = "mtls"


PROFILES: Final = {
    Door.PLAIN: SecurityProfile.BASIC,
    Door.TLS: SecurityProfile.TLS_BASIC,
    Door.CLIENT_CERTIFICATE: SecurityProfile.TLS_CLIENT_CERTIFICATE,
}


@dataclass(frozen=True, slots=True)
class Handshake:
    """Who says to dial in, and through which door. trusted: by way of our own distribution."""

    identity: Identity | None
    door: Door
    trusted: bool
    authorization: str | None
    certificate_name: str | None
    source: str


def authorize(event: Mapping[str, Any]) -> dict[str, object]:
    """Answer a REQUEST authorizer event of CONNECT.

    Allows a charger that proves itself. An identity that is not known passes with a refusal, which
    `connect` turns into a 404. Raises Unauthorized for a wrong or missing password (401); denies
    handshakes that came by no door of ours (403).
    """
    handshake = _read(event)
    if handshake is None:
        LOG.warning("a handshake that came by no door of ours")
        return _policy(event, "Deny", "unknown", {})
    now = EPOCH + event["requestContext"]["requestTimeEpoch"] * MILLISECOND
    if handshake.identity is None:
        LOG.warning("a handshake without an identity")
        return _policy(event, "Allow", "unknown", {"refusal": "404"})
    observability.note(charger=handshake.identity.charger_id)
    charger = charger_store.find(handshake.identity.charger_id, consistent=True)
    if charger is None:
        return _refuse_unknown(event, handshake, handshake.identity, now)
    promoted = _check(charger, handshake, now)
    context = {
        "charger_id": charger.charger_id,
        "door": handshake.door.value,
        "assume_ocpp16": "1" if charger.assume_ocpp16 else "0",
        "promoted": "1" if promoted else "0",
    }
    return _policy(event, "Allow", charger.charger_id, context)


def _check(charger: Charger, handshake: Handshake, now: datetime) -> bool:
    """Prove the charger; returns whether it used a new key or profile for the first time."""
    credentials = charger.credentials
    used = PROFILES[handshake.door]
    if used < credentials.security_profile or not _is_proven_by_door(charger, handshake):
        _fail(charger, "security-profile", now)
    if _needs_password(charger, handshake):
        verified = passwords.check(_password(handshake), credentials)
        if not verified.ok:
            _fail(charger, "authentication-failed", now)
        credentials = verified.promoted or credentials
    credentials = passwords.raise_profile(credentials, used)
    if credentials == charger.credentials:
        return False
    return charger_store.replace_credentials(charger.charger_id, charger.credentials, credentials)


def _needs_password(charger: Charger, handshake: Handshake) -> bool:
    """Whether only a password proves the charger.

    S: A05: one that was told to use its certificate proves itself by that, and sends no password.
    """
    credentials = charger.credentials
    certified = SecurityProfile.TLS_CLIENT_CERTIFICATE
    if credentials.pending_security_profile is certified and _has_certificate(charger, handshake):
        return False
    return credentials.security_profile in (SecurityProfile.BASIC, SecurityProfile.TLS_BASIC)


def _has_certificate(charger: Charger, handshake: Handshake) -> bool:
    """Whether our distribution checked a certificate with the charger's serial number."""
    serial = charger.about.serial_number
    by_certificate = handshake.trusted and handshake.door is Door.CLIENT_CERTIFICATE
    return by_certificate and serial is not None and handshake.certificate_name == serial


def _is_proven_by_door(charger: Charger, handshake: Handshake) -> bool:
    """Profiles without a password hold only what our distribution vouches for."""
    profile = charger.credentials.security_profile
    if profile is SecurityProfile.NONE:
        return handshake.trusted
    if profile is SecurityProfile.TLS_CLIENT_CERTIFICATE:
        return _has_certificate(charger, handshake)
    return True


def _password(handshake: Handshake) -> bytes | None:
    if handshake.identity is None:
        return None
    return read_password(handshake.authorization, handshake.identity)


def _fail(charger: Charger, code: str, now: datetime) -> NoReturn:
    """Refuse, and keep that it happened, as a finding that counts."""
    LOG.warning("a charger did not prove itself", extra={"reason": code})
    observability.count("AuthenticationFailed")
    try:
        findings.record(charger.charger_id, [Deviation(code, "handshake", "")], "connect", now)
    except CsmsError:
        LOG.exception("a failed authentication could not be counted")
    raise Unauthorized


def _refuse_unknown(
    event: Mapping[str, Any], handshake: Handshake, identity: Identity, now: datetime
) -> dict[str, object]:
    LOG.warning("an unknown charger dials in")
    observability.count("ChargerUnknown")
    kind, where = UnknownKind.CHARGER, f"from {handshake.source}"
    inbox_store.note_unknown(kind, identity.charger_id, now, identity.as_sent, where)
    return _policy(event, "Allow", "unknown", {"refusal": "404"})


def _read(event: Mapping[str, Any]) -> Handshake | None:
    headers = read_headers(event)
    source = event["requestContext"].get("identity", {}).get("sourceIp", "")
    authorization = headers.get("authorization")
    if _comes_from_distribution(headers):
        identity = read_identity(headers.get(PATH_HEADER, ""))
        door = headers.get(DOOR_HEADER, Door.TLS)
        name = _common_name(headers.get(CERTIFICATE_HEADER))
        return Handshake(identity, Door(door), True, authorization, name, source)  # noqa: FBT003 - a value
    if not SETTINGS.direct_door:
        return None
    named = (event.get("queryStringParameters") or {}).get("cp") or ""
    charger_id = canonical(named)
    identity = None if charger_id is None else Identity(charger_id, named)
    return Handshake(identity, Door.TLS, False, authorization, None, source)  # noqa: FBT003 - a value


def _comes_from_distribution(headers: Mapping[str, str]) -> bool:
    expected = SETTINGS.origin_secret.encode()
    given = headers.get(SECRET_HEADER, "").encode()
    return bool(expected) and hmac.compare_digest(given, expected)


def _common_name(subject: str | None) -> str | None:
    for part in (subject or "").split(","):
        key, _, value = part.strip().partition("=")
        if key.upper() == "CN":
            return value
    return None


def _policy(
    event: Mapping[str, Any], effect: str, principal: str, context: Mapping[str, str]
) -> dict[str, object]:
    statement = {
        "Action": "execute-api:Invoke",
        "Effect": effect,
        "Resource": event["methodArn"],
    }
    return {
        "principalId": principal,
        "policyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        "context": dict(context),
    }
