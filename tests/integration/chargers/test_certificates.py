"""From a charger's SignCertificate to the certificate in its hands."""

from datetime import timedelta

from csms.domain.certificate_request import CertificateRequest, RequestState
from csms.store import certificate_request, security_event
from functions.certificate_sign import handler as certificate_sign
from tests.integration import events
from tests.integration.chargers.asking import CHARGER
from tests.integration.chargers.charger import BOOT, Socket
from tests.integration.events import CONTEXT


def run(socket: Socket) -> dict[str, object]:
    return certificate_sign.handler(events.schedule(socket.now), CONTEXT)


def only_request() -> CertificateRequest:
    (request,) = certificate_request.list_by_charger(CHARGER)
    return request


def reasons(socket: Socket) -> list[tuple[str, str | None]]:
    found = security_event.list_by_charger(CHARGER, socket.now, None, 9).items
    return [(event.reported_by, event.detail) for event in found]


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
