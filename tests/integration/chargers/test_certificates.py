"""From SignCertificate to the certificate in a charger's hands, or to a refusal with a reason."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from csms import certificates
from csms.certificates import Authority
from csms.domain.certificate_request import CertificateRequest, RequestState
from csms.domain.charger import Charger
from csms.domain.command import CommandState
from csms.domain.errors import Refused
from csms.entrypoints.jobs.certificate_sign import sign_due
from csms.store import certificate_request, security_event
from csms.store import command as command_store
from functions.certificate_sign import handler as certificate_sign
from simulators.aws.certificate_authority import kept_authority
from tests.integration import events
from tests.integration.chargers.asking import CHARGER, ask, knows
from tests.integration.chargers.charger import BOOT, Socket
from tests.integration.events import CONTEXT
from tests.integration.gateway import NO_ANSWER, Gateway

SERIAL = "SN-1"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """That of one machine."""
    kept = kept_authority(tmp_path / "authority")
    return certificates.read_authority(kept.key, kept.certificate)


def csr(common_name: str = SERIAL) -> str:
    """A request as a charger makes it."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    key = ec.generate_private_key(ec.SECP256R1())
    request = x509.CertificateSigningRequestBuilder().subject_name(subject)
    signed = request.sign(key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM).decode()


def run(socket: Socket) -> dict[str, object]:
    return certificate_sign.handler(events.schedule(socket.now), CONTEXT)


def signed_by(authority: Authority, now: datetime) -> dict[str, object]:
    return sign_due(now, lambda: True, lambda: authority)


def only_request() -> CertificateRequest:
    (request,) = certificate_request.list_by_charger(CHARGER)
    return request


def reasons(socket: Socket) -> list[tuple[str, str | None]]:
    found = security_event.list_by_charger(CHARGER, socket.now, None, 9).items
    return [(event.reported_by, event.detail) for event in found]


def request(socket: Socket, text: str) -> str:
    socket.ask("BootNotification", {**BOOT, "chargePointSerialNumber": SERIAL})
    return str(socket.ask("SignCertificate", {"csr": text})["status"])


def test_without_an_authority_a_request_is_refused_and_shown(socket: Socket) -> None:
    socket.ask("BootNotification", {**BOOT, "chargePointSerialNumber": "SN-1"})
    socket.ask("SignCertificate", {"csr": "CSR"})

    assert run(socket) == {"complete": True, "signed": 0, "refused": 1}

    assert (only_request().state, only_request().reason) == (RequestState.REFUSED, "no-authority")
    assert reasons(socket) == [("csms", "no-authority")]
    assert run(socket.later(minutes=1)) == {"complete": True, "signed": 0, "refused": 0}


def test_a_refused_request_may_be_sent_again(socket: Socket) -> None:
    for _ in range(2):
        socket.later(minutes=1).ask("SignCertificate", {"csr": "CSR"})
        assert run(socket)["refused"] == 1
    assert socket.now - only_request().requested_at < timedelta(minutes=1)


@pytest.fixture
def present(charger: Charger, gateway: Gateway) -> Socket:
    """A charger that is connected at a time at which the authority is valid."""
    now = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the authority is made now
    present = Socket(gateway, connected_at=now)
    present.connect()
    present.ask("Heartbeat")
    present.answer(present.commands()[0], {"configurationKey": []})
    gateway.posted.clear()
    return present


def test_a_good_request_is_answered_first_and_signed_later(
    present: Socket, authority: Authority
) -> None:
    assert request(present, csr()) == "Accepted"
    assert [frame[2] for frame in present.commands()] == []
    assert signed_by(authority, present.now) == {"complete": True, "signed": 1, "refused": 0}
    (frame,) = present.commands()
    own, _ = x509.load_pem_x509_certificates(frame[3]["certificateChain"].encode())
    names = own.subject.rfc4514_string()
    assert (frame[2], names) == ("CertificateSigned", f"CN={SERIAL},O=CSMS")
    assert only_request().state is RequestState.SIGNED
    present.answer(frame, {"status": "Accepted"})
    assert present.row.slot_command_id is None


def test_a_certificate_waits_for_the_command_before_it(
    present: Socket, authority: Authority
) -> None:
    request(present, csr())
    ask(present, "ClearCache")
    (first,) = present.commands()
    assert signed_by(authority, present.now)["signed"] == 1
    assert present.commands() == [first]
    present.answer(first, {"status": "Accepted"})
    assert [frame[2] for frame in present.commands()] == ["ClearCache", "CertificateSigned"]


def test_a_certificate_of_which_nobody_knows_whether_it_came_is_in_doubt(
    present: Socket, authority: Authority
) -> None:
    request(present, csr())
    present.gateway.refuse(present.connection_id, NO_ANSWER)
    assert signed_by(authority, present.now)["signed"] == 1
    command_id = only_request().command_id
    assert command_id is not None
    assert command_store.get(CHARGER, command_id).state is CommandState.IN_DOUBT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (lambda: "garbage", "unreadable"),
        (lambda: csr()[:-200], "unreadable"),
        (lambda: csr().replace("M", "N", 3), "unreadable"),
        (lambda: csr("SN-2"), "another-charger"),
    ],
    ids=["garbage", "cut off", "garbled", "for another charger"],
)
def test_what_is_not_signed_is_a_security_event_and_leaves_nothing_stuck(
    present: Socket, authority: Authority, text: Callable[[], str], reason: str
) -> None:
    assert request(present, text()) == "Accepted"
    assert signed_by(authority, present.now) == {"complete": True, "signed": 0, "refused": 1}
    assert (only_request().state, only_request().reason) == (RequestState.REFUSED, reason)
    assert reasons(present) == [("csms", reason)]
    assert present.commands() == []
    assert signed_by(authority, present.now + timedelta(minutes=1))["refused"] == 0


def test_a_request_that_waited_for_a_day_has_expired(present: Socket, authority: Authority) -> None:
    request(present, csr())
    late = present.now + timedelta(hours=24, seconds=1)
    assert signed_by(authority, late)["refused"] == 1
    assert only_request().reason == "expired"


def test_one_of_a_charger_that_never_told_its_serial_number(
    present: Socket, authority: Authority
) -> None:
    present.ask("SignCertificate", {"csr": csr()})
    assert signed_by(authority, present.now)["refused"] == 1
    assert only_request().reason == "no-serial-number"


def test_a_request_is_not_asked_for_before_the_charger_knows_its_operator(socket: Socket) -> None:
    asked: dict[str, Any] = {"requestedMessage": "SignChargePointCertificate"}
    knows(socket, CpoName="")
    with pytest.raises(Refused) as refused:
        ask(socket, "ExtendedTriggerMessage", **asked)
    assert refused.value.reason == "cpo-name-missing"
    assert ask(socket, "ExtendedTriggerMessage", requestedMessage="Heartbeat").command_id
    socket.answer(socket.commands()[-1], {"status": "Accepted"})
    knows(socket, CpoName="Operator")
    assert ask(socket, "ExtendedTriggerMessage", **asked).command_id


def test_one_longer_than_any_request_is_rejected_at_once(socket: Socket) -> None:
    frame = socket.call("SignCertificate", {"csr": "x" * 5_501})
    assert frame[0] == 4 or frame[2] == {"status": "Rejected"}
    assert list(certificate_request.list_by_charger(CHARGER)) == []
