"""Requests for certificates: each is judged, signed, and sent back as a command (S: A02.FR.04)."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from csms import certificates
from csms.certificates import Authority
from csms.domain.certificate_request import CertificateRequest, RequestState
from csms.domain.errors import Refused
from csms.domain.security_event import SecurityEvent
from csms.ocpp16.commands import certificate_signed
from csms.services import commands
from csms.settings import SETTINGS
from csms.store import certificate_request as request_store
from csms.store import charger as charger_store
from csms.store import security_event
from csms.store.deadlines import DueRows

LOG: Final = logging.getLogger(__name__)
PAGE: Final = 20
TOO_OLD: Final = timedelta(hours=24)
SIGNER: Final = "system:certificate"


def handle(event: Mapping[str, Any], time_left: Callable[[], bool]) -> dict[str, object]:
    """Look at every request that waits. Returns how many were signed and refused."""
    return sign_due(datetime.fromisoformat(event["time"]), time_left, _authority)


def sign_due(
    now: datetime, time_left: Callable[[], bool], read_authority: Callable[[], Authority]
) -> dict[str, object]:
    """As `handle`. read_authority: asked once there is something to sign; raises Refused."""
    due = DueRows(lambda shard: request_store.list_due(shard, now, PAGE), now, time_left)
    counts = {"signed": 0, "refused": 0}
    authority: Authority | None = None
    for charger_id, request_key in due:
        request = request_store.find(charger_id, request_key)
        if request is None or request.state is not RequestState.REQUESTED:
            continue
        try:
            authority = authority or read_authority()
            _sign(request, authority, now)
            counts["signed"] += 1
        except Refused as refused:
            _refuse(request, refused, now)
            counts["refused"] += 1
    return {"complete": due.complete, **counts}


def _authority() -> Authority:
    if not SETTINGS.ca_key:
        raise Refused("No certificates are issued here.", "no-authority")
    return certificates.read_authority(SETTINGS.ca_key, SETTINGS.ca_certificate)


def _sign(request: CertificateRequest, authority: Authority, now: datetime) -> None:
    """Queue the certificate, then end the request: dying in between sends another one."""
    if now - request.requested_at > TOO_OLD:
        raise Refused("The request is too old.", "expired")
    charger = charger_store.find(request.charger_id)
    serial_number = None if charger is None else charger.about.serial_number
    if serial_number is None:
        raise Refused("The charger never told its serial number.", "no-serial-number")
    chain = certificates.sign(request.csr, serial_number, SETTINGS.operator_name, authority, now)
    answer = certificate_signed.CertificateSigned(chain)
    command = commands.enqueue(request.charger_id, answer.ACTION, answer.payload(), SIGNER, now)
    request_store.finish(request, RequestState.SIGNED, command_id=command.command_id)


def _refuse(request: CertificateRequest, refused: Refused, now: datetime) -> None:
    """Say why, to operators: the charger was answered already, and gets no certificate."""
    LOG.warning(
        "a certificate was refused",
        extra={"charger": request.charger_id, "reason": refused.reason},
    )
    if request_store.finish(request, RequestState.REFUSED, reason=refused.reason):
        kind = "CertificateRequestRefused"
        event = SecurityEvent(request.charger_id, kind, now, now, refused.reason, "csms")
        security_event.record(event)
